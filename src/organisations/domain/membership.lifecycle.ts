import { lifecycle, type Rule } from '../../kernel/lifecycle.js';
import type { Id } from '../../kernel/ids.js';
import { lastAdministrator, notForYourself } from './organisations.problems.js';
import type { Membership, StaffFacts } from './staff.js';

export type MembershipState = 'standing' | 'ended';
export type MembershipVerb = 'end' | 'change_role';

export interface MembershipFacts extends Pick<StaffFacts, 'isLastAdministrator'> {
  /** This membership is the one with which somebody administers. */
  readonly administers: boolean;
  /** The actor's own: nobody decides what they themself may see. */
  readonly isOwn: boolean;
}

const last: Rule<MembershipFacts> = ({ administers, isLastAdministrator }) =>
  administers && isLastAdministrator ? lastAdministrator : undefined;

const own: Rule<MembershipFacts> = ({ isOwn }) => (isOwn ? notForYourself : undefined);

export const membershipLifecycle = lifecycle<MembershipState, MembershipVerb, MembershipFacts>({
  initial: 'standing',
  final: ['ended'],
  moves: {
    end: { from: ['standing'], to: 'ended', unless: [last] },
    change_role: { from: ['standing'], to: 'standing', unless: [last, own] },
  },
});

export const membershipStateOf = (membership: Pick<Membership, 'endedAt'>): MembershipState =>
  membership.endedAt === null ? 'standing' : 'ended';

export const membershipFacts = (
  actor: { readonly personId: Id },
  of: Pick<StaffFacts, 'isLastAdministrator'>,
  { role, staffId }: Membership,
): MembershipFacts => ({
  isLastAdministrator: of.isLastAdministrator,
  isOwn: staffId === actor.personId,
  administers: role === 'administrator',
});
