import { ApiProperty } from '@nestjs/swagger';
import { LINK_STATES, stateOf } from '../../kernel/one-time-link.js';
import { ID, INSTANT, MAYBE_INSTANT, VERSION } from '../../platform/http/openapi/fields.js';
import type { SeenHandLinks } from '../application/find-hand-links.js';
import type { MadeHandLink } from '../application/make-hand-link.js';
import type { OwnSession } from '../application/own-session.js';
import { TEAM_MOVES, teamMoves } from '../domain/hand-link.lifecycle.js';
import { CODE_TOLD, HAND_LANGUAGES, type HandLink } from '../domain/hand-link.js';

export class HandLinkResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(ID) readonly clientId!: string;
  @ApiProperty({ enum: LINK_STATES }) readonly state!: string;
  /** The way, other than the link's, by which the client was told the code. */
  @ApiProperty({ enum: CODE_TOLD }) readonly codeTold!: string;
  /** In which the pages meet the client. */
  @ApiProperty({ enum: HAND_LANGUAGES }) readonly language!: string;
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(ID) readonly createdBy!: string;
  /** Until then it can be opened. */
  @ApiProperty(INSTANT) readonly openUntil!: string;
  /** When its code was told; from then on the link opens nothing more. */
  @ApiProperty(MAYBE_INSTANT) readonly openedAt!: string | null;
  /** When somebody of the care team took it back. */
  @ApiProperty(MAYBE_INSTANT) readonly revokedAt!: string | null;
  @ApiProperty({ enum: TEAM_MOVES, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(VERSION) readonly version!: number;
}

export class MadeHandLinkResponse extends HandLinkResponse {
  /** The link, shown this once: null where this request had come before; then take it back and make another. Nothing in it tells whose it is or what it is for. */
  @ApiProperty({ type: 'string', format: 'uri', nullable: true }) readonly url!: string | null;
  /** Six digits, shown this once. Tell them another way than the link. */
  @ApiProperty({ type: 'string', nullable: true }) readonly code!: string | null;
}

export class HandLinksResponse {
  @ApiProperty({ type: [HandLinkResponse] }) readonly items!: readonly HandLinkResponse[];
}

export class OpenedSessionResponse {
  /** To send as `Authorization: Bearer …`. It is shown this once. */
  @ApiProperty() readonly token!: string;
  /** Each use gives it half an hour from then. */
  @ApiProperty(INSTANT) readonly expiresAt!: string;
  /** In which the client is met. */
  @ApiProperty({ enum: HAND_LANGUAGES }) readonly language!: string;
}

export class MyResponse {
  /** Your own record: `/v1/clients/{clientId}/care-plan`, `…/access-log` and `…/disclosures` are yours to read. */
  @ApiProperty(ID) readonly clientId!: string;
  /** Each use gives it half an hour from then. */
  @ApiProperty(INSTANT) readonly expiresAt!: string;
}

export const handLinkResponse = (link: HandLink, now: string): Pick<HandLinkResponse, keyof HandLinkResponse> => {
  const { endsAt: _, ...shown } = link;
  const state = stateOf(link, now);
  return { ...shown, state, openMoves: teamMoves(state) };
};

export const oneOf = ({ items: [link], now }: SeenHandLinks): HandLinkResponse => {
  if (!link) throw new Error('A link that was found is not there to show.');
  return handLinkResponse(link, now);
};

export const madeResponse = ({ link, now, url, code }: MadeHandLink): MadeHandLinkResponse => ({
  ...handLinkResponse(link, now),
  url,
  code,
});

export const myResponse = ({ clientId, expiresAt }: OwnSession): MyResponse => ({ clientId, expiresAt });
