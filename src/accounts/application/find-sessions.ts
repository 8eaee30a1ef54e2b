import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { ListedSession } from '../domain/session.js';
import { SessionStore } from '../persistence/session.store.js';

@Injectable()
export class FindSessions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionStore,
  ) {}

  /** The actor's own that stand, newest first. */
  by(actor: Actor): Promise<readonly ListedSession[]> {
    return this.work.runWithoutClients(actor, (tx) => this.sessions.ofPerson(tx, actor.personId));
  }
}
