import type { OwedBy } from './referral.codes.js';
import type { Referral, ReferralWords, ShownReferral } from './referral.js';

/** A referral as far as it stands on a plan: what is asked of whom, and who owes what until when. */
export type StandingReferral = Pick<
  Referral,
  | ('id' | 'class' | 'asksFor' | 'urgency' | 'state' | 'round' | 'because' | 'sentAt' | 'nextStepBy' | 'placeInLine')
  | ('reviewOn' | 'consentId' | 'agreedAt' | 'agreedUntil' | 'agreementEndedAt' | 'updatedAt' | 'version')
  | ('knownToSenderAt' | 'knownToClientAt')
> &
  Pick<ShownReferral, 'isEnded' | 'sender' | 'receiver' | 'service'> &
  Pick<ReferralWords, 'reason' | 'ownWords' | 'outside'> & { readonly clientId: string };

export type PlannedReferral = StandingReferral & { readonly owes: OwedBy; readonly isOverdue: boolean };
