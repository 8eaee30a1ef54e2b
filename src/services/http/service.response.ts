import { ApiProperty } from '@nestjs/swagger';
import { PROVINCES } from '../../organisations/domain/organisation.js';
import {
  DAY,
  ID,
  INSTANT,
  MAYBE_COUNT,
  MAYBE_INSTANT,
  MAYBE_TEXT,
  NEXT,
  VERSION,
} from '../../platform/http/openapi/fields.js';
import type { ServiceView } from '../application/service-desk.js';
import type { Criterion } from '../domain/criteria.js';
import { serviceLifecycle } from '../domain/service.lifecycle.js';
import * as Said from '../domain/service.js';
import { CRITERION_SCHEMA } from './service.request.js';

const MAYBE_UNKNOWN = 'unknown while nobody has said.';

export class EligibilityResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty({ ...DAY, description: 'The day on which it was read or said.' }) readonly asOf!: string;
  @ApiProperty({ description: 'Where it is written, or who said it.' }) readonly source!: string;
  @ApiProperty({ type: 'array', items: CRITERION_SCHEMA as never }) readonly criteria!: readonly Criterion[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
}

export class EligibilitiesResponse {
  @ApiProperty({ type: [EligibilityResponse], description: 'The newest first.' })
  readonly items!: readonly EligibilityResponse[];
}

class CapacityPart {
  @ApiProperty({ type: 'integer', description: 'Places that somebody could be offered when it was counted.' })
  readonly free!: number;
  @ApiProperty(MAYBE_COUNT) readonly places!: number | null;
  @ApiProperty({ ...MAYBE_COUNT, description: 'How many people wait.' }) readonly waiting!: number | null;
  @ApiProperty(INSTANT) readonly confirmedAt!: string;
  @ApiProperty({ description: 'Too old to send somebody there on it. Ask again.' }) readonly isStale!: boolean;
}

export class ServiceResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly organisationId!: string;
  @ApiProperty({ description: 'The organisation’s name.' }) readonly organisation!: string;
  @ApiProperty({ enum: PROVINCES }) readonly province!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ enum: Said.SERVICE_KINDS }) readonly kind!: string;
  @ApiProperty(MAYBE_TEXT) readonly about!: string | null;
  @ApiProperty({ type: [String], example: ['en', 'fr'] }) readonly languages!: readonly string[];
  @ApiProperty({ enum: Said.REFERRED_BY, isArray: true }) readonly referredBy!: readonly string[];
  @ApiProperty({ ...MAYBE_COUNT, description: 'Days that a stay is planned for.' }) readonly lengthDays!: number | null;
  @ApiProperty({ enum: Said.INTAKE_RHYTHMS }) readonly intakeRhythm!: string;
  @ApiProperty({ ...MAYBE_COUNT, description: 'Whole Canadian dollars a month.' }) readonly monthlyCost!: number | null;
  @ApiProperty({ enum: Said.EFFECTS_ON_INCOME, description: MAYBE_UNKNOWN }) readonly effectOnIncome!: string;
  @ApiProperty({ enum: Said.EFFECTS_ON_HOUSING, description: MAYBE_UNKNOWN }) readonly effectOnHousing!: string;
  @ApiProperty({ enum: Said.OAT_INSIDE, description: MAYBE_UNKNOWN }) readonly oatInside!: string;
  @ApiProperty({ enum: Said.OAT_AFTER, description: MAYBE_UNKNOWN }) readonly oatAfter!: string;
  @ApiProperty({ enum: Said.READMISSIONS, description: MAYBE_UNKNOWN }) readonly readmission!: string;
  @ApiProperty({ ...MAYBE_COUNT, description: 'How often whoever waits has to call in, in days.' })
  readonly callInEveryDays!: number | null;
  @ApiProperty({ type: 'integer', description: 'Hours for which a count of free places is worth something.' })
  readonly capacityHoldsHours!: number;
  @ApiProperty({
    type: EligibilityResponse,
    nullable: true,
    description: 'What it asks for; null while nobody wrote it.',
  })
  readonly eligibility!: EligibilityResponse | null;
  @ApiProperty({ type: CapacityPart, nullable: true }) readonly capacity!: CapacityPart | null;
  @ApiProperty({ enum: serviceLifecycle.states }) readonly state!: string;
  @ApiProperty({ enum: serviceLifecycle.verbs, isArray: true, description: 'What you may do with it now.' })
  readonly openMoves!: readonly string[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty(MAYBE_INSTANT) readonly closedAt!: string | null;
  @ApiProperty(VERSION) readonly version!: number;
}

export class ServicesResponse {
  @ApiProperty({ type: [ServiceResponse], description: 'By name.' }) readonly items!: readonly ServiceResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export const eligibilityResponse = ({
  id,
  asOf,
  source,
  criteria,
  createdAt,
}: Said.Eligibility): EligibilityResponse => ({
  id,
  asOf,
  source,
  criteria,
  createdAt,
});

export function serviceResponse({ eligibility, capacity, isCapacityStale, ...service }: ServiceView): ServiceResponse {
  return {
    ...service,
    eligibility: eligibility && eligibilityResponse(eligibility),
    capacity: capacity && {
      free: capacity.free,
      places: capacity.places,
      waiting: capacity.waiting,
      confirmedAt: capacity.confirmedAt,
      isStale: isCapacityStale,
    },
  };
}
