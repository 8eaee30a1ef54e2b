import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import { instantFromJson } from '../../platform/database/instants.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { Words, type ClientKey } from '../../platform/sealing/words.js';
import type { Goal, GoalStep, GoalWords, Shown, ShownGoal, ShownStep, StepWords } from '../domain/goal.js';
import type { GoalState } from '../domain/goal.lifecycle.js';
import { BEFORE_ALL, rankKeyOf } from '../../clients/domain/rank.js';
import { GoalStepRow } from './goal-step.row.js';
import { GoalRow } from './goal.row.js';
import { BECOMING, GOAL, GOALS_AS_OF, GOALS_OF_CLIENTS, GOALS_PAGE, STEP } from './goal.statements.js';

/** As JSON of the database: words in base64, instants as PostgreSQL writes them. */
type SealedStep = Shown<GoalStep> & { readonly words: string };
type SealedGoal = Shown<Goal> & {
  readonly words: Buffer;
  readonly wrapped: Buffer;
  readonly steps: readonly SealedStep[];
};

type Standing = Pick<Goal, 'id' | 'clientId' | 'class' | 'version'>;

@Injectable()
export class GoalStore {
  constructor(private readonly words: Words) {}

  async one(tx: Transaction, id: Id): Promise<ShownGoal | undefined> {
    const [found] = await tx.query<SealedGoal>(GOAL, [id]);
    return found && this.opened(found);
  }

  async step(tx: Transaction, id: Id): Promise<ShownStep | undefined> {
    const [found] = await tx.query<{ step: SealedStep; wrapped: Buffer }>(STEP, [id]);
    return found && this.openedStep(this.words.unwrap(found.step.clientId, found.wrapped), found.step);
  }

  /** Without a state: all but the ones written down by mistake. */
  async page(
    tx: Transaction,
    clientIds: readonly Id[],
    state: GoalState | undefined,
    { limit, after = BEFORE_ALL }: PageRequest,
  ): Promise<Page<ShownGoal>> {
    const rows = await tx.query<SealedGoal>(GOALS_PAGE, [clientIds, state ?? null, ...after, limit + 1]);
    return pageOf(
      rows.map((row) => this.opened(row)),
      limit,
      rankKeyOf,
    );
  }

  /** @param instant as they stood then, under the grants in force now */
  async ofClients(tx: Transaction, clientIds: readonly Id[], instant?: Instant): Promise<readonly ShownGoal[]> {
    const rows =
      instant === undefined
        ? await tx.query<SealedGoal>(GOALS_OF_CLIENTS, [clientIds])
        : await tx.query<SealedGoal>(GOALS_AS_OF, [clientIds, instant]);
    return rows.map((row) => this.opened(row));
  }

  /** The state of the goal that another one of hers is to become, if that is one of hers. */
  async stateOfSuccessor(tx: Tx, { id, clientId }: Pick<Goal, 'id' | 'clientId'>, becomes: Id) {
    const rows = await tx.query<Pick<Goal, 'id' | 'state'>>(BECOMING, [clientId, id, becomes]);
    return rows.find((row) => row.id === becomes)?.state;
  }

  async add(tx: Transaction, goal: Goal, words: GoalWords): Promise<void> {
    await tx.entities.insert(GoalRow, { ...goal, words: await this.sealed(tx, 'goal', goal, words) });
  }

  async addStep(tx: Transaction, step: GoalStep, words: StepWords): Promise<void> {
    await tx.entities.insert(GoalStepRow, { ...step, words: await this.sealed(tx, 'goal_step', step, words) });
  }

  /** False when somebody else changed it first. */
  async change(tx: Tx, goal: Standing, to: Partial<Goal>, words: GoalWords): Promise<boolean> {
    const row = { ...to, ...revisedBy(tx, goal), words: await this.sealed(tx, 'goal', goal, words) };
    return (await tx.entities.update(GoalRow, { id: goal.id, version: goal.version }, row)).affected === 1;
  }

  /** False when somebody else changed it first. */
  async changeStep(tx: Tx, step: Standing, to: Partial<GoalStep>, words: StepWords): Promise<boolean> {
    const row = { ...to, ...revisedBy(tx, step), words: await this.sealed(tx, 'goal_step', step, words) };
    return (await tx.entities.update(GoalStepRow, { id: step.id, version: step.version }, row)).affected === 1;
  }

  private async sealed(tx: Transaction, table: string, of: Pick<Goal, 'id' | 'clientId' | 'class'>, words: object) {
    return this.words.seal(await this.words.keyOf(tx, of.clientId), { table, id: of.id, class: of.class }, words);
  }

  private opened({ wrapped, words, ...goal }: SealedGoal): ShownGoal {
    const key = this.words.unwrap(goal.clientId, wrapped);
    const place = { table: 'goal', id: goal.id, class: goal.class };
    const steps = goal.steps.map((step) => this.openedStep(key, step));
    return { ...goal, ...this.words.open<GoalWords>(key, place, words), steps };
  }

  private openedStep(key: ClientKey, { words, ...step }: SealedStep): ShownStep {
    const place = { table: 'goal_step', id: step.id, class: step.class };
    const times = { createdAt: instantFromJson(step.createdAt), updatedAt: instantFromJson(step.updatedAt) };
    return { ...step, ...times, ...this.words.open<StepWords>(key, place, Buffer.from(words, 'base64')) };
  }
}

export interface GoalsOf {
  readonly clientId: Id;
  readonly state?: GoalState;
}

const revisedBy = (tx: Tx, { version }: Standing) => ({
  updatedAt: tx.now,
  updatedBy: tx.actor.membershipId,
  version: version + 1,
});
