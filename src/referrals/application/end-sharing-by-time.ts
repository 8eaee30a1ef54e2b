import { Injectable } from '@nestjs/common';
import { BackgroundWork } from '../../audit/background-work.js';
import type { Id } from '../../kernel/ids.js';
import type { JobHandler } from '../../platform/jobs/job-handler.js';
import { sharingEnded } from '../domain/referrals.events.js';
import { END_BY_TIME } from '../persistence/referral.statements.js';

/** In one transaction; the rest waits for the next one, which follows at once. */
const AT_ONCE = 200;

interface Ended {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly version: number;
}

/** What a client shared until a day ends on each referral when it has come: its sender owes the next step, and is told. */
@Injectable()
export class EndSharingByTime implements JobHandler<'end-sharing-by-time'> {
  readonly task = 'end-sharing-by-time';
  readonly every = '* * * * *';

  constructor(private readonly work: BackgroundWork) {}

  async run(): Promise<void> {
    while ((await this.some()) === AT_ONCE);
  }

  private some(): Promise<number> {
    return this.work.run(async (tx) => {
      const ended = await tx.query<Ended>(END_BY_TIME, [AT_ONCE]);
      tx.record(...ended.map(sharingEnded));
      return ended.length;
    });
  }
}
