import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { ReferralMoveMade } from './referral.js';
import type { ReferralState } from './referral.lifecycle.js';

interface About {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly goesBy: string | null;
  readonly state: ReferralState;
  readonly version: number;
}
/** On which ground of the actor's. */
interface On {
  readonly read: ReadonlySet<DataClass>;
  readonly ground: { readonly basis: string; readonly basisId: Id };
}

const COORDINATION = ['coordination'] as const;
const WITH_NAME = ['coordination', 'identity_name'] as const;

/** Of a caller, whose record there is none, it stands without a client. */
const about = ({ id, clientId, goesBy, version }: About, { read, ground }: On) => ({
  ...(clientId !== null && { clientId }),
  classes: goesBy !== null && read.has('identity_name') ? WITH_NAME : COORDINATION,
  ground,
  facts: { referralId: id, version },
});

export type ReferralDone =
  | 'referral.read'
  | 'referral.listed'
  | 'referral.drafted'
  | 'referral.history_read'
  | 'referral.chain_read'
  | 'referral.outcome_known'
  | 'referral.agreement_ended'
  | 'referral.agreed_again'
  | 'referral.caller_received';

export const referralDone = (event: ReferralDone, referral: About, on: On) => ({ event, ...about(referral, on) });

export function referralChanged(referral: About, on: On, fields: readonly string[]) {
  const { facts, ...rest } = about(referral, on);
  return { event: 'referral.changed', ...rest, facts: { ...facts, fields } };
}

export function referralMoved(
  referral: About,
  on: On,
  { move, fromState, toState, party }: Pick<ReferralMoveMade, 'move' | 'fromState' | 'toState' | 'party'>,
) {
  const { facts, ...rest } = about(referral, on);
  // Why it moved stands in its history: a reason can be clinical.
  return { event: 'referral.moved', ...rest, facts: { ...facts, move, from: fromState, to: toState, party } };
}

/** The day came until which she had agreed, and nobody did anything. */
export const sharingEnded = ({ id, clientId, version }: Pick<About, 'id' | 'clientId' | 'version'>) => ({
  event: 'referral.sharing_ended' as const,
  ...(clientId !== null && { clientId }),
  classes: COORDINATION,
  facts: { referralId: id, version },
});

/** That somebody looked at a list, whoever was in it. */
export const referralsListed = (shown: number) => ({ event: 'referrals.listed', facts: { shown } }) as const;
export const referralsCounted = { event: 'referrals.counted' } as const;

/** Of a client of whom there is none. */
export const noneListedOf = (clientId: Id, { ground }: On) => ({
  event: 'referral.listed',
  clientId,
  classes: COORDINATION,
  ground,
  facts: { shown: 0 },
});
