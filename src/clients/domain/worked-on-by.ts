import { isId, type Id } from '../../kernel/ids.js';

/** She does it herself, or a member of the staff does it with her. */
export const WORKED_ON_BY = ['client', 'member'] as const;
export type WhoWorksOnIt = (typeof WORKED_ON_BY)[number];

/** As it is kept: a membership exactly where it is a member. */
export interface WorkedOnBy {
  readonly workedOnBy: WhoWorksOnIt;
  readonly workedOnByMembershipId: Id | null;
}

/** As somebody names it. */
export interface NamedWorker {
  readonly who: WhoWorksOnIt;
  readonly membershipId?: Id;
}

/** As it is shown: whether they are still here is said, because nothing is taken out of anybody's hands by itself. */
export interface ShownWorker extends NamedWorker {
  readonly name?: string;
  readonly role?: string;
  readonly isHere?: boolean;
}

export const workedOnBy = ({ who, membershipId }: NamedWorker): WorkedOnBy => ({
  workedOnBy: who,
  workedOnByMembershipId: who === 'member' ? (membershipId ?? null) : null,
});

/** Somebody is named exactly where it is a member. */
export function isNamedWorker(value: unknown): value is NamedWorker {
  if (typeof value !== 'object' || value === null) return false;
  const { who, membershipId, ...more } = value as Readonly<Record<string, unknown>>;
  if (Object.keys(more).length > 0) return false;
  return who === 'client' ? !('membershipId' in value) : who === 'member' && isId(membershipId);
}
