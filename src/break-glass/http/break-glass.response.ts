import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import { ID, INSTANT, MAYBE_ID, MAYBE_INSTANT, MAYBE_TEXT, VERSION } from '../../platform/http/openapi/fields.js';
import type { BreakGlassView } from '../application/break-glass-desk.js';
import { BREAK_GLASS_BECAUSE, REVIEW_OUTCOMES } from '../domain/break-glass.js';
import { BREAK_GLASS_MOVES, breakGlassLifecycle } from '../domain/break-glass.lifecycle.js';

const PURPOSE = 'What it opens is read with the header `Purpose-Of-Use: emergency`.';
const NOBODY_YET = 'Null until then.';

export class BreakGlassResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty(ID) readonly clientId!: Id;
  @ApiProperty({ ...ID, description: 'The membership that opened it.' }) readonly membershipId!: Id;
  @ApiProperty({ description: 'Whose membership that is.', example: 'Dr. Sam Okafor' }) readonly workerName!: string;
  @ApiProperty(ID) readonly organisationId!: Id;
  @ApiProperty({ example: 'Sarcee Trail Clinic' }) readonly organisationName!: string;
  @ApiProperty({ enum: ROLES }) readonly role!: string;
  @ApiProperty({ enum: BREAK_GLASS_BECAUSE }) readonly because!: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'For whoever opened it while it stands, and for the review.' })
  readonly reason!: string | null;
  @ApiProperty({ enum: [...breakGlassLifecycle.states, 'over'], description: `After an hour it is over. ${PURPOSE}` })
  readonly state!: string;
  @ApiProperty(INSTANT) readonly openedAt!: string;
  @ApiProperty({ ...INSTANT, description: 'An hour later; from then on nothing is open.' }) readonly endsAt!: string;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'When somebody closed it before that.' })
  readonly closedAt!: string | null;
  @ApiProperty({ ...INSTANT, description: '72 hours after it was opened.' }) readonly reviewDueAt!: string;
  @ApiProperty({ description: 'The 72 hours have passed, and nobody has reviewed it.' }) readonly isOverdue!: boolean;
  @ApiProperty({ enum: REVIEW_OUTCOMES, nullable: true }) readonly outcome!: string | null;
  @ApiProperty({ ...MAYBE_INSTANT, description: NOBODY_YET }) readonly reviewedAt!: string | null;
  @ApiProperty({ ...MAYBE_ID, description: 'The membership that reviewed it.' }) readonly reviewedBy!: Id | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What the review says.' }) readonly reviewNote!: string | null;
  @ApiProperty({ enum: BREAK_GLASS_MOVES, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class BreakGlassBoardResponse {
  @ApiProperty({ type: [BreakGlassResponse] }) readonly items!: readonly BreakGlassResponse[];
  @ApiProperty({ required: false }) readonly next?: string;
}

export const breakGlassResponse = (view: BreakGlassView): BreakGlassResponse => ({
  id: view.id,
  clientId: view.clientId,
  membershipId: view.membershipId,
  workerName: view.workerName,
  organisationId: view.organisationId,
  organisationName: view.organisationName,
  role: view.role,
  because: view.because,
  reason: view.words.reason ?? null,
  state: view.state,
  openedAt: view.openedAt,
  endsAt: view.endsAt,
  closedAt: view.closedAt,
  reviewDueAt: view.reviewDueAt,
  isOverdue: view.isOverdue,
  outcome: view.outcome,
  reviewedAt: view.reviewedAt,
  reviewedBy: view.reviewedBy,
  reviewNote: view.words.reviewNote ?? null,
  openMoves: view.openMoves,
  version: view.version,
});
