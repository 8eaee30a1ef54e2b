import { ROLES, type Role } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import {
  Is,
  IsCivilDate,
  IsIdText,
  IsOneOf,
  IsPart,
  IsWords,
  Optional,
  type InputRule,
} from '../../platform/http/validation.js';
import { TASK_CODE } from '../../tasks/domain/task.js';
import type { FollowUp } from '../application/contact-logging.js';

const kind: InputRule = {
  code: 'task_kind',
  holds: (value) => typeof value === 'string' && value.length <= 60 && TASK_CODE.test(value),
  message: {
    en: 'Send a code of small letters and underscores, such as call_her_back.',
    fr: 'Envoyez un code en minuscules et tirets bas, par exemple call_her_back.',
  },
  schema: { type: 'string', maxLength: 60, pattern: TASK_CODE.source, example: 'call_her_back' },
};

/** One membership, or whoever holds a role, here where no organisation is named. */
class FollowUpOwnerRequest {
  @IsIdText() @Optional() readonly membershipId?: Id;
  @IsOneOf(ROLES) @Optional() readonly role?: Role;
  @IsIdText() @Optional() readonly organisationId?: Id;
}

export class FollowUpRequest {
  /** `contact_follow_up`, where it is left out. */
  @Is(kind) @Optional() readonly kind?: string;
  @IsWords({ max: 200 }) readonly title!: string;
  @IsWords({ max: 4_000 }) @Optional() readonly note?: string;
  /** A day where your organisation is. */
  @IsCivilDate() @Optional() readonly dueOn?: string;
  /** You, where it is left out. */
  @IsPart(() => FollowUpOwnerRequest) @Optional() readonly owner?: FollowUpOwnerRequest;
}

export const followUpOf = ({
  kind: code = 'contact_follow_up',
  title,
  note,
  dueOn,
  owner,
}: FollowUpRequest): FollowUp => ({
  kind: code,
  words: { title, ...(note !== undefined && { note }) },
  ...(dueOn !== undefined && { due: { on: dueOn } }),
  ...(owner !== undefined && { owner }),
});
