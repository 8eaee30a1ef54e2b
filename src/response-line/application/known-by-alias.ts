import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { SearchTokens } from '../../platform/sealing/search-tokens.js';
import { aliasMarks, type WantedAlias } from '../domain/caller-marks.js';
import { CallerSearchStore, type AliasFound, type WantedToken } from '../persistence/caller-search.store.js';

/** What a caller is found by. Tokens are made before the transaction opens, and kept or looked for in it. */
@Injectable()
export class KnownByAlias {
  constructor(
    private readonly tokens: SearchTokens,
    private readonly search: CallerSearchStore,
  ) {}

  async tokensOf(alias: string | undefined): Promise<readonly Buffer[]> {
    return (await this.tokens.of(aliasMarks(alias))).map(({ hmac }) => hmac);
  }

  async wanted(marks: readonly WantedAlias[]): Promise<readonly WantedToken[]> {
    const made = await this.tokens.wanted(marks.map(({ mark }) => mark));
    return marks.flatMap(({ mark, part, weight }) =>
      made.filter((one) => one.mark === mark).map(({ hmac }) => ({ hmac, part, weight, kind: mark.kind })),
    );
  }

  keep(tx: Transaction, callerId: Id, tokens: readonly Buffer[]): Promise<void> {
    return this.search.index(tx, callerId, tokens);
  }

  /** The best first. */
  find(tx: Transaction, wanted: readonly WantedToken[], limit: number): Promise<readonly AliasFound[]> {
    return wanted.length === 0 ? Promise.resolve([]) : this.search.find(tx, wanted, limit);
  }
}
