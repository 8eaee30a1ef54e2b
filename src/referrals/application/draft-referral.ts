import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Grants } from '../../access/grants.js';
import { DATA_CLASSES } from '../../access/policy.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { CallerDesk } from '../../response-line/application/caller-desk.js';
import type { ShownCaller } from '../../response-line/domain/caller.js';
import { referralDone } from '../domain/referrals.events.js';
import { ReferralDrafting, type Drafting } from './referral-drafting.js';
import { ReferralShowing, type ReferralWhole } from './referral-showing.js';
import type { PieceTold, Terms } from './referral-terms.js';

@Injectable()
export class DraftReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly grants: Grants,
    private readonly callers: CallerDesk,
    private readonly drafting: ReferralDrafting,
    private readonly showing: ReferralShowing,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not`, `class_not_held` and those of its terms */
  ofClient(actor: Actor, clientId: Id, receipt: Receipt, terms: Terms): Promise<ReferralWhole> {
    return this.work.run(actor, async (tx) => {
      const held = await this.grants.permit(tx, 'referral:write', clientId, { write: 'coordination' });
      return this.make(tx, receipt, { clientId, callerId: null, held }, terms);
    });
  }

  /** @throws Refusal `not_found`, `role_may_not` and those of its terms */
  ofCaller(actor: Actor, callerId: Id, receipt: Receipt, terms: Terms): Promise<ReferralWhole> {
    return this.work.run(actor, async (tx) => {
      const caller = await this.callers.caller(tx, callerId);
      return this.make(tx, receipt, draftingOf(caller), withWhereToCall(caller, terms));
    });
  }

  private async make(tx: Tx, receipt: Receipt, of: Drafting, terms: Terms): Promise<ReferralWhole> {
    const made = await this.receipts.once(tx, receipt, (id) => this.drafting.make(tx, id, of, terms));
    const { found, whole } = await this.showing.one(tx, made.id);
    tx.record(referralDone(made.replayed ? 'referral.read' : 'referral.drafted', found.referral, found.held));
    return whole;
  }
}

/** The line writes down all that there is of her, and so may all of it go along, where she says so. */
function draftingOf({ id, words: { alias } }: ShownCaller): Drafting {
  const all = new Set(DATA_CLASSES);
  const ground = { basis: 'response_line', basisId: id };
  return {
    clientId: null,
    callerId: id,
    held: { read: all, write: all, ground, grounds: [{ ...ground, classes: DATA_CLASSES }] },
    ...(alias !== undefined && { alias }),
  };
}

/** Where she lets it be shared how she is reached, it goes along as the line knows it. */
function withWhereToCall({ mayBeCalledBack, words: { whereToCall } }: ShownCaller, terms: Terms): Terms {
  const { sharedClasses = [], summaries = [] } = terms;
  const isSaid = summaries.some((piece) => piece.class === 'identity_contact');
  if (isSaid || !sharedClasses.includes('identity_contact') || !mayBeCalledBack || whereToCall === undefined)
    return terms;
  const piece: PieceTold = { class: 'identity_contact', text: whereToCall };
  return { ...terms, summaries: [...summaries, piece] };
}
