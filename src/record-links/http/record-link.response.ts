import { ApiProperty } from '@nestjs/swagger';
import { seenBy, SeenResponse } from '../../access/http/ground.response.js';
import type { Id } from '../../kernel/ids.js';
import { ID, INSTANT, MAYBE_ID, MAYBE_INSTANT, MAYBE_TEXT, VERSION } from '../../platform/http/openapi/fields.js';
import type { FoundLinks } from '../application/find-links.js';
import type { LinkView } from '../application/link-desk.js';
import { AGREED_HOW, JOINED_BECAUSE, PARTED_BECAUSE } from '../domain/record-link.js';
import { LINK_MOVES, recordLinkLifecycle } from '../domain/record-link.lifecycle.js';

export class RecordLinkResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty({ type: [String], description: 'The two records, the lower id first.' })
  readonly clientIds!: readonly Id[];
  @ApiProperty({ enum: recordLinkLifecycle.states }) readonly state!: string;
  @ApiProperty({ enum: JOINED_BECAUSE }) readonly joinedBecause!: string;
  @ApiProperty(INSTANT) readonly joinedAt!: string;
  @ApiProperty({ ...ID, description: 'The membership that joined them.' }) readonly joinedBy!: Id;
  @ApiProperty(MAYBE_TEXT) readonly joinedNote!: string | null;
  @ApiProperty({ enum: AGREED_HOW, description: 'How the client agreed.' }) readonly agreedHow!: string;
  @ApiProperty({ ...INSTANT, description: 'When the client agreed.' }) readonly agreedAt!: string;
  @ApiProperty({ enum: PARTED_BECAUSE, nullable: true }) readonly partedBecause!: string | null;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'Null while they are joined.' }) readonly partedAt!: string | null;
  @ApiProperty({ ...MAYBE_ID, description: 'The membership that parted them.' }) readonly partedBy!: Id | null;
  @ApiProperty(MAYBE_TEXT) readonly partedNote!: string | null;
  @ApiProperty({ enum: LINK_MOVES, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class RecordLinksResponse extends SeenResponse {
  @ApiProperty({ type: [RecordLinkResponse], description: 'Those both ends of which you see; the newest first.' })
  readonly items!: readonly RecordLinkResponse[];
}

export const recordLinkResponse = (link: LinkView): RecordLinkResponse => ({
  id: link.id,
  clientIds: [link.oneClientId, link.otherClientId],
  state: link.state,
  joinedBecause: link.joinedBecause,
  joinedAt: link.joinedAt,
  joinedBy: link.joinedBy,
  joinedNote: link.words.joinedNote ?? null,
  agreedHow: link.agreedHow,
  agreedAt: link.agreedAt,
  partedBecause: link.partedBecause,
  partedAt: link.partedAt,
  partedBy: link.partedBy,
  partedNote: link.words.partedNote ?? null,
  openMoves: link.openMoves,
  version: link.version,
});

export const recordLinksResponse = ({ items, ...seen }: FoundLinks): RecordLinksResponse => ({
  items: items.map(recordLinkResponse),
  ...seenBy(seen),
});
