import { lifecycle, type Rule } from '../../kernel/lifecycle.js';
import { callerArrived } from './caller-links.problems.js';
import { DECLINE_REASONS, type Party } from './referral.codes.js';
import * as because from './referral.problems.js';

export type ReferralState =
  | 'drafted'
  | 'sent'
  | 'info_requested'
  | 'accepted'
  | 'waitlisted'
  | 'date_offered'
  | 'date_confirmed'
  | 'preadmission_pending'
  | 'date_not_attended'
  | 'next_date_owed'
  | 'in_progress'
  | 'declined'
  | 'completed'
  | 'left_early'
  | 'withdrawn'
  | 'stopped'
  | 'entered_in_error';

/** Moves that somebody makes on the referral itself. */
export const REFERRAL_MOVES = [
  'send',
  'ask',
  'answer',
  'accept',
  'decline',
  'put_on_waiting_list',
  'await_step',
  'owe_next_date',
  'arrive',
  'finish',
  'leave_early',
  'withdraw',
  'stop',
  'reopen',
  'retract',
] as const;
export type ReferralMove = (typeof REFERRAL_MOVES)[number];

/** Moves that follow from a date in the attempts ledger, and from nothing else. */
export const DATE_MOVES = ['offer_date', 'confirm_date', 'miss_date', 'take_back_start'] as const;
export type DateMove = (typeof DATE_MOVES)[number];

export interface Tries {
  readonly count: number;
  readonly channels: number;
  readonly days: number;
}

export interface ReferralFacts {
  /** On which side the actor stands; on both, where a house refers within itself. */
  readonly parties: readonly Party[];
  /** Whether what is shared is agreed to now, by a consent that names the receiver or on the referral itself. */
  readonly isAgreed: boolean;
  /** Whether there is still somebody to receive it. */
  readonly receiverStands: boolean;
  readonly isOfCaller: boolean;
  /** Of `stop`: the reason, and how often she was tried since she was last reached: over how many channels, on how many days. */
  readonly stopReason?: string | undefined;
  readonly tries: Tries;
  /** Whether a date is offered or confirmed now. */
  readonly hasLiveDate: boolean;
  /** Whether a stay that came of it goes on. */
  readonly hasOpenStay: boolean;
  /** Whether the move comes from the attempts ledger. */
  readonly fromLedger: boolean;
}

const isOne = (code: string | undefined, codes: object): boolean => code !== undefined && code in codes;

type Fact = Rule<ReferralFacts>;

const unlessOf =
  (...sides: readonly Party[]): Fact =>
  ({ parties }) =>
    parties.some((party) => sides.includes(party))
      ? undefined
      : sides.includes('sender')
        ? because.forTheSender
        : because.forTheReceiver;
const bySender = unlessOf('sender');
const byReceiver = unlessOf('receiver', 'outside');
const byEither = unlessOf('sender', 'receiver', 'outside');
const notAgreed: Fact = ({ isAgreed }) => (isAgreed ? undefined : because.notAgreedTo);
const receiverGone: Fact = ({ receiverStands }) => (receiverStands ? undefined : because.receiverGone);
const ofCaller: Fact = ({ isOfCaller }) => (isOfCaller ? because.notOfACaller : undefined);
/** A line learns that its caller arrived, and no more: why it ended after that stands in the record of whoever received them. */
const arrivedCaller: Fact = ({ isOfCaller }, state) =>
  isOfCaller && state === 'in_progress' ? callerArrived : undefined;
const dateStands: Fact = ({ hasLiveDate }) => (hasLiveDate ? because.dateStands : undefined);
const stayStands: Fact = ({ hasOpenStay }) => (hasOpenStay ? because.stayGoesOn : undefined);
/**
 * The receiver; and the sender in their place where they no longer see it, because she took her agreement back, or are no
 * longer there.
 */
const byWhoIsLeft: Fact = (facts, state) =>
  (facts.isAgreed && facts.receiverStands) || !facts.parties.includes('sender') ? byReceiver(facts, state) : undefined;
const notFromLedger: Fact = ({ fromLedger }) => (fromLedger ? undefined : because.byItsDate);

/** Three tries over two channels before anybody is said to be out of reach: Unite Us' guidance has three (S87). */
const TRIES = 3;
const CHANNELS = 2;
/** [OURS] Three calls in one hour are one try. */
const DAYS = 2;
const triedTooLittle: Fact = ({ stopReason, tries }) =>
  stopReason === 'unable_to_contact' && (tries.count < TRIES || tries.channels < CHANNELS || tries.days < DAYS)
    ? because.triedTooLittle
    : undefined;

/** Only the sender knows that she shares it no more, and only once it is so. */
const stillShared: Fact = ({ stopReason, isAgreed, parties }) =>
  stopReason === 'agreement_ended' && (isAgreed || !parties.includes('sender')) ? because.stillShared : undefined;
/** What there is or is not with the receiver is theirs to say. */
const notTheirsToSay: Fact = (facts, state) =>
  isOne(facts.stopReason, DECLINE_REASONS) ? byReceiver(facts, state) : undefined;

const ON_HOLD = [
  'waitlisted',
  'date_offered',
  'date_confirmed',
  'preadmission_pending',
  'date_not_attended',
  'next_date_owed',
] as const satisfies readonly ReferralState[];
export const BEFORE_START = ['accepted', ...ON_HOLD] as const;
const ENDED = ['declined', 'completed', 'left_early', 'withdrawn', 'stopped'] as const;
/** Over: ended, or never meant. */
export const OVER = [...ENDED, 'entered_in_error'] as const satisfies readonly ReferralState[];
/** What may stand without ever having been sent. */
export const UNSENT = ['drafted', 'withdrawn', 'entered_in_error'] as const satisfies readonly ReferralState[];
/** What follows an arrival. */
const AFTER_ARRIVAL: readonly ReferralState[] = ['in_progress', 'completed', 'left_early'];
export const hasArrived = (state: ReferralState | null): boolean => state !== null && AFTER_ARRIVAL.includes(state);

const OPEN = ['sent', 'info_requested', ...BEFORE_START, 'in_progress'] as const;

/**
 * Nothing here happens by time, and no number of dates ends it. A date not attended is a state in which the next one is
 * due. What has ended can be reopened: another round under the same referral, since ended ones are terminal in FHIR.
 */
export const referralLifecycle = lifecycle<ReferralState, ReferralMove | DateMove, ReferralFacts>({
  initial: 'drafted',
  final: ['entered_in_error'],
  moves: {
    send: { from: ['drafted'], to: 'sent', unless: [bySender, receiverGone, notAgreed] },
    ask: { from: ['sent'], to: 'info_requested', unless: [byReceiver] },
    answer: { from: ['info_requested'], to: 'sent', unless: [bySender, notAgreed] },
    accept: { from: ['sent', 'info_requested'], to: 'accepted', unless: [byReceiver] },
    decline: { from: ['sent', 'info_requested'], to: 'declined', unless: [byReceiver] },
    put_on_waiting_list: {
      // Also from the list itself: another place, or another day to look again.
      from: ['accepted', 'waitlisted', 'preadmission_pending', 'date_not_attended', 'next_date_owed'],
      to: 'waitlisted',
      unless: [byReceiver, ofCaller],
    },
    await_step: {
      from: ['accepted', 'waitlisted', 'date_not_attended', 'next_date_owed'],
      to: 'preadmission_pending',
      unless: [byReceiver, ofCaller],
    },
    owe_next_date: {
      from: ['accepted', 'waitlisted', 'preadmission_pending', 'date_not_attended', 'date_offered', 'date_confirmed'],
      to: 'next_date_owed',
      unless: [byEither, ofCaller, dateStands],
    },
    // From a date to the next: the ledger has ended the one before in the same transaction.
    offer_date: {
      from: [...BEFORE_START],
      to: 'date_offered',
      unless: [byReceiver, ofCaller, notFromLedger, dateStands],
    },
    confirm_date: { from: ['date_offered'], to: 'date_confirmed', unless: [byEither, notFromLedger] },
    // Also what is written down afterwards.
    miss_date: { from: [...BEFORE_START], to: 'date_not_attended', unless: [byEither, ofCaller, notFromLedger] },
    // What began by mistake: the date or the stay that said so was taken back.
    take_back_start: {
      from: ['in_progress'],
      to: 'next_date_owed',
      unless: [byEither, ofCaller, notFromLedger, dateStands, stayStands],
    },
    arrive: { from: [...BEFORE_START], to: 'in_progress', unless: [byReceiver, dateStands] },
    finish: { from: ['in_progress'], to: 'completed', unless: [byWhoIsLeft, dateStands, stayStands] },
    leave_early: {
      from: ['in_progress'],
      to: 'left_early',
      unless: [byWhoIsLeft, arrivedCaller, dateStands, stayStands],
    },
    withdraw: { from: ['drafted', ...OPEN], to: 'withdrawn', unless: [bySender, dateStands, stayStands] },
    stop: {
      from: [...OPEN],
      to: 'stopped',
      unless: [byEither, arrivedCaller, triedTooLittle, stillShared, notTheirsToSay, dateStands, stayStands],
    },
    reopen: { from: [...ENDED], to: 'sent', unless: [bySender, receiverGone, notAgreed, stayStands] },
    retract: { from: ['drafted', 'sent', 'info_requested'], to: 'entered_in_error', unless: [bySender] },
  },
});
