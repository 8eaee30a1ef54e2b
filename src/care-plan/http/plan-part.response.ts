import { ApiProperty } from '@nestjs/swagger';
import { TRANSPORT_CODES } from '../../admissions/domain/attempt.codes.js';
import { attemptLifecycle } from '../../admissions/domain/attempt.lifecycle.js';
import { NALOXONE_CODES } from '../../admissions/domain/stay.codes.js';
import { stayLifecycle } from '../../admissions/domain/stay.lifecycle.js';
import {
  ID,
  MAYBE_ID,
  MAYBE_INSTANT,
  INSTANT,
  MAYBE_DAY,
  MAYBE_TEXT,
  MAYBE_COUNT,
  VERSION,
} from '../../platform/http/openapi/fields.js';
import { ASKS_FOR, OWED_BY, URGENCIES } from '../../referrals/domain/referral.codes.js';
import { referralLifecycle } from '../../referrals/domain/referral.lifecycle.js';
import { TASK_KINDS, type TaskKind } from '../../tasks/domain/task.kinds.js';
import { DATA_CLASSES, ROLES } from '../../access/policy.js';
import { TIMELINE_KINDS } from '../domain/change.js';
import { SECTIONS } from '../domain/plan-section.js';

/** What stands on the plan of each kind: enough for the two minutes before a visit; the record itself is one call away. */
export class PlanSectionResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ enum: SECTIONS }) readonly section!: string;
  @ApiProperty({ example: 'Call me by my alias at the front desk.' }) readonly text!: string;
  @ApiProperty({ enum: DATA_CLASSES }) readonly class!: string;
  @ApiProperty({ ...ID, description: 'The membership that wrote it last.' }) readonly updatedBy!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

class PlanTeamMember {
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty(ID) readonly membershipId!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ enum: ROLES }) readonly role!: string;
  @ApiProperty() readonly isPrimary!: boolean;
  @ApiProperty(INSTANT) readonly since!: string;
}

class PlanSupporter {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty(MAYBE_TEXT) readonly relation!: string | null;
  @ApiProperty() readonly mayBeTold!: string;
}

export class PlanPerson {
  @ApiProperty({ ...MAYBE_TEXT, description: 'The name to say.' }) readonly goesBy!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly pronouns!: string | null;
  @ApiProperty({ type: [String] }) readonly languages!: readonly string[];
  @ApiProperty({ type: [PlanTeamMember] }) readonly team!: readonly PlanTeamMember[];
  @ApiProperty({ type: [PlanSupporter] }) readonly supporters!: readonly PlanSupporter[];
}

class PlanWorker {
  @ApiProperty({ enum: ['client', 'member'] }) readonly who!: string;
  @ApiProperty({ ...ID, required: false }) readonly membershipId?: string;
  @ApiProperty({ required: false }) readonly name?: string;
  @ApiProperty({ required: false }) readonly role?: string;
  @ApiProperty({ required: false }) readonly isHere?: boolean;
}

class PlanStep {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty() readonly text!: string;
  @ApiProperty() readonly state!: string;
  @ApiProperty(MAYBE_DAY) readonly dueOn!: string | null;
  @ApiProperty({ type: PlanWorker }) readonly workedOnBy!: PlanWorker;
}

export class PlanGoal {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ description: 'In their own words.' }) readonly ownWords!: string;
  @ApiProperty(MAYBE_TEXT) readonly teamNote!: string | null;
  @ApiProperty() readonly state!: string;
  @ApiProperty({ type: PlanWorker }) readonly workedOnBy!: PlanWorker;
  @ApiProperty({ type: [PlanStep] }) readonly steps!: readonly PlanStep[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class PlanNeed {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty() readonly domain!: string;
  @ApiProperty() readonly state!: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'In their own words.' }) readonly ownWords!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly teamNote!: string | null;
  @ApiProperty({ enum: DATA_CLASSES }) readonly class!: string;
  @ApiProperty({ description: 'Whether the client wants help with it now.' }) readonly wantsHelp!: string;
  @ApiProperty({ type: PlanWorker, nullable: true }) readonly workedOnBy!: PlanWorker | null;
  @ApiProperty(VERSION) readonly version!: number;
}

export class PlanReferral {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ enum: Object.keys(ASKS_FOR) }) readonly asksFor!: string;
  @ApiProperty({ enum: URGENCIES }) readonly urgency!: string;
  @ApiProperty({ example: 'Sarcee Trail Clinic' }) readonly sender!: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'The organisation that was asked.' }) readonly receiver!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly service!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly reason!: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'In their own words.' }) readonly ownWords!: string | null;
  @ApiProperty({ enum: referralLifecycle.states }) readonly state!: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'The reason code of the last move.' }) readonly because!: string | null;
  @ApiProperty({ enum: OWED_BY, description: 'Who owes the next step.' }) readonly owes!: string;
  @ApiProperty(MAYBE_INSTANT) readonly nextStepBy!: string | null;
  @ApiProperty({ description: 'Past due; nothing else follows from it.' }) readonly overdue!: boolean;
  @ApiProperty(MAYBE_COUNT) readonly placeInLine!: number | null;
  @ApiProperty(MAYBE_DAY) readonly reviewOn!: string | null;
  @ApiProperty(VERSION) readonly version!: number;
}

export class PlanDate {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty(ID) readonly referralId!: string;
  @ApiProperty({ type: 'integer', description: 'Which date of this referral it is: 1 for the first.' })
  readonly number!: number;
  @ApiProperty(INSTANT) readonly offeredFor!: string;
  @ApiProperty({ example: 'America/Edmonton' }) readonly zone!: string;
  @ApiProperty({ enum: attemptLifecycle.states }) readonly state!: string;
  @ApiProperty(MAYBE_INSTANT) readonly answerBy!: string | null;
  @ApiProperty({ description: 'Nobody answered in time; the place may be given to somebody else.' })
  readonly lapsed!: boolean;
  @ApiProperty({ enum: TRANSPORT_CODES, nullable: true }) readonly transport!: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'Who goes along.' }) readonly accompaniedBy!: string | null;
  @ApiProperty(VERSION) readonly version!: number;
}

export class PlanStay {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty(ID) readonly referralId!: string;
  @ApiProperty({ example: 'Ninety days for young women' }) readonly service!: string;
  @ApiProperty({ enum: stayLifecycle.states }) readonly state!: string;
  @ApiProperty(INSTANT) readonly admittedAt!: string;
  @ApiProperty(MAYBE_DAY) readonly plannedEndOn!: string | null;
  @ApiProperty(MAYBE_INSTANT) readonly endedAt!: string | null;
  @ApiProperty({
    description: 'It ended, and what was owed after it is still open: what the body took before may now be too much.',
  })
  readonly lowerTolerance!: boolean;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Whether the client was told so before leaving.' })
  readonly toldOfLowerTolerance!: boolean | null;
  @ApiProperty({ enum: NALOXONE_CODES, nullable: true }) readonly naloxone!: string | null;
  @ApiProperty(VERSION) readonly version!: number;
}

class PlanDue {
  @ApiProperty({ ...MAYBE_DAY, description: 'Where it is due by a day.' }) readonly on!: string | null;
  @ApiProperty({ ...INSTANT, description: 'The instant, or the first one of the day.' }) readonly at!: string;
}

class PlanOwner {
  @ApiProperty(ID) readonly organisationId!: string;
  @ApiProperty(MAYBE_ID) readonly membershipId!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly name!: string | null;
  @ApiProperty({ enum: ROLES, nullable: true }) readonly role!: string | null;
}

export class PlanTask {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ enum: TASK_KINDS }) readonly kind!: TaskKind;
  @ApiProperty(MAYBE_TEXT) readonly title!: string | null;
  @ApiProperty({ type: PlanDue, nullable: true }) readonly due!: PlanDue | null;
  @ApiProperty({ description: 'Past due and still open.' }) readonly overdue!: boolean;
  @ApiProperty() readonly owner!: PlanOwner;
}

export class PlanContact {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty(INSTANT) readonly happenedAt!: string;
  @ApiProperty() readonly channel!: string;
  @ApiProperty() readonly outcome!: string;
  @ApiProperty({ ...ID, description: 'The membership of whoever was there.' }) readonly createdBy!: string;
  @ApiProperty(MAYBE_COUNT) readonly minutes!: number | null;
  @ApiProperty(MAYBE_TEXT) readonly goalToday!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly note!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly accompaniedTo!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly accompaniment!: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: ['yes', 'no', 'unknown'] },
    description: 'What the client was asked, as far as you may read it.',
    example: { needs_food: 'yes' },
  })
  readonly answers!: Readonly<Record<string, string>>;
}

export class PlanSignOffResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ ...ID, description: 'The membership that signed.' }) readonly by!: string;
  @ApiProperty() readonly byName!: string;
  @ApiProperty({ enum: ROLES }) readonly byRole!: string;
  @ApiProperty({ ...INSTANT, description: 'The plan as it stood then.' }) readonly planAsOf!: string;
  @ApiProperty({ enum: DATA_CLASSES, isArray: true, description: 'What the signer had before them.' })
  readonly seenClasses!: readonly string[];
  @ApiProperty(INSTANT) readonly signedAt!: string;
}

export class ChangeResponse {
  @ApiProperty({ ...ID, description: 'Of the change.' }) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ enum: TIMELINE_KINDS, description: 'What sort of record.' }) readonly kind!: string;
  @ApiProperty(ID) readonly recordId!: string;
  @ApiProperty({ enum: DATA_CLASSES }) readonly class!: string;
  @ApiProperty({ enum: ['made', 'changed'] }) readonly what!: string;
  @ApiProperty(INSTANT) readonly at!: string;
  @ApiProperty({ ...INSTANT, description: 'When what it tells of took place.' }) readonly occurredAt!: string;
  @ApiProperty({ ...MAYBE_ID, description: 'The membership that made it.' }) readonly by!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly byName!: string | null;
  @ApiProperty({ enum: ROLES, nullable: true }) readonly byRole!: string | null;
}

export class TimelineEntryResponse extends ChangeResponse {
  @ApiProperty({
    ...MAYBE_TEXT,
    example: 'miss_date',
    description: 'Of a referral the move that was made; of a date or a stay that it ended.',
  })
  readonly step!: string | null;
}
