import { ApiProperty } from '@nestjs/swagger';
import type { Held, Withheld } from '../../access/grants.js';
import { DATA_CLASSES, type DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';

export const ID = { type: 'string', format: 'uuid' } as const;
export const INSTANT = { type: 'string', format: 'date-time' } as const;
export const MAYBE_INSTANT = { ...INSTANT, nullable: true } as const;
export const MAYBE_TEXT = { type: 'string', nullable: true } as const;
export const VERSION = { type: 'integer', minimum: 1 } as const;

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

export class SeenResponse {
  @ApiProperty() readonly ground!: GroundResponse;
  @ApiProperty({ type: [WithheldResponse] }) readonly withheld!: readonly WithheldResponse[];
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
