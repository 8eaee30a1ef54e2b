import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { nextState } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import type { RetentionDue, RuleHere } from '../domain/retention-approval.js';
import { retentionApprovalLifecycle, type RetentionApprovalVerb } from '../domain/retention-approval.lifecycle.js';
import { RETENTION_RULES, type RetentionRule } from '../domain/retention-rules.js';
import { retentionEvents } from '../domain/retention.events.js';
import { RetentionStore } from '../persistence/retention.store.js';

/** The rules there are and what this organisation decided about each. None acts before its privacy officer approved it. */
@Injectable()
export class RetentionRulesHere {
  constructor(
    private readonly work: UnitOfWork,
    private readonly retention: RetentionStore,
  ) {}

  all(actor: Actor): Promise<readonly RuleHere[]> {
    return this.work.runWithoutClients(actor, (tx) => this.here(tx));
  }

  /** @throws Refusal `not_found`, `move_not_open` */
  move(actor: Actor, code: string, move: RetentionApprovalVerb): Promise<RuleHere> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const { rule, approval } = this.of(code, await this.here(tx));
      // Before anybody decided there is nothing to set aside.
      nextState(retentionApprovalLifecycle, move, approval?.state ?? 'set_aside', {});
      await (move === 'approve' ? this.retention.approve(tx, rule) : this.retention.setAside(tx, rule));
      const after = this.of(code, await this.here(tx));
      tx.record(EVENTS[move](code, after.approval?.version ?? 0));
      return after;
    });
  }

  /** Whose record has been kept long enough by an approved rule: a list, which erases nobody. */
  due(actor: Actor, page: PageRequest): Promise<Page<RetentionDue>> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const found = await this.retention.due(tx, page);
      tx.record(...found.items.map(({ clientId, rule }) => retentionEvents.dueRead(clientId, rule)));
      return found;
    });
  }

  private async here(tx: Tx): Promise<readonly RuleHere[]> {
    const approvals = await this.retention.approvals(tx);
    return RETENTION_RULES.map((rule) => ({ rule, approval: approvals.find((one) => one.rule === rule.code) }));
  }

  private of(code: string, rules: readonly RuleHere[]): RuleHere & { rule: RetentionRule } {
    const here = rules.find(({ rule }) => rule.code === code);
    if (!here) throw new Refusal(notFound);
    return here;
  }
}

const EVENTS = { approve: retentionEvents.ruleApproved, set_aside: retentionEvents.ruleSetAside } as const;
