import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { Disclosures } from '../../disclosures/application/disclosures.js';
import type { Id } from '../../kernel/ids.js';
import { ReadCarePlan, type CarePlan } from './read-care-plan.js';

const PRINTED = { kind: 'printed_page', recipient: { kind: 'client' } } as const;

/** The plan for a page that goes into the client's own hands: what leaves is in the register. */
@Injectable()
export class PrintCarePlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plan: ReadCarePlan,
    private readonly disclosures: Disclosures,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not` */
  by(actor: Actor, clientId: Id): Promise<CarePlan> {
    return this.work.run(actor, async (tx) => {
      const plan = await this.plan.within(tx, clientId);
      // A line for each consent that it stood on, with what came by it: the scope that goes along is of that one alone.
      for (const { clientId: id, held } of plan.records)
        for (const { classes, ...ground } of held.grounds)
          await this.disclosures.keep(tx, { ...PRINTED, clientId: id, classes, ground });
      return plan;
    });
  }
}
