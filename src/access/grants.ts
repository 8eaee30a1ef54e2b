import { Injectable } from '@nestjs/common';
import type { Id } from '../kernel/ids.js';
import { Refusal } from '../kernel/refusal.js';
import type { Questions, Statement, Transaction } from '../platform/database/transaction.js';
import { classWithheld, notFound, roleMayNot } from './access.problems.js';
import type { Actor } from './actor.js';
import { DATA_CLASSES, reachOf, ROLE_CEILINGS, type DataClass, type Permission } from './policy.js';

export interface Ground {
  readonly basis: string;
  readonly basisId: Id;
  readonly classes: readonly DataClass[];
}

/** What an actor holds over one client, and on which ground. */
export interface Held {
  readonly read: ReadonlySet<DataClass>;
  readonly write: ReadonlySet<DataClass>;
  readonly ground: { readonly basis: string; readonly basisId: Id };
  /** Each ground with the classes that it alone adds to what is read, in their order: what leaves says on which it stood. */
  readonly grounds: readonly Ground[];
}

/** A class that the actor does not see, and which rule says so; the same words for "never consented" and "denied". */
export interface Withheld {
  readonly class: DataClass;
  readonly rule: 'role' | 'consent';
}

type Acting = Transaction & { readonly actor: Actor };

/** What the actor was granted over referrals that are open, and over their clients. */
export type OpenedGrants = readonly (GrantRow & { scope_id: Id | null })[];

interface GrantRow {
  client_id: Id;
  /** As PostgreSQL writes an array: `{identity_name,coordination}`. */
  read: string;
  write: string;
  basis: string;
  basis_id: Id;
}

/**
 * Row-level security leaves only the actor's own grants, in force now, for the purpose that they ask for; the ground that is named is the
 * first in this order. What was opened in an emergency is there only for who says so, and is then what they stand on.
 */
const grantsOf = (clientIds: string, scoped: string, also = ''): string => `
  SELECT client_id, read_classes::text AS read, write_classes::text AS write, basis, basis_id${also} FROM access_grant
   WHERE client_id = ANY (${clientIds}) AND ${scoped}
   ORDER BY array_position(ARRAY['break_glass', 'care_team', 'supervision', 'consent', 'referral', 'routing', 'client_link'], basis), basis_id`;

export const OWN_GRANTS: Statement = { name: 'own-grants', text: grantsOf('$1', 'scope_id IS NULL') };

/** The same, with the clients' sealing keys: for what is done in as few statements as can be. */
const OWN_GRANTS_AND_KEYS: Statement = {
  name: 'own-grants-and-keys',
  text: grantsOf(
    '$1',
    'scope_id IS NULL',
    ', (SELECT k.wrapped FROM sealing_key k WHERE k.client_id = access_grant.client_id) AS wrapped',
  ),
};

/** What a statement calls that finds referrals and opens them itself, so that what is shown through them is asked in its trip. */
export function opening(ids: string, clientIds: string): string {
  return `set_config('app.referrals', (${ids})::text, true), set_config('app.referral_clients', (${clientIds})::text, true)`;
}

/** The clients of those that are open. */
export const OPENED_CLIENTS = `(SELECT nullif(current_setting('app.referral_clients', true), ''))::uuid[]`;

/** Over the whole client of each referral, and through each alone. */
const through = (ids: string): string => `(scope_id IS NULL OR (scope_kind = 'referral' AND scope_id = ANY (${ids})))`;

/** What is held over those that are open. */
const GRANTS_OF_OPENED: Statement = {
  name: 'grants-of-opened',
  text: grantsOf(OPENED_CLIENTS, through('(SELECT app_referrals())::uuid[]'), ', scope_id'),
};

/**
 * Opens referrals for the rest of the transaction, and says what is held over them: who she is, and which of her goals one
 * serves, is shown through it only while it is open. $1 their ids, $2 those of their clients.
 */
const OPEN_REFERRALS: Statement = {
  name: 'open-referrals',
  text: `WITH opened AS MATERIALIZED (SELECT ${opening('$1::uuid[]', '$2::uuid[]')})
    ${grantsOf('$2::uuid[]', `${through('$1::uuid[]')} AND (SELECT true FROM opened)`, ', scope_id')}`,
};

/** What is held over one referral. */
export interface HeldThrough extends Held {
  /** Whether \`coordination\` is written over all of her record, and not through this referral alone. */
  readonly writesAll: boolean;
}

/** A referral of a client, as a list or a store found it under row-level security. */
export interface ReferralOfClient {
  readonly id: Id;
  readonly clientId: Id;
}

interface NeededOfReferral {
  readonly need?: { readonly write: DataClass } | undefined;
  readonly opened?: Promise<OpenedGrants> | undefined;
}

@Injectable()
export class Grants {
  /**
   * The answer to relationship and consent in one: what the actor holds over this client now.
   *
   * @throws Refusal `not_found` when the client is unknown or unseen (one answer for both), `role_may_not` when the role
   *   never does this, `class_not_held` when the client is seen but the class is not held for what is asked
   */
  async permit(tx: Acting, permission: Permission, clientId: Id, need?: { write: DataClass }): Promise<Held> {
    return permitted(tx.actor, permission, (await this.over(tx, [clientId])).get(clientId), need);
  }

  /** `permit`, and the client's wrapped sealing key with it. */
  async permitWithKey(
    tx: Acting,
    permission: Permission,
    clientId: Id,
    need: { write: DataClass },
  ): Promise<{ held: Held; wrapped: Buffer | null }> {
    const { held, wrapped } = await this.overWithKeys(tx, [clientId]);
    return { held: permitted(tx.actor, permission, held.get(clientId), need), wrapped: wrapped.get(clientId) ?? null };
  }

  /** Clients that the actor does not see are absent from the answer. */
  async over(tx: Acting, clientIds: readonly Id[]): Promise<ReadonlyMap<Id, Held>> {
    return heldBy(await tx.query<GrantRow>(OWN_GRANTS, [clientIds]));
  }

  /** `over`, and the wrapped sealing keys with it. A key that was shredded is absent. */
  async overWithKeys(
    tx: Acting,
    clientIds: readonly Id[],
  ): Promise<{ held: ReadonlyMap<Id, Held>; wrapped: ReadonlyMap<Id, Buffer> }> {
    const rows = await tx.query<GrantRow & { wrapped: Buffer | null }>(OWN_GRANTS_AND_KEYS, [clientIds]);
    const keys = rows.flatMap(({ client_id, wrapped }) => (wrapped ? [[client_id, wrapped] as const] : []));
    return { held: heldBy(rows), wrapped: new Map(keys) };
  }

  /**
   * What the actor holds over one referral of a client: over her whole record, or through this referral alone.
   *
   * @param opened of one that is open already, what is held over it
   * @throws Refusal `not_found` when the referral is unknown or unseen, `role_may_not`, `class_not_held`
   */
  async permitReferral(
    tx: Acting,
    permission: Permission,
    referral: ReferralOfClient,
    { need, opened = this.openReferrals(tx, [referral]) }: NeededOfReferral,
  ): Promise<HeldThrough> {
    const held = heldThrough([referral], await opened);
    return permitted(tx.actor, permission, held.get(referral.id), need);
  }

  /** Opens them first. */
  openReferrals(tx: Questions, referrals: readonly ReferralOfClient[]): Promise<OpenedGrants> {
    const clientIds = [...new Set(referrals.map(({ clientId }) => clientId))];
    return tx.query(OPEN_REFERRALS, [referrals.map(({ id }) => id), clientIds]);
  }

  /** In the trip of a statement that opens what it finds. */
  overOpened(tx: Questions): Promise<OpenedGrants> {
    return tx.query(GRANTS_OF_OPENED);
  }
}

/** By the id of each referral. Those of which the actor holds nothing are absent from the answer, and stay shut. */
export function heldThrough(
  referrals: readonly ReferralOfClient[],
  grants: OpenedGrants,
): ReadonlyMap<Id, HeldThrough> {
  const ofClients = Map.groupBy(grants, ({ client_id }) => client_id);
  return new Map(
    referrals.flatMap(({ id, clientId }) => {
      const its = ofClients.get(clientId)?.filter(({ scope_id }) => (scope_id ?? id) === id) ?? [];
      const held = heldBy(its).get(clientId);
      const writesAll = its.some(({ scope_id, write }) => scope_id === null && classesIn(write).has('coordination'));
      return held ? [[id, { ...held, writesAll }] as const] : [];
    }),
  );
}

function permitted<One extends Held>(
  actor: Actor,
  permission: Permission,
  held: One | undefined,
  need?: { write: DataClass },
): One {
  if (!held) throw new Refusal(notFound);
  if (reachOf(actor.role, permission) === 'none') throw new Refusal(roleMayNot, { role: actor.role, permission });
  if (need && !held.write.has(need.write)) throw new Refusal(classWithheld, { class: need.write });
  return held;
}

function heldBy(rows: readonly GrantRow[]): ReadonlyMap<Id, Held> {
  const found = new Map<Id, Held>();
  for (const row of rows) {
    const before = found.get(row.client_id);
    found.set(row.client_id, before ? together(before, heldOn(row)) : heldOn(row));
  }
  return found;
}

function heldOn({ basis, basis_id: basisId, ...classes }: GrantRow): Held {
  const [read, write] = [classesIn(classes.read), classesIn(classes.write)];
  const ground = { basis, basisId };
  return { read, write, ground, grounds: read.size > 0 ? [{ ...ground, classes: [...read] }] : [] };
}

function together(before: Held, { read, write, ground }: Held): Held {
  const adds = [...read].filter((name) => !before.read.has(name));
  return {
    read: new Set([...before.read, ...read]),
    write: new Set([...before.write, ...write]),
    ground: before.ground,
    grounds: adds.length > 0 ? [...before.grounds, { ...ground, classes: adds }] : before.grounds,
  };
}

/** What grants say over and over: a hundred clients have the same few sets of classes between them. */
const known = new Map<string, ReadonlySet<DataClass>>();

function classesIn(array: string): ReadonlySet<DataClass> {
  const there = known.get(array);
  if (there) return there;
  const names = new Set(array.slice(1, -1).split(','));
  const classes = new Set(DATA_CLASSES.filter((name) => names.has(name)));
  known.set(array, classes);
  return classes;
}

/** Computed from what is held, never from what exists: it says the same whether or not there is anything to withhold. */
export function withheldFrom(actor: Actor, held: Held): readonly Withheld[] {
  const { read = [], byConsent = [] } = ROLE_CEILINGS[actor.role] ?? {};
  const ceiling = [...read, ...byConsent];
  return DATA_CLASSES.filter((name) => !held.read.has(name)).map((name) => ({
    class: name,
    rule: ceiling.includes(name) ? 'consent' : 'role',
  }));
}
