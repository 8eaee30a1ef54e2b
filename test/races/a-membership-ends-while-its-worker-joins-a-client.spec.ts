import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { contextOf } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const DRIFT =
  '(TABLE access_grant EXCEPT TABLE expected_grants) UNION ALL (TABLE expected_grants EXCEPT TABLE access_grant)';
const LOCK = /PERFORM FROM membership WHERE id = NEW\.membership_id FOR SHARE;/;
/** Milliseconds: long enough for the second to have met the first, or not to be waiting at all. */
const A_WHILE = 300;

describe('a membership ends while its worker joins a client', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase();
  });
  afterAll(() => db.drop());

  /** The first has ended the membership and not committed yet when the second lets its worker join. */
  const grantsThatDiffer = async (): Promise<number | null> => {
    const context = contextOf(db);
    const home = await context.organisation();
    const [worker, clientId] = [await context.worker('physician', home), await context.client(home)];
    return db.as('owner', (first) =>
      db.as('owner', async (second) => {
        await first.query('BEGIN');
        await first.query('UPDATE membership SET ended_at = now(), version = version + 1 WHERE id = $1', [
          worker.membershipId,
        ]);
        const joining = second.query(
          `INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
           VALUES ($1, $2, $3, false, now() - interval '1 hour', $3, 1)`,
          [newId(), clientId, worker.membershipId],
        );
        await new Promise((wake) => setTimeout(wake, A_WHILE));
        await first.query('COMMIT');
        await joining;
        return (await first.query(DRIFT)).rowCount;
      }),
    );
  };

  it('leaves no grant standing', async () => {
    expect(await grantsThatDiffer()).toBe(0);
  });

  it('would leave one if the two did not take turns', async () => {
    await db.as('owner', async (client) => {
      const { rows } = await client.query<{ text: string }>(
        `SELECT pg_get_functiondef('recompute_after_client_row'::regproc) AS text`,
      );
      expect(rows[0]?.text).toMatch(LOCK);
      await client.query(rows[0]!.text.replace(LOCK, 'NULL;'));
    });
    expect(await grantsThatDiffer()).toBe(1);
  });
});
