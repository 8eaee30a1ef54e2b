import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../kernel/ids.js';
import { JobsDatabase } from '../platform/jobs/jobs-database.js';
import type { FixedClock } from './enter.js';
import { FIXED_CLOCK, UnitOfWork, type Work } from './unit-of-work.js';

/**
 * The unit of work of a job: as role `jobs`, in nobody's name, seeing only what the policies of that role name. What it
 * does to a client's record is recorded like anybody's act.
 */
@Injectable()
export class BackgroundWork {
  constructor(
    private readonly database: JobsDatabase,
    @Inject(FIXED_CLOCK) private readonly clock: FixedClock,
  ) {}

  run<T>(work: (tx: Work) => Promise<T>): Promise<T> {
    return new UnitOfWork(this.database.transactions, this.clock).runUnsigned(newId(), work);
  }
}
