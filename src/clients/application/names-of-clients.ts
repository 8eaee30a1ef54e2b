import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Questions, Transaction } from '../../platform/database/transaction.js';
import { Words } from '../../platform/sealing/words.js';
import type { ClientNameWords } from '../domain/client-name.js';
import type { StoredSaidName } from '../persistence/client.store.js';
import { ClientStores } from '../persistence/client-stores.js';

/** For the features to the right, within their own unit of work and under their own audit entry. */
@Injectable()
export class NamesOfClients {
  constructor(
    private readonly words: Words,
    private readonly stores: ClientStores,
  ) {}

  /** The name to say of each, as far as row-level security shows it. Those of whom it shows none are absent. */
  async said(tx: Transaction, clientIds: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    if (clientIds.length === 0) return new Map();
    return this.opened(await this.stores.clients.saidNames(tx, clientIds));
  }

  /** The same of those whose referrals this transaction has opened. */
  async ofOpened(tx: Questions): Promise<ReadonlyMap<Id, string>> {
    return this.opened(await this.stores.clients.namesOfOpened(tx));
  }

  private opened(rows: readonly StoredSaidName[]): ReadonlyMap<Id, string> {
    return new Map(
      rows.map(({ clientId, wrapped, id, words }) => {
        const place = { table: 'client_name', id, class: 'identity_name' };
        return [clientId, this.words.open<ClientNameWords>(this.words.unwrap(clientId, wrapped), place, words).name];
      }),
    );
  }
}
