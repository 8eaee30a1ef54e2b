import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { DisclosuresModule } from '../disclosures/disclosures.module.js';
import { ResponseLineModule } from '../response-line/response-line.module.js';
import { Agreements } from './application/agreements.js';
import { CallerReceiving } from './application/caller-receiving.js';
import { ChangeAgreement } from './application/change-agreement.js';
import { ChangeReferral } from './application/change-referral.js';
import { DraftReferral } from './application/draft-referral.js';
import { FindReferrals } from './application/find-referrals.js';
import { MoveReferral } from './application/move-referral.js';
import { ReadReferral } from './application/read-referral.js';
import { ReceiveCaller } from './application/receive-caller.js';
import { RecordOfCaller } from './application/record-of-caller.js';
import { ReferralDesk } from './application/referral-desk.js';
import { ReferralDrafting } from './application/referral-drafting.js';
import { ReferralMoving } from './application/referral-moving.js';
import { ReferralNoting } from './application/referral-noting.js';
import { ReferralsOfClients } from './application/referrals-of-clients.js';
import { ReferralShowing } from './application/referral-showing.js';
import { ReferralTerms } from './application/referral-terms.js';
import { TellOutcome } from './application/tell-outcome.js';
import { ReferralMovesController } from './http/referral-moves.controller.js';
import { ReferralsController } from './http/referrals.controller.js';
import { SubjectReferralsController } from './http/subject-referrals.controller.js';
import { AgreementStore } from './persistence/agreement.store.js';
import { DirectoryStore } from './persistence/directory.store.js';
import { PlannedReferralStore } from './persistence/planned-referral.store.js';
import { ReferralBoxStore } from './persistence/referral-box.store.js';
import { ReferralListStore } from './persistence/referral-list.store.js';
import { ReferralPackageStore } from './persistence/referral-package.store.js';
import { ReferralStore } from './persistence/referral.store.js';

const STORES = [
  ReferralStore,
  ReferralPackageStore,
  ReferralListStore,
  ReferralBoxStore,
  AgreementStore,
  DirectoryStore,
  PlannedReferralStore,
];
const DESK = [ReferralDesk, ReferralShowing, ReferralTerms, ReferralDrafting, ReferralNoting, Agreements];
const RECEIVING = [CallerReceiving, RecordOfCaller, ReceiveCaller];
const USE_CASES = [
  DraftReferral,
  ChangeReferral,
  MoveReferral,
  ReadReferral,
  FindReferrals,
  TellOutcome,
  ChangeAgreement,
];

/** Who was asked for what for whom, what goes along, where it is stuck and who owes the next step. */
@Module({
  imports: [ClientsModule, DisclosuresModule, ResponseLineModule, TasksModule],
  controllers: [SubjectReferralsController, ReferralsController, ReferralMovesController],
  providers: [...STORES, ...DESK, ReferralMoving, ReferralsOfClients, ...RECEIVING, ...USE_CASES],
  exports: [ReferralDesk, ReferralMoving, ReferralShowing, ReferralsOfClients],
})
export class ReferralsModule {}
