import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { civilDateAt, type CivilDate } from '../../kernel/civil-time.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { TaskOwners } from '../../tasks/application/task-owners.js';
import { stayChanged } from '../domain/admissions.events.js';
import { datePast, stayOver } from '../domain/admissions.problems.js';
import type { Stay } from '../domain/stay.js';
import { isOpen } from '../domain/stay.rules.js';
import { StayStore } from '../persistence/stay.store.js';
import { AdmissionDesk } from './admission-desk.js';
import { BedKeeping } from './bed-keeping.js';
import { BedPromising } from './bed-promising.js';
import { stayView, type StayView } from './stay-view.js';

export interface StayChange {
  /** Null where nobody knows. */
  readonly plannedEndOn?: CivilDate | null;
  /** Another bed of the same service. */
  readonly bedId?: Id;
}

/** Until when somebody means to stay, and in which bed they sleep. */
@Injectable()
export class ChangeStay {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AdmissionDesk,
    private readonly owners: TaskOwners,
    private readonly beds: BedKeeping,
    private readonly promising: BedPromising,
    private readonly stays: StayStore,
  ) {}

  /** @throws Refusal `not_found`, `stale`, `stay_over`, `date_past`, those of a bed */
  by(actor: Actor, id: Id, expected: number, change: StayChange): Promise<StayView> {
    return this.work.run(actor, async (tx) => {
      const { stay, on } = await this.desk.stay(tx, 'stay:write', id);
      assertFresh(expected, stay.version);
      if (!isOpen(stay.state)) throw new Refusal(stayOver);
      await this.assertAhead(tx, stay, change);
      await this.moveTo(tx, stay, change.bedId);
      if (!(await this.stays.change(tx, stay, change))) refuseStale(stay.version, await this.stays.one(tx, id));
      tx.record(stayChanged({ ...stay, version: stay.version + 1 }, on, Object.keys(change)));
      return stayView(tx, (await this.desk.stay(tx, 'stay:read', id)).stay);
    });
  }

  private async assertAhead(tx: Tx, { admittedAt }: Stay, { plannedEndOn }: StayChange): Promise<void> {
    if (!plannedEndOn) return;
    const since = civilDateAt(admittedAt, await this.owners.zoneHere(tx));
    if (plannedEndOn < since) throw new Refusal(datePast, { field: 'plannedEndOn' });
  }

  /** The one before is free again with it, or nothing has happened. */
  private async moveTo(tx: Tx, { id, attemptId, serviceId, bedId: before }: Stay, bedId?: Id): Promise<void> {
    if (bedId === undefined || bedId === before) return;
    await this.beds.giveBack(tx, before, attemptId, id);
    await this.promising.give(tx, { bedId, serviceId, heldFor: id, heldUntil: null });
  }
}
