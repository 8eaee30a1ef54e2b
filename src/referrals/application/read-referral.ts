import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { isInstant } from '../../kernel/civil-time.js';
import { isId, type Id } from '../../kernel/ids.js';
import { keyAfter, type Page, type PageRequest } from '../../kernel/page.js';
import type { ShownMove } from '../domain/referral.js';
import { hasArrived } from '../domain/referral.lifecycle.js';
import { isToldAfterArrival } from '../domain/referral.rules.js';
import { referralDone } from '../domain/referrals.events.js';
import { ReferralListStore } from '../persistence/referral-list.store.js';
import { ReferralDesk } from './referral-desk.js';
import { referralView, type ReferralView } from './referral-view.js';
import { ReferralShowing, type ReferralWhole } from './referral-showing.js';

@Injectable()
export class ReadReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ReferralDesk,
    private readonly showing: ReferralShowing,
    private readonly lists: ReferralListStore,
  ) {}

  /** @throws Refusal `not_found` */
  by(actor: Actor, id: Id): Promise<ReferralWhole> {
    return this.work.run(actor, async (tx) => {
      const { found, whole } = await this.showing.one(tx, id);
      tx.record(referralDone('referral.read', found.referral, found.held));
      return whole;
    });
  }

  /** Every move as it was made. @throws Refusal `not_found` */
  history(actor: Actor, id: Id, page: PageRequest): Promise<Page<ShownMove>> {
    keyAfter(page, isInstant, isId);
    return this.work.run(actor, async (tx) => {
      const { referral, held, parties } = await this.desk.one(tx, 'referral:read', id);
      const { items, ...next } = await this.lists.history(tx, referral, page);
      tx.record(referralDone('referral.history_read', referral, held));
      return { items: isToldAfterArrival(referral, parties) ? items : items.map(untilArrival), ...next };
    });
  }

  /** Every hop that the actor sees, this one among them. @throws Refusal `not_found` */
  chain(actor: Actor, id: Id, page: PageRequest): Promise<Page<ReferralView>> {
    keyAfter(page, isInstant, isId);
    return this.work.run(actor, async (tx) => {
      const { referral, held } = await this.desk.one(tx, 'referral:read', id);
      const { items, ...next } = await this.lists.chain(tx, id, page);
      const hops = await this.desk.some(tx, items);
      tx.record(...hops.map((hop) => referralDone('referral.chain_read', hop.referral, hop.held)));
      if (hops.length === 0) tx.record(referralDone('referral.chain_read', referral, held)); // a page behind the last
      return { items: hops.map((hop) => referralView(tx, hop)), ...next };
    });
  }
}

const untilArrival = (made: ShownMove): ShownMove =>
  made.party !== 'sender' && (hasArrived(made.fromState) || hasArrived(made.toState))
    ? { ...made, because: null, note: null }
    : made;
