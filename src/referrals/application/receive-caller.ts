import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { referralDone } from '../domain/referrals.events.js';
import { CallerReceiving } from './caller-receiving.js';
import { RecordOfCaller } from './record-of-caller.js';
import { ReferralDesk } from './referral-desk.js';
import { ReferralShowing, type ReferralWhole } from './referral-showing.js';

/** A record that is there, or what a new one goes by. */
export type Reception = { readonly clientId: Id } | { readonly goesBy: string };

/** Later than on acceptance, or with a record that is made for it. */
@Injectable()
export class ReceiveCaller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ReferralDesk,
    private readonly receiving: CallerReceiving,
    private readonly record: RecordOfCaller,
    private readonly showing: ReferralShowing,
  ) {}

  /** @throws Refusal `not_to_receive`, `not_found`, `class_not_held`, `role_may_not` */
  async by(actor: Actor, id: Id, receipt: Receipt, reception: Reception): Promise<ReferralWhole> {
    const name = 'goesBy' in reception ? await this.record.tokensOf(reception.goesBy) : [];
    return this.work.run(actor, async (tx) => {
      const before = await this.desk.take(tx, 'referral:write', id);
      const { replayed } = await this.receipts.onceOn(tx, receipt, id, async () => {
        this.receiving.assertReceived(before);
        const clientId =
          'clientId' in reception ? reception.clientId : await this.record.made(tx, reception.goesBy, name);
        await this.receiving.as(tx, before, clientId);
      });
      const { found, whole } = await this.showing.again(tx, before.referral);
      if (replayed) tx.record(referralDone('referral.read', found.referral, found.held));
      return whole;
    });
  }
}
