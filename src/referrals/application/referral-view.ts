import type { Held, Withheld } from '../../access/grants.js';
import { reachOf, ROLE_CEILINGS } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { inFhir, type InFhir } from '../domain/referral-in-fhir.js';
import type { Referral, ShownReferral } from '../domain/referral.js';
import type { OwedBy, Party } from '../domain/referral.codes.js';
import { hasArrived, REFERRAL_MOVES, referralLifecycle, type ReferralMove } from '../domain/referral.lifecycle.js';
import {
  factsToShow,
  isAgreed,
  isLoopClosed,
  isOverdue,
  isToldAfterArrival,
  owedNow,
} from '../domain/referral.rules.js';
import type { FoundReferral } from './referral-desk.js';

export interface ReferralView {
  readonly referral: ShownReferral;
  /** The referral before it, where the actor sees that one. */
  readonly followsId: Id | null;
  readonly goesBy: string | null;
  readonly because: string | null;
  readonly owes: OwedBy;
  readonly parties: readonly Party[];
  readonly isAgreed: boolean;
  readonly isOverdue: boolean;
  readonly isLoopClosed: boolean;
  readonly inFhir: InFhir;
  readonly openMoves: readonly ReferralMove[];
  /** Of the classes that it shares, those that the actor does not see through it. */
  readonly withheld: readonly Withheld[];
}

const mayMove = (tx: Tx, held: Held): boolean =>
  reachOf(tx.actor.role, 'referral:write') !== 'none' && held.write.has('coordination');

export function referralView(tx: Tx, { referral, held, parties }: Omit<FoundReferral, 'ground'>): ReferralView {
  const owes = owedNow(referral, tx.now);
  const open = mayMove(tx, held)
    ? referralLifecycle.openMoves(referral.state, factsToShow(referral, parties, tx.now))
    : [];
  return {
    referral,
    followsId: referral.followsSeen ? referral.followsId : null,
    goesBy: held.read.has('identity_name') ? referral.goesBy : null,
    because: hasArrived(referral.state) && !isToldAfterArrival(referral, parties) ? null : referral.because,
    owes,
    parties,
    isAgreed: isAgreed(referral, tx.now),
    isOverdue: isOverdue({ nextStepBy: referral.nextStepBy, owes }, tx.now),
    isLoopClosed: isLoopClosed(referral),
    inFhir: inFhir(referral),
    openMoves: REFERRAL_MOVES.filter((move) => open.includes(move)),
    withheld: withheldThrough(tx, referral, held),
  };
}

/** Computed from what it shares and what is held, never from what was written. */
function withheldThrough({ actor }: Tx, { sharedClasses }: Referral, held: Held): readonly Withheld[] {
  const { read = [], byReferral = [] } = ROLE_CEILINGS[actor.role] ?? {};
  return sharedClasses
    .filter((name) => !held.read.has(name))
    .map((name) => ({ class: name, rule: [...read, ...byReferral].includes(name) ? 'consent' : 'role' }));
}
