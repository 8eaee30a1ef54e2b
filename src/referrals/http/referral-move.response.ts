import { ApiProperty } from '@nestjs/swagger';
import { ID, INSTANT, MAYBE_TEXT, NEXT } from '../../platform/http/openapi/fields.js';
import { PARTIES } from '../domain/referral.codes.js';
import { STATE } from './referral.response.js';

export class ReferralMoveResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty({
    example: 'accept',
    description: 'A move, or what was noted beside them: `sharing_ended`, `agreed_again` …',
  })
  readonly move!: string;
  @ApiProperty({ ...STATE, nullable: true }) readonly fromState!: string | null;
  @ApiProperty(STATE) readonly toState!: string;
  @ApiProperty() readonly round!: number;
  @ApiProperty(MAYBE_TEXT) readonly because!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly note!: string | null;
  @ApiProperty({ enum: PARTIES }) readonly party!: string;
  @ApiProperty(MAYBE_TEXT) readonly byName!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly organisation!: string | null;
  @ApiProperty(INSTANT) readonly at!: string;
}
export class ReferralMovesResponse {
  @ApiProperty({ type: [ReferralMoveResponse], description: 'In the order in which they were made.' })
  readonly items!: readonly ReferralMoveResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}
