import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { accountEvents } from '../domain/accounts.events.js';
import { SessionStore } from '../persistence/session.store.js';

/** Ends one of the actor's own sessions, the present one (signing out) or another. In force on the next request. */
@Injectable()
export class EndSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionStore,
  ) {}

  /** @throws Refusal `not_found` when it is nobody's, somebody else's or over */
  by(actor: Actor, sessionId: Id): Promise<void> {
    return this.work.runWithoutClients(actor, async (tx) => {
      if (!(await this.sessions.end(tx, actor.personId, sessionId))) throw new Refusal(notFound);
      tx.record(accountEvents.sessionEnded(sessionId));
    });
  }
}
