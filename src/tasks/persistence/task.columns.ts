import type { TaskMoveMade } from '../domain/task-move.js';
import type { Task } from '../domain/task.js';

/** The columns of a task by the members of its domain type: one missing on either side does not compile. */
export const TASK_COLUMNS = {
  id: 'id',
  clientId: 'client_id',
  class: 'class',
  kind: 'kind',
  sourceKind: 'source_kind',
  sourceId: 'source_id',
  ownerOrganisationId: 'owner_organisation_id',
  ownerMembershipId: 'owner_membership_id',
  ownerRole: 'owner_role',
  zone: 'zone',
  dueOn: 'due_on',
  dueAt: 'due_at',
  overdueAt: 'overdue_at',
  state: 'state',
  asideBecause: 'aside_because',
  asideUntil: 'aside_until',
  backAt: 'back_at',
  createdAt: 'created_at',
  createdBy: 'created_by',
  updatedAt: 'updated_at',
  updatedBy: 'updated_by',
  version: 'version',
} as const satisfies Record<keyof Task, string>;

export const MOVE_COLUMNS = {
  taskId: 'task_id',
  version: 'version',
  clientId: 'client_id',
  class: 'class',
  move: 'move',
  fromState: 'from_state',
  toState: 'to_state',
  ownerOrganisationId: 'owner_organisation_id',
  ownerMembershipId: 'owner_membership_id',
  ownerRole: 'owner_role',
  asideBecause: 'aside_because',
  asideUntil: 'aside_until',
  at: 'at',
  by: 'by_membership',
} as const satisfies Record<keyof TaskMoveMade, string>;

/** What a change of a task may touch; the database grants no more. */
export const CHANGING = [
  ...(['ownerOrganisationId', 'ownerMembershipId', 'ownerRole', 'zone', 'dueOn', 'dueAt', 'overdueAt'] as const),
  ...(['state', 'asideBecause', 'asideUntil', 'backAt', 'updatedAt', 'updatedBy', 'version'] as const),
] satisfies readonly (keyof Task)[];

export const selected = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([member, column]) => `${column} AS "${member}"`)
    .join(', ');

/** `$1, $2, …`, as many as there are columns. */
export const places = (count: number): string => Array.from({ length: count }, (_, at) => `$${at + 1}`).join(', ');
