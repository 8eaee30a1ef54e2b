import { ApiProperty } from '@nestjs/swagger';
import { TEAM_MOVES, teamMoves } from '../../client-hands/domain/hand-link.lifecycle.js';
import { CODE_TOLD, HAND_LANGUAGES } from '../../client-hands/domain/hand-link.js';
import { LINK_STATES, stateOf } from '../../kernel/one-time-link.js';
import { ID, INSTANT, MAYBE_ID, MAYBE_INSTANT, VERSION } from '../../platform/http/openapi/fields.js';
import type { SeenReceiverLinks } from '../application/find-receiver-links.js';
import type { MadeReceiverLink } from '../application/make-receiver-link.js';
import type { ReceiverLink } from '../domain/receiver-link.js';

export class ReceiverLinkResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly referralId!: string;
  /** Whom the referral is about; null where it is about a caller. */
  @ApiProperty(MAYBE_ID) readonly clientId!: string | null;
  /** Who called the line, where the referral is about a caller. */
  @ApiProperty(MAYBE_ID) readonly callerId!: string | null;
  @ApiProperty({ enum: LINK_STATES }) readonly state!: string;
  /** The way, other than the link's, by which the receiver was told the code. */
  @ApiProperty({ enum: CODE_TOLD }) readonly codeTold!: string;
  /** In which the pages meet the receiver. */
  @ApiProperty({ enum: HAND_LANGUAGES }) readonly language!: string;
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(ID) readonly createdBy!: string;
  /** Until then it can be opened. */
  @ApiProperty(INSTANT) readonly openUntil!: string;
  /** When its code was told; from then on the link opens nothing more. */
  @ApiProperty(MAYBE_INSTANT) readonly openedAt!: string | null;
  /** When the sender took it back. */
  @ApiProperty(MAYBE_INSTANT) readonly revokedAt!: string | null;
  @ApiProperty({ enum: TEAM_MOVES, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class MadeReceiverLinkResponse extends ReceiverLinkResponse {
  /** The link, shown this once: null where this request had come before; then take it back and make another. Nothing in it tells whom or what it is about. */
  @ApiProperty({ type: 'string', format: 'uri', nullable: true }) readonly url!: string | null;
  /** Six digits, shown this once. Tell them another way than the link. */
  @ApiProperty({ type: 'string', nullable: true }) readonly code!: string | null;
}

export class ReceiverLinksResponse {
  @ApiProperty({ type: [ReceiverLinkResponse] }) readonly items!: readonly ReceiverLinkResponse[];
}

export const receiverLinkResponse = (
  link: ReceiverLink,
  now: string,
): Pick<ReceiverLinkResponse, keyof ReceiverLinkResponse> => {
  const { endsAt: _, ...shown } = link;
  const state = stateOf(link, now);
  return { ...shown, state, openMoves: teamMoves(state) };
};

export const oneOf = ({ items: [link], now }: SeenReceiverLinks): ReceiverLinkResponse => {
  if (!link) throw new Error('A link that was found is not there to show.');
  return receiverLinkResponse(link, now);
};

export const madeResponse = ({ link, now, url, code }: MadeReceiverLink): MadeReceiverLinkResponse => ({
  ...receiverLinkResponse(link, now),
  url,
  code,
});
