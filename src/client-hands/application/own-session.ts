import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { sessionEnded, sessionRead } from '../domain/client-hands.events.js';
import { HandDoor } from '../persistence/hand-door.js';

export interface OwnSession {
  readonly clientId: Id;
  readonly expiresAt: Instant;
}

/** The client's own session: what it is of, until when, and its end. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly door: HandDoor,
  ) {}

  read(actor: Actor): Promise<OwnSession> {
    return this.work.run(actor, async (tx) => {
      const session = await this.door.session(tx);
      if (!session) throw new Error('A session that let somebody in is not there.');
      tx.record(sessionRead({ id: actor.membershipId, clientId: actor.personId }));
      return { clientId: actor.personId, expiresAt: session.expiresAt };
    });
  }

  end(actor: Actor): Promise<void> {
    return this.work.run(actor, async (tx) => {
      await this.door.endSession(tx);
      tx.record(sessionEnded({ id: actor.membershipId, clientId: actor.personId }));
    });
  }
}
