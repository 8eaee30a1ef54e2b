import { ROLES, type Role } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import { IsCivilDate, IsIdText, IsOneOf, IsPart, IsWords, Optional } from '../../platform/http/validation.js';
import { CHOSEN_TASK_KINDS, type TaskKind } from '../../tasks/domain/task.kinds.js';
import type { FollowUp } from '../application/contact-logging.js';

const KINDS = ['contact_follow_up', ...CHOSEN_TASK_KINDS] as const;

/** One membership, or whoever holds a role, here where no organisation is named. */
class FollowUpOwnerRequest {
  @IsIdText() @Optional() readonly membershipId?: Id;
  @IsOneOf(ROLES) @Optional() readonly role?: Role;
  @IsIdText() @Optional() readonly organisationId?: Id;
}

export class FollowUpRequest {
  /** `contact_follow_up`, where it is left out. */
  @IsOneOf(KINDS) @Optional() readonly kind?: TaskKind;
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
