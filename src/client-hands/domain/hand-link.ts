import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { OneTimeLink } from '../../kernel/one-time-link.js';

export const CODE_TOLD = ['in_person', 'phone', 'letter'] as const;
export type CodeTold = (typeof CODE_TOLD)[number];

export const HAND_LANGUAGES = ['en', 'fr'] as const;
export type HandLanguage = (typeof HAND_LANGUAGES)[number];

/** A one-time link for a client without an account; its secret and its code are nowhere but with her. */
export interface HandLink extends OneTimeLink {
  readonly id: Id;
  readonly clientId: Id;
  readonly codeTold: CodeTold;
  readonly language: HandLanguage;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly version: number;
}
