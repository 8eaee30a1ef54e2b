import { Injectable } from '@nestjs/common';
import { BackgroundWork } from '../../audit/background-work.js';
import type { JobHandler } from '../../platform/jobs/job-handler.js';
import { PURGE_HAND_LINKS } from '../persistence/hand-link.store.js';

/** Links that were over 90 days ago, with their sessions. That somebody made and opened them stays in the audit. */
@Injectable()
export class PurgeHandLinks implements JobHandler<'purge-hand-links'> {
  readonly task = 'purge-hand-links';
  readonly every = '13 3 * * *';

  constructor(private readonly work: BackgroundWork) {}

  /** Some at a time: moving the grants of each takes the turn of its client. */
  async run(): Promise<void> {
    while (await this.work.run(async (tx) => ((await tx.query<{ n: number }>(PURGE_HAND_LINKS))[0]?.n ?? 0) > 0));
  }
}
