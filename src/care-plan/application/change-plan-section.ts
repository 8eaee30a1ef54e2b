import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Grants } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { assertFresh } from '../../kernel/fresh.js';
import { sectionDone } from '../domain/care-plan.events.js';
import type { ShownSection } from '../domain/plan-section.js';
import { PlanSectionStore } from '../persistence/plan-section.store.js';

@Injectable()
export class ChangePlanSection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly sections: PlanSectionStore,
  ) {}

  /**
   * @param expected the version that was read
   * @throws Refusal `not_found`, `role_may_not`, `class_not_held`, `stale` naming both versions
   */
  by(actor: Actor, id: Id, expected: number, text: string): Promise<ShownSection> {
    return this.work.run(actor, async (tx) => {
      const standing = await this.sections.one(tx, id);
      if (!standing) throw new Refusal(notFound);
      const held = await this.grants.permit(tx, 'care-plan:write', standing.clientId, { write: standing.class });
      assertFresh(expected, standing.version);
      const written = { updatedBy: actor.membershipId, updatedAt: tx.now, version: standing.version + 1 };
      const changed = { ...standing, ...written, text };
      if (!(await this.sections.change(tx, changed, { text }))) {
        assertFresh(expected, (await this.sections.one(tx, id))?.version ?? expected + 1);
      }
      tx.record(sectionDone('plan_section.changed', changed, held));
      return changed;
    });
  }
}
