import { Module } from '@nestjs/common';
import { AdmissionsModule } from '../admissions/admissions.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { DisclosuresModule } from '../disclosures/disclosures.module.js';
import { GoalsModule } from '../goals/goals.module.js';
import { NeedsModule } from '../needs/needs.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { ChangePlanSection } from './application/change-plan-section.js';
import { FindChanges } from './application/find-changes.js';
import { FindSignOffs } from './application/find-sign-offs.js';
import { PathParts } from './application/path-parts.js';
import { PlanParts } from './application/plan-parts.js';
import { PrintCarePlan } from './application/print-care-plan.js';
import { ReadCarePlan } from './application/read-care-plan.js';
import { ReadPlanSection } from './application/read-plan-section.js';
import { ReadTimeline } from './application/read-timeline.js';
import { SignPlan } from './application/sign-plan.js';
import { WritePlanSection } from './application/write-plan-section.js';
import { WrittenParts } from './application/written-parts.js';
import { CarePlanController } from './http/care-plan.controller.js';
import { PlanPartsController } from './http/plan-parts.controller.js';
import { ChangeStore } from './persistence/change.store.js';
import { PlanSectionStore } from './persistence/plan-section.store.js';
import { PlanSignOffStore } from './persistence/plan-sign-off.store.js';

const STORES = [ChangeStore, PlanSectionStore, PlanSignOffStore];
const USE_CASES = [
  ...[ReadCarePlan, PrintCarePlan, FindChanges, ReadTimeline],
  ...[WritePlanSection, ReadPlanSection, ChangePlanSection],
  ...[SignPlan, FindSignOffs],
];

/** One plan for everybody who works with her: it reads the features, and none of them knows it. */
@Module({
  imports: [
    ClientsModule,
    DisclosuresModule,
    TasksModule,
    ContactsModule,
    GoalsModule,
    NeedsModule,
    ReferralsModule,
    AdmissionsModule,
  ],
  controllers: [CarePlanController, PlanPartsController],
  providers: [...STORES, WrittenParts, PathParts, PlanParts, ...USE_CASES],
  exports: [PrintCarePlan],
})
export class CarePlanModule {}
