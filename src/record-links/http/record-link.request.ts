import type { Id } from '../../kernel/ids.js';
import { IsIdText, IsInstant, IsOneOf, IsWords, Optional } from '../../platform/http/validation.js';
import {
  AGREED_HOW,
  JOINED_BECAUSE,
  PARTED_BECAUSE,
  SET_ASIDE_BECAUSE,
  type AgreedHow,
  type JoinedBecause,
  type PartedBecause,
  type SetAsideBecause,
} from '../domain/record-link.js';
import { LINK_MOVES, type LinkMove } from '../domain/record-link.lifecycle.js';

const NOTE_LENGTH = 2_000;

export class PreviewLinkRequest {
  /** The other record. You must see who both are. */
  @IsIdText() readonly otherClientId!: Id;
}

export class JoinRecordsRequest {
  @IsIdText() @Optional() readonly id?: Id;
  /** The other record. You must see who both are, and be somebody who writes names in both. */
  @IsIdText() readonly otherClientId!: Id;
  /** How it is known that both are one person’s. */
  @IsOneOf(JOINED_BECAUSE) readonly because!: JoinedBecause;
  /** How the client agreed to it. */
  @IsOneOf(AGREED_HOW) readonly agreedHow!: AgreedHow;
  /** When the client agreed to it. */
  @IsInstant() readonly agreedAt!: string;
  @IsWords({ max: NOTE_LENGTH }) @Optional() readonly note?: string;
}

export class MoveLinkRequest {
  @IsOneOf(LINK_MOVES) readonly move!: LinkMove;
  /** With `part`. */
  @IsOneOf(PARTED_BECAUSE) @Optional() readonly because?: PartedBecause;
  @IsWords({ max: NOTE_LENGTH }) @Optional() readonly note?: string;
}

export class SetAsidePairRequest {
  @IsIdText() readonly clientId!: Id;
  /** The other record. You must see who both are. */
  @IsIdText() readonly otherClientId!: Id;
  /** Why the two are not asked about again. */
  @IsOneOf(SET_ASIDE_BECAUSE) readonly because!: SetAsideBecause;
}
