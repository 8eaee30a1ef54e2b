import { Injectable } from '@nestjs/common';
import type { Asking } from '../../audit/unit-of-work.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { PlannedReferral } from '../domain/planned-referral.js';
import { isOverdue, owedNow } from '../domain/referral.rules.js';
import { PlannedReferralStore } from '../persistence/planned-referral.store.js';

/** For the features to the right, within their own unit of work and under their own audit entry. */
@Injectable()
export class ReferralsOfClients {
  constructor(private readonly referrals: PlannedReferralStore) {}

  /** Those in which somebody still owes a step; at an instant: as they stood then, under the grants of now. */
  async within(tx: Asking, clientIds: readonly Id[], at?: Instant): Promise<readonly PlannedReferral[]> {
    const standing = await this.referrals.ofClients(tx, clientIds, at);
    const now = at ?? (await tx.now);
    return standing.map((referral) => {
      const owes = owedNow(referral, now);
      return { ...referral, owes, isOverdue: isOverdue({ ...referral, owes }, now) };
    });
  }
}
