import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { classWithheld } from '../../access/access.problems.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { assertFresh } from '../../kernel/fresh.js';
import { patched } from '../../kernel/merge-patch.js';
import type { TaskDue, TaskWords } from '../domain/task.js';
import { taskChanged } from '../domain/task.events.js';
import { noWordsWithoutClient } from '../domain/task.problems.js';
import { dueBy, revised, type DueWish } from '../domain/task.rules.js';
import { TaskStore, type StoredTask } from '../persistence/task.store.js';
import { ReadTask, type TaskWithHistory } from './read-task.js';
import { TaskDesk } from './task-desk.js';

/** Absent keeps, null clears. */
export interface TaskPatch {
  readonly title?: string;
  readonly note?: string | null;
  readonly due?: DueWish | null;
  readonly zone?: string;
}

/** Words and due date; state and owner change by moves only. */
@Injectable()
export class ChangeTask {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly desk: TaskDesk,
    private readonly reading: ReadTask,
  ) {}

  /** @throws Refusal `not_found`, `class_not_held`, `stale`, `words_need_client` */
  by(actor: Actor, id: Id, expected: number, patch: TaskPatch): Promise<TaskWithHistory> {
    return this.work.run(actor, async (tx) => {
      const { task, held, on } = await this.desk.take(tx, 'task:change', id);
      if (task.class !== null && !held?.write.has(task.class)) throw new Refusal(classWithheld, { class: task.class });
      assertFresh(expected, task.version);
      const next = revised(task, dueAfter(task, patch), actor.membershipId, tx.now);
      const words = await this.wordsAfter(tx, task, patch);
      if (!(await this.tasks.update(tx, next, words))) refuseStale(expected, await this.tasks.find(tx, id));
      tx.record(taskChanged(next, on, Object.keys(patch)));
      return this.reading.within(tx, id);
    });
  }

  private async wordsAfter(tx: Tx, task: StoredTask, patch: TaskPatch): Promise<Buffer | null> {
    if (patch.title === undefined && patch.note === undefined) return task.words;
    const before = await this.desk.opened(tx, task);
    if (!before) throw new Refusal(noWordsWithoutClient);
    return this.desk.sealed(tx, task, patched<TaskWords>(before, patch, ['title', 'note']));
  }
}

const dueAfter = (task: TaskDue, { due, zone = task.zone }: TaskPatch): TaskDue => {
  if (due !== undefined) return dueBy(due, zone);
  return task.dueOn === null ? { ...task, zone } : dueBy({ on: task.dueOn }, zone);
};
