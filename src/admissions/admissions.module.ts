import { Module } from '@nestjs/common';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { ServicesModule } from '../services/services.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { AdmissionDesk } from './application/admission-desk.js';
import { AdmissionsOfClients } from './application/admissions-of-clients.js';
import { ArrangeAttempt } from './application/arrange-attempt.js';
import { AttemptClosing } from './application/attempt-closing.js';
import { AttemptMoves } from './application/attempt-moves.js';
import { AttemptOffering } from './application/attempt-offering.js';
import { BedKeeping } from './application/bed-keeping.js';
import { BedPromising } from './application/bed-promising.js';
import { BeginStay } from './application/begin-stay.js';
import { ChangeStay } from './application/change-stay.js';
import { DateSteps } from './application/date-steps.js';
import { FindAttempts } from './application/find-attempts.js';
import { FindStays } from './application/find-stays.js';
import { FindWaiting } from './application/find-waiting.js';
import { MoveAttempt } from './application/move-attempt.js';
import { MoveStay } from './application/move-stay.js';
import { NoteReach } from './application/note-reach.js';
import { OfferDate } from './application/offer-date.js';
import { Outreach } from './application/outreach.js';
import { StayMoves } from './application/stay-moves.js';
import { StayOpening } from './application/stay-opening.js';
import { TendBeds } from './application/tend-beds.js';
import { AttemptsController } from './http/attempts.controller.js';
import { ReachAttemptsController } from './http/reach-attempts.controller.js';
import { StaysController } from './http/stays.controller.js';
import { WaitingListController } from './http/waiting-list.controller.js';
import { AttemptStore } from './persistence/attempt.store.js';
import { BedStore } from './persistence/bed.store.js';
import { KeeperStore } from './persistence/keeper.store.js';
import { PlannedAdmissionStore } from './persistence/planned-admission.store.js';
import { ReachAttemptStore } from './persistence/reach-attempt.store.js';
import { StayStore } from './persistence/stay.store.js';
import { WaitingListStore } from './persistence/waiting-list.store.js';

const STORES = [
  AttemptStore,
  BedStore,
  KeeperStore,
  PlannedAdmissionStore,
  ReachAttemptStore,
  StayStore,
  WaitingListStore,
];
const USE_CASES = [
  ...[OfferDate, FindAttempts, ArrangeAttempt, MoveAttempt, NoteReach, TendBeds, FindWaiting],
  ...[BeginStay, ChangeStay, FindStays, MoveStay],
];

/** Dates that were offered and what came of each, who waits, beds, and stays. */
@Module({
  imports: [TasksModule, ServicesModule, ReferralsModule],
  controllers: [AttemptsController, ReachAttemptsController, WaitingListController, StaysController],
  providers: [
    ...STORES,
    ...[AdmissionDesk, AttemptClosing, AttemptMoves, AttemptOffering, BedKeeping, BedPromising],
    ...[DateSteps, Outreach, StayMoves, StayOpening],
    ...[...USE_CASES, AdmissionsOfClients],
  ],
  exports: [AdmissionsOfClients],
})
export class AdmissionsModule {}
