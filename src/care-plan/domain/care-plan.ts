import type { DataClass, Permission } from '../../access/policy.js';

/** What can be done from the plan, and what it takes: the permission and, where a client is written to, the class. */
export const PLAN_MOVES = {
  log_contact: { permission: 'contact:write', class: 'coordination' },
  name_goal: { permission: 'goal:change', class: 'coordination' },
  note_need: { permission: 'need:change', class: 'coordination' },
  refer: { permission: 'referral:write', class: 'coordination' },
  open_task: { permission: 'task:change', class: 'coordination' },
  write_section: { permission: 'care-plan:write', class: 'coordination' },
  write_safety: { permission: 'care-plan:write', class: 'mental_health' },
  sign: { permission: 'care-plan:sign', class: 'coordination' },
} as const satisfies Record<string, { permission: Permission; class: DataClass }>;
export type PlanMove = keyof typeof PLAN_MOVES;

/** How much of each list stands on the plan; the rest is one call away. */
export const ON_THE_PLAN = { contacts: 8, tasks: 20, changes: 50 } as const;
