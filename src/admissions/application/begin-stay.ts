import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { civilDateAt, instantOf } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { ReferralMoving } from '../../referrals/application/referral-moving.js';
import { TaskOwners } from '../../tasks/application/task-owners.js';
import { stayDone } from '../domain/admissions.events.js';
import { dateAhead, datePast } from '../domain/admissions.problems.js';
import { StayStore } from '../persistence/stay.store.js';
import { AdmissionDesk, type OfClient } from './admission-desk.js';
import { StayOpening, type StayBegins } from './stay-opening.js';
import { stayView, type StayView } from './stay-view.js';

export type StayWish = Pick<StayBegins, 'serviceId' | 'bedId' | 'plannedEndOn'> &
  Partial<Pick<StayBegins, 'admittedAt'>>;

/** A stay of somebody who came without a date, or whose date said nothing of a stay. */
@Injectable()
export class BeginStay {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: AdmissionDesk,
    private readonly moving: ReferralMoving,
    private readonly opening: StayOpening,
    private readonly owners: TaskOwners,
    private readonly stays: StayStore,
  ) {}

  /** @throws Refusal `not_found`, `not_of_a_caller`, `date_stands` and those of `StayOpening` */
  by(actor: Actor, referralId: Id, receipt: Receipt, wish: StayWish): Promise<StayView> {
    return this.work.run(actor, async (tx) => {
      const at = await this.desk.ofClient(tx, 'stay:write', referralId);
      const made = await this.receipts.once(tx, receipt, (id) => this.begin(tx, at, id, wish));
      const stay = await this.stays.one(tx, made.id);
      if (!stay) throw new Refusal(notFound);
      if (made.replayed) tx.record(stayDone('stay.read', stay, at.on));
      return stayView(tx, stay);
    });
  }

  private async begin(tx: Tx, at: OfClient, id: Id, wish: StayWish): Promise<void> {
    const zone = await this.owners.zoneHere(tx);
    const admittedAt = instantOf(wish.admittedAt ?? tx.now);
    if (admittedAt > tx.now) throw new Refusal(dateAhead, { field: 'admittedAt' });
    if (wish.plannedEndOn && wish.plannedEndOn < civilDateAt(admittedAt, zone))
      throw new Refusal(datePast, { field: 'plannedEndOn' });
    if (at.referral.state !== 'in_progress') await this.moving.fromLedger(tx, at.referral.id, 'arrive');
    await this.opening.begin(tx, at, { ...wish, id, admittedAt, zone, attemptId: null });
  }
}
