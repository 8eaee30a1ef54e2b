import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { assertSteppedUp } from '../../access/step-up.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { Disclosures } from '../../disclosures/application/disclosures.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { logRead } from '../domain/access-log.events.js';
import type { LogFilter, LogForm, LogLine } from '../domain/log-line.js';
import { AccessLogStore } from '../persistence/access-log.store.js';

export interface SeenLog extends Page<LogLine> {
  /** In which zone the client's clock runs. */
  readonly timeZone: string;
}

/** Rows in one trip, where all of them are wanted. */
const CHUNK = 1_000;

/**
 * Who looked at a client's record, and all else that was done with it: each audit row about her is one line, none is
 * left out. For the privacy officer of the organisation that keeps the record, and for the client herself.
 */
@Injectable()
export class ReadAccessLog {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AccessLogStore,
    private readonly disclosures: Disclosures,
  ) {}

  /** @throws Refusal `not_found` where the log is not the actor's to read */
  by(actor: Actor, clientId: Id, filter: LogFilter, page: PageRequest): Promise<SeenLog> {
    return this.work.run(actor, async (tx) => {
      const timeZone = await this.zone(tx, clientId);
      const found = await this.log.ofClient(tx, clientId, filter, page);
      tx.record(logRead(clientId, groundOf(actor), { form: 'list', shown: found.items.length }));
      return { ...found, timeZone };
    });
  }

  /**
   * The whole of it, to be given to the client: it leaves, so the register of what was given out names it, and staff show
   * their second factor again. The client has just shown the code of her link.
   *
   * @throws Refusal `not_found` where the log is not the actor's to read; `step_up_needed`
   */
  giveOut(actor: Actor, clientId: Id, filter: LogFilter, form: Exclude<LogForm, 'list'>): Promise<SeenLog> {
    return this.work.run(actor, async (tx) => {
      const timeZone = await this.zone(tx, clientId);
      if (actor.role !== 'client') assertSteppedUp(tx);
      const items: LogLine[] = [];
      let page: PageRequest | undefined = { limit: CHUNK };
      while (page) {
        const found: Page<LogLine> = await this.log.ofClient(tx, clientId, filter, page);
        items.push(...found.items);
        page = found.next && { limit: CHUNK, after: found.next };
      }
      const { ground } = groundOf(actor);
      await this.disclosures.keep(tx, {
        clientId,
        kind: 'access_log',
        recipient: { kind: 'client' },
        classes: [],
        ground,
      });
      tx.record(logRead(clientId, { ground }, { form, shown: items.length }));
      return { items, timeZone };
    });
  }

  private async zone(tx: Tx, clientId: Id): Promise<string> {
    const frame = await this.log.frame(tx, clientId);
    if (!frame) throw new Refusal(notFound, {}, [], clientId);
    return frame.timeZone;
  }
}

/** Neither holds a grant for it: the officer answers for the organisation, the client came by her link. */
const groundOf = ({ role, organisationId, membershipId }: Actor) => ({
  ground:
    role === 'privacy_officer'
      ? { basis: 'home_organisation', basisId: organisationId }
      : { basis: 'client_link', basisId: membershipId },
});
