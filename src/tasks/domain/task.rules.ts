import { dayAfter, instantOf, startOfDay, type CivilDate, type Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Task, TaskAside, TaskDue, TaskOwner } from './task.js';
import type { AsideReason } from './task.lifecycle.js';
import { asideInThePast } from './task.problems.js';

/** By an instant, or by a day: then due from its first instant and overdue from the next day's. */
export type DueWish = { readonly at: Instant } | { readonly on: CivilDate };

/** @param zone the zone of the task's days */
export function dueBy(wish: DueWish | null, zone: string): TaskDue {
  if (wish === null) return { zone, dueOn: null, dueAt: null, overdueAt: null };
  if ('on' in wish) {
    const [dueAt, overdueAt] = [startOfDay(wish.on, zone), startOfDay(dayAfter(wish.on), zone)];
    return { zone, dueOn: wish.on, dueAt, overdueAt };
  }
  const at = instantOf(wish.at);
  return { zone, dueOn: null, dueAt: at, overdueAt: at };
}

export const notAside: TaskAside = { asideBecause: null, asideUntil: null, backAt: null };

/** @throws Refusal `aside_until_past` when that day has begun in the task's zone */
export function asideUntil(because: AsideReason, until: CivilDate, zone: string, now: Instant): TaskAside {
  const backAt = startOfDay(until, zone);
  if (backAt <= now) throw new Refusal(asideInThePast, { zone });
  return { asideBecause: because, asideUntil: until, backAt };
}

export interface Keeper {
  readonly membershipId: Id;
  readonly organisationId: Id;
  readonly role: string;
}

export const isOwnedBy = (owner: TaskOwner, { membershipId, organisationId, role }: Keeper): boolean =>
  owner.ownerMembershipId === membershipId ||
  (owner.ownerOrganisationId === organisationId && owner.ownerRole === role);

export const sameOwner = (one: TaskOwner, other: TaskOwner): boolean =>
  one.ownerMembershipId === other.ownerMembershipId &&
  one.ownerOrganisationId === other.ownerOrganisationId &&
  one.ownerRole === other.ownerRole;

/** The next version of a task, by whoever changed it. */
export const revised = (task: Task, change: Partial<Task>, by: Id, now: Instant): Task => ({
  ...task,
  ...change,
  updatedAt: now,
  updatedBy: by,
  version: task.version + 1,
});
