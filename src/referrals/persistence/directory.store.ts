import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';

const RECEIVER: Statement = {
  name: 'referral-receiver',
  text: `SELECT o.id FROM organisation o WHERE o.closed_at IS NULL AND o.id = CASE WHEN $2::uuid IS NULL THEN $1::uuid
    ELSE (SELECT s.organisation_id FROM service s WHERE s.id = $2 AND s.closed_at IS NULL) END`,
};

/** Whether she agreed that the line's referrals stand beside her record. */
const LINKED: Statement = {
  name: 'referral-caller-linked',
  text: `SELECT EXISTS (SELECT FROM caller_link WHERE caller_id = $1 AND client_id = $2 AND state = 'linked'
    AND 'referrals' = ANY (parts)) AS is`,
};

/** Who receives, and whether a caller and a client are said to be one. */
@Injectable()
export class DirectoryStore {
  /** The organisation behind them, where they are open. */
  async receiver(tx: Transaction, organisationId?: Id, serviceId?: Id): Promise<Id | undefined> {
    return (await tx.query<{ id: Id }>(RECEIVER, [organisationId ?? null, serviceId ?? null]))[0]?.id;
  }

  async isLinked(tx: Transaction, callerId: Id, clientId: Id): Promise<boolean> {
    return (await tx.query<{ is: boolean }>(LINKED, [callerId, clientId]))[0]?.is ?? false;
  }
}
