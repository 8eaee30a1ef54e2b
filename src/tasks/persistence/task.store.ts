import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { TaskMoveMade } from '../domain/task-move.js';
import type { Task } from '../domain/task.js';
import type { TaskKind } from '../domain/task.kinds.js';
import { CHANGING, MOVE_COLUMNS, places, selected, TASK_COLUMNS } from './task.columns.js';

/** As it stands in the table: its words still sealed. */
export interface StoredTask extends Task {
  readonly words: Buffer | null;
}

export interface StoredMove extends TaskMoveMade {
  readonly words: Buffer | null;
}

const MEMBERS = Object.keys(TASK_COLUMNS) as (keyof Task)[];
const MOVE_MEMBERS = Object.keys(MOVE_COLUMNS) as (keyof TaskMoveMade)[];

const inserted = (table: string, columns: Readonly<Record<string, string>>): string => {
  const names = [...Object.values(columns), 'words'];
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places(names.length)})`;
};

const FIND: Statement = {
  name: 'task-find',
  text: `SELECT ${selected(TASK_COLUMNS)}, words FROM task WHERE id = $1`,
};
const LIVE_OF: Statement = {
  name: 'task-live-of-source',
  text: 'SELECT id, version FROM task WHERE source_id = $1 AND is_live',
};
const LIVE_OF_KIND: Statement = {
  name: 'task-live-of-kind',
  text: `SELECT ${selected(TASK_COLUMNS)}, words FROM task WHERE source_id = $1 AND kind = $2 AND is_live`,
};
const INSERT: Statement = { name: 'task-insert', text: inserted('task', TASK_COLUMNS) };
const UPDATE: Statement = {
  name: 'task-update',
  text: `UPDATE task SET words = $3, ${CHANGING.map((member, at) => `${TASK_COLUMNS[member]} = $${at + 4}`).join(', ')}
    WHERE id = $1 AND version = $2 RETURNING version`,
};
const MOVES_OF: Statement = {
  name: 'task-moves',
  text: `SELECT ${selected(MOVE_COLUMNS)}, words FROM task_move WHERE task_id = $1 ORDER BY version`,
};
const INSERT_MOVE: Statement = { name: 'task-move-insert', text: inserted('task_move', MOVE_COLUMNS) };

/** Row-level security decides what is found: a task that the actor does not see is not there. */
@Injectable()
export class TaskStore {
  async find(tx: Transaction, id: Id): Promise<StoredTask | undefined> {
    return (await tx.query<StoredTask>(FIND, [id]))[0];
  }

  /** Those that a record gave rise to and that somebody still owes. */
  liveOf(tx: Transaction, sourceId: Id): Promise<Pick<Task, 'id' | 'version'>[]> {
    return tx.query<Pick<Task, 'id' | 'version'>>(LIVE_OF, [sourceId]);
  }

  liveOfKind(tx: Transaction, sourceId: Id, kind: TaskKind): Promise<StoredTask[]> {
    return tx.query<StoredTask>(LIVE_OF_KIND, [sourceId, kind]);
  }

  async insert(tx: Transaction, task: Task, words: Buffer | null): Promise<void> {
    await tx.query(INSERT, [...MEMBERS.map((member) => task[member]), words]);
  }

  /** @returns false when the task is no longer at the version before this one */
  async update(tx: Transaction, task: Task, words: Buffer | null): Promise<boolean> {
    const values = CHANGING.map((member) => task[member]);
    return (await tx.query(UPDATE, [task.id, task.version - 1, words, ...values])).length === 1;
  }

  /** Oldest first. */
  movesOf(tx: Transaction, taskId: Id): Promise<readonly StoredMove[]> {
    return tx.query<StoredMove>(MOVES_OF, [taskId]);
  }

  async insertMove(tx: Transaction, move: TaskMoveMade, words: Buffer | null): Promise<void> {
    await tx.query(INSERT_MOVE, [...MOVE_MEMBERS.map((member) => move[member]), words]);
  }
}
