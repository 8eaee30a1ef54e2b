import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Grants } from '../../access/grants.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { instantOf, type Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { planSigned } from '../domain/care-plan.events.js';
import { planInFuture } from '../domain/care-plan.problems.js';
import type { NamedSignOff, PlanSignOff } from '../domain/plan-sign-off.js';
import { PlanSignOffStore } from '../persistence/plan-sign-off.store.js';

@Injectable()
export class SignPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly receipts: Receipts,
    private readonly signOffs: PlanSignOffStore,
  ) {}

  /**
   * Names the instant and the classes that the signer had before them, from the signer's own grants.
   *
   * @param planAsOf nothing: now
   * @throws Refusal `not_found`, `role_may_not`, `class_not_held`, `plan_in_future`
   */
  by(actor: Actor, clientId: Id, receipt: Receipt, planAsOf?: Instant): Promise<NamedSignOff> {
    return this.work.run(actor, async (tx) => {
      const held = await this.grants.permit(tx, 'care-plan:sign', clientId, { write: 'coordination' });
      const asOf = planAsOf === undefined ? tx.now : instantOf(planAsOf);
      if (asOf > tx.now) throw new Refusal(planInFuture);
      const signOff = (id: Id): PlanSignOff => ({
        id,
        clientId,
        class: 'coordination',
        membershipId: actor.membershipId,
        role: actor.role,
        planAsOf: asOf,
        seenClasses: [...held.read],
        signedAt: tx.now,
        version: 1,
      });
      const made = await this.receipts.once(tx, receipt, (id) => this.signOffs.add(tx, signOff(id)));
      const signed = await this.signOffs.one(tx, made.id);
      if (!signed) throw new Error('A sign-off that was written is not there to read.');
      tx.record(planSigned(made.replayed ? 'plan_sign_off.read' : 'care_plan.signed', signed, held));
      return signed;
    });
  }
}
