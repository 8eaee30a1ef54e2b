import { ApiProperty } from '@nestjs/swagger';
import { seenBy, SeenResponse } from '../../access/http/ground.response.js';
import type { Id } from '../../kernel/ids.js';
import { ID, INSTANT, MAYBE_TEXT } from '../../platform/http/openapi/fields.js';
import type { Preview } from '../application/preview-link.js';
import { CONFLICTS } from '../domain/conflicts.js';
import { SET_ASIDE_BECAUSE } from '../domain/record-link.js';

class HeldCountPart {
  @ApiProperty({ example: 'need', description: 'What sort of record, as in /care-plan/changes.' })
  readonly kind!: string;
  @ApiProperty({ type: 'integer', description: 'How many were ever written down, as far as you see them.' })
  readonly count!: number;
}

class PreviewedRecordPart extends SeenResponse {
  @ApiProperty(ID) readonly clientId!: Id;
  @ApiProperty({ ...MAYBE_TEXT, description: 'The name to say.' }) readonly goesBy!: string | null;
  @ApiProperty({ type: [HeldCountPart] }) readonly holds!: readonly HeldCountPart[];
}

class ConflictPart {
  @ApiProperty({ enum: CONFLICTS }) readonly code!: string;
  @ApiProperty({ type: [String], description: 'The records between which it stands.' })
  readonly clientIds!: readonly Id[];
}

class SetAsidePart {
  @ApiProperty({ enum: SET_ASIDE_BECAUSE }) readonly because!: string;
  @ApiProperty({ ...INSTANT, description: 'Since when.' }) readonly setAsideAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that set them aside.' }) readonly setAsideBy!: Id;
}

export class PairSetAsideResponse extends SetAsidePart {
  @ApiProperty({ type: [String], description: 'The two records, the lower id first.' })
  readonly clientIds!: readonly Id[];
}

export class LinkPreviewResponse {
  @ApiProperty({ type: [PreviewedRecordPart], description: 'The two, and what is joined with either already.' })
  readonly records!: readonly PreviewedRecordPart[];
  @ApiProperty({ type: [HeldCountPart], description: 'What you would see together.' })
  readonly together!: readonly HeldCountPart[];
  @ApiProperty({
    type: [ConflictPart],
    description: 'What cannot both be so, of what you see. Joining changes neither.',
  })
  readonly conflicts!: readonly ConflictPart[];
  @ApiProperty({ description: 'They are read as one already.' }) readonly isJoined!: boolean;
  @ApiProperty({ type: SetAsidePart, nullable: true, description: 'Where somebody said that they are to stay apart.' })
  readonly setAside!: SetAsidePart | null;
  @ApiProperty({ description: 'Whether you may join them.' }) readonly mayJoin!: boolean;
}

const counts = (of: Preview['together']): readonly HeldCountPart[] => of.map(({ kind, count }) => ({ kind, count }));

export const linkPreviewResponse = (preview: Preview): LinkPreviewResponse => ({
  records: preview.records.map(({ seen, holds }) => ({
    clientId: seen.client.id,
    goesBy: seen.goesBy,
    holds: counts(holds),
    ...seenBy(seen),
  })),
  together: counts(preview.together),
  conflicts: preview.conflicts,
  isJoined: preview.isJoined,
  setAside: preview.setAside ?? null,
  mayJoin: preview.mayJoin,
});
