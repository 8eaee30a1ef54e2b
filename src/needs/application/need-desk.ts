import { Injectable } from '@nestjs/common';
import { classWithheld, notFound } from '../../access/access.problems.js';
import { Grants, type Held } from '../../access/grants.js';
import { reachOf } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { Workers } from '../../clients/application/workers.js';
import type { NamedWorker, WorkedOnBy } from '../../clients/domain/worked-on-by.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Need, ShownNeed } from '../domain/need.js';
import { needLifecycle, type NeedMove } from '../domain/need.lifecycle.js';
import { mayChange } from '../domain/need.rules.js';
import { NeedStore } from '../persistence/need.store.js';

export interface NeedView extends ShownNeed {
  readonly openMoves: readonly NeedMove[];
}

/** Needs as they lie before somebody: found, with what is held over her, and with what may be done now. */
@Injectable()
export class NeedDesk {
  constructor(
    private readonly needs: NeedStore,
    private readonly grants: Grants,
    private readonly workers: Workers,
  ) {}

  /** @throws Refusal `not_found`, the same for a need unknown, unseen and withheld; `role_may_not` */
  async read(tx: Tx, id: Id): Promise<{ need: ShownNeed; held: Held }> {
    const need = await this.needs.one(tx, id);
    if (!need) throw new Refusal(notFound);
    return { need, held: await this.grants.permit(tx, 'need:read', need.clientId) };
  }

  /** @throws Refusal also `class_not_held`, where the actor neither writes the class nor was told of it nor works on it */
  async take(tx: Tx, id: Id): Promise<{ need: ShownNeed; held: Held }> {
    const need = await this.needs.one(tx, id);
    if (!need) throw new Refusal(notFound);
    const held = await this.grants.permit(tx, 'need:change', need.clientId);
    if (!mayChange(held, need, tx.actor.membershipId)) throw new Refusal(classWithheld, { class: need.class });
    return { need, held };
  }

  /** @throws Refusal `owner_unknown`, `owner_does_not_see` */
  worker(tx: Tx, named: NamedWorker, need: Pick<Need, 'clientId' | 'class'>): Promise<WorkedOnBy> {
    return this.workers.named(tx, named, need);
  }
}

/** Who confirms can still be sent, so the moves that ask for it are open. */
export function needView(tx: Tx, need: ShownNeed, held: Held): NeedView {
  const { role, membershipId } = tx.actor;
  const may = reachOf(role, 'need:change') !== 'none' && mayChange(held, need, membershipId);
  const facts = { wantsHelp: need.wantsHelp, isConfirmed: true };
  return { ...need, openMoves: may ? needLifecycle.openMoves(need.state, facts) : [] };
}
