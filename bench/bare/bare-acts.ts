import type { Actor } from '../../src/access/actor.js';
import type { AuditEvent } from '../../src/audit/audit-event.js';
import { auditInsert } from '../../src/audit/audit-entries.js';
import { INSERT_ANSWERS, INSERT_CONTACT } from '../../src/contacts/persistence/contact.sql.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { CASELOAD, CHANGES, PLAN_PARTS, READ_CLIENTS, SEARCH, TASKS } from './bare-statements.js';
import type { BareTransactions, Row, Sent } from './bare-transactions.js';

const FIRST = '00000000-0000-0000-0000-000000000000';
const PAGE = 51;
const FOUND = 20;
const CHANGES_SHOWN = 51;
const CLASSES = ['identity_name', 'coordination'] as const;

export interface SearchBody {
  /** Base64. */
  readonly hmacs: readonly string[];
  readonly parts: readonly number[];
  readonly weights: readonly number[];
  readonly kinds: readonly string[];
}

export interface ContactBody {
  readonly channel: string;
  readonly outcome: string;
  readonly minutes: number;
  readonly purposes: readonly string[];
  readonly note: string;
  readonly answers: Readonly<Record<string, { readonly answer: string }>>;
}

/** What is measured, as plainly as it can be done. */
export class BareActs {
  constructor(private readonly transactions: BareTransactions) {}

  async plan(actor: Actor, clientId: Id) {
    const ids = [clientId];
    const parts = PLAN_PARTS.map(([statement, ...more]): Sent => [statement, [ids, ...more]]);
    const changes: Sent = [CHANGES, [ids, null, CHANGES_SHOWN, null, actor.personId, actor.membershipId]];
    const rows = await this.transactions.run(
      () => [...parts, changes],
      () => [audited(actor, [event(actor, 'care_plan.read', clientId)])],
    );
    const [person, sections, goals, needs, referrals, dates, stays, ...more] = rows;
    const [nextSteps, contacts, signOffs, changed] = more;
    return { person, sections, goals, needs, referrals, dates, stays, nextSteps, contacts, signOffs, changed };
  }

  async client(actor: Actor, clientId: Id) {
    const [rows] = await this.transactions.run(
      () => [[READ_CLIENTS, [[clientId]]]],
      () => [audited(actor, [event(actor, 'client.read', clientId)])],
    );
    return rows?.[0];
  }

  async caseload(actor: Actor) {
    const [items] = await this.transactions.run(
      () => [[CASELOAD, [actor.membershipId, FIRST, PAGE]]],
      ([rows = []]) => [
        audited(actor, [{ event: 'clients.listed' }, ...shown(actor, 'client.listed', rows.slice(0, PAGE - 1))]),
      ],
    );
    return { items: items?.slice(0, PAGE - 1) };
  }

  async tasks(actor: Actor) {
    const { membershipId, organisationId, role } = actor;
    const values = [membershipId, organisationId, role, null, '-infinity', 'infinity', '-infinity', FIRST, PAGE];
    const [items] = await this.transactions.run(
      () => [[TASKS, values]],
      ([rows = []]) => {
        const clients = [...new Set(rows.slice(0, PAGE - 1).map((row) => row['clientId'] as Id))];
        const events = clients.map((clientId) => event(actor, 'task.listed', clientId));
        return [audited(actor, events)];
      },
    );
    return { items: items?.slice(0, PAGE - 1) };
  }

  async search(actor: Actor, { hmacs, parts, weights, kinds }: SearchBody) {
    const tokens = hmacs.map((hmac) => Buffer.from(hmac, 'base64'));
    const find: Sent = [SEARCH, [tokens, parts, weights, kinds, null, FOUND, actor.membershipId]];
    const [, items] = await this.transactions.run(
      () => [find],
      ([rows = []]) => [[READ_CLIENTS, [rows.map((row) => row['clientId'])]]],
      ([rows = []]) => [audited(actor, [{ event: 'clients.searched' }, ...shown(actor, 'client.found', rows)])],
    );
    return { items };
  }

  async contact(actor: Actor, clientId: Id, body: ContactBody, isAudited: boolean) {
    const [id, now] = [newId(), new Date().toISOString()];
    const words = Buffer.from(JSON.stringify({ note: body.note }));
    const kept = [id, clientId, 'coordination', actor.membershipId, now, [], 1, words];
    const facts = [body.channel, 'worker', body.outcome, now, body.minutes, null, body.purposes, [], null, null];
    const answers = Object.entries(body.answers).map(([question, { answer }]) => ({
      ...{ id: newId(), question, answer, words: null, version: 1 },
      class: question === 'mood_low' ? 'mental_health' : 'substance_use',
    }));
    const written: readonly Sent[] = [
      [INSERT_CONTACT, [...kept, ...facts, false, false]],
      [INSERT_ANSWERS, [clientId, id, JSON.stringify(answers)]],
    ];
    const audit = isAudited ? [audited(actor, [event(actor, 'contact.logged', clientId)])] : [];
    await this.transactions.run(
      () => written,
      () => audit,
    );
    return { id, clientId, ...body, recordedAt: now };
  }
}

export const audited = (actor: Actor, events: readonly AuditEvent[]): Sent =>
  auditInsert({ actor, now: new Date().toISOString(), outcome: 'done' }, events);

export const event = (actor: Actor, name: string, clientId: Id): AuditEvent => ({
  ...{ event: name, clientId, classes: CLASSES, ground: { basis: 'care_team', basisId: actor.membershipId } },
  facts: { version: 1 },
});

const shown = (actor: Actor, name: string, rows: readonly Row[]): readonly AuditEvent[] =>
  rows.map((row) => event(actor, name, row['id'] as Id));
