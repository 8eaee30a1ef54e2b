import { Injectable } from '@nestjs/common';
import { refuseStale } from '../../access/refuse-stale.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { newId } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import type { Referral } from '../domain/referral.js';
import { ReferralStore } from '../persistence/referral.store.js';
import type { FoundReferral } from './referral-desk.js';

interface Noted {
  readonly move: 'outcome_known_to_sender' | 'outcome_known_to_client' | 'agreement_ended' | 'agreed_again';
  readonly note?: string;
}

/** What is noted of a referral that stays in its state: it stands in the history beside the moves. */
@Injectable()
export class ReferralNoting {
  constructor(private readonly referrals: ReferralStore) {}

  /** @throws Refusal `stale` */
  async change(
    tx: Tx,
    { referral, parties }: FoundReferral,
    to: Partial<Referral>,
    { move, note }: Noted,
  ): Promise<Referral> {
    const { id, clientId, callerId, class: its, state, version } = referral;
    const by = tx.actor.membershipId;
    const after: Referral = { ...referral, ...to, updatedAt: tx.now, updatedBy: by, version: version + 1 };
    if (!(await this.referrals.change(tx, referral, after))) {
      refuseStale(version, await this.referrals.one(tx, id));
    }
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
    await this.referrals.tell(tx, id, `referral_${move}`);
    return after;
  }
}
