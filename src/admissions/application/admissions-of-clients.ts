import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { PlannedAdmissions } from '../domain/planned-admission.js';
import { PlannedAdmissionStore } from '../persistence/planned-admission.store.js';

/** For the features to the right, within their own unit of work and under their own audit entry. */
@Injectable()
export class AdmissionsOfClients {
  constructor(private readonly admissions: PlannedAdmissionStore) {}

  /** Dates that stand, stays that go on, and those after which something is owed; at an instant: as they stood then. */
  async within(tx: Transaction, clientIds: readonly Id[], at?: Instant): Promise<PlannedAdmissions> {
    const [dates, stays] = await Promise.all([
      this.admissions.dates(tx, clientIds, at),
      this.admissions.stays(tx, clientIds, at),
    ]);
    return { dates, stays };
  }
}
