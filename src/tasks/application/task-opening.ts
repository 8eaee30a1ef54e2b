import { Injectable } from '@nestjs/common';
import type { DataClass } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import type { Task, TaskDue, TaskOwner, TaskWords } from '../domain/task.js';
import { taskOpened, type OnGround } from '../domain/task.events.js';
import { moveMade } from '../domain/task-move.js';
import type { TaskKind } from '../domain/task.kinds.js';
import { dueBy, notAside, type DueWish } from '../domain/task.rules.js';
import { NoticeStore } from '../persistence/notice.store.js';
import { TaskStore } from '../persistence/task.store.js';
import { TaskDesk } from './task-desk.js';
import { TaskOwners, type OwnerWish } from './task-owners.js';

export interface TaskSubject {
  readonly clientId: Id;
  readonly class: DataClass;
}

/** A new task. Where nothing is said it is the actor's own, in the time zone of the actor's organisation. */
export interface TaskWish {
  readonly id?: Id;
  /** With the class of its source; null for a task about no client, which then has no words either. */
  readonly about: TaskSubject | null;
  readonly kind: TaskKind;
  readonly words?: TaskWords;
  readonly source?: { readonly kind: string; readonly id: Id };
  readonly owner?: OwnerWish;
  readonly due?: DueWish;
  readonly zone?: string;
}

/** For use cases of other features as well: the task stands or falls with what gave rise to it. */
@Injectable()
export class TaskOpening {
  constructor(
    private readonly tasks: TaskStore,
    private readonly notices: NoticeStore,
    private readonly desk: TaskDesk,
    private readonly owners: TaskOwners,
  ) {}

  /** @throws Refusal as `within`, and `not_found` or `class_not_held` where the actor may not open it */
  async byGrant(tx: Tx, wish: TaskWish & { readonly about: TaskSubject }): Promise<Task> {
    return this.within(tx, wish, await this.desk.groundToOpen(tx, wish.about));
  }

  /**
   * @param on the ground on which the calling use case stands
   * @throws Refusal of the owner (see `TaskOwners`), or `words_need_client`
   */
  async within(tx: Tx, wish: TaskWish, on: OnGround): Promise<Task> {
    const task = await this.made(tx, wish);
    await this.keep(tx, task, wish.words);
    const { clientId, class: dataClass } = task;
    const source = { sourceKind: 'task', sourceId: task.id, occasion: task.version };
    await this.notices.tell(tx, { to: task, kind: 'task_given', clientId, class: dataClass, ...source });
    tx.record(taskOpened(task, on));
    return task;
  }

  /**
   * For somebody whom the calling use case found and tells of it: whoever opens it sees the client through one referral
   * alone, and learns nothing of who else does.
   */
  async forKeeper(tx: Tx, wish: Omit<TaskWish, 'owner'>, keeper: TaskOwner, on: OnGround): Promise<Task> {
    const task = this.drawn(tx, wish, { ...keeper, ...dueBy(wish.due ?? null, wish.zone ?? 'UTC') });
    await this.keep(tx, task, wish.words);
    tx.record(taskOpened(task, on));
    return task;
  }

  private async keep(tx: Tx, task: Task, words: TaskWords | undefined): Promise<void> {
    await this.tasks.insert(tx, task, await this.desk.sealed(tx, task, words));
    await this.tasks.insertMove(tx, moveMade(task, 'open', null), null);
  }

  private async made(tx: Tx, wish: TaskWish): Promise<Task> {
    const { membershipId } = tx.actor;
    return this.drawn(tx, wish, {
      ...(await this.owners.resolve(tx, wish.owner ?? { membershipId }, wish.about ?? NOBODY)),
      ...dueBy(wish.due ?? null, wish.zone ?? (await this.owners.zoneHere(tx))),
    });
  }

  private drawn(tx: Tx, { id = newId(), about, kind, source }: TaskWish, owed: TaskOwner & TaskDue): Task {
    const { membershipId } = tx.actor;
    return {
      id,
      ...(about ?? NOBODY),
      kind,
      ...(source ? { sourceKind: source.kind, sourceId: source.id } : NO_SOURCE),
      ...owed,
      ...notAside,
      state: 'open',
      createdAt: tx.now,
      createdBy: membershipId,
      updatedAt: tx.now,
      updatedBy: membershipId,
      version: 1,
    };
  }
}

const NOBODY = { clientId: null, class: null };
const NO_SOURCE = { sourceKind: null, sourceId: null };
