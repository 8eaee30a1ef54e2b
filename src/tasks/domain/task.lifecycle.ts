import type { Instant } from '../../kernel/civil-time.js';
import { lifecycle } from '../../kernel/lifecycle.js';
import type { MoveParts } from '../../kernel/move.js';
import { noClientToDecline } from './task.problems.js';

export type TaskState = 'open' | 'set_aside' | 'done' | 'client_declined';

export const TASK_MOVES = ['complete', 'set_aside', 'take_up', 'hand_over', 'client_declines', 'reopen'] as const;
export type TaskMove = (typeof TASK_MOVES)[number];

export const ASIDE_REASONS = [
  'waiting_for_client',
  'waiting_for_other',
  'client_asked',
  'not_yet',
  'could_not_reach',
  'other',
] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

export const TASK_MOVE_PARTS = {
  reason: { of: 'set_aside', isNeeded: true },
  until: { of: 'set_aside', isNeeded: true },
  to: { of: 'hand_over', isNeeded: true },
} as const satisfies MoveParts<string, TaskMove>;

export interface TaskFacts {
  readonly isAboutClient: boolean;
}

/** Nothing here happens by time: what is due stays open until somebody did it or she declined, and done late is done. */
export const taskLifecycle = lifecycle<TaskState, TaskMove, TaskFacts>({
  initial: 'open',
  final: [],
  moves: {
    complete: { from: ['open', 'set_aside'], to: 'done' },
    set_aside: { from: ['open', 'set_aside'], to: 'set_aside' },
    take_up: { from: ['set_aside'], to: 'open' },
    hand_over: { from: ['open', 'set_aside'], to: 'open' },
    client_declines: {
      from: ['open', 'set_aside'],
      to: 'client_declined',
      unless: [({ isAboutClient }) => (isAboutClient ? undefined : noClientToDecline)],
    },
    reopen: { from: ['done', 'client_declined'], to: 'open' },
  },
});

/** Set aside until a day, it is open again from that day on: by this computation, not by a timer that changes anything. */
export const stateAt = (
  task: { readonly state: TaskState; readonly backAt: Instant | null },
  now: Instant,
): TaskState => (task.state === 'set_aside' && task.backAt !== null && task.backAt <= now ? 'open' : task.state);

export const isOverdue = (
  task: { readonly state: TaskState; readonly overdueAt: Instant | null },
  now: Instant,
): boolean => (task.state === 'open' || task.state === 'set_aside') && task.overdueAt !== null && task.overdueAt <= now;
