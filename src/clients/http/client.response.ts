import { ApiProperty } from '@nestjs/swagger';
import { ID, INSTANT, MAYBE_DAY, MAYBE_TEXT, VERSION, NEXT } from '../../platform/http/openapi/fields.js';
import type { Id } from '../../kernel/ids.js';
import { PROVINCES } from '../../organisations/domain/organisation.js';
import type { CreatedClient } from '../application/create-client.js';
import type { SeenClient } from '../application/opened-clients.js';
import type { FoundClient } from '../application/search-clients.js';
import { HEARD_OF_US, type HeardOfUs } from '../domain/client.js';
import type { MatchKind } from '../domain/search-query.js';
import { seenBy, SeenResponse } from '../../access/http/ground.response.js';

export class ClientResponse extends SeenResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty({ ...MAYBE_TEXT, description: 'The name to say.' }) readonly goesBy!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly pronouns!: string | null;
  @ApiProperty(MAYBE_DAY) readonly birthDate!: string | null;
  @ApiProperty({ type: [String] }) readonly languages!: readonly string[];
  @ApiProperty({ enum: PROVINCES }) readonly province!: string;
  @ApiProperty({ example: 'America/Edmonton' }) readonly timeZone!: string;
  @ApiProperty({ enum: HEARD_OF_US, nullable: true }) readonly heardOfUs!: HeardOfUs | null;
  @ApiProperty(ID) readonly homeOrganisationId!: Id;
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

const MATCHED_ON = { enum: ['word', 'sound', 'start', 'birth', 'phone', 'email'], isArray: true } as const;

export class FoundClientResponse extends ClientResponse {
  @ApiProperty(MATCHED_ON) readonly matchedOn!: readonly MatchKind[];
}

class HintResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty(MAYBE_TEXT) readonly goesBy!: string | null;
  @ApiProperty(MATCHED_ON) readonly matchedOn!: readonly MatchKind[];
}

export class CreatedClientResponse extends ClientResponse {
  @ApiProperty({ type: [HintResponse], description: 'Among the clients whom you see; nobody else is looked at.' })
  readonly possibleDuplicates!: readonly HintResponse[];
}

export class CaseloadResponse {
  @ApiProperty({ type: [ClientResponse] }) readonly items!: readonly ClientResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export class FoundClientsResponse {
  @ApiProperty({ type: [FoundClientResponse], description: 'The best first.' })
  readonly items!: readonly FoundClientResponse[];
}

const shown = (seen: SeenClient) => ({
  id: seen.client.id,
  goesBy: seen.goesBy,
  pronouns: seen.words.pronouns ?? null,
  birthDate: seen.words.birthDate ?? null,
  languages: seen.client.languages,
  province: seen.client.province,
  timeZone: seen.client.timeZone,
  heardOfUs: seen.client.heardOfUs,
  homeOrganisationId: seen.client.homeOrganisationId,
  createdAt: seen.client.createdAt,
  updatedAt: seen.client.updatedAt,
  version: seen.client.version,
  ...seenBy(seen),
});

export const clientResponse = (seen: SeenClient): ClientResponse => shown(seen);

export const foundClientResponse = ({ seen, matchedOn }: FoundClient): FoundClientResponse => ({
  ...shown(seen),
  matchedOn,
});

export const createdClientResponse = (created: CreatedClient): CreatedClientResponse => ({
  ...shown(created),
  possibleDuplicates: created.possibleDuplicates.map(({ seen, matchedOn }) => ({
    ...{ id: seen.client.id, goesBy: seen.goesBy, matchedOn },
  })),
});
