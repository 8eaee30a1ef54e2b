import { ApiProperty } from '@nestjs/swagger';
import { WITHHELD, type WithheldResponse, ReadRecordResponse, RECORDS } from '../../access/http/ground.response.js';
import {
  ID,
  INSTANT,
  MAYBE_INSTANT,
  MAYBE_TEXT,
  MAYBE_COUNT,
  VERSION,
  NEXT,
} from '../../platform/http/openapi/fields.js';
import { ROLES } from '../../access/policy.js';
import { WORKED_ON_BY, type ShownWorker } from '../../clients/domain/worked-on-by.js';
import type { NeedView } from '../application/need-desk.js';
import { HOUSING_STATUSES } from '../domain/housing.js';
import { DOMAINS, NEED_CLASSES, SDOH_SYSTEM, sdohOf } from '../domain/need.domains.js';
import type { Documents } from '../domain/need.facts.js';
import { CONFIRMED_BY, NEED_MOVES, needLifecycle, WANTS_HELP } from '../domain/need.lifecycle.js';
import { DOCUMENTS_SCHEMA } from './need.request.js';

class NeedWorkerPart {
  @ApiProperty({ enum: WORKED_ON_BY }) readonly who!: string;
  @ApiProperty({ ...ID, required: false }) readonly membershipId?: string;
  @ApiProperty({ required: false, example: 'Maya Okafor' }) readonly name?: string;
  @ApiProperty({ enum: ROLES, required: false }) readonly role?: string;
  @ApiProperty({ required: false, description: 'Whether they still work there.' }) readonly isHere?: boolean;
}

export class NeedResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ enum: DOMAINS }) readonly domain!: string;
  @ApiProperty({ ...MAYBE_TEXT, description: `In ${SDOH_SYSTEM}, where a category says the same.` })
  readonly sdohCategory!: string | null;
  @ApiProperty({ enum: NEED_CLASSES }) readonly class!: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'In their own words.', example: 'I cannot sleep at the shelter.' })
  readonly ownWords!: string | null;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What was found, and what those who work on it add.' })
  readonly teamNote!: string | null;
  @ApiProperty({ enum: needLifecycle.states }) readonly state!: string;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What was said with the last move.' }) readonly moveNote!: string | null;
  @ApiProperty({ enum: NEED_MOVES, isArray: true, description: 'What you may do with it now.' })
  readonly openMoves!: readonly string[];
  @ApiProperty({ enum: WANTS_HELP, description: 'Whether the client wants help with it now.' })
  readonly wantsHelp!: string;
  @ApiProperty({ ...MAYBE_COUNT, description: 'The client’s own order: 1 comes first.' })
  readonly rank!: number | null;
  @ApiProperty({ type: NeedWorkerPart, nullable: true, description: 'Null while nobody does.' })
  readonly workedOnBy!: ShownWorker | null;
  @ApiProperty({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'Since when, as far as the client says.',
  })
  readonly since!: string | null;
  @ApiProperty({ enum: CONFIRMED_BY, nullable: true, description: 'Who says that it is met.' })
  readonly confirmedBy!: string | null;
  @ApiProperty(MAYBE_INSTANT) readonly confirmedAt!: string | null;
  @ApiProperty({ enum: HOUSING_STATUSES, nullable: true }) readonly housingStatus!: string | null;
  @ApiProperty({ ...DOCUMENTS_SCHEMA, nullable: true })
  readonly documents!: Documents | null;
  @ApiProperty({ ...INSTANT, description: 'When it was found.' }) readonly createdAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that found it.' }) readonly createdBy!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that changed it last.' }) readonly updatedBy!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

export class NeedsResponse {
  @ApiProperty({ type: [NeedResponse], description: 'In the client’s own order.' })
  readonly items!: readonly NeedResponse[];
  @ApiProperty(NEXT) readonly next?: string;
  @ApiProperty(WITHHELD)
  readonly withheld!: readonly WithheldResponse[];
  @ApiProperty(RECORDS) readonly records!: readonly ReadRecordResponse[];
}

export class NeedActionResponse {
  @ApiProperty({ ...ID, description: 'Of the task.' }) readonly id!: string;
  @ApiProperty(ID) readonly needId!: string;
}

export const needResponse = ({ ownWords, teamNote, moveNote, ...need }: NeedView): NeedResponse => ({
  ...need,
  sdohCategory: sdohOf(need.domain, need.housingStatus),
  ownWords: ownWords ?? null,
  teamNote: teamNote ?? null,
  moveNote: moveNote ?? null,
});
