import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Particular } from '../domain/particular.js';
import { OpenedParticulars, particularEntry, shownTo, type OneParticular } from './opened-particulars.js';
import type { ParticularKind } from './particulars.js';

@Injectable()
export class ReadParticular {
  constructor(
    private readonly work: UnitOfWork,
    private readonly particulars: OpenedParticulars,
  ) {}

  /** @throws Refusal `not_found` when there is none such of this client, or its class is withheld */
  by<P extends Particular, W extends object>(
    actor: Actor,
    kind: ParticularKind<P, W>,
    clientId: Id,
    id: Id,
  ): Promise<OneParticular<P, W>> {
    return this.work.run(actor, async (tx) => {
      const [held, opened] = await Promise.all([
        this.particulars.permit(tx, kind.read, clientId),
        this.particulars.one(tx, kind, clientId, id),
      ]);
      const facts = { id, version: opened.particular.version };
      tx.record(particularEntry(kind, 'read', clientId, { held, facts }));
      return shownTo(tx, kind, held, opened);
    });
  }
}
