import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Records } from '../../access/records.js';
import { Grants } from '../../access/grants.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { OpenedClients } from '../../clients/application/opened-clients.js';
import { civilDateAt } from '../../kernel/civil-time.js';
import { isId, type Id } from '../../kernel/ids.js';
import { isKeyText, keyAfter, pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import { NeedsOfClients } from '../../needs/application/needs-of-clients.js';
import type { Documents } from '../../needs/domain/need.facts.js';
import {
  explained,
  matchOf,
  STANDINGS,
  type ExplainedMatch,
  type Match,
  type MatchFacts,
  type YesAndNo,
} from '../domain/match.js';
import type { ServiceFilter, ServiceSeen } from '../domain/service.js';
import { serviceEvents } from '../domain/services.events.js';
import { ServiceStore } from '../persistence/service.store.js';
import { serviceView, type ServiceView } from './service-desk.js';

export interface MatchWish {
  readonly filter: ServiceFilter;
  /** What the client says now; it stands before what the record holds, and is not kept. */
  readonly facts: MatchFacts;
}

export interface ServiceMatch extends Omit<ExplainedMatch, 'service'> {
  readonly service: ServiceView;
}

/** So many are read at once. */
const AT_ONCE = 1_000;
const CLASSES = ['identity_name', 'coordination'] as const;

/**
 * Services against what is known of a client: each criterion met, not met or unknown, and why. It decides nothing and
 * counts nothing together; who is admitted is for people to say.
 */
@Injectable()
export class MatchServices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly records: Records,
    private readonly clients: OpenedClients,
    private readonly needs: NeedsOfClients,
    private readonly services: ServiceStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not` */
  for(actor: Actor, clientId: Id, { filter, facts }: MatchWish, page: PageRequest): Promise<Page<ServiceMatch>> {
    keyAfter(page, isKeyText, isKeyText, isId);
    return this.work.run(actor, async (tx) => {
      const held = await this.grants.permit(tx, 'service:match', clientId);
      const [known, items] = await Promise.all([this.knownOf(tx, clientId), this.every(tx, filter)]);
      const all = { ...known, ...facts };
      const found = pageOfMatches(
        items.map((service) => matchOf(service, all)),
        page,
      );
      const classes = CLASSES.filter((each) => held.read.has(each));
      tx.record(serviceEvents.matched(clientId, classes, held.ground, found.items.length));
      const shown = found.items.map((match) => explained(match, all));
      return { ...found, items: shown.map((match) => ({ ...match, service: serviceView(tx, match.service) })) };
    });
  }

  /** Each is held against what is known: to leave some out would say that they do not fit. */
  private async every(tx: Tx, filter: ServiceFilter): Promise<readonly ServiceSeen[]> {
    const found: ServiceSeen[] = [];
    for (let after: readonly string[] | undefined; ;) {
      const { items, next } = await this.services.page(tx, filter, { limit: AT_ONCE, ...(after && { after }) });
      found.push(...items);
      if (!next) return found;
      after = next;
    }
  }

  /** What the record holds, as far as the actor sees it. */
  private async knownOf(tx: Tx, clientId: Id): Promise<MatchFacts> {
    const ids = await this.records.of(tx, clientId);
    const [[seen], needs] = await Promise.all([this.clients.some(tx, [clientId]), this.needs.within(tx, ids)]);
    const papers = needs.flatMap(({ documents, state }) => (documents && state !== 'retracted' ? [documents] : []));
    const { birthDate } = seen?.words ?? {};
    return {
      ...(seen && { province: seen.client.province }),
      ...(seen && birthDate !== undefined && { age: yearsSince(birthDate, civilDateAt(tx.now, seen.client.timeZone)) }),
      ...(papers.length > 0 && { documents: papersOf(papers) }),
    };
  }
}

const keyOf = ({ standing, service }: Match): readonly [string, string, string] => [
  String(STANDINGS.indexOf(standing)),
  service.name,
  service.id,
];

/** What stands nearest first, then by name; within the directory's own order, which two of one name share. */
function pageOfMatches(matches: readonly Match[], { after, limit }: PageRequest): Page<Match> {
  const inOrder = matches.map((match) => ({ match, key: keyOf(match) })).sort((a, b) => compare(a.key, b.key));
  const rest = after === undefined ? inOrder : inOrder.filter(({ key }) => compare(key, after) > 0);
  const { items, ...next } = pageOf(rest.slice(0, limit + 1), limit, ({ key }) => key);
  return { items: items.map(({ match }) => match), ...next };
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

/** Whole years between two civil dates. */
const yearsSince = (birth: string, today: string): number =>
  Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (today.slice(5) < birth.slice(5) ? 1 : 0);

/** What was lost or is held by somebody is not there to show. */
function papersOf(all: readonly Documents[]): YesAndNo {
  const said = all.flatMap((papers) => Object.entries(papers)).filter(([, status]) => status !== 'unknown');
  const yes = said.filter(([, status]) => status === 'has').map(([paper]) => paper);
  return { yes, no: said.map(([paper]) => paper).filter((paper) => !yes.includes(paper)) };
}
