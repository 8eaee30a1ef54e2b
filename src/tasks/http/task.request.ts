import { ROLES, DATA_CLASSES, type DataClass, type Role } from '../../access/policy.js';
import { isCivilDate, isInstant } from '../../kernel/civil-time.js';
import { isId, type Id } from '../../kernel/ids.js';
import {
  Clearable,
  Is,
  IsCivilDate,
  IsIdText,
  IsInstant,
  IsOneOf,
  IsTimeZone,
  IsWords,
  Optional,
  type InputRule,
} from '../../platform/http/validation.js';
import type { OwnerWish } from '../application/task-owners.js';
import { TASKS_OF, TASKS_THAT_ARE, type TasksOf, type TasksThatAre } from '../domain/task-filter.js';
import { CHOSEN_TASK_KINDS, type TaskKind } from '../domain/task.kinds.js';
import { ASIDE_REASONS, TASK_MOVES, type AsideReason, type TaskMove } from '../domain/task.lifecycle.js';
import type { DueWish } from '../domain/task.rules.js';

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const only = (value: unknown, ...names: readonly string[]): boolean =>
  Object.keys(object(value)).sort().join() === [...names].sort().join();

const UUID = { type: 'string', format: 'uuid' } as const;
const part = (properties: Readonly<Record<string, object>>, required: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  required: [...required],
  properties,
});

const due: InputRule = {
  code: 'due',
  holds: (value) =>
    (only(value, 'at') && isInstant(object(value)['at'])) || (only(value, 'on') && isCivilDate(object(value)['on'])),
  message: {
    en: 'Send {"on": "2026-11-30"} for a day, or {"at": "2026-11-30T15:00:00-07:00"} for an instant.',
    fr: 'Envoyez {"on": "2026-11-30"} pour un jour, ou {"at": "2026-11-30T15:00:00-07:00"} pour un instant.',
  },
  schema: {
    oneOf: [
      part({ on: { type: 'string', format: 'date' } }, ['on']),
      part({ at: { type: 'string', format: 'date-time' } }, ['at']),
    ],
    example: { on: '2026-11-30' },
  },
};

const isRole = (value: unknown): boolean => ROLES.some((role) => role === value);

const owner: InputRule = {
  code: 'owner',
  holds: (value) => {
    const { membershipId, organisationId, role } = object(value);
    if (only(value, 'membershipId')) return isId(membershipId);
    return isRole(role) && (only(value, 'role') || (only(value, 'role', 'organisationId') && isId(organisationId)));
  },
  message: {
    en: 'Send {"membershipId": …} for one person, or {"role": …} for whoever holds it, with "organisationId" elsewhere.',
    fr: 'Envoyez {"membershipId": …} pour une personne, ou {"role": …} pour un rôle, avec "organisationId" ailleurs.',
  },
  schema: {
    oneOf: [
      part({ membershipId: UUID }, ['membershipId']),
      part({ role: { type: 'string', enum: [...ROLES] }, organisationId: UUID }, ['role']),
    ],
    example: { role: 'peer_navigator' satisfies Role },
  },
};

export class OpenTaskRequest {
  /** Your own, for work without a connection; otherwise one is made. */
  @IsIdText() @Optional() readonly id?: Id;
  /** What has to be done, as a code. What is meant in particular stands in the title. */
  @IsOneOf(CHOSEN_TASK_KINDS) readonly kind!: TaskKind;
  @IsWords({ max: 200 }) readonly title!: string;
  @IsWords({ max: 4000 }) @Optional() readonly note?: string;
  /** `coordination`, unless what it is about raises it. */
  @IsOneOf(DATA_CLASSES) @Optional() readonly class?: DataClass;
  /** Yours, unless you say otherwise. */
  @Is(owner) @Optional() readonly owner?: OwnerWish;
  @Is(due) @Optional() readonly due?: DueWish;
  /** In which the task's days are meant; your organisation's, unless you say otherwise. */
  @IsTimeZone() @Optional() readonly zone?: string;
}

export class ChangeTaskRequest {
  @IsWords({ max: 200 }) @Optional() readonly title?: string;
  @IsWords({ max: 4000 }) @Clearable() readonly note?: string | null;
  @Is(due) @Clearable() readonly due?: DueWish | null;
  @IsTimeZone() @Optional() readonly zone?: string;
}

export class MoveTaskRequest {
  @IsOneOf(TASK_MOVES) readonly move!: TaskMove;
  @IsWords({ max: 4000 }) @Optional() readonly note?: string;
  /** Of `set_aside`: why. */
  @IsOneOf(ASIDE_REASONS) @Optional() readonly reason?: AsideReason;
  /** Of `set_aside`: the day on which it is open again. */
  @IsCivilDate() @Optional() readonly until?: string;
  /** Of `hand_over`: who owes it from now on. */
  @Is(owner) @Optional() readonly to?: OwnerWish;
}

export class TasksQuery {
  /** `for_me`, that is `mine` and `role` in one list; or `anyone` where a client is named. */
  @IsOneOf(TASKS_OF) @Optional() readonly whose?: TasksOf;
  /** `open` unless you say otherwise: also what was set aside until a day that has come. `any` for one client. */
  @IsOneOf(TASKS_THAT_ARE) @Optional() readonly state?: TasksThatAre;
  @IsIdText() @Optional() readonly client?: Id;
  /** What gave rise to them, such as a need or a contact, by its id. */
  @IsIdText() @Optional() readonly source?: Id;
  @IsInstant() @Optional() readonly 'due[from]'?: string;
  @IsInstant() @Optional() readonly 'due[before]'?: string;
}
