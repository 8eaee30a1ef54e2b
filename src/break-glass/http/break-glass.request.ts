import type { Id } from '../../kernel/ids.js';
import { IsIdText, IsOneOf, IsWords, Optional } from '../../platform/http/validation.js';
import {
  BREAK_GLASS_BECAUSE,
  REVIEW_OUTCOMES,
  type BreakGlassBecause,
  type ReviewOutcome,
} from '../domain/break-glass.js';
import { BREAK_GLASS_MOVES, type BreakGlassMove } from '../domain/break-glass.lifecycle.js';

const WORDS = { max: 2_000 };

export class OpenBreakGlassRequest {
  @IsIdText() @Optional() readonly id?: Id;
  @IsOneOf(BREAK_GLASS_BECAUSE) readonly because!: BreakGlassBecause;
  /** What happened, in words. Only you and whoever reviews it read them. */
  @IsWords(WORDS) readonly reason!: string;
}

export class MoveBreakGlassRequest {
  @IsOneOf(BREAK_GLASS_MOVES) readonly move!: BreakGlassMove;
  /** With `review`. */
  @IsOneOf(REVIEW_OUTCOMES) @Optional() readonly outcome?: ReviewOutcome;
  /** With `review`. */
  @IsWords(WORDS) @Optional() readonly note?: string;
}

export const BOARD_STATES = ['unreviewed', 'reviewed'] as const;

export class BreakGlassQuery {
  /** Those that wait for a review, unless those that were reviewed are asked for. */
  @IsOneOf(BOARD_STATES) @Optional() readonly state?: (typeof BOARD_STATES)[number];
}
