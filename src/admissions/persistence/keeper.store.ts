import { Injectable } from '@nestjs/common';
import type { Role } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';

/** Who at the sender keeps what has to be done because of a referral, where they are and in which language they work. */
export interface Keeper {
  readonly organisationId: Id;
  readonly membershipId: Id | null;
  readonly role: Role | null;
  readonly zone: string;
  readonly language: 'en' | 'fr';
}

const KEEPER: Statement = {
  name: 'keeper-at-sender',
  text: `SELECT organisation_id AS "organisationId", membership_id AS "membershipId", role, zone, language
    FROM keeper_at_sender($1)`,
};
const TELL: Statement = { name: 'tell-of-lowered-tolerance', text: 'SELECT tell_of_lowered_tolerance($1)' };

@Injectable()
export class KeeperStore {
  /** Once a date or the referral itself was changed in this transaction; nothing otherwise. */
  async atSender(tx: Transaction, referralId: Id): Promise<Keeper | undefined> {
    return (await tx.query<Keeper>(KEEPER, [referralId]))[0];
  }

  /** Of a stay that was ended in this transaction. */
  async tellOfLoweredTolerance(tx: Transaction, stayId: Id): Promise<void> {
    await tx.query(TELL, [stayId]);
  }
}
