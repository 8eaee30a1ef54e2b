import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { civilDateAt, instantOf } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { TaskOwners } from '../../tasks/application/task-owners.js';
import { stayDone } from '../domain/admissions.events.js';
import { dateAhead, datePast, tooLongAgo } from '../domain/admissions.problems.js';
import { isTooLongAgo } from '../domain/attempt.rules.js';
import { AdmissionDesk, type OfClient } from './admission-desk.js';
import { BedPromising } from './bed-promising.js';
import { DateSteps } from './date-steps.js';
import { StayOpening, type StayBegins } from './stay-opening.js';
import { stayView, type StayView } from './stay-view.js';

export type StayWish = Pick<StayBegins, 'bedId' | 'plannedEndOn'> &
  Partial<Pick<StayBegins, 'admittedAt'>> & {
    /** Of the referral's receiver, where the referral names none. */
    readonly serviceId?: Id;
  };

/** A stay of somebody who came without a date, or whose date said nothing of a stay. */
@Injectable()
export class BeginStay {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: AdmissionDesk,
    private readonly steps: DateSteps,
    private readonly opening: StayOpening,
    private readonly beds: BedPromising,
    private readonly owners: TaskOwners,
  ) {}

  /** @throws Refusal `not_found`, `not_of_a_caller`, `date_stands`, those of a bed and of `StayOpening` */
  by(actor: Actor, referralId: Id, receipt: Receipt, wish: StayWish): Promise<StayView> {
    return this.work.run(actor, async (tx) => {
      const at = await this.desk.ofClient(tx, 'stay:write', referralId);
      const made = await this.receipts.once(tx, receipt, (id) => this.begin(tx, at, id, wish));
      const { stay, on } = await this.desk.stay(tx, 'stay:read', made.id);
      if (made.replayed) tx.record(stayDone('stay.read', stay, on));
      return stayView(tx, stay);
    });
  }

  private async begin(tx: Tx, at: OfClient, id: Id, wish: StayWish): Promise<void> {
    const zone = await this.owners.zoneHere(tx);
    const admittedAt = instantOf(wish.admittedAt ?? tx.now);
    if (admittedAt > tx.now) throw new Refusal(dateAhead, { field: 'admittedAt' });
    if (isTooLongAgo(admittedAt, at.referral)) throw new Refusal(tooLongAgo, { field: 'admittedAt' });
    if (wish.plannedEndOn && wish.plannedEndOn < civilDateAt(admittedAt, zone))
      throw new Refusal(datePast, { field: 'plannedEndOn' });
    await this.steps.take(tx, at.referral, 'arrive');
    const { serviceId, bedId } = wish;
    const place = await this.opening.place(tx, at, serviceId);
    if (bedId !== undefined) await this.beds.give(tx, { bedId, serviceId: place.id, heldFor: id, heldUntil: null });
    await this.opening.begin(tx, at, place, { ...wish, id, admittedAt, zone, attemptId: null });
  }
}
