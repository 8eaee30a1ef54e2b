import { Injectable } from '@nestjs/common';
import { BackgroundWork } from '../../audit/background-work.js';
import type { JobHandler } from '../../platform/jobs/job-handler.js';

/** Tokens first, in the same statement: its foreign keys are checked at its end. */
const PURGE = `
  WITH over AS (SELECT id FROM session WHERE least(expires_at, ended_at) < app_now() - interval '90 days'),
    tokens AS (DELETE FROM refresh_token WHERE session_id IN (SELECT id FROM over))
  DELETE FROM session WHERE id IN (SELECT id FROM over)`;

/** Sessions that were over 90 days ago. Who did what stays in the audit, which names no session. */
@Injectable()
export class PurgeSessions implements JobHandler<'purge-sessions'> {
  readonly task = 'purge-sessions';
  readonly every = '43 3 * * *';

  constructor(private readonly work: BackgroundWork) {}

  run(): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.query(PURGE);
    });
  }
}
