import { plusMinutes, startOfDay, type Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { OwedBy, Party, Urgency } from './referral.codes.js';
import { OVER, type ReferralFacts, type ReferralState } from './referral.lifecycle.js';
import type { Referral, ShownReferral } from './referral.js';

type Sides = Pick<Referral, 'senderOrganisationId' | 'receiverOrganisationId' | 'receiverKind'>;

/** On which sides an organisation stands: on both, where a house refers within itself; beside a receiver without an account, also there. */
export function partiesOf(referral: Sides, organisationId: Id): readonly Party[] {
  const isSender = referral.senderOrganisationId === organisationId;
  return [
    ...(isSender ? (['sender'] as const) : []),
    ...(referral.receiverOrganisationId === organisationId ? (['receiver'] as const) : []),
    ...(isSender && referral.receiverKind === 'outside' ? (['outside'] as const) : []),
  ];
}

type Agreed = Pick<Referral, 'consentId' | 'agreedAt' | 'agreedUntil' | 'agreementEndedAt'>;

/** Whether what is shared is agreed to now. */
export const isAgreed = ({ consentId, agreedAt, agreedUntil, agreementEndedAt }: Agreed, now: Instant): boolean =>
  (consentId ?? agreedAt) !== null && agreementEndedAt === null && (agreedUntil === null || agreedUntil > now);

/** Where she no longer shares it, the receiver cannot go on: it is the sender's to say how it does. */
export function owedNow(referral: Agreed & Pick<ShownReferral, 'owes' | 'isEnded' | 'sentAt'>, now: Instant): OwedBy {
  const isOpen = referral.sentAt !== null && !referral.isEnded;
  return isOpen && !isAgreed(referral, now) ? 'sender' : referral.owes;
}

export const isOverdue = (referral: Pick<ShownReferral, 'owes' | 'nextStepBy'>, now: Instant): boolean =>
  referral.owes !== 'nobody' && referral.nextStepBy !== null && referral.nextStepBy <= now;

/** Only when both know what came of it. */
export const isLoopClosed = ({ isEnded, knownToSenderAt, knownToClientAt }: ShownReferral): boolean =>
  isEnded && knownToSenderAt !== null && knownToClientAt !== null;

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

/** What is asked when it is shown: what a move takes along, such as another consent, can still be sent. */
export function factsToShow(referral: ShownReferral, parties: readonly Party[], now: Instant): ReferralFacts {
  return {
    parties,
    isAgreed: referral.state !== 'info_requested' || isAgreed(referral, now),
    receiverStands: referral.receiverStands,
    isOfCaller: referral.callerId !== null,
    tries: { count: 0, channels: 0 },
    hasLiveDate: referral.hasLiveDate,
    hasOpenStay: referral.hasOpenStay,
    fromLedger: false,
  };
}
