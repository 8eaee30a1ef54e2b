import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { bedElsewhere, bedGone, bedInUse, bedTaken } from '../domain/admissions.problems.js';
import { BedStore } from '../persistence/bed.store.js';

export interface BedWish {
  readonly bedId: Id;
  /** Where the bed has to stand; anywhere in the actor's own house, where the referral names no service. */
  readonly serviceId: Id | null;
  /** The attempt, or the stay where there was none. */
  readonly heldFor: Id;
  /** Null: until somebody gives it back. */
  readonly heldUntil: Instant | null;
}

/** Who holds which bed. The database knows one holder a bed; what comes second is told so. */
@Injectable()
export class BedKeeping {
  constructor(private readonly beds: BedStore) {}

  /**
   * @returns for whom the bed was promised until now, where that promise was over by time
   * @throws Refusal `bed_elsewhere`, `bed_taken`, `bed_in_use`
   */
  async take(tx: Tx, { serviceId, ...hold }: BedWish): Promise<Id | undefined> {
    const bed = await this.beds.one(tx, hold.bedId);
    const isThere = bed?.closedAt === null && (serviceId === null || bed.serviceId === serviceId);
    if (!isThere) throw new Refusal(bedElsewhere);
    const before = await this.beds.takeAway(tx, hold.bedId);
    if (await this.beds.hold(tx, hold)) return before;
    throw await this.taken(tx, hold.bedId);
  }

  /** From a promise until an hour to one until it is given back. @throws Refusal `bed_gone` */
  async keep(tx: Tx, bedId: Id, heldFor: Id): Promise<void> {
    if (!(await this.beds.keep(tx, bedId, heldFor))) throw new Refusal(bedGone);
  }

  async giveBack(tx: Tx, bedId: Id | null, ...heldFor: readonly (Id | null)[]): Promise<void> {
    const holders = heldFor.filter((each) => each !== null);
    if (bedId !== null) await this.beds.giveBack(tx, bedId, holders);
  }

  private async taken(tx: Tx, bedId: Id): Promise<Refusal> {
    const until = (await this.beds.holdOf(tx, bedId))?.heldUntil;
    return until ? new Refusal(bedTaken, { until }) : new Refusal(bedInUse);
  }
}
