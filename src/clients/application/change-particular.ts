import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { assertFresh } from '../../kernel/fresh.js';
import { patched } from '../../kernel/merge-patch.js';
import type { Particular } from '../domain/particular.js';
import { FoundBy } from './found-by.js';
import { OpenedParticulars, particularEntry, shownTo, type OneParticular } from './opened-particulars.js';
import type { ParticularKind } from './particulars.js';

export interface ParticularChange<P extends Particular, W extends object> {
  readonly clientId: Id;
  readonly id: Id;
  readonly expected: number;
  readonly columns: Partial<Omit<P, keyof Particular | 'class'>>;
  /** A merge patch: null clears, absent keeps. */
  readonly words: { readonly [Word in keyof W]?: W[Word] | null };
}

@Injectable()
export class ChangeParticular {
  constructor(
    private readonly work: UnitOfWork,
    private readonly particulars: OpenedParticulars,
    private readonly foundBy: FoundBy,
  ) {}

  /** @throws Refusal `stale` when the version is no longer the expected one */
  async by<P extends Particular, W extends object>(
    actor: Actor,
    kind: ParticularKind<P, W>,
    { clientId, id, expected, columns, words: change }: ParticularChange<P, W>,
  ): Promise<OneParticular<P, W>> {
    const tokens = await this.foundBy.tokensOf(kind.marks(patched<Partial<W>>({}, change, kind.sealed)));
    return this.work.run(actor, async (tx) => {
      const held = await this.particulars.permit(tx, kind.change, clientId, { write: kind.class });
      const before = await this.particulars.one(tx, kind, clientId, id);
      assertFresh(expected, before.particular.version);
      const words = patched<W>(before.words, change, kind.sealed);
      const sealed = await this.particulars.sealed(tx, kind, before.particular, words);
      const saved = await this.particulars.stores.particulars.change(tx, kind.table, before.particular, {
        ...columns,
        words: sealed,
      });
      if (!saved) assertFresh(expected, (await this.particulars.one(tx, kind, clientId, id)).particular.version);
      if (kind.foundBy !== undefined && change[kind.foundBy] !== undefined)
        await this.foundBy.keep(tx, before.particular.clientId, id, tokens);
      const particular = { ...before.particular, ...columns, version: expected + 1 };
      const facts = { id, version: particular.version, fields: [...Object.keys(columns), ...Object.keys(change)] };
      tx.record(particularEntry(kind, 'changed', clientId, { held, facts }));
      return shownTo(tx, kind, held, { ...before, particular, words });
    });
  }
}
