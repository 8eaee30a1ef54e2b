import { Injectable } from '@nestjs/common';
import { classWithheld, notFound } from '../../access/access.problems.js';
import { Grants, type Held } from '../../access/grants.js';
import type { DataClass, Permission } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { Words } from '../../platform/sealing/words.js';
import type { TaskMoveMade } from '../domain/task-move.js';
import type { Task, TaskWords } from '../domain/task.js';
import type { OnGround } from '../domain/task.events.js';
import { stateAt, isOverdue, taskLifecycle, type TaskMove } from '../domain/task.lifecycle.js';
import { noWordsWithoutClient } from '../domain/task.problems.js';
import { isOwnedBy } from '../domain/task.rules.js';
import { TaskStore, type StoredTask } from '../persistence/task.store.js';
import { clientsOf } from './shown-events.js';

/** A task as this actor sees it now: its words opened, its state and its open moves computed. */
export interface TaskShown extends Omit<Task, 'state'>, Partial<TaskWords> {
  readonly state: Task['state'];
  readonly isOverdue: boolean;
  readonly openMoves: readonly TaskMove[];
}

export interface MoveShown extends TaskMoveMade {
  readonly note?: string;
}

export interface TaskAtHand {
  readonly task: StoredTask;
  /** Nothing for a task about no client: row-level security alone says who sees it. */
  readonly held: Held | undefined;
  readonly on: OnGround;
}

/** What every use case of one task begins and ends with. */
@Injectable()
export class TaskDesk {
  constructor(
    private readonly tasks: TaskStore,
    private readonly grants: Grants,
    private readonly words: Words,
  ) {}

  /** @throws Refusal `not_found` for a task that is unknown or no longer seen, `role_may_not` */
  async take(tx: Tx, permission: Permission, id: Id): Promise<TaskAtHand> {
    const task = await this.tasks.find(tx, id);
    if (!task) throw new Refusal(notFound);
    if (task.clientId === null) return { task, held: undefined, on: {} };
    const held = await this.grants.permit(tx, permission, task.clientId);
    return { task, held, on: { ground: held.ground } };
  }

  /** @throws Refusal `not_found`, `role_may_not`, `class_not_held`: to open a task takes writing its class */
  async groundToOpen(tx: Tx, about: { readonly clientId: Id; readonly class: DataClass }): Promise<OnGround> {
    const { ground } = await this.grants.permit(tx, 'task:change', about.clientId, { write: about.class });
    return { ground };
  }

  /** @throws Refusal `class_not_held` when the actor sees the task, but neither owes it nor writes its class */
  assertMayMove(tx: Tx, { task, held }: TaskAtHand): void {
    if (!mayMove(tx, task, held)) throw new Refusal(classWithheld, { class: task.class ?? '' });
  }

  async opened(tx: Tx, task: StoredTask): Promise<TaskWords | undefined> {
    if (task.clientId === null || task.words === null) return undefined;
    const key = await this.words.keyOf(tx, task.clientId);
    return this.words.open<TaskWords>(key, placeOf(task), task.words);
  }

  /** @throws Refusal `words_need_client`: no key could seal them */
  async sealed(
    tx: Tx,
    task: Pick<Task, 'id' | 'clientId' | 'class'>,
    words: object | undefined,
  ): Promise<Buffer | null> {
    if (words === undefined) return null;
    if (task.clientId === null) throw new Refusal(noWordsWithoutClient);
    return this.words.seal(await this.words.keyOf(tx, task.clientId), placeOf(task), words);
  }

  async sealedNote(tx: Tx, move: TaskMoveMade, note: string | undefined): Promise<Buffer | null> {
    if (note === undefined) return null;
    if (move.clientId === null) throw new Refusal(noWordsWithoutClient);
    return this.words.seal(await this.words.keyOf(tx, move.clientId), notePlace(move), { note });
  }

  /** Oldest first. */
  async historyOf(tx: Tx, { id, clientId }: Pick<Task, 'id' | 'clientId'>): Promise<readonly MoveShown[]> {
    const stored = await this.tasks.movesOf(tx, id);
    const isSealed = clientId !== null && stored.some(({ words }) => words !== null);
    const key = isSealed ? (await this.words.keysOf(tx, [clientId])).get(clientId) : undefined;
    return stored.map(({ words, ...move }) => ({
      ...move,
      ...(key && words && this.words.open<{ note: string }>(key, notePlace(move), words)),
    }));
  }

  /** Several at once, with what the actor holds over their clients. A shredded key leaves a task without words. */
  async shown(
    tx: Tx,
    tasks: readonly StoredTask[],
  ): Promise<{ readonly shown: readonly TaskShown[]; readonly over: ReadonlyMap<Id, Held> }> {
    const clientIds = clientsOf(tasks);
    const { held, wrapped } = clientIds.length === 0 ? NOBODY : await this.grants.overWithKeys(tx, clientIds);
    const shown = tasks.map((task) => {
      const { clientId, words: sealed } = task;
      if (clientId === null) return show(tx, task, undefined, undefined);
      const key = wrapped.get(clientId);
      const words =
        key && sealed && this.words.open<TaskWords>(this.words.unwrap(clientId, key), placeOf(task), sealed);
      return show(tx, task, words ?? undefined, held.get(clientId));
    });
    return { shown, over: held };
  }
}

const NOBODY = { held: new Map<Id, Held>(), wrapped: new Map<Id, Buffer>() } as const;

export const placeOf = ({ id, class: dataClass }: Pick<Task, 'id' | 'class'>) => ({
  table: 'task',
  id,
  class: dataClass ?? '',
});

/** A note is bound to its move, not only to its task. */
const notePlace = ({ taskId, version, class: dataClass }: TaskMoveMade) => ({
  ...placeOf({ id: taskId, class: dataClass }),
  table: `task_move/${version}`,
});

const mayMove = (tx: Tx, task: Task, held: Held | undefined): boolean =>
  task.class === null ||
  (held?.write.has(task.class) ?? false) ||
  (isOwnedBy(task, tx.actor) && (held?.read.has(task.class) ?? false));

function show(tx: Tx, task: StoredTask, words: TaskWords | undefined, held: Held | undefined): TaskShown {
  const { words: _, ...plain } = task;
  const state = stateAt(task, tx.now);
  const openMoves = mayMove(tx, task, held)
    ? taskLifecycle.openMoves(state, { isAboutClient: task.clientId !== null })
    : [];
  return { ...plain, ...words, state, isOverdue: isOverdue(task, tx.now), openMoves };
}
