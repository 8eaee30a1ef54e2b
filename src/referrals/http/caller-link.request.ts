import { HOW_GIVEN, type HowGiven } from '../../consents/domain/consent.js';
import type { Id } from '../../kernel/ids.js';
import { IsIdText, IsListOf, IsOneOf, IsWords, oneOf, Optional } from '../../platform/http/validation.js';
import { CALLER_LINK_PARTS, type CallerLinkPart } from '../domain/caller-link.js';
import { CALLER_LINK_MOVES, type CallerLinkMove } from '../domain/caller-link.lifecycle.js';

export class LinkCallerRequest {
  @IsIdText() @Optional() readonly id?: Id;
  /** The referral from the line that brought the client here: your organisation accepted it for this client. */
  @IsIdText() readonly referralId!: Id;
  /** What the client wants to take along, and no more. */
  @IsListOf(oneOf(CALLER_LINK_PARTS), { min: 1, max: 2 }) readonly parts!: readonly CallerLinkPart[];
  @IsOneOf(HOW_GIVEN) readonly howGiven!: HowGiven;
  /** The membership that explained what this means; yours, where you leave it out. */
  @IsIdText() @Optional() readonly explainedBy?: Id;
  /** What the client said to it, in the client’s own words. */
  @IsWords({ max: 2_000 }) @Optional() readonly said?: string;
}

export class MoveCallerLinkRequest {
  @IsOneOf(CALLER_LINK_MOVES) readonly move!: CallerLinkMove;
}
