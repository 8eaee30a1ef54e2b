import { ApiProperty } from '@nestjs/swagger';
import {
  GroundResponse,
  WITHHELD,
  type WithheldResponse,
  ReadRecordResponse,
  RECORDS,
  readOf,
} from '../../access/http/ground.response.js';
import { ID, INSTANT, NEXT } from '../../platform/http/openapi/fields.js';
import type { CarePlan } from '../application/read-care-plan.js';
import { PLAN_MOVES } from '../domain/care-plan.js';
import {
  changeResponse,
  dateOnPlan,
  goalOnPlan,
  needOnPlan,
  personOnPlan,
  referralOnPlan,
  sectionResponse,
  signOffResponse,
  stayOnPlan,
  taskOnPlan,
  contactOnPlan,
} from './plan-parts.view.js';
import {
  ChangeResponse,
  PlanContact,
  PlanDate,
  PlanGoal,
  PlanNeed,
  PlanPerson,
  PlanReferral,
  PlanSectionResponse,
  PlanSignOffResponse,
  PlanStay,
  PlanTask,
  TimelineEntryResponse,
} from './plan-part.response.js';

class ChangedPart {
  @ApiProperty({
    ...INSTANT,
    nullable: true,
    description: 'Your last look that is older than 30 minutes; null: never.',
  })
  readonly since!: string | null;
  @ApiProperty({ type: [ChangeResponse], description: 'What others made or changed, the newest first.' })
  readonly items!: readonly ChangeResponse[];
  @ApiProperty({ description: 'Whether there is more at /care-plan/changes.' }) readonly more!: boolean;
}

export class CarePlanResponse {
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ ...INSTANT, description: 'When this is what the plan says.' }) readonly asOf!: string;
  @ApiProperty({ type: PlanPerson }) readonly person!: PlanPerson;
  @ApiProperty({ type: [PlanSectionResponse] }) readonly sections!: readonly PlanSectionResponse[];
  @ApiProperty({ type: [PlanGoal], description: 'In the client’s own order.' }) readonly goals!: readonly PlanGoal[];
  @ApiProperty({ type: [PlanNeed], description: 'In the client’s own order.' }) readonly needs!: readonly PlanNeed[];
  @ApiProperty({ type: [PlanReferral], description: 'Those in which somebody still owes a step.' })
  readonly referrals!: readonly PlanReferral[];
  @ApiProperty({ type: [PlanDate], description: 'Offered or set, the next first.' })
  readonly dates!: readonly PlanDate[];
  @ApiProperty({ type: [PlanStay], description: 'Those that go on, and those after which something is owed.' })
  readonly stays!: readonly PlanStay[];
  @ApiProperty({ type: [PlanTask], description: 'What is owed next, what falls due first, first.' })
  readonly nextSteps!: readonly PlanTask[];
  @ApiProperty({ type: [PlanContact], description: 'The newest.' }) readonly contacts!: readonly PlanContact[];
  @ApiProperty({ type: [PlanSignOffResponse], description: 'The newest of each profession, for each record.' })
  readonly signOffs!: readonly PlanSignOffResponse[];
  @ApiProperty({ type: ChangedPart }) readonly changed!: ChangedPart;
  @ApiProperty(WITHHELD)
  readonly withheld!: readonly WithheldResponse[];
  @ApiProperty(RECORDS) readonly records!: readonly ReadRecordResponse[];
  @ApiProperty({ type: GroundResponse, description: 'Why you see this.' }) readonly ground!: GroundResponse;
  @ApiProperty({ enum: Object.keys(PLAN_MOVES), isArray: true }) readonly openMoves!: readonly string[];
}

export class ChangesResponse {
  @ApiProperty({ type: [ChangeResponse] }) readonly items!: readonly ChangeResponse[];
  @ApiProperty(NEXT) readonly next?: string;
  @ApiProperty(WITHHELD) readonly withheld!: readonly WithheldResponse[];
  @ApiProperty(RECORDS) readonly records!: readonly ReadRecordResponse[];
}

export class TimelineResponse {
  @ApiProperty({ type: [TimelineEntryResponse] }) readonly items!: readonly TimelineEntryResponse[];
  @ApiProperty(NEXT) readonly next?: string;
  @ApiProperty(WITHHELD) readonly withheld!: readonly WithheldResponse[];
  @ApiProperty(RECORDS) readonly records!: readonly ReadRecordResponse[];
}

export class SignOffsResponse {
  @ApiProperty({ type: [PlanSignOffResponse] }) readonly items!: readonly PlanSignOffResponse[];
  @ApiProperty(NEXT) readonly next?: string;
  @ApiProperty(WITHHELD) readonly withheld!: readonly WithheldResponse[];
  @ApiProperty(RECORDS) readonly records!: readonly ReadRecordResponse[];
}

export const carePlanResponse = (plan: CarePlan): CarePlanResponse => ({
  clientId: plan.clientId,
  asOf: plan.asOf,
  person: personOnPlan(plan.person),
  sections: plan.sections.map(sectionResponse),
  goals: plan.goals.map(goalOnPlan),
  needs: plan.needs.map(needOnPlan),
  referrals: plan.referrals.map(referralOnPlan),
  dates: plan.dates.map(dateOnPlan),
  stays: plan.stays.map(stayOnPlan),
  nextSteps: plan.nextSteps.map(taskOnPlan),
  contacts: plan.contacts.map(contactOnPlan),
  signOffs: plan.signOffs.map(signOffResponse),
  changed: { ...plan.changed, items: plan.changed.items.map(changeResponse) },
  ...readOf(plan),
  ground: plan.held.ground,
  openMoves: plan.openMoves,
});
