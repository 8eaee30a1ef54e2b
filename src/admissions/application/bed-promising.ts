import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import { isLapsed } from '../domain/attempt.rules.js';
import { AttemptStore } from '../persistence/attempt.store.js';
import { AdmissionDesk } from './admission-desk.js';
import { AttemptClosing } from './attempt-closing.js';
import { BedKeeping, type BedWish } from './bed-keeping.js';

/** A bed for somebody, whether promised or to sleep in at once. */
@Injectable()
export class BedPromising {
  constructor(
    private readonly desk: AdmissionDesk,
    private readonly attempts: AttemptStore,
    private readonly beds: BedKeeping,
    private readonly closing: AttemptClosing,
  ) {}

  /**
   * Whoever had it until their time to answer was over is told so in the same transaction.
   *
   * @throws Refusal those of a bed
   */
  async give(tx: Tx, wish: BedWish): Promise<void> {
    const before = await this.beds.take(tx, wish);
    const attempt = before && (await this.attempts.one(tx, before));
    if (!attempt || !isLapsed(attempt, tx.now)) return;
    const other = await this.desk.attempt(tx, 'attempt:write', attempt.id);
    await this.closing.end(tx, other, { outcome: 'offer_lapsed' });
  }
}
