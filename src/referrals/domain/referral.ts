import type { Channel, ChannelWords } from '../../clients/domain/channel.js';
import type { HowGiven } from '../../consents/domain/consent.js';
import type { DataClass } from '../../access/policy.js';
import type { CivilDate, Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { AskedBy, AskedFor, OutsideBy, ReceiverKind, Urgency } from './referral.codes.js';
import type { ReferralState } from './referral.lifecycle.js';

/** Of a client, or of somebody who called the line: never of both. */
export interface Referral {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly callerId: Id | null;
  readonly class: 'coordination';
  readonly followsId: Id | null;
  readonly askedBy: AskedBy;
  readonly senderOrganisationId: Id;
  readonly requestedBy: Id;
  readonly receiverKind: ReceiverKind;
  readonly receiverOrganisationId: Id | null;
  readonly serviceId: Id | null;
  readonly outsideBy: OutsideBy | null;
  readonly asksFor: AskedFor;
  readonly urgency: Urgency;
  readonly sharedClasses: readonly DataClass[];
  readonly consentId: Id | null;
  readonly agreedHow: HowGiven | null;
  readonly agreedAt: Instant | null;
  readonly agreedUntil: Instant | null;
  readonly agreementEndedAt: Instant | null;
  readonly answerBy: Instant | null;
  readonly state: ReferralState;
  readonly round: number;
  readonly because: string | null;
  readonly stateSince: Instant;
  readonly nextStepBy: Instant | null;
  readonly reviewOn: CivilDate | null;
  readonly placeInLine: number | null;
  /** Since when somebody waits, from the first time in this round: a date that did not work out costs nobody their place. */
  readonly waitingSince: Instant | null;
  readonly sentAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly knownToSenderAt: Instant | null;
  readonly knownToClientAt: Instant | null;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly updatedAt: Instant;
  /** Nobody here, where the receiver answered by a one-time link or the client took her consent back. */
  readonly updatedBy: Id | null;
  readonly version: number;
}

/** Whoever has no account here. */
export interface OutsideReceiver {
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
}

export interface ReferralWords {
  /** Why, as the sender puts it. */
  readonly reason?: string;
  /** As she says it. */
  readonly ownWords?: string;
  readonly outside?: OutsideReceiver;
  /** What a caller goes by, where she lets it go along. */
  readonly alias?: string;
  /** What was answered to what the receiver last asked. */
  readonly answer?: string;
}

/** Of the receiver, and sealed apart: what they write changes nothing that the sender says. */
export interface AskedWords {
  readonly question?: string;
}

export const REFERRAL_WORDS = [
  'reason',
  'ownWords',
  'outside',
  'alias',
  'answer',
] as const satisfies readonly (keyof ReferralWords)[];

/** What is told along, a piece for each class. */
export interface Summary {
  readonly id: Id;
  readonly class: DataClass;
  readonly text: string;
  readonly version: number;
}

export const SERVED_KINDS = ['goal', 'need'] as const;
export type ServedKind = (typeof SERVED_KINDS)[number];

/** A goal or a need of hers that it serves. What it is stands there where the actor sees it. */
export interface Served {
  readonly kind: ServedKind;
  readonly id: Id;
  readonly domain: string | null;
  readonly state: string | null;
  readonly ownWords: string | null;
}

/** How she may be reached, where that is shared. */
export interface SharedChannel
  extends ChannelWords, Pick<Channel, 'kind' | 'mayContact' | 'mayLeaveVoicemail' | 'safeHours'> {
  readonly id: Id;
}

/** With what the directory says of its two sides, and what stands around it. */
export interface ShownReferral extends Referral, ReferralWords, AskedWords {
  readonly isEnded: boolean;
  readonly sender: string;
  readonly receiver: string | null;
  readonly service: string | null;
  readonly requestedByName: string;
  /** Whether there is still somebody to receive it. */
  readonly receiverStands: boolean;
  /** Whether a date is offered or confirmed now. */
  readonly hasLiveDate: boolean;
  /** Whether a stay that came of it goes on. */
  readonly hasOpenStay: boolean;
  /** Whether the actor sees the one that it follows. */
  readonly followsSeen: boolean;
  /** What she goes by; nothing where none of her names is to be seen. */
  readonly goesBy: string | null;
}

/** One move as it was made. */
export interface ReferralMoveMade {
  readonly id: Id;
  readonly referralId: Id;
  readonly clientId: Id | null;
  readonly callerId: Id | null;
  readonly class: 'coordination';
  readonly round: number;
  readonly move: string;
  readonly fromState: ReferralState | null;
  readonly toState: ReferralState;
  readonly because: string | null;
  readonly party: 'sender' | 'receiver' | 'outside' | 'client';
  readonly byMembership: Id | null;
  readonly at: Instant;
  /** The version of the referral that it made. */
  readonly version: number;
}

export interface ShownMove extends ReferralMoveMade {
  readonly note: string | null;
  readonly byName: string | null;
  readonly organisation: string | null;
}
