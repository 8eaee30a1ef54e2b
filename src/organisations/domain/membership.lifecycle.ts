import { lifecycle, type Rule } from '../../kernel/lifecycle.js';
import { lastAdministrator } from './organisations.problems.js';
import type { Membership, StaffFacts } from './staff.js';

export type MembershipState = 'standing' | 'ended';
export type MembershipVerb = 'end' | 'change_role';

export interface MembershipFacts extends Pick<StaffFacts, 'isLastAdministrator'> {
  /** This membership is the one with which somebody administers. */
  readonly administers: boolean;
}

const last: Rule<MembershipFacts> = ({ administers, isLastAdministrator }) =>
  administers && isLastAdministrator ? lastAdministrator : undefined;

export const membershipLifecycle = lifecycle<MembershipState, MembershipVerb, MembershipFacts>({
  initial: 'standing',
  final: ['ended'],
  moves: {
    end: { from: ['standing'], to: 'ended', unless: [last] },
    change_role: { from: ['standing'], to: 'standing', unless: [last] },
  },
});

export const membershipStateOf = (membership: Pick<Membership, 'endedAt'>): MembershipState =>
  membership.endedAt === null ? 'standing' : 'ended';

export const membershipFacts = (
  of: Pick<StaffFacts, 'isLastAdministrator'>,
  { role }: Membership,
): MembershipFacts => ({
  isLastAdministrator: of.isLastAdministrator,
  administers: role === 'administrator',
});
