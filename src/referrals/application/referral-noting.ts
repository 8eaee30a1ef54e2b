import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import { newId } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import type { Referral, ShownReferral } from '../domain/referral.js';
import { ReferralStore } from '../persistence/referral.store.js';
import type { TakenReferral } from './referral-desk.js';

interface Noted {
  readonly move: 'outcome_known_to_sender' | 'outcome_known_to_client' | 'agreement_ended' | 'agreed_again';
  readonly note?: string;
}

/** What is noted of a referral that stays in its state: it stands in the history beside the moves. */
@Injectable()
export class ReferralNoting {
  constructor(private readonly referrals: ReferralStore) {}

  /** Of one that was taken. */
  async change(
    tx: Tx,
    { referral, parties }: TakenReferral,
    to: Partial<Referral>,
    { move, note }: Noted,
  ): Promise<ShownReferral> {
    const { id, clientId, callerId, class: its, state, version } = referral;
    const by = tx.actor.membershipId;
    const after = { ...referral, ...to, updatedAt: tx.now, updatedBy: by, version: version + 1 };
    await this.referrals.changeTaken(tx, referral, after);
    const made = {
      id: newId(),
      referralId: id,
      clientId,
      callerId,
      class: its,
      round: referral.round,
      move,
      because: null,
    };
    const party = parties[0] ?? 'sender';
    await this.referrals.addMove(
      tx,
      { ...made, fromState: state, toState: state, party, byMembership: by, at: tx.now, version: after.version },
      sent({ note }),
    );
    this.referrals.tell(tx, id, `referral_${move}`);
    return after;
  }
}
