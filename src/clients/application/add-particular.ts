import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Particular } from '../domain/particular.js';
import { FoundBy } from './found-by.js';
import { OpenedParticulars, particularEntry, shownTo, type OneParticular } from './opened-particulars.js';
import type { ParticularKind } from './particulars.js';

/** What is new of it: its own columns, and its words. */
export interface NewParticular<P extends Particular, W extends object> {
  readonly clientId: Id;
  readonly columns: Omit<P, keyof Particular | 'class'>;
  readonly words: W;
}

@Injectable()
export class AddParticular {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly particulars: OpenedParticulars,
    private readonly foundBy: FoundBy,
  ) {}

  async by<P extends Particular, W extends object>(
    actor: Actor,
    receipt: Receipt,
    kind: ParticularKind<P, W>,
    wanted: NewParticular<P, W>,
  ): Promise<OneParticular<P, W>> {
    const tokens = await this.foundBy.tokensOf(kind.marks(wanted.words));
    const { clientId } = wanted;
    return this.work.run(actor, async (tx) => {
      const held = await this.particulars.permit(tx, kind.change, clientId, { write: kind.class });
      const { id, replayed } = await this.receipts.once(tx, receipt, async (newId) => {
        await this.insert(tx, kind, newId, wanted);
        await this.foundBy.keep(tx, clientId, newId, tokens);
      });
      const opened = await this.particulars.one(tx, kind, clientId, id);
      const done = replayed ? 'read' : 'added';
      tx.record(particularEntry(kind, done, clientId, { held, facts: { id, version: opened.particular.version } }));
      return shownTo(tx, kind, held, opened);
    });
  }

  private async insert<P extends Particular, W extends object>(
    tx: Tx,
    kind: ParticularKind<P, W>,
    id: Id,
    { clientId, columns, words }: NewParticular<P, W>,
  ): Promise<void> {
    const sealed = await this.particulars.sealed(tx, kind, { id, clientId }, words);
    const common = { id, clientId, class: kind.class, words: sealed, endedAt: null, version: 1 };
    const row = { ...columns, ...common, createdAt: tx.now, createdBy: tx.actor.membershipId };
    await this.particulars.stores.particulars.add(tx, kind.table, row as unknown as P & { words: Buffer });
  }
}
