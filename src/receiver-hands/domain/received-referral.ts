import type { ChannelKind } from '../../clients/domain/channel.js';
import type { NameSetting } from '../../clients/domain/client-name.js';
import type { DataClass } from '../../access/policy.js';
import type { Instant, WeekHours } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { MoveParts } from '../../kernel/move.js';
import type { AskedFor, DeclineReason, Urgency } from '../../referrals/domain/referral.codes.js';
import { referralLifecycle, type ReferralState } from '../../referrals/domain/referral.lifecycle.js';

/** What a receiver without an account can do with it. */
export const RECEIVED_MOVES = ['accept', 'decline', 'ask'] as const;
export type ReceivedMove = (typeof RECEIVED_MOVES)[number];

export const RECEIVED_MOVE_PARTS = {
  because: { of: 'decline', isNeeded: true },
  question: { of: 'ask', isNeeded: true },
} as const satisfies MoveParts<string, ReceivedMove>;

export interface ReceivedWish {
  readonly move: ReceivedMove;
  readonly because?: DeclineReason;
  readonly question?: string;
}

/** A name of hers, and where it is hers. */
export interface SharedName {
  readonly setting: NameSetting;
  readonly name: string;
}

/** A way on which she may be reached, and what is safe on it. */
export interface SharedChannel {
  readonly kind: ChannelKind;
  readonly mayLeaveVoicemail: boolean;
  readonly safeHours: readonly WeekHours[];
  readonly value?: string;
  readonly person?: string;
  readonly sayWhat?: string;
  readonly sayWho?: string;
}

/** What one referral shares, and nothing else of the record. */
export interface ReceivedReferral {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly sender: string;
  readonly senderPhone: string;
  /** To whom it is written. */
  readonly addressedTo: string | null;
  readonly asksFor: AskedFor;
  readonly urgency: Urgency;
  readonly state: ReferralState;
  readonly because: string | null;
  readonly sentAt: Instant;
  readonly answerBy: Instant | null;
  readonly reason: string | null;
  readonly ownWords: string | null;
  readonly question: string | null;
  readonly answer: string | null;
  readonly sharedClasses: readonly DataClass[];
  readonly summaries: readonly { readonly class: DataClass; readonly text: string }[];
  /** What a caller goes by, where she lets it go along. */
  readonly alias: string | null;
  readonly names: readonly SharedName[];
  readonly birthDate: string | null;
  readonly pronouns: string | null;
  readonly channels: readonly SharedChannel[];
  /** IANA; safe hours are hours in it. */
  readonly timeZone: string | null;
  readonly version: number;
}

const FACTS = {
  parties: ['outside'] as const,
  ...{
    isAgreed: true,
    receiverStands: true,
    isOfCaller: false,
    hasLiveDate: false,
    hasOpenStay: false,
    fromLedger: false,
  },
  tries: { count: 0, channels: 0, days: 0 },
};

export const openMovesOf = ({ state }: Pick<ReceivedReferral, 'state'>): readonly ReceivedMove[] =>
  RECEIVED_MOVES.filter((move) => referralLifecycle.openMoves(state, FACTS).includes(move));
