import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { withheldFrom, type Held, type Withheld } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Particular } from '../domain/particular.js';
import { OpenedParticulars, particularEntry, shownTo, type OneParticular } from './opened-particulars.js';
import type { ParticularKind } from './particulars.js';

export interface ParticularList<P extends Particular, W extends object> {
  readonly items: readonly OneParticular<P, W>[];
  readonly held: Held;
  readonly withheld: readonly Withheld[];
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
      const { held, items } = await this.particulars.list(tx, kind, clientId, ended);
      tx.record(particularEntry(kind, 'read', clientId, { held, facts: { count: items.length } }));
      const shown = items.map((one) => shownTo(tx, kind, held, one));
      return { items: shown, held, withheld: withheldFrom(actor, held) };
    });
  }
}
