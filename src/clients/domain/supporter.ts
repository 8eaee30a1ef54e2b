import type { Particular } from './particular.js';

export const MAY_BE_TOLD = ['nothing', 'only_that_we_try_to_reach', 'appointments', 'ask_each_time'] as const;
export type MayBeTold = (typeof MAY_BE_TOLD)[number];

/** Somebody whom the client chose to stand by her. */
export interface Supporter extends Particular {
  readonly class: 'identity_contact';
  readonly mayBeTold: MayBeTold;
}

export interface SupporterWords {
  readonly name: string;
  /** Who this is to her, in her words. */
  readonly relation?: string;
  readonly reachedBy?: string;
  readonly note?: string;
}
