import { Injectable } from '@nestjs/common';
import { AdmissionsOfClients } from '../../admissions/application/admissions-of-clients.js';
import type { PlannedAdmissions } from '../../admissions/domain/planned-admission.js';
import type { Asking } from '../../audit/unit-of-work.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { ReferralsOfClients } from '../../referrals/application/referrals-of-clients.js';
import type { PlannedReferral } from '../../referrals/domain/planned-referral.js';

/** Where she was referred to, and the dates and stays that came of it. */
export interface Path extends PlannedAdmissions {
  readonly referrals: readonly PlannedReferral[];
}

@Injectable()
export class PathParts {
  constructor(
    private readonly referrals: ReferralsOfClients,
    private readonly admissions: AdmissionsOfClients,
  ) {}

  async within(tx: Asking, ids: readonly Id[], at?: Instant): Promise<Path> {
    const [referrals, admissions] = await Promise.all([
      this.referrals.within(tx, ids, at),
      this.admissions.within(tx, ids, at),
    ]);
    return { referrals, ...admissions };
  }
}
