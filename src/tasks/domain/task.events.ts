import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { Task } from './task.js';
import type { TaskMove, TaskState } from './task.lifecycle.js';

export type AboutTask = Pick<Task, 'id' | 'clientId' | 'class'>;

/** On what the actor stood; nothing for a task about no client, which needs no grant. */
export interface OnGround {
  readonly ground?: { readonly basis: string; readonly basisId: Id };
}

const about = ({ clientId, class: dataClass }: AboutTask, on: OnGround) => ({
  ...(clientId !== null && { clientId }),
  ...(dataClass !== null && { classes: [dataClass] satisfies readonly DataClass[] }),
  ...on,
});

export const taskOpened = (task: Task, on: OnGround) => ({
  event: 'task.opened',
  ...about(task, on),
  facts: { taskId: task.id, kind: task.kind, ownerMembershipId: task.ownerMembershipId, ownerRole: task.ownerRole },
});

export const taskRead = (task: Task, on: OnGround) => ({
  event: 'task.read',
  ...about(task, on),
  facts: { taskId: task.id, version: task.version },
});

export const taskChanged = (task: Task, on: OnGround, fields: readonly string[]) => ({
  event: 'task.changed',
  ...about(task, on),
  facts: { taskId: task.id, version: task.version, fields },
});

export const taskMoved = (task: Task, on: OnGround, move: TaskMove, from: TaskState) => ({
  event: 'task.moved',
  ...about(task, on),
  facts: { taskId: task.id, version: task.version, move, from, to: task.state },
});

/** In nobody's name: a job told whoever owes it. */
export const taskReminded = (task: AboutTask) => ({
  event: 'task.reminded',
  ...about(task, {}),
  facts: { taskId: task.id },
});
