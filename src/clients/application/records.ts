import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import type { Id } from '../../kernel/ids.js';

/** Under which ids a client's data stands. Today one, her own; when records are joined, theirs are named here too. */
@Injectable()
export class Records {
  of(_tx: Transaction, clientId: Id): Promise<readonly Id[]> {
    return Promise.resolve([clientId]);
  }
}
