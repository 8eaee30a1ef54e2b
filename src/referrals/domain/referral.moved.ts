import type { Instant } from '../../kernel/civil-time.js';
import type { Referral } from './referral.js';
import type { Party } from './referral.codes.js';
import type { ReferralWish } from './referral-moves.js';
import { BEFORE_START, type ReferralState } from './referral.lifecycle.js';
import { answerBy, isOver, nextStepDue } from './referral.rules.js';

interface Moving {
  readonly wish: ReferralWish;
  readonly now: Instant;
  /** Where whoever moves it is: a day that they name begins there. */
  readonly zone: string;
  readonly party: Party;
  /** Made by a receiver without an account themselves, of which the sender has still to know. */
  readonly byLink: boolean;
}

/** A referral as it stands after a move to this state. */
export function movedTo(before: Referral, state: ReferralState, moving: Moving): Referral {
  const { wish, now, zone } = moving;
  const stands = { ...before, ...placeAfter(before, state, moving), state };
  return {
    ...stands,
    ...(wish.move === 'withdraw' && takenBack(before, now)),
    ...(wish.move === 'reopen' && { round: before.round + 1, waitingSince: null }),
    // Also a draft that was withdrawn and is opened again goes out for the first time.
    ...(state === 'sent' && { sentAt: before.sentAt ?? now, answerBy: answerBy(before.urgency, now) }),
    because: wish.because ?? null,
    stateSince: now,
    nextStepBy: wish.nextStepBy ?? nextStepDue(stands, now, zone),
    ...outcome(state, moving),
  };
}

/** Her word on the referral itself was for what she takes back with it. */
const takenBack = ({ agreedAt }: Referral, now: Instant) => agreedAt !== null && { agreementEndedAt: now };

/** A date that is offered, or was missed, costs nobody their place; it ends where she comes in, or where all of it ends. */
const keepsPlace = (state: ReferralState): boolean => BEFORE_START.some((each) => each === state);
function placeAfter(before: Referral, state: ReferralState, moving: Moving) {
  if (state === 'waitlisted') return inLine(before, moving);
  return keepsPlace(state) ? {} : OUT_OF_LINE;
}
const OUT_OF_LINE = { reviewOn: null, placeInLine: null };
const inLine = (before: Referral, { wish: { reviewOn, placeInLine }, now }: Moving) => ({
  reviewOn: reviewOn ?? before.reviewOn,
  placeInLine: placeInLine ?? before.placeInLine,
  waitingSince: before.waitingSince ?? now,
});

/** Whoever ends it knows that it ended; the others have still to be told. */
function outcome(state: ReferralState, { wish, now, party, byLink }: Moving) {
  if (!isOver(state)) return { endedAt: null, knownToSenderAt: null, knownToClientAt: null };
  const bySender = party === 'sender' || (party === 'outside' && !byLink);
  return {
    endedAt: now,
    knownToSenderAt: bySender ? now : null,
    knownToClientAt: wish.move === 'withdraw' || wish.because === 'agreement_ended' ? now : null,
  };
}
