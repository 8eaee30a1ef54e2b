import { instantOf, type CivilDate, type Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { MoveParts } from '../../kernel/move.js';
import type { Fault } from '../../kernel/refusal.js';
import { BEFORE_ENTRY, DECLINE_REASONS, FINISH_REASONS, LEAVE_EARLY_REASONS, STOP_REASONS } from './referral.codes.js';
import type { Referral } from './referral.js';
import { DATE_MOVES, REFERRAL_MOVES, type DateMove, type ReferralMove } from './referral.lifecycle.js';

export type AnyMove = ReferralMove | DateMove;

/** Moves of the receiver. Where they have no account here, the sender makes them on what they said. */
const OF_RECEIVER = [
  ...(['ask', 'accept', 'decline', 'put_on_waiting_list', 'await_step', 'owe_next_date', 'arrive'] as const),
  ...(['finish', 'leave_early', 'stop'] as const),
] as const satisfies readonly ReferralMove[];

const LEAVING_IT_OPEN = [...REFERRAL_MOVES, ...DATE_MOVES].filter(
  (move) => move !== 'retract' && move !== 'withdraw' && move !== 'stop',
);

/** What goes along with which move. */
export const REFERRAL_MOVE_PARTS = {
  because: { of: ['decline', 'finish', 'leave_early', 'stop', 'await_step'], isNeeded: true },
  question: { of: 'ask', isNeeded: true },
  answer: { of: 'answer', isNeeded: true },
  consentId: { of: ['send', 'reopen'] },
  onBehalfOfReceiver: { of: OF_RECEIVER },
  nextStepBy: { of: LEAVING_IT_OPEN },
  reviewOn: { of: 'put_on_waiting_list' },
  placeInLine: { of: 'put_on_waiting_list' },
} as const satisfies MoveParts<string, AnyMove>;

/** A move as somebody wishes to make it. */
export interface ReferralWish {
  readonly move: AnyMove;
  /** A reason's code, or the step before entry that is awaited. */
  readonly because?: string;
  /** What was said with it. */
  readonly note?: string;
  readonly question?: string;
  readonly answer?: string;
  readonly consentId?: Id;
  readonly onBehalfOfReceiver?: boolean;
  /** Until when whoever owes the next step has time. */
  readonly nextStepBy?: Instant;
  readonly reviewOn?: CivilDate;
  readonly placeInLine?: number;
}

const BECAUSE_OF = {
  decline: Object.keys(DECLINE_REASONS),
  finish: Object.keys(FINISH_REASONS),
  leave_early: Object.keys(LEAVE_EARLY_REASONS),
  // A receiver may find later what would have made them decline.
  stop: [...Object.keys(STOP_REASONS), ...Object.keys(DECLINE_REASONS)],
  await_step: Object.keys(BEFORE_ENTRY),
} as const satisfies Partial<Record<AnyMove, readonly string[]>>;

export const ALL_REASONS: readonly string[] = [...new Set(Object.values(BECAUSE_OF).flat())];

const isOfReceiver = (move: AnyMove): boolean => [...OF_RECEIVER, 'offer_date'].some((each) => each === move);

/** Who makes this move, of the sides on which the actor stands. */
export function madeBy<Side extends string>(move: AnyMove, sides: readonly Side[]): Side | undefined {
  const [first, ...others] = sides;
  return isOfReceiver(move) ? (others.at(-1) ?? first) : first;
}

type InLine = Pick<Referral, 'placeInLine' | 'reviewOn'>;

/** Nobody waits unseen: in line is who has a place or a day on which the list is looked at again, from now or from before. */
export const lineFaults = ({ move, placeInLine, reviewOn }: ReferralWish, before: InLine): readonly Fault[] =>
  move === 'put_on_waiting_list' && (placeInLine ?? reviewOn ?? before.placeInLine ?? before.reviewOn) === null
    ? [NO_PLACE]
    : [];

const NO_PLACE: Fault = {
  pointer: '/reviewOn',
  code: 'place_or_day_needed',
  message: {
    en: 'Send the day on which the list is looked at again (reviewOn), or the place in line (placeInLine), so that nobody waits unseen.',
    fr: 'Envoyez le jour où la liste sera revue (reviewOn) ou le rang sur la liste (placeInLine), pour que personne n’attende sans être vu.',
  },
};

/** A reason of another move, and days that have passed. @param today where whoever moves it is */
export function wishFaults({ move, because, nextStepBy, reviewOn }: ReferralWish, now: Instant, today: CivilDate) {
  const reasons = reasonsOf(move);
  const faults: readonly (Fault | false)[] = [
    because !== undefined && reasons?.includes(because) === false && notAReason(move, reasons),
    nextStepBy !== undefined && instantOf(nextStepBy) <= now && past('/nextStepBy'),
    reviewOn !== undefined && reviewOn < today && past('/reviewOn'),
  ];
  return faults.filter((fault) => fault !== false);
}

const reasonsOf = (move: AnyMove): readonly string[] | undefined =>
  move in BECAUSE_OF ? BECAUSE_OF[move as keyof typeof BECAUSE_OF] : undefined;

const notAReason = (move: AnyMove, reasons: readonly string[]): Fault => ({
  pointer: '/because',
  code: 'not_a_reason_of_this_move',
  message: {
    en: `With the move ${move}, send one of: ${reasons.join(', ')}.`,
    fr: `Avec l’étape ${move}, envoyez un de ces codes : ${reasons.join(', ')}.`,
  },
});

const past = (pointer: string): Fault => ({
  pointer,
  code: 'in_the_past',
  message: {
    en: 'This has passed already. Send one that is still to come.',
    fr: 'C’est déjà passé. Envoyez un moment à venir.',
  },
});
