import { Injectable } from '@nestjs/common';
import { refuseStale } from '../../access/refuse-stale.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { CivilDate } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { nextState, partFaults } from '../../kernel/move.js';
import { assertFresh } from '../../kernel/fresh.js';
import { assertHolds } from '../../kernel/invalid.js';
import { moveMade } from '../domain/task-move.js';
import type { Task, TaskAside, TaskOwner } from '../domain/task.js';
import { taskMoved } from '../domain/task.events.js';
import { stateAt, TASK_MOVE_PARTS, taskLifecycle, type AsideReason, type TaskMove } from '../domain/task.lifecycle.js';
import { asideUntil, notAside, revised, sameOwner } from '../domain/task.rules.js';
import { NoticeStore } from '../persistence/notice.store.js';
import { TaskStore } from '../persistence/task.store.js';
import { TaskDesk } from './task-desk.js';
import { TaskOwners, type OwnerWish } from './task-owners.js';

export interface MoveWish {
  readonly move: TaskMove;
  readonly note?: string;
  /** Of `set_aside`. */
  readonly reason?: AsideReason;
  readonly until?: CivilDate;
  /** Of `hand_over`. */
  readonly to?: OwnerWish;
}

export interface MoveAsked {
  readonly id: Id;
  /** The version that the actor worked from. */
  readonly expected: number;
  readonly wish: MoveWish;
}

@Injectable()
export class TaskMoving {
  constructor(
    private readonly tasks: TaskStore,
    private readonly notices: NoticeStore,
    private readonly owners: TaskOwners,
    private readonly desk: TaskDesk,
  ) {}

  async within(tx: Tx, { id, expected, wish }: MoveAsked): Promise<void> {
    assertHolds(partFaults(TASK_MOVE_PARTS, wish));
    const atHand = await this.desk.take(tx, 'task:change', id);
    this.desk.assertMayMove(tx, atHand);
    assertFresh(expected, atHand.task.version);
    const { task, on } = atHand;
    const from = stateAt(task, tx.now);
    const after = await this.after(tx, task, from, wish);
    if (!(await this.tasks.update(tx, after, task.words))) refuseStale(expected, await this.tasks.find(tx, id));
    const made = moveMade(after, wish.move, from);
    await this.tasks.insertMove(tx, made, await this.desk.sealedNote(tx, made, wish.note));
    if (!sameOwner(task, after)) await this.tellOf(tx, after);
    tx.record(taskMoved(after, on, wish.move, from));
  }

  private async after(tx: Tx, task: Task, from: Task['state'], wish: MoveWish): Promise<Task> {
    const state = nextState(taskLifecycle, wish.move, from, { isAboutClient: task.clientId !== null });
    const change = { state, ...asideAfter(tx, task, wish), ...(await this.ownerAfter(tx, task, wish)) };
    return revised(task, change, tx.actor.membershipId, tx.now);
  }

  private async ownerAfter(tx: Tx, task: Task, { to }: MoveWish): Promise<Partial<TaskOwner>> {
    return to === undefined ? {} : this.owners.resolve(tx, to, task);
  }

  private async tellOf(tx: Tx, after: Task): Promise<void> {
    const { id, clientId, class: dataClass, version } = after;
    const source = { sourceKind: 'task', sourceId: id, clientId, class: dataClass, occasion: version };
    await this.notices.tell(tx, { to: after, kind: 'task_handed_over', ...source });
  }
}

const asideAfter = (tx: Tx, { zone }: Task, { reason, until }: MoveWish): TaskAside =>
  reason === undefined || until === undefined ? notAside : asideUntil(reason, until, zone, tx.now);
