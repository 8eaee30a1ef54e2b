import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { assertFresh } from '../../kernel/fresh.js';
import { particularLifecycle, standingOf, type Particular } from '../domain/particular.js';
import { OpenedParticulars, particularEntry, shownTo, type OneParticular } from './opened-particulars.js';
import type { ParticularKind } from './particulars.js';

/** It stands no longer. It stays as history, and she is still found by it. */
@Injectable()
export class EndParticular {
  constructor(
    private readonly work: UnitOfWork,
    private readonly particulars: OpenedParticulars,
  ) {}

  /** @throws Refusal `stale`; `move_not_open` when it has ended already */
  by<P extends Particular, W extends object>(
    actor: Actor,
    kind: ParticularKind<P, W>,
    { clientId, id, expected }: { readonly clientId: Id; readonly id: Id; readonly expected: number },
  ): Promise<OneParticular<P, W>> {
    return this.work.run(actor, async (tx) => {
      const held = await this.particulars.permit(tx, kind.change, clientId, { write: kind.class });
      const before = await this.particulars.one(tx, kind, clientId, id);
      assertFresh(expected, before.particular.version);
      nextState(particularLifecycle, 'end', standingOf(before.particular), {});
      const ended = { endedAt: tx.now };
      const saved = await this.particulars.stores.particulars.change(tx, kind.table, before.particular, ended);
      if (!saved) assertFresh(expected, (await this.particulars.one(tx, kind, clientId, id)).particular.version);
      const version = expected + 1;
      tx.record(particularEntry(kind, 'ended', clientId, { held, facts: { id, version } }));
      return shownTo(tx, kind, held, { ...before, particular: { ...before.particular, ...ended, version } });
    });
  }
}
