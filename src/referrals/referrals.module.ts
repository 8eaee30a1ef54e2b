import { Module } from '@nestjs/common';
import { DisclosuresModule } from '../disclosures/disclosures.module.js';
import { Agreements } from './application/agreements.js';
import { ReferralDesk } from './application/referral-desk.js';
import { ReferralMoving } from './application/referral-moving.js';
import { ReferralsOfClients } from './application/referrals-of-clients.js';
import { AgreementStore } from './persistence/agreement.store.js';
import { PlannedReferralStore } from './persistence/planned-referral.store.js';
import { ReferralStore } from './persistence/referral.store.js';

const STORES = [ReferralStore, PlannedReferralStore, AgreementStore];

/** Who was asked for what for whom, what goes along, where it is stuck and who owes the next step. */
@Module({
  imports: [DisclosuresModule],
  providers: [...STORES, Agreements, ReferralDesk, ReferralMoving, ReferralsOfClients],
  exports: [ReferralDesk, ReferralMoving, ReferralsOfClients],
})
export class ReferralsModule {}
