import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { ShownNeed } from '../domain/need.js';
import { NeedStore } from '../persistence/need.store.js';

/** For the features to the right, within their own unit of work and under their own audit entry. */
@Injectable()
export class NeedsOfClients {
  constructor(private readonly needs: NeedStore) {}

  /** In her order, in one statement; at an instant: as they stood then, under the grants of now. */
  within(tx: Transaction, clientIds: readonly Id[], at?: Instant): Promise<readonly ShownNeed[]> {
    return this.needs.ofClients(tx, clientIds, at);
  }
}
