import { ApiProperty } from '@nestjs/swagger';
import { seenBy, SeenResponse } from '../../access/http/ground.response.js';
import { HOW_GIVEN } from '../../consents/domain/consent.js';
import type { Id } from '../../kernel/ids.js';
import { ID, INSTANT, MAYBE_ID, MAYBE_INSTANT, MAYBE_TEXT, VERSION } from '../../platform/http/openapi/fields.js';
import type { CallerLinkView } from '../application/caller-link-desk.js';
import type { FindCallerLinks, TakenAlong } from '../application/find-caller-links.js';
import { CALLER_LINK_PARTS } from '../domain/caller-link.js';
import { CALLER_LINK_MOVES, callerLinkLifecycle } from '../domain/caller-link.lifecycle.js';
import { ASKS_FOR, URGENCIES } from '../domain/referral.codes.js';
import { referralLifecycle } from '../domain/referral.lifecycle.js';

export class CallerLinkResponse {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty(ID) readonly clientId!: Id;
  @ApiProperty({ ...ID, description: 'The referral from the line that brought the client here.' })
  readonly referralId!: Id;
  @ApiProperty({ enum: CALLER_LINK_PARTS, isArray: true, description: 'What the client takes along.' })
  readonly parts!: readonly string[];
  @ApiProperty({ enum: HOW_GIVEN }) readonly howGiven!: string;
  @ApiProperty({ ...ID, description: 'The membership that explained it.' }) readonly explainedBy!: Id;
  @ApiProperty({ ...MAYBE_TEXT, description: 'What the client said to it.' }) readonly said!: string | null;
  @ApiProperty({ enum: callerLinkLifecycle.states }) readonly state!: string;
  @ApiProperty({ enum: CALLER_LINK_MOVES, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(INSTANT) readonly linkedAt!: string;
  @ApiProperty(ID) readonly linkedBy!: Id;
  @ApiProperty(MAYBE_INSTANT) readonly unlinkedAt!: string | null;
  @ApiProperty(MAYBE_ID) readonly unlinkedBy!: Id | null;
  @ApiProperty(VERSION) readonly version!: number;
}

export class CallerLinksResponse extends SeenResponse {
  @ApiProperty({ type: [CallerLinkResponse], description: 'Standing and past, the newest first.' })
  readonly items!: readonly CallerLinkResponse[];
}

class TakenNotePart {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty() readonly text!: string;
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
}

class TakenReferralPart {
  @ApiProperty(ID) readonly id!: Id;
  @ApiProperty({ enum: Object.keys(ASKS_FOR) }) readonly asksFor!: string;
  @ApiProperty({ enum: URGENCIES }) readonly urgency!: string;
  @ApiProperty({ enum: referralLifecycle.states }) readonly state!: string;
  @ApiProperty(INSTANT) readonly stateSince!: string;
  @ApiProperty(INSTANT) readonly sentAt!: string;
  @ApiProperty(MAYBE_INSTANT) readonly endedAt!: string | null;
}

class TakenAlongPart {
  @ApiProperty({ ...ID, description: 'The link by which it was taken along.' }) readonly callerLinkId!: Id;
  @ApiProperty({ enum: CALLER_LINK_PARTS, isArray: true }) readonly parts!: readonly string[];
  @ApiProperty({ type: [TakenNotePart], description: 'What the line was asked to remember, the oldest first.' })
  readonly remembered!: readonly TakenNotePart[];
  @ApiProperty({ type: [TakenReferralPart], description: 'Where else the line asked, the oldest first.' })
  readonly referrals!: readonly TakenReferralPart[];
}

export class LineHistoryResponse extends SeenResponse {
  @ApiProperty({ type: [TakenAlongPart], description: 'One for each link that stands.' })
  readonly items!: readonly TakenAlongPart[];
}

export const callerLinkResponse = (link: CallerLinkView): CallerLinkResponse => ({
  id: link.id,
  clientId: link.clientId,
  referralId: link.referralId,
  parts: link.parts,
  howGiven: link.howGiven,
  explainedBy: link.explainedBy,
  said: link.words.said ?? null,
  state: link.state,
  openMoves: link.openMoves,
  linkedAt: link.linkedAt,
  linkedBy: link.linkedBy,
  unlinkedAt: link.unlinkedAt,
  unlinkedBy: link.unlinkedBy,
  version: link.version,
});

export const callerLinksResponse = ({
  items,
  ...seen
}: Awaited<ReturnType<FindCallerLinks['of']>>): CallerLinksResponse => ({
  items: items.map(callerLinkResponse),
  ...seenBy(seen),
});

export const lineHistoryResponse = ({
  items,
  ...seen
}: Awaited<ReturnType<FindCallerLinks['history']>>): LineHistoryResponse => ({
  items: items.map(takenAlong),
  ...seenBy(seen),
});

const takenAlong = ({ linkId, parts, remembered, referrals }: TakenAlong): TakenAlongPart => ({
  ...{ callerLinkId: linkId, parts },
  remembered: remembered.map(({ linkId: _, ...note }) => note),
  referrals: referrals.map(({ linkId: _, ...referral }) => referral),
});
