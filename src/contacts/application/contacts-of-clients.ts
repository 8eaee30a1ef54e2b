import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { ShownContact } from '../domain/shown-contact.js';
import { ContactStore } from '../persistence/contact.store.js';

export interface Recent {
  readonly limit: number;
  /** As they stood then, under the grants of now. */
  readonly at?: Instant;
}

/** For whoever shows a client as a whole, and writes down there what was shown. */
@Injectable()
export class ContactsOfClients {
  constructor(private readonly contacts: ContactStore) {}

  /** The newest contacts of these records together, in one statement, each with the answers that the actor may read. */
  within(tx: Transaction, clientIds: readonly Id[], { limit, at }: Recent): Promise<readonly ShownContact[]> {
    return this.contacts.recent(tx, clientIds, limit, at);
  }
}
