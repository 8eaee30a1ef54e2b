import { Injectable } from '@nestjs/common';
import { Grants } from '../../access/grants.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { isOver } from '../domain/referral.rules.js';
import { notToReceive } from '../domain/referral.problems.js';
import { referralDone } from '../domain/referrals.events.js';
import { ReferralPackageStore } from '../persistence/referral-package.store.js';
import type { FoundReferral } from './referral-desk.js';

/** Says of which client's record of their own house the receiver took a caller for. The line never sees it. */
@Injectable()
export class CallerReceiving {
  constructor(
    private readonly grants: Grants,
    private readonly packages: ReferralPackageStore,
  ) {}

  /** @throws Refusal `not_to_receive`, `not_found` for a client unseen, `class_not_held` */
  async as(tx: Tx, found: FoundReferral, clientId: Id): Promise<void> {
    this.assertReceived(found);
    const { referral } = found;
    const held = await this.grants.permit(tx, 'client:read', clientId, { write: 'coordination' });
    const taken = await this.packages.reception(tx, referral.id);
    if (taken === clientId) return;
    if (taken !== undefined) throw new Refusal(notToReceive);
    const by = { createdAt: tx.now, createdBy: tx.actor.membershipId, version: 1 };
    await this.packages.receive(tx, { referralId: referral.id, id: newId(), clientId, class: 'coordination', ...by });
    tx.record(referralDone('referral.caller_received', { ...referral, clientId }, held));
  }

  /** @throws Refusal `not_to_receive` */
  assertReceived({ referral, parties }: FoundReferral): void {
    const isAccepted = !['drafted', 'sent', 'info_requested'].includes(referral.state) && !isOver(referral.state);
    if (referral.callerId === null || !parties.includes('receiver') || !isAccepted) throw new Refusal(notToReceive);
  }
}
