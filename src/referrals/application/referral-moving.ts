import { Injectable } from '@nestjs/common';
import { isByLink } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { civilDateAt, instantOf } from '../../kernel/civil-time.js';
import { assertFresh } from '../../kernel/fresh.js';
import { newId, type Id } from '../../kernel/ids.js';
import { assertHolds } from '../../kernel/invalid.js';
import { sent } from '../../kernel/merge-patch.js';
import { nextState, partFaults } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { REFERRAL_WORDS, type Referral, type ReferralMoveMade, type ShownReferral } from '../domain/referral.js';
import type { Party } from '../domain/referral.codes.js';
import { REFERRAL_MOVE_PARTS, lineFaults, madeBy, wishFaults, type ReferralWish } from '../domain/referral-moves.js';
import { referralLifecycle, type DateMove, type ReferralState } from '../domain/referral.lifecycle.js';
import { notOutside } from '../domain/referral.problems.js';
import { movedTo } from '../domain/referral.moved.js';
import { isAgreed, isOver, NO_TRIES } from '../domain/referral.rules.js';
import { referralMoved } from '../domain/referrals.events.js';
import { TaskSettling } from '../../tasks/application/task-settling.js';
import { ReferralStore, type SaidAnew } from '../persistence/referral.store.js';
import { agreedOn, Agreements } from './agreements.js';
import { ReferralDesk, type FoundReferral, type TakenReferral } from './referral-desk.js';

/** Moves that follow from what is written in the attempts of a referral, or from how a stay ended. */
export type LedgerMove = DateMove | 'arrive' | 'owe_next_date' | 'finish' | 'leave_early' | 'stop';
export type LedgerMore = Pick<ReferralWish, 'because' | 'nextStepBy' | 'note'>;

/** What a receiver without an account does through a link. The database lets nothing else through. */
type LinkMove = 'accept' | 'decline' | 'ask';
export interface LinkOrder {
  readonly id: Id;
  readonly expected: number;
  readonly wish: Pick<ReferralWish, 'because' | 'question'> & { readonly move: LinkMove };
}

interface Making {
  readonly sides: readonly Party[];
  readonly fromLedger: boolean;
}

/** One move of one referral, with its line in the history and the word to the other side, in the caller's transaction. */
@Injectable()
export class ReferralMoving {
  constructor(
    private readonly desk: ReferralDesk,
    private readonly referrals: ReferralStore,
    private readonly agreements: Agreements,
    private readonly settling: TaskSettling,
  ) {}

  /** @throws Refusal `move_not_open` and those of the rules, `invalid` */
  async make(tx: Tx, found: TakenReferral, wish: ReferralWish): Promise<ShownReferral> {
    assertHolds(partFaults(REFERRAL_MOVE_PARTS, wish));
    const sides = sidesOf(found, wish);
    return this.move(tx, found, wish, { sides, fromLedger: false });
  }

  /**
   * By a receiver without an account, who came for this one by a link and read it in the version that they expect.
   *
   * @throws Refusal `not_found`, `move_not_open` and those of the rules, `invalid`, `stale`
   */
  async byLink(tx: Tx, { id, expected, wish }: LinkOrder): Promise<void> {
    assertHolds(partFaults(REFERRAL_MOVE_PARTS, wish));
    const found = await this.desk.takeByLink(tx, id);
    assertFresh(expected, found.referral.version);
    await this.move(tx, found, wish, { sides: found.parties, fromLedger: false });
  }

  /** @throws Refusal also `not_found`, `class_not_held` */
  async fromLedger(tx: Tx, referralId: Id, move: LedgerMove, more: LedgerMore = {}): Promise<void> {
    const found = await this.desk.take(tx, 'referral:write', referralId);
    await this.move(tx, found, { move, ...more }, { sides: found.parties, fromLedger: true });
  }

  private async move(tx: Tx, found: TakenReferral, wish: ReferralWish, making: Making): Promise<ShownReferral> {
    const { referral: before, held, zone } = found;
    assertHolds(wishFaults(wish, tx.now, civilDateAt(tx.now, zone)));
    const leaves = wish.move === 'send' || wish.move === 'reopen';
    const agreement = leaves ? await this.agreements.standing(tx, before, wish.consentId) : undefined;
    const state = await this.decided(tx, before, wish, {
      ...making,
      isAgreed: leaves ? !!agreement : isAgreed(before, tx.now),
      zone,
    });
    assertHolds(lineFaults(wish, before));
    const party = madeBy(wish.move, making.sides) ?? 'sender';
    const said = saidWith(before, wish);
    const after = {
      ...before,
      ...movedTo(before, state, {
        wish: wish.nextStepBy === undefined ? wish : { ...wish, nextStepBy: instantOf(wish.nextStepBy) },
        now: tx.now,
        zone,
        party,
        byLink: isByLink(tx.actor.role),
      }),
      ...(agreement && agreedOn(agreement)),
      ...{ updatedAt: tx.now, updatedBy: signedBy(tx), version: before.version + 1 },
      ...{ ...said.words, ...said.asked, isEnded: isOver(state) },
    };
    await this.referrals.changeTaken(tx, before, after, said);
    const made = moveMade(tx, before, after, { move: wish.move, party });
    await this.referrals.addMove(tx, made, sent({ note: wish.note }));
    this.referrals.tell(tx, before.id, `referral_${after.state}`);
    tx.record(referralMoved(after, held, made));
    await this.settle(tx, after, held);
    if (agreement) await this.agreements.disclose(tx, after, agreement);
    return after;
  }

  /** Nobody calls on somebody who died, because of a date. */
  private async settle(tx: Tx, { id, because }: Referral, held: FoundReferral['held']): Promise<void> {
    if (because === 'deceased') await this.settling.ofKind(tx, id, 'warm_outreach', held);
  }

  private async decided(
    tx: Tx,
    before: ShownReferral,
    { move, because }: ReferralWish,
    { sides, fromLedger, isAgreed: agreed, zone }: Making & { readonly isAgreed: boolean; readonly zone: string },
  ): Promise<ReferralState> {
    const tries = move === 'stop' ? await this.referrals.tries(tx, before, zone) : NO_TRIES;
    return nextState(referralLifecycle, move, before.state, {
      ...{
        parties: sides,
        isAgreed: agreed,
        receiverStands: before.receiverStands,
        isOfCaller: before.callerId !== null,
      },
      ...{ stopReason: because, tries, hasLiveDate: before.hasLiveDate, fromLedger },
      hasOpenStay: before.hasOpenStay,
    });
  }
}

/** @throws Refusal `not_outside` */
function sidesOf({ parties }: FoundReferral, { onBehalfOfReceiver }: ReferralWish): readonly Party[] {
  if (onBehalfOfReceiver !== true) return parties.filter((party) => party !== 'outside');
  if (!parties.includes('outside')) throw new Refusal(notOutside);
  return ['outside'];
}

const saidWith = (before: ShownReferral, { question, answer }: ReferralWish): SaidAnew => ({
  ...(question !== undefined && { asked: { question } }),
  ...(answer !== undefined && { words: { ...sent(before, REFERRAL_WORDS), answer } }),
});

/** Whoever came by a link is nobody of the staff. */
const signedBy = ({ actor }: Tx): Id | null => (isByLink(actor.role) ? null : actor.membershipId);

const moveMade = (
  tx: Tx,
  before: Referral,
  after: Referral,
  { move, party }: Pick<ReferralMoveMade, 'move' | 'party'>,
): ReferralMoveMade => ({
  ...{ id: newId(), referralId: before.id, clientId: before.clientId, callerId: before.callerId, class: before.class },
  ...{ round: after.round, move, fromState: before.state, toState: after.state, because: after.because, party },
  ...{ byMembership: signedBy(tx), at: tx.now, version: after.version },
});
