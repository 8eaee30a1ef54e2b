import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATA_CLASSES } from '../../src/access/policy.js';
import { contextOf } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

/** She says no to everything, for one grantee. */
const denying = (classes: readonly string[]) => `CREATE OR REPLACE VIEW denied_class WITH (security_invoker = true) AS
  SELECT c.id AS client_id, m.organisation_id, NULL::text AS role, m.id AS membership_id,
    '{${classes.join(',')}}'::data_classes AS classes, NULL::use_purposes AS purposes, NULL::timestamptz AS valid_from,
    NULL::timestamptz AS valid_until FROM membership m, client c`;

describe('a grant from which everything is denied', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase();
  });
  afterAll(() => db.drop());

  const grantsAfter = (classes: readonly string[]) =>
    db.as('owner', async (owner) => {
      await owner.query('BEGIN');
      const { clientId, onTeam } = await contextOf(db, owner).plantOneOfEach();
      await owner.query(denying(classes));
      await owner.query('SELECT recompute_grants($1)', [clientId]);
      const { rowCount } = await owner.query('SELECT FROM access_grant WHERE client_id = $1 AND grantee_id = $2', [
        clientId,
        onTeam.membershipId,
      ]);
      await owner.query('ROLLBACK');
      return rowCount;
    });

  it('is no grant: the client is as unseen as an unknown one', async () => {
    expect(await grantsAfter(DATA_CLASSES)).toBe(0);
  });

  it('stands as long as one class is left', async () => {
    expect(await grantsAfter(DATA_CLASSES.filter((one) => one !== 'medication'))).toBe(1);
  });
});
