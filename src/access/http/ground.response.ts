import { ApiProperty } from '@nestjs/swagger';
import type { Held, Withheld } from '../grants.js';
import { DATA_CLASSES, type DataClass } from '../policy.js';
import type { Id } from '../../kernel/ids.js';
import { ID } from '../../platform/http/openapi/fields.js';

/** Why the actor sees this: the basis of the grant, and the record that made it. */
export class GroundResponse {
  @ApiProperty({ example: 'care_team' }) readonly basis!: string;
  @ApiProperty(ID) readonly basisId!: Id;
}

/** A class that the actor does not see, whether or not there is anything of it, and which rule says so. */
export class WithheldResponse {
  @ApiProperty({ enum: DATA_CLASSES }) readonly class!: DataClass;
  @ApiProperty({ enum: ['role', 'consent'] }) readonly rule!: 'role' | 'consent';
}

export const WITHHELD = {
  type: WithheldResponse,
  isArray: true,
  description: 'What you do not see, whether or not there is anything.',
} as const;

export class SeenResponse {
  @ApiProperty() readonly ground!: GroundResponse;
  @ApiProperty(WITHHELD) readonly withheld!: readonly WithheldResponse[];
}

export const seenBy = ({
  held,
  withheld,
}: {
  held: Held;
  withheld: readonly Withheld[];
}): Pick<SeenResponse, keyof SeenResponse> => ({
  ground: { basis: held.ground.basis, basisId: held.ground.basisId },
  withheld,
});

/** One record that was read: why you see it, and what of it you do not. */
export class ReadRecordResponse extends SeenResponse {
  @ApiProperty(ID) readonly clientId!: Id;
}

export const RECORDS = {
  type: ReadRecordResponse,
  isArray: true,
  description:
    'The record in the path, then those joined with it as far as you see them. Each item says of which it is.',
} as const;

interface Read {
  readonly withheld: readonly Withheld[];
  readonly records: readonly { readonly clientId: Id; readonly held: Held; readonly withheld: readonly Withheld[] }[];
}

/** Beside the items of a list: what is withheld of the record in the path, and of each. */
export const readOf = ({ withheld, records }: Read) => ({
  withheld,
  records: records.map((record): ReadRecordResponse => ({ clientId: record.clientId, ...seenBy(record) })),
});
