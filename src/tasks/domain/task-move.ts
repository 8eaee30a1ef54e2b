import type { CivilDate, Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Task, TaskOwner } from './task.js';
import type { AsideReason, TaskMove, TaskState } from './task.lifecycle.js';

/** One move as it was made, kept for good: state and owner are those after it. The first, `open`, made the task. */
export interface TaskMoveMade extends TaskOwner {
  readonly taskId: Id;
  /** Of the task, after this move. */
  readonly version: number;
  readonly clientId: Id | null;
  readonly class: Task['class'];
  readonly move: TaskMove | 'open';
  readonly fromState: TaskState | null;
  readonly toState: TaskState;
  readonly asideBecause: AsideReason | null;
  readonly asideUntil: CivilDate | null;
  readonly at: Instant;
  readonly by: Id;
}

/** @param after the task as the move left it */
export const moveMade = (after: Task, move: TaskMoveMade['move'], fromState: TaskState | null): TaskMoveMade => ({
  taskId: after.id,
  version: after.version,
  clientId: after.clientId,
  class: after.class,
  move,
  fromState,
  toState: after.state,
  ownerOrganisationId: after.ownerOrganisationId,
  ownerMembershipId: after.ownerMembershipId,
  ownerRole: after.ownerRole,
  asideBecause: after.asideBecause,
  asideUntil: after.asideUntil,
  at: after.updatedAt,
  by: after.updatedBy,
});
