import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { SearchTokens } from '../../platform/sealing/search-tokens.js';
import type { SearchMark } from '../domain/search-marks.js';
import type { WantedMark } from '../domain/search-query.js';
import { ClientStores } from '../persistence/client-stores.js';
import type { Match, WantedToken } from '../persistence/search.store.js';

export type KeptTokens = Awaited<ReturnType<SearchTokens['of']>>;

/** What a client is found by. Tokens are made before the transaction opens, and kept or looked for in it. */
@Injectable()
export class FoundBy {
  constructor(
    private readonly tokens: SearchTokens,
    private readonly stores: ClientStores,
  ) {}

  tokensOf(marks: readonly SearchMark[]): Promise<KeptTokens> {
    return this.tokens.of(marks);
  }

  async wanted(marks: readonly WantedMark[]): Promise<readonly WantedToken[]> {
    const made = await this.tokens.wanted(marks.map(({ mark }) => mark));
    return marks.flatMap(({ mark, part, weight }) =>
      made.filter((one) => one.mark === mark).map(({ hmac }) => ({ hmac, part, weight, kind: mark.kind })),
    );
  }

  keep(tx: Transaction, clientId: Id, sourceId: Id, tokens: KeptTokens): Promise<void> {
    return this.stores.search.index(tx, clientId, sourceId, tokens);
  }

  /** The best first; only those of whom `enough` says that what they have will do. */
  async find(tx: Transaction, wanted: readonly WantedToken[], limit: number, among: Among): Promise<readonly Match[]> {
    if (wanted.length === 0) return [];
    const found = await this.stores.search.find(tx, wanted, limit, among.except);
    return found.filter(among.enough);
  }
}

interface Among {
  readonly except?: Id;
  readonly enough: (match: Match) => boolean;
}
