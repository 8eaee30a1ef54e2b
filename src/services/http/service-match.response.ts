import { ApiProperty } from '@nestjs/swagger';
import type { Sentence } from '../../kernel/refusal.js';
import { NEXT } from '../../platform/http/openapi/fields.js';
import type { ServiceMatch } from '../application/match-services.js';
import type { Criterion } from '../domain/criteria.js';
import { STANDINGS } from '../domain/match.js';
import { CRITERION_SCHEMA } from './service.request.js';
import { ServiceResponse, serviceResponse } from './service.response.js';

/** The same sentence in both languages. */
class WhyPart implements Sentence {
  @ApiProperty() readonly en!: string;
  @ApiProperty() readonly fr!: string;
}

class JudgedCriterionPart {
  @ApiProperty(CRITERION_SCHEMA) readonly criterion!: Criterion;
  @ApiProperty({ enum: ['met', 'not_met', 'unknown'] }) readonly result!: string;
  @ApiProperty({ type: WhyPart }) readonly why!: Sentence;
}

export class ServiceMatchResponse {
  @ApiProperty({ type: ServiceResponse }) readonly service!: ServiceResponse;
  @ApiProperty({ enum: STANDINGS, description: 'What the criteria come to. No score stands behind it.' })
  readonly standing!: string;
  @ApiProperty({ type: [JudgedCriterionPart] }) readonly criteria!: readonly JudgedCriterionPart[];
}

export class ServiceMatchesResponse {
  @ApiProperty({ type: [ServiceMatchResponse], description: 'Those that nothing stands against first, then by name.' })
  readonly items!: readonly ServiceMatchResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export const serviceMatchResponse = ({ service, standing, judged }: ServiceMatch): ServiceMatchResponse => ({
  service: serviceResponse(service),
  standing,
  criteria: judged,
});
