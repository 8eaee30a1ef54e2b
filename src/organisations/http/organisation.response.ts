import { ApiProperty } from '@nestjs/swagger';
import { ID, INSTANT, VERSION, NEXT } from '../../platform/http/openapi/fields.js';
import { ORGANISATION_KINDS, PROVINCES, type Organisation } from '../domain/organisation.js';

export class OrganisationResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ enum: ORGANISATION_KINDS }) readonly kind!: string;
  @ApiProperty({ enum: PROVINCES }) readonly province!: string;
  @ApiProperty({ example: 'America/Edmonton' }) readonly timeZone!: string;
  @ApiProperty({ type: [String], example: ['en', 'fr'] }) readonly languages!: readonly string[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

export class OrganisationsResponse {
  @ApiProperty({ type: [OrganisationResponse] }) readonly items!: readonly OrganisationResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export function organisationResponse(organisation: Organisation): OrganisationResponse {
  const { id, name, kind, province, timeZone, languages, createdAt, version } = organisation;
  return { id, name, kind, province, timeZone, languages, createdAt, version };
}
