import type { AccessTokens } from '../access/access-tokens.js';
import type { Instant } from '../kernel/civil-time.js';
import { newId } from '../kernel/ids.js';
import { withClient } from '../platform/database/connect.js';
import type { DemoWorker } from './demo-places.js';

/** What the list of somebody's sessions shows of them, and how those of an earlier start are known. */
const DEVICE = 'npm start';

/**
 * Sessions that the programme opens for the demo's workers. Their tokens stand in the memory of this process alone, so
 * however it ends, they end with it; the rows that are left are closed at the next start.
 */
export class DemoSessions {
  constructor(
    private readonly ownerUrl: string,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * @param shownAt when they showed their second factor, where that is not now
   * @returns a token
   */
  async open(
    { staffId: personId, membershipId, organisationId, role }: DemoWorker,
    shownAt?: Instant,
  ): Promise<string> {
    const sessionId = newId();
    await withClient(this.ownerUrl, (owner) =>
      owner.query(
        `INSERT INTO session (id, staff_id, membership_id, started_at, last_used_at, expires_at, device, verified_at)
         VALUES ($1, $2, $3, now(), now(), now() + interval '1 year', $4, coalesce($5, now()))`,
        [sessionId, personId, membershipId, DEVICE, shownAt ?? null],
      ),
    );
    return this.tokens.issueInThisProcess({ sessionId, personId, membershipId, organisationId, role });
  }

  /** All of them, this start's and those of any before. */
  async close(): Promise<void> {
    await withClient(this.ownerUrl, (owner) =>
      owner.query('UPDATE session SET ended_at = now() WHERE device = $1 AND ended_at IS NULL', [DEVICE]),
    );
  }
}
