import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { SecretKey } from '../../platform/sealing/house-keys.js';
import { keptBy } from '../../platform/sealing/search-tokens.js';
import { aliasMarks } from '../domain/caller-marks.js';
import { CallerSearchStore } from '../persistence/caller-search.store.js';
import { CallerStore } from '../persistence/caller.store.js';

/** For the host's exchange of the search key: nobody's act, on the owner's connection. */
@Injectable()
export class IndexCallersAnew {
  constructor(
    private readonly callers: CallerStore,
    private readonly search: CallerSearchStore,
  ) {}

  /** From now on the caller is found by tokens of these keys and by no others; the alias stands still until the commit. */
  async of(tx: Transaction, callerId: Id, keys: readonly SecretKey[]): Promise<void> {
    await this.callers.hold(tx, callerId);
    const caller = await this.callers.one(tx, callerId);
    if (!caller) return;
    const tokens = keptBy(keys, aliasMarks(caller.words.alias));
    await this.search.index(
      tx,
      callerId,
      tokens.map(({ hmac }) => hmac),
    );
  }
}
