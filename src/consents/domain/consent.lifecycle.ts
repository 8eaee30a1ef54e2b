import type { Instant } from '../../kernel/civil-time.js';
import { lifecycle } from '../../kernel/lifecycle.js';
import type { MoveParts } from '../../kernel/move.js';
import { consentOver } from './consent.problems.js';

export type StoredConsentState = 'active' | 'withdrawn' | 'entered_in_error';
/** As it is shown: that its time is over follows from the clock, and nothing has to run for it. */
export const CONSENT_STATES = ['active', 'expired', 'withdrawn', 'entered_in_error'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export const CONSENT_MOVES = ['withdraw', 'enter_in_error'] as const;
export type ConsentMove = (typeof CONSENT_MOVES)[number];

export const CONSENT_MOVE_PARTS = { at: { of: 'withdraw' } } as const satisfies MoveParts<string, ConsentMove>;

export interface ConsentFacts {
  readonly isOver: boolean;
}

/**
 * What was taken back stays taken back: she is asked again, and that is another consent. What was written down by mistake
 * stays to be seen, since somebody may have read on it.
 */
export const consentLifecycle = lifecycle<StoredConsentState, ConsentMove, ConsentFacts>({
  initial: 'active',
  final: ['entered_in_error'],
  moves: {
    withdraw: { from: ['active'], to: 'withdrawn', unless: [({ isOver }) => (isOver ? consentOver : undefined)] },
    enter_in_error: { from: ['active', 'withdrawn'], to: 'entered_in_error' },
  },
});

interface Timed {
  readonly state: StoredConsentState;
  readonly validFrom: Instant;
  readonly validUntil: Instant | null;
}

export const isOver = ({ validUntil }: Pick<Timed, 'validUntil'>, now: Instant): boolean =>
  validUntil !== null && validUntil <= now;

export const stateAt = (consent: Timed, now: Instant): ConsentState =>
  consent.state === 'active' && isOver(consent, now) ? 'expired' : consent.state;

export const isInForce = (consent: Timed, now: Instant): boolean =>
  stateAt(consent, now) === 'active' && consent.validFrom <= now;
