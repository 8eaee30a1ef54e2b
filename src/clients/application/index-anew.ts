import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { SecretKey } from '../../platform/sealing/house-keys.js';
import { keptBy } from '../../platform/sealing/search-tokens.js';
import { Words, type ClientKey } from '../../platform/sealing/words.js';
import type { ClientWords } from '../domain/client.js';
import { birthMarks, type SearchMark } from '../domain/search-marks.js';
import { ClientStores } from '../persistence/client-stores.js';
import type { SealedSource } from '../persistence/search.store.js';
import { CHANNELS, NAMES } from './particulars.js';

type Marks = (words: never) => readonly SearchMark[];

/** From which words each table makes its client found. */
const MARKS: Readonly<Record<SealedSource['table'], Marks>> = {
  client: ({ birthDate }: ClientWords) => (birthDate === undefined ? [] : birthMarks(birthDate)),
  client_name: NAMES.marks,
  channel: CHANNELS.marks,
};

/** For the host's exchange of the search key: nobody's act, under no grant, on the owner's connection. */
@Injectable()
export class IndexAnew {
  constructor(
    private readonly words: Words,
    private readonly stores: ClientStores,
  ) {}

  /** From now on she is found by tokens of these keys and by no others. Her sources stand still until the commit. */
  async of(tx: Transaction, clientId: Id, key: ClientKey, keys: readonly SecretKey[]): Promise<void> {
    for (const { table, id, class: of, words } of await this.stores.search.sources(tx, clientId)) {
      const marks = MARKS[table](this.words.open<never>(key, { table, id, class: of }, words));
      await this.stores.search.index(tx, clientId, id, keptBy(keys, marks));
    }
  }
}
