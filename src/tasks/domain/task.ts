import type { DataClass, Role } from '../../access/policy.js';
import type { CivilDate, Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { TaskKind } from './task.kinds.js';
import type { AsideReason, TaskState } from './task.lifecycle.js';

/** One membership, or whoever holds the role there: exactly one of the two is named. */
export interface TaskOwner {
  readonly ownerOrganisationId: Id;
  readonly ownerMembershipId: Id | null;
  readonly ownerRole: Role | null;
}

/** By an instant, or by a day in the task's zone; `dueAt` is when it falls due, `overdueAt` when that has passed. */
export interface TaskDue {
  readonly zone: string;
  readonly dueOn: CivilDate | null;
  readonly dueAt: Instant | null;
  readonly overdueAt: Instant | null;
}

/** Until the first instant of a day in the task's zone. */
export interface TaskAside {
  readonly asideBecause: AsideReason | null;
  readonly asideUntil: CivilDate | null;
  readonly backAt: Instant | null;
}

/** What somebody owes next: about a client, with the class of its source; or about none, and then without free text. */
export interface Task extends TaskOwner, TaskDue, TaskAside {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly class: DataClass | null;
  readonly kind: TaskKind;
  readonly sourceKind: string | null;
  readonly sourceId: Id | null;
  readonly state: TaskState;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly updatedAt: Instant;
  readonly updatedBy: Id;
  readonly version: number;
}

export interface TaskWords {
  readonly title: string;
  readonly note?: string;
}
