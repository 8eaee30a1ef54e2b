import { Injectable } from '@nestjs/common';
import { roleMayNot } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { reachOf } from '../../access/policy.js';
import { Records, withheldAmong, type ReadRecords } from '../../access/records.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { isInstant } from '../../kernel/civil-time.js';
import { isId, type Id } from '../../kernel/ids.js';
import { keyAfter, type Page, type PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { CallerDesk } from '../../response-line/application/caller-desk.js';
import type { ShownReferral } from '../domain/referral.js';
import type { Box, BoxCount, BoxFilter } from '../domain/referral-box.js';
import { noneListedOf, referralDone, referralsCounted, referralsListed } from '../domain/referrals.events.js';
import { ReferralBoxStore } from '../persistence/referral-box.store.js';
import { ReferralListStore } from '../persistence/referral-list.store.js';
import { ReferralDesk, type Opened } from './referral-desk.js';
import { referralView, type ReferralView } from './referral-view.js';

export interface ReferralsOfClient extends ReadRecords {
  readonly page: Page<ReferralView>;
}

@Injectable()
export class FindReferrals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ReferralDesk,
    private readonly records: Records,
    private readonly callers: CallerDesk,
    private readonly lists: ReferralListStore,
    private readonly boxes: ReferralBoxStore,
  ) {}

  /** Stuck first: what is owed here before what the other side owes, the longest overdue before the others. */
  inBox(actor: Actor, filter: BoxFilter, page: PageRequest): Promise<Page<ReferralView>> {
    keyAfter(
      page,
      (rank) => rank === '0' || rank === '1',
      (due) => due === 'infinity' || isInstant(due),
      isId,
    );
    return this.work.runAsking(
      actor,
      (tx) => [this.boxes.page(tx, filter, page), this.desk.opened(tx)],
      async (tx, found, opened) => {
        assertMayRead(tx);
        return this.shown(tx, await found, opened);
      },
    );
  }

  counts(actor: Actor, box: Box): Promise<readonly BoxCount[]> {
    return this.work.run(actor, async (tx) => {
      assertMayRead(tx);
      tx.record(referralsCounted);
      return this.boxes.counts(tx, box);
    });
  }

  /** Newest first. @throws Refusal `not_found`, `role_may_not` */
  ofClient(actor: Actor, clientId: Id, page: PageRequest): Promise<ReferralsOfClient> {
    keyAfter(page, isInstant, isId);
    return this.work.run(actor, async (tx) => {
      const { found, ...read } = await this.records.read(tx, 'referral:read', clientId, (ids) =>
        this.lists.ofClients(tx, ids, page),
      );
      for (const { clientId: of, held } of read.records) {
        if (!found.items.some((referral) => referral.clientId === of)) tx.record(noneListedOf(of, held));
      }
      return { page: await this.shown(tx, found), ...withheldAmong(read, ['coordination']) };
    });
  }

  /** Newest first. @throws Refusal `not_found` */
  ofCaller(actor: Actor, callerId: Id, page: PageRequest): Promise<Page<ReferralView>> {
    keyAfter(page, isInstant, isId);
    return this.work.run(actor, async (tx) => {
      await this.callers.caller(tx, callerId);
      return this.shown(tx, await this.lists.ofCaller(tx, callerId, page));
    });
  }

  private async shown(
    tx: Tx,
    { items, ...next }: Page<ShownReferral>,
    opened?: Promise<Opened>,
  ): Promise<Page<ReferralView>> {
    const found = await this.desk.some(tx, items, opened);
    tx.record(...found.map(({ referral, held }) => referralDone('referral.listed', referral, held)));
    tx.record(referralsListed(found.length));
    return { items: found.map((each) => referralView(tx, each)), ...next };
  }
}

function assertMayRead({ actor: { role } }: Tx): void {
  const permission = 'referral:read';
  if (reachOf(role, permission) === 'none') throw new Refusal(roleMayNot, { role, permission });
}
