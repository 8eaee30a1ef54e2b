import { plusMinutes, startOfDay, type Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { OwedBy, Party, Urgency } from './referral.codes.js';
import { OVER, type ReferralFacts, type ReferralState, type Tries } from './referral.lifecycle.js';
import type { Referral, ShownReferral } from './referral.js';

export const NO_TRIES: Tries = { count: 0, channels: 0, days: 0 };

type Sides = Pick<Referral, 'senderOrganisationId' | 'receiverOrganisationId' | 'receiverKind'>;

/** Somebody of an organisation, and whether they speak for a sender: by the client's own record, or in the name of a line. */
interface Standing {
  readonly organisationId: Id;
  readonly speaksForSender: boolean;
}

/**
 * On which sides somebody stands. Where a house refers within itself on both, unless all that they hold of her came with
 * the referral: then they receive it. Beside a receiver without an account, also there.
 */
export function partiesOf(referral: Sides, { organisationId, speaksForSender }: Standing): readonly Party[] {
  const isReceiver = referral.receiverOrganisationId === organisationId;
  const isSender = referral.senderOrganisationId === organisationId && (speaksForSender || !isReceiver);
  if (!isSender) return isReceiver ? ['receiver'] : [];
  if (referral.receiverKind === 'outside') return ['sender', 'outside'];
  return isReceiver ? ['sender', 'receiver'] : ['sender'];
}

type Agreed = Pick<Referral, 'consentId' | 'agreedAt' | 'agreedUntil' | 'agreementEndedAt'>;

/** Whether what is shared is agreed to now. */
export const isAgreed = ({ consentId, agreedAt, agreedUntil, agreementEndedAt }: Agreed, now: Instant): boolean =>
  (consentId ?? agreedAt) !== null && agreementEndedAt === null && (agreedUntil === null || agreedUntil > now);

/** Who owes the next step as long as it is shared; and where it is over, that those are told whom it concerns. */
const OWES: Readonly<Record<ReferralState, OwedBy>> = {
  ...{ drafted: 'sender', sent: 'receiver', info_requested: 'sender', accepted: 'receiver', waitlisted: 'receiver' },
  ...{
    date_offered: 'sender',
    date_confirmed: 'receiver',
    preadmission_pending: 'sender',
    date_not_attended: 'sender',
  },
  ...{ next_date_owed: 'receiver', in_progress: 'receiver' },
  ...{ declined: 'sender', completed: 'sender', left_early: 'sender', withdrawn: 'sender', stopped: 'sender' },
  entered_in_error: 'nobody',
};

type Known = Pick<Referral, 'because' | 'knownToSenderAt' | 'knownToClientAt'>;

/** To everybody who can be told. */
const isKnown = ({ because, knownToSenderAt, knownToClientAt }: Known): boolean =>
  knownToSenderAt !== null && (knownToClientAt !== null || because === 'deceased');

type Owed = Agreed & Pick<Referral, 'state' | 'sentAt'> & Known;

/** Where she no longer shares it, the receiver cannot go on: it is the sender's to say how it does. */
export function owedNow(referral: Owed, now: Instant): OwedBy {
  const { state, sentAt } = referral;
  if (isOver(state)) return isKnown(referral) ? 'nobody' : OWES[state];
  return sentAt !== null && !isAgreed(referral, now) ? 'sender' : OWES[state];
}

type Owing = Pick<Referral, 'nextStepBy'> & { readonly owes: OwedBy };

export const isOverdue = ({ owes, nextStepBy }: Owing, now: Instant): boolean =>
  owes !== 'nobody' && nextStepBy !== null && nextStepBy <= now;

/** Only when both know what came of it. */
export const isLoopClosed = (referral: ShownReferral): boolean => referral.isEnded && isKnown(referral);

export const isOver = (state: ReferralState): boolean => OVER.some((over) => over === state);

/** Minutes within which an answer is looked for [OURS]. When they have passed it shows as overdue, and nothing else happens. */
const ANSWER_WITHIN: Readonly<Record<Urgency, number>> = {
  tonight: 2 * 60,
  urgent: 24 * 60,
  soon: 3 * 24 * 60,
  routine: 10 * 24 * 60,
};

export const answerBy = (urgency: Urgency, now: Instant): Instant => plusMinutes(now, ANSWER_WITHIN[urgency]);

/** In these somebody waits for a day that is said elsewhere. */
const WAITS_FOR_A_DAY: readonly ReferralState[] = ['in_progress', 'waitlisted', 'date_confirmed', 'entered_in_error'];

/** By when the next step is owed, where whoever moved it said nothing. A waiting list is looked at again on its day. */
export function nextStepDue(
  { state, urgency, reviewOn }: Pick<Referral, 'state' | 'urgency' | 'reviewOn'>,
  now: Instant,
  zone: string,
): Instant | null {
  if (state === 'waitlisted' && reviewOn !== null) return startOfDay(reviewOn, zone);
  return WAITS_FOR_A_DAY.includes(state) ? null : answerBy(urgency, now);
}

/** From these it is sent, and another consent can go along: whether that is agreed to is known when it comes. */
const WITH_ANOTHER_CONSENT: readonly ReferralState[] = ['drafted', ...OVER];

/** What is asked when it is shown. */
export function factsToShow(referral: ShownReferral, parties: readonly Party[], now: Instant): ReferralFacts {
  return {
    parties,
    isAgreed: WITH_ANOTHER_CONSENT.includes(referral.state) || isAgreed(referral, now),
    receiverStands: referral.receiverStands,
    isOfCaller: referral.callerId !== null,
    tries: NO_TRIES,
    hasLiveDate: referral.hasLiveDate,
    hasOpenStay: referral.hasOpenStay,
    fromLedger: false,
  };
}

/**
 * Whether the reasons and notes of what came after the arrival are shown: not to a response line, which learns that its
 * caller arrived, and no more.
 */
export const isToldAfterArrival = ({ callerId }: Pick<Referral, 'callerId'>, parties: readonly Party[]): boolean =>
  callerId === null || parties.some((party) => party !== 'sender');
