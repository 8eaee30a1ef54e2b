import { Injectable } from '@nestjs/common';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import { Words } from '../../platform/sealing/words.js';
import type { Client, ClientWords } from '../domain/client.js';
import { ClientStores } from '../persistence/client-stores.js';
import { NAME_TABLE } from '../persistence/particular.tables.js';
import type { KeptTokens } from './found-by.js';

export interface NewClient {
  readonly goesBy: string;
  readonly province?: string;
  readonly timeZone?: string;
  readonly languages?: readonly string[];
  readonly heardOfUs?: Client['heardOfUs'];
  readonly words: ClientWords;
  readonly tokens: { readonly name: KeptTokens; readonly birth: KeptTokens };
}

/** A new client's record: the client, her first team member, and only then, by the grant that follows, all else. */
@Injectable()
export class NewRecord {
  constructor(
    private readonly receipts: Receipts,
    private readonly stores: ClientStores,
    private readonly words: Words,
  ) {}

  once(tx: Tx, receipt: Receipt, wanted: NewClient): Promise<{ id: Id; replayed: boolean }> {
    return this.receipts.once(tx, receipt, (id) => this.make(tx, id, wanted));
  }

  /** Within what somebody else has a receipt for. */
  async make(tx: Tx, id: Id, wanted: NewClient): Promise<void> {
    const { clients, team, search } = this.stores;
    const [key, home, by] = [this.words.newKey(), await clients.home(tx), tx.actor.membershipId];
    const [at, of] = [tx.now, 'identity_name'] as const;
    const sealed = this.words.seal(key, { table: 'client', id, class: of }, wanted.words);
    await clients.add(tx, {
      ...{ id, class: of, homeOrganisationId: tx.actor.organisationId, words: sealed, version: 1 },
      province: wanted.province ?? home.province,
      timeZone: wanted.timeZone ?? home.timeZone,
      languages: [...(wanted.languages ?? [])],
      heardOfUs: wanted.heardOfUs ?? null,
      ...{ createdAt: at, createdBy: by, updatedAt: at },
    });
    await team.add(tx, {
      ...{ id: newId(), clientId: id, class: 'coordination', membershipId: by, isPrimary: true, startedAt: at },
      ...{ endedAt: null, endedBecause: null, createdBy: by, version: 1 },
    });
    await this.words.keep(tx, id, key);
    const nameId = newId();
    const name = this.words.seal(key, { table: 'client_name', id: nameId, class: of }, { name: wanted.goesBy });
    await this.stores.particulars.add(tx, NAME_TABLE, {
      ...{ id: nameId, clientId: id, class: of, setting: 'goes_by', words: name },
      ...{ createdAt: at, createdBy: by, endedAt: null, version: 1 },
    });
    await Promise.all([
      search.index(tx, id, nameId, wanted.tokens.name),
      search.index(tx, id, id, wanted.tokens.birth),
    ]);
  }
}
