import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Grants } from '../../access/grants.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { sectionDone } from '../domain/care-plan.events.js';
import { sectionWritten } from '../domain/care-plan.problems.js';
import { SECTION_CLASS, type SectionName, type ShownSection } from '../domain/plan-section.js';
import { PlanSectionStore } from '../persistence/plan-section.store.js';

export interface SectionDraft {
  readonly section: SectionName;
  readonly text: string;
}

/** The first writing of a part of the plan; later ones change it. */
@Injectable()
export class WritePlanSection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly receipts: Receipts,
    private readonly sections: PlanSectionStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not`, `class_not_held`, `section_written` naming where it stands */
  by(actor: Actor, clientId: Id, receipt: Receipt, { section, text }: SectionDraft): Promise<ShownSection> {
    const of = SECTION_CLASS[section];
    return this.work.run(actor, async (tx) => {
      const held = await this.grants.permit(tx, 'care-plan:write', clientId, { write: of });
      const made = await this.receipts.once(tx, receipt, async (id) => {
        await this.sections.takeTurn(tx, clientId, section);
        const standing = await this.sections.named(tx, clientId, section);
        if (standing) throw new Refusal(sectionWritten, { section, sectionId: standing.id });
        const written = { updatedBy: actor.membershipId, updatedAt: tx.now, version: 1 };
        await this.sections.add(tx, { id, clientId, class: of, section, ...written }, { text });
      });
      const shown = await this.sections.one(tx, made.id);
      if (!shown) throw new Error('A part of the plan that was written is not there to read.');
      tx.record(sectionDone(made.replayed ? 'plan_section.read' : 'plan_section.written', shown, held));
      return shown;
    });
  }
}
