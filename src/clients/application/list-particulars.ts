import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { heldOf, type ReadRecords } from '../../access/records.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Particular } from '../domain/particular.js';
import { OpenedParticulars, particularEntry, shownTo, type OneParticular } from './opened-particulars.js';
import type { ParticularKind } from './particulars.js';

export interface ParticularList<P extends Particular, W extends object> extends ReadRecords {
  readonly items: readonly OneParticular<P, W>[];
}

@Injectable()
export class ListParticulars {
  constructor(
    private readonly work: UnitOfWork,
    private readonly particulars: OpenedParticulars,
  ) {}

  /** @param ended whether ended ones are shown too */
  by<P extends Particular, W extends object>(
    actor: Actor,
    kind: ParticularKind<P, W>,
    clientId: Id,
    ended: boolean,
  ): Promise<ParticularList<P, W>> {
    return this.work.run(actor, async (tx) => {
      const { found, ...seen } = await this.particulars.list(tx, kind, clientId, ended);
      for (const { clientId: of, held } of seen.records) {
        const count = found.filter(({ particular }) => particular.clientId === of).length;
        tx.record(particularEntry(kind, 'read', of, { held, facts: { count } }));
      }
      const items = found.map((one) => shownTo(tx, kind, heldOf(seen.records, one.particular.clientId), one));
      return { ...seen, items };
    });
  }
}
