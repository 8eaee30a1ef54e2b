import { ApiProperty } from '@nestjs/swagger';
import { DATA_CLASSES } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import { ID, MAYBE_TEXT, NEXT } from '../../platform/http/openapi/fields.js';
import type { SeenPair } from '../application/find-alike-pairs.js';

class AlikeRecordPart {
  @ApiProperty(ID) readonly clientId!: Id;
  @ApiProperty({ ...MAYBE_TEXT, description: 'The name to say.' }) readonly goesBy!: string | null;
}

class ReasonPart {
  @ApiProperty({
    enum: ['names_alike', 'name', 'birth_date', 'phone', 'email'],
    description: 'What the two have in common: a whole name that sounds alike, one name of several, and so on.',
  })
  readonly shared!: string;
  @ApiProperty({ enum: DATA_CLASSES }) readonly class!: string;
}

export class PossibleDuplicateResponse {
  @ApiProperty({ type: [AlikeRecordPart], description: 'The two.' }) readonly records!: readonly AlikeRecordPart[];
  @ApiProperty({ type: [ReasonPart], description: 'All of why they are listed; there is no score.' })
  readonly reasons!: readonly ReasonPart[];
}

export class PossibleDuplicatesResponse {
  @ApiProperty({
    type: [PossibleDuplicateResponse],
    description: 'Among the clients whom you see. A page may be short or empty and still have a next one.',
  })
  readonly items!: readonly PossibleDuplicateResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export const possibleDuplicateResponse = ({ records, reasons }: SeenPair): PossibleDuplicateResponse => ({
  records: records.map(({ client, goesBy }) => ({ clientId: client.id, goesBy })),
  reasons,
});
