import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';

/**
 * For me: mine and my role's here · only mine · only my role's here · my organisation's · those nobody stands behind any
 * more · anybody's (of one client).
 */
export const TASKS_OF = ['for_me', 'mine', 'role', 'organisation', 'orphaned', 'anyone'] as const;
export type TasksOf = (typeof TASKS_OF)[number];

export const TASKS_THAT_ARE = ['open', 'overdue', 'set_aside', 'done', 'client_declined', 'any'] as const;
export type TasksThatAre = (typeof TASKS_THAT_ARE)[number];

export interface TaskFilter {
  readonly whose: TasksOf;
  readonly are: TasksThatAre;
  readonly clientId?: Id;
  /** The need, contact or other record that gave rise to them. */
  readonly sourceId?: Id;
  readonly dueFrom?: Instant;
  readonly dueBefore?: Instant;
}
