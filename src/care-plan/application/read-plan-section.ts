import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Grants } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { sectionDone } from '../domain/care-plan.events.js';
import type { ShownSection } from '../domain/plan-section.js';
import { PlanSectionStore } from '../persistence/plan-section.store.js';

@Injectable()
export class ReadPlanSection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly sections: PlanSectionStore,
  ) {}

  /** @throws Refusal `not_found`, the same for a part unknown and unseen */
  by(actor: Actor, id: Id): Promise<ShownSection> {
    return this.work.run(actor, async (tx) => {
      const standing = await this.sections.one(tx, id);
      if (!standing) throw new Refusal(notFound);
      const held = await this.grants.permit(tx, 'care-plan:read', standing.clientId);
      tx.record(sectionDone('plan_section.read', standing, held));
      return standing;
    });
  }
}
