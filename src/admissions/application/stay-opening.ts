import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import { instantOf, type CivilDate, type Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { newId } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { ServiceDesk } from '../../services/application/service-desk.js';
import type { Service } from '../../services/domain/service.js';
import { stayDone } from '../domain/admissions.events.js';
import { nowhereToStay, stayAlready } from '../domain/admissions.problems.js';
import type { ShownAttempt } from '../domain/attempt.js';
import type { Stay } from '../domain/stay.js';
import { isStayedAt, plannedEnd } from '../domain/stay.rules.js';
import { StayStore } from '../persistence/stay.store.js';
import type { OfClient } from './admission-desk.js';
import { BedKeeping } from './bed-keeping.js';
import { Outreach } from './outreach.js';

export interface StayBegins {
  readonly id: Id;
  readonly bedId?: Id;
  readonly admittedAt: Instant;
  /** Where the length of the service says otherwise. */
  readonly plannedEndOn?: CivilDate | null;
  /** Where the days of this stay are days. */
  readonly zone: string;
  /** With the date that it began on. */
  readonly attemptId: Id | null;
}

/** Somebody came to stay. */
@Injectable()
export class StayOpening {
  constructor(
    private readonly services: ServiceDesk,
    private readonly stays: StayStore,
    private readonly beds: BedKeeping,
    private readonly outreach: Outreach,
  ) {}

  /**
   * A date was attended: where people stay, a stay begins and its bed is kept; elsewhere the bed is free again.
   *
   * @throws Refusal `stay_already`, `bed_gone`
   */
  async afterArrival(tx: Tx, at: OfClient & { readonly attempt: ShownAttempt }, id = newId()): Promise<void> {
    const { attempt, referral } = at;
    const service = referral.serviceId && (await this.services.read(tx, referral.serviceId));
    if (!service || !isStayedAt(service.kind)) {
      await this.outreach.settle(tx, at);
      return this.beds.giveBack(tx, attempt.bedId, attempt.id);
    }
    await this.assertNone(tx, referral);
    const { id: attemptId, zone, bedId } = attempt;
    if (bedId !== null) await this.beds.keep(tx, bedId, attemptId);
    const admittedAt = attempt.offeredFor < tx.now ? attempt.offeredFor : tx.now;
    await this.begin(tx, at, service, { id, attemptId, zone, admittedAt, ...(bedId !== null && { bedId }) });
  }

  /** Where a stay can begin now without a date. @throws Refusal `stay_already`, `nowhere_to_stay` */
  async place(tx: Tx, { referral }: OfClient, serviceId?: Id): Promise<Service> {
    await this.assertNone(tx, referral);
    const wanted = referral.serviceId ?? serviceId;
    if (wanted === undefined) throw new Refusal(nowhereToStay);
    const service = await this.services.read(tx, wanted);
    const isTheirs = service.organisationId === referral.receiverOrganisationId;
    if (!isTheirs || !isStayedAt(service.kind)) throw new Refusal(nowhereToStay);
    return service;
  }

  async begin(tx: Tx, { referral, on }: OfClient, { id: serviceId, lengthDays }: Service, wish: StayBegins) {
    const { id, attemptId, bedId = null, zone } = wish;
    const admittedAt = instantOf(wish.admittedAt);
    const { plannedEndOn = plannedEnd(admittedAt, zone, lengthDays) } = wish;
    const { clientId, id: referralId } = referral;
    const stay: Stay = {
      ...{ id, clientId, class: 'coordination', referralId, attemptId, serviceId, bedId, state: 'inside' },
      ...{ admittedAt, plannedEndOn, endedAt: null, because: null, naloxone: null, toldOfLowerTolerance: null },
      ...{ createdAt: tx.now, createdBy: tx.actor.membershipId },
      ...{ updatedAt: tx.now, updatedBy: tx.actor.membershipId, version: 1 },
    };
    await this.stays.add(tx, stay);
    tx.record(stayDone('stay.begun', stay, on));
    // Whoever was to reach out because of a date need not: she is here.
    await this.outreach.settle(tx, { referral, on });
  }

  private async assertNone(tx: Tx, { id }: Pick<OfClient['referral'], 'id'>): Promise<void> {
    if (await this.stays.openOf(tx, id)) throw new Refusal(stayAlready);
  }
}
