import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Grants } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { Records, withheldAmong, type ReadRecords } from '../../access/records.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { planDone, planSigned } from '../domain/care-plan.events.js';
import type { NamedSignOff } from '../domain/plan-sign-off.js';
import { PlanSignOffStore } from '../persistence/plan-sign-off.store.js';

export interface FoundSignOffs extends Page<NamedSignOff>, ReadRecords {}

@Injectable()
export class FindSignOffs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: Grants,
    private readonly records: Records,
    private readonly signOffs: PlanSignOffStore,
  ) {}

  /** The newest first. @throws Refusal `not_found`, `role_may_not` */
  of(actor: Actor, clientId: Id, page: PageRequest): Promise<FoundSignOffs> {
    return this.work.run(actor, async (tx) => {
      const { found, ...seen } = await this.records.read(tx, 'care-plan:read', clientId, (ids) =>
        this.signOffs.page(tx, ids, page),
      );
      for (const { clientId: id, held } of seen.records) {
        const classes = held.read.has('coordination') ? (['coordination'] as const) : [];
        const shown = found.items.filter((each) => each.clientId === id).length;
        tx.record(planDone('care_plan.sign_offs_read', id, { ...held, classes, shown }));
      }
      return { ...found, ...withheldAmong(seen, ['coordination']) };
    });
  }

  /** @throws Refusal `not_found`, the same for a sign-off unknown and unseen */
  one(actor: Actor, id: Id): Promise<NamedSignOff> {
    return this.work.run(actor, async (tx) => {
      const found = await this.signOffs.one(tx, id);
      if (!found) throw new Refusal(notFound);
      const held = await this.grants.permit(tx, 'care-plan:read', found.clientId);
      tx.record(planSigned('plan_sign_off.read', found, held));
      return found;
    });
  }
}
