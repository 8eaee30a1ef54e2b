import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { HowGiven } from '../../consents/domain/consent.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { ShownReferral } from '../domain/referral.js';
import { byItsConsent, forTheSender, notAgreedTo } from '../domain/referral.problems.js';
import { answerBy } from '../domain/referral.rules.js';
import { referralDone } from '../domain/referrals.events.js';
import { agreedOn, Agreements } from './agreements.js';
import type { ReferralMoveOrder } from './move-referral.js';
import { ReferralDesk, type TakenReferral } from './referral-desk.js';
import { ReferralNoting } from './referral-noting.js';
import { ReferralShowing, type ReferralWhole } from './referral-showing.js';

export interface AgreementOrder extends Pick<ReferralMoveOrder, 'id' | 'expected' | 'receipt'> {
  /** She no longer shares it. */
  readonly ended?: true;
  /** She agrees again, or anew: by another consent, or as she said. */
  readonly consentId?: Id;
  readonly agreedHow?: HowGiven;
}

/** Whether what goes along is still agreed to. It closes nothing: whoever sent it says how it goes on. */
@Injectable()
export class ChangeAgreement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ReferralDesk,
    private readonly agreements: Agreements,
    private readonly noting: ReferralNoting,
    private readonly showing: ReferralShowing,
  ) {}

  /** @throws Refusal `not_found`, `stale`, `for_the_sender`, `by_its_consent`, `not_agreed_to` */
  by(actor: Actor, { id, expected, receipt, ...wish }: AgreementOrder): Promise<ReferralWhole> {
    return this.work.run(actor, async (tx) => {
      const before = await this.desk.take(tx, 'referral:write', id);
      let { referral } = before;
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        assertFresh(expected, before.referral.version);
        if (!before.parties.includes('sender')) throw new Refusal(forTheSender);
        referral = await (wish.ended ? this.end(tx, before) : this.agree(tx, before, wish));
      });
      const { found, whole } = await this.showing.again(tx, referral);
      const done = wish.ended ? 'referral.agreement_ended' : 'referral.agreed_again';
      tx.record(referralDone(replayed ? 'referral.read' : done, found.referral, found.held));
      return whole;
    });
  }

  private async end(tx: Tx, found: TakenReferral): Promise<ShownReferral> {
    const { consentId, agreedAt, agreementEndedAt } = found.referral;
    if (consentId !== null) throw new Refusal(byItsConsent, { consentId });
    if (agreedAt === null || agreementEndedAt !== null) return found.referral;
    const ended = { agreementEndedAt: tx.now, nextStepBy: tx.now };
    return this.noting.change(tx, found, ended, { move: 'agreement_ended' });
  }

  private async agree(
    tx: Tx,
    found: TakenReferral,
    { consentId, agreedHow }: Omit<AgreementOrder, 'id' | 'expected' | 'receipt'>,
  ): Promise<ShownReferral> {
    const { referral } = found;
    const said = agreedHow === undefined ? {} : { agreedHow, agreedAt: tx.now, agreementEndedAt: null };
    const agreement = await this.agreements.standing(tx, { ...referral, ...said }, consentId);
    if (!agreement) throw new Refusal(notAgreedTo);
    const nextStepBy = referral.isEnded ? referral.nextStepBy : answerBy(referral.urgency, tx.now);
    const after = await this.noting.change(tx, found, { ...agreedOn(agreement), nextStepBy }, { move: 'agreed_again' });
    if (referral.sentAt !== null) await this.agreements.disclose(tx, after, agreement);
    return after;
  }
}
