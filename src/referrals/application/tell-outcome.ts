import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Referral } from '../domain/referral.js';
import { forTheSender, outcomeOpen } from '../domain/referral.problems.js';
import { referralDone } from '../domain/referrals.events.js';
import { ReferralDesk, type TakenReferral } from './referral-desk.js';
import type { ReferralMoveOrder } from './move-referral.js';
import { ReferralNoting } from './referral-noting.js';
import { ReferralShowing, type ReferralWhole } from './referral-showing.js';

export const TOLD_TO = ['sender', 'client'] as const;

export interface OutcomeOrder extends Pick<ReferralMoveOrder, 'id' | 'expected' | 'receipt'> {
  readonly to: (typeof TOLD_TO)[number];
  /** How it was told. */
  readonly note?: string;
}

/** The loop closes when both know what came of it: the sender, and the client. */
@Injectable()
export class TellOutcome {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ReferralDesk,
    private readonly noting: ReferralNoting,
    private readonly showing: ReferralShowing,
  ) {}

  /** @throws Refusal `not_found`, `stale`, `outcome_open`; `for_the_sender` where others say what the sender knows */
  by(actor: Actor, { id, expected, receipt, ...told }: OutcomeOrder): Promise<ReferralWhole> {
    return this.work.run(actor, async (tx) => {
      const before = await this.desk.take(tx, 'referral:write', id);
      let { referral } = before;
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, before.referral.version);
        referral = await this.note(tx, before, told);
      });
      const { found, whole } = await this.showing.again(tx, referral);
      tx.record(referralDone(replayed ? 'referral.read' : 'referral.outcome_known', found.referral, found.held));
      return whole;
    });
  }

  private async note(tx: Tx, found: TakenReferral, { to, note }: Pick<OutcomeOrder, 'to' | 'note'>) {
    const { referral, parties } = found;
    if (parties.length === 0 || (to === 'sender' && !parties.includes('sender'))) throw new Refusal(forTheSender);
    if (!referral.isEnded) throw new Refusal(outcomeOpen);
    const known: Partial<Referral> = to === 'sender' ? { knownToSenderAt: tx.now } : { knownToClientAt: tx.now };
    return this.noting.change(
      tx,
      found,
      // Once both know, nothing is owed; until then whoever owes it is as late as before.
      { ...known, ...(both(referral, to) && { nextStepBy: null }) },
      { move: `outcome_known_to_${to}`, ...(note !== undefined && { note }) },
    );
  }
}

const both = ({ knownToSenderAt, knownToClientAt }: Referral, to: OutcomeOrder['to']): boolean =>
  to === 'sender' ? knownToClientAt !== null : knownToSenderAt !== null;
