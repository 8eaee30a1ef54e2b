import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { ServiceDesk } from '../../services/application/service-desk.js';
import { notYourService } from '../../services/domain/services.problems.js';
import { bedEvents } from '../domain/admissions.events.js';
import { bedInUse, labelTaken } from '../domain/admissions.problems.js';
import { standingOf, type BedStanding } from '../domain/bed.js';
import { BedStore, type BedSeen } from '../persistence/bed.store.js';

export interface BedView extends BedSeen {
  readonly standing: BedStanding;
}

export interface BedChange {
  readonly label?: string;
  readonly isClosed?: boolean;
}

/** The beds of a service, looked after by its own house. Nothing here tells who sleeps where. */
@Injectable()
export class TendBeds {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly services: ServiceDesk,
    private readonly beds: BedStore,
  ) {}

  /** @throws Refusal `not_found`, `not_your_service` */
  of(actor: Actor, serviceId: Id, page: PageRequest): Promise<Page<BedView>> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const service = await this.services.read(tx, serviceId);
      if (service.organisationId !== actor.organisationId) throw new Refusal(notYourService);
      const found = await this.beds.page(tx, serviceId, page);
      return { ...found, items: found.items.map((bed) => bedView(tx, bed)) };
    });
  }

  /** @throws Refusal `not_found`, `not_your_service`, `service_closed`, `label_taken` */
  add(actor: Actor, serviceId: Id, label: string, receipt: Receipt): Promise<BedView> {
    return this.work.runWithoutClients(actor, async (tx) => {
      await this.services.takeOpen(tx, serviceId);
      const { id, replayed } = await this.receipts.once(tx, receipt, async (own) => {
        if (!(await this.beds.add(tx, { id: own, serviceId, label }))) throw new Refusal(labelTaken);
      });
      if (!replayed) tx.record(bedEvents.added(id, serviceId));
      return bedView(tx, await this.read(tx, id));
    });
  }

  /** @throws Refusal `not_found`, `stale`, `label_taken`, `bed_in_use` */
  change(actor: Actor, id: Id, expected: number, change: BedChange): Promise<BedView> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const bed = await this.read(tx, id);
      await this.services.take(tx, bed.serviceId);
      assertFresh(expected, bed.version);
      const after = changed(tx, bed, change);
      if (after.closedAt === null && (await this.beds.isLabelTaken(tx, { ...bed, ...after })))
        throw new Refusal(labelTaken);
      if (!(await this.beds.change(tx, bed, after))) refuseStale(bed.version, await this.beds.one(tx, id));
      tx.record(bedEvents.changed(id, Object.keys(change)));
      return bedView(tx, await this.read(tx, id));
    });
  }

  private async read(tx: Tx, id: Id): Promise<BedSeen> {
    const bed = await this.beds.one(tx, id);
    if (!bed) throw new Refusal(notFound);
    return bed;
  }
}

/** @throws Refusal `bed_in_use` where it would be closed while somebody holds it */
function changed({ now }: Tx, { closedAt: before, ...bed }: BedSeen, change: BedChange) {
  const { label = bed.label, isClosed = before !== null } = change;
  if (isClosed && bed.isHeld) throw new Refusal(bedInUse);
  return { label, closedAt: isClosed ? (before ?? now) : null };
}

const bedView = (tx: Tx, bed: BedSeen): BedView => ({
  ...bed,
  standing: standingOf(bed.isHeld ? bed : undefined, tx.now),
});
