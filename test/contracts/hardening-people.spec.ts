import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { Id } from '../../src/kernel/ids.js';
import { contextOf, type PlantedWorker } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const AT = `'2026-01-06T16:00:00Z'`;
const REFUSED = /row-level security|permission denied/;

/** As the application's role, whatever a use case would have asked first. */
describe('the application', () => {
  let db: TestDatabase;
  let administrator: PlantedWorker;
  let worker: PlantedWorker;
  let colleague: PlantedWorker;
  let stranger: PlantedWorker;
  let chief: PlantedWorker;
  let here: Id;
  let elsewhere: Id;
  beforeAll(async () => {
    db = await cloneDatabase();
    const context = contextOf(db);
    [here, elsewhere] = [await context.organisation(), await context.organisation()];
    administrator = await context.worker('administrator', here);
    worker = await context.worker('counsellor', here);
    colleague = await context.worker('peer_navigator', here);
    stranger = await context.worker('counsellor', elsewhere);
    chief = await context.worker('administrator', elsewhere);
    for (const { personId, membershipId } of [administrator, worker, colleague, stranger]) {
      await context.plant(`INSERT INTO credential VALUES ($1, 'hash', ${AT})`, [personId]);
      const session = `WITH s AS (INSERT INTO session (id, staff_id, membership_id, started_at, expires_at)
          VALUES (gen_random_uuid(), $1, $2, ${AT}, '2099-01-01') RETURNING id)
        INSERT INTO refresh_token (hash, session_id, issued_at) SELECT sha256(id::text::bytea), id, ${AT} FROM s`;
      await context.plant(session, [personId, membershipId]);
      await context.plant(
        `INSERT INTO invitation (id, staff_id, token_hash, created_at, created_by, expires_at)
         VALUES (gen_random_uuid(), $1, sha256($1::uuid::text::bytea), ${AT}, $2, '2099-01-01')`,
        [personId, membershipId],
      );
    }
  });
  afterAll(() => db.drop());

  const unsigned = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
    db.as('app', async (client) => {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('ROLLBACK');
      return result;
    });
  const by =
    (who: PlantedWorker | undefined) =>
    async (sql: string, values: readonly unknown[] = []) => {
      const ask = async (client: pg.Client) => (await client.query(sql, [...values])).rowCount;
      return who ? contextOf(db).as(who, ask) : unsigned(ask);
    };

  it('reaches the passwords, sessions and tokens of whoever is signed in, and before that those of all', async () => {
    for (const table of ['credential', 'session', 'refresh_token']) {
      const asked = [`SELECT FROM ${table}`, `SELECT FROM ${table} FOR UPDATE`];
      for (const sql of asked) expect([table, await by(worker)(sql)]).toEqual([table, 1]);
      expect([table, await by(administrator)(`SELECT FROM ${table}`)]).toEqual([table, 1]);
      expect([table, await by(undefined)(`SELECT FROM ${table}`)]).toEqual([table, 4]);
    }
    expect(await by(worker)(`UPDATE session SET ended_at = ${AT} WHERE staff_id <> $1`, [worker.personId])).toBe(0);
    expect(await by(worker)(`UPDATE credential SET password_hash = 'mine'`)).toBe(1);
  });

  it('opens a session and keeps a password in nobody else’s name', async () => {
    const session = `INSERT INTO session (id, staff_id, membership_id, started_at, expires_at)
      VALUES (gen_random_uuid(), $1, $2, ${AT}, '2099-01-01')`;
    const token = `INSERT INTO refresh_token (hash, session_id, issued_at)
      VALUES (sha256('x'), (SELECT id FROM session WHERE staff_id = $1), ${AT})`;
    expect(await by(worker)(session, [worker.personId, worker.membershipId])).toBe(1);
    expect(await by(worker)(token, [worker.personId])).toBe(1);
    await expect(by(worker)(session, [colleague.personId, colleague.membershipId])).rejects.toThrow(REFUSED);
    await expect(by(administrator)(session, [worker.personId, worker.membershipId])).rejects.toThrow(REFUSED);
    const password = `INSERT INTO credential VALUES ($1, 'mine', ${AT}) ON CONFLICT (staff_id) DO UPDATE SET password_hash = 'mine'`;
    expect(await by(worker)(password, [worker.personId])).toBe(1);
    await expect(by(administrator)(password, [worker.personId])).rejects.toThrow(REFUSED);
    await expect(by(administrator)(password, [chief.personId])).rejects.toThrow(REFUSED);
  });

  it('lets invitations be seen, made and withdrawn by an administrator of the account’s organisation alone', async () => {
    const make = `INSERT INTO invitation (id, staff_id, token_hash, created_at, created_by, expires_at)
      VALUES (gen_random_uuid(), $1, sha256('y'), ${AT}, $2, '2099-01-01')`;
    const free = (await contextOf(db).worker('counsellor', here)).personId;
    expect(await by(administrator)('SELECT FROM invitation')).toBe(3);
    expect(await by(chief)('SELECT FROM invitation')).toBe(1);
    expect(await by(worker)('SELECT FROM invitation')).toBe(0);
    expect(await by(undefined)('SELECT FROM invitation')).toBe(4);
    expect(await by(administrator)(`UPDATE invitation SET withdrawn_at = ${AT}`)).toBe(3);
    expect(await by(administrator)(make, [free, administrator.membershipId])).toBe(1);
    expect(await by(undefined)(make, [null, null])).toBe(1);
    const lies: readonly (readonly [PlantedWorker | undefined, readonly unknown[]])[] = [
      [administrator, [free, worker.membershipId]],
      [administrator, [free, null]],
      [administrator, [chief.personId, administrator.membershipId]],
      [administrator, [null, administrator.membershipId]],
      [worker, [free, worker.membershipId]],
      [undefined, [free, administrator.membershipId]],
    ];
    for (const [who, values] of lies) await expect(by(who)(make, values)).rejects.toThrow(REFUSED);
  });

  it('gives, changes and ends memberships as an administrator of that organisation, for others alone', async () => {
    const give = `INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version)
      VALUES (gen_random_uuid(), $1, $2, $3, ${AT}, 1)`;
    expect(await by(administrator)(give, [stranger.personId, here, 'counsellor'])).toBe(1);
    expect(await by(undefined)(give, [stranger.personId, here, 'counsellor'])).toBe(1);
    const lies: readonly (readonly [PlantedWorker | undefined, readonly unknown[]])[] = [
      [administrator, [worker.personId, elsewhere, 'counsellor']],
      [administrator, [administrator.personId, here, 'counsellor']],
      [administrator, [administrator.personId, elsewhere, 'administrator']],
      [worker, [stranger.personId, here, 'counsellor']],
      [worker, [worker.personId, here, 'administrator']],
    ];
    for (const [who, values] of lies) await expect(by(who)(give, values)).rejects.toThrow(REFUSED);

    const change = `UPDATE membership SET role = 'physician', version = version + 1 WHERE id = $1`;
    expect(await by(administrator)(change, [worker.membershipId])).toBe(1);
    for (const who of [worker, chief, undefined])
      await expect(by(who)(change, [worker.membershipId])).rejects.toThrow(REFUSED);
    // Whoever adds a worker to a team holds her membership still meanwhile, without changing it.
    expect(await by(worker)('SELECT FROM membership WHERE id = $1 FOR SHARE', [colleague.membershipId])).toBe(1);
  });

  it('founds an organisation with its first administrator in one, and changes it from there', async () => {
    const found = `INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
      VALUES (gen_random_uuid(), 'New', 'clinic', 'AB', 'America/Edmonton', '{en}', ${AT}, 1)`;
    for (const who of [administrator, undefined]) expect(await by(who)(found)).toBe(1);
    await expect(by(worker)(found)).rejects.toThrow(REFUSED);
    const first = `INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version)
      SELECT gen_random_uuid(), $1, o.id, $2, ${AT}, 1 FROM organisation o WHERE o.name = 'New'`;
    const both = (role: string) =>
      contextOf(db).as(administrator, async (client) => {
        await client.query(found);
        return (await client.query(first, [administrator.personId, role])).rowCount;
      });
    expect(await both('administrator')).toBe(1);
    await expect(both('physician')).rejects.toThrow(REFUSED);

    const rename = `UPDATE organisation SET name = 'Other', version = version + 1 WHERE id = $1`;
    expect(await by(administrator)(rename, [here])).toBe(1);
    for (const who of [worker, chief, undefined]) expect(await by(who)(rename, [here])).toBe(0);
    await expect(by(administrator)(`UPDATE organisation SET created_at = ${AT}`)).rejects.toThrow(REFUSED);
  });

  it('changes accounts as an administrator of an organisation that they work for', async () => {
    const change = `UPDATE staff SET email = 'new@example.org', version = version + 1 WHERE id = $1`;
    expect(await by(administrator)(change, [worker.personId])).toBe(1);
    for (const who of [worker, chief, undefined])
      await expect(by(who)(change, [worker.personId])).rejects.toThrow(REFUSED);
    const activate = `UPDATE staff SET activated_at = ${AT} WHERE id = $1`;
    await expect(by(administrator)(activate, [worker.personId])).rejects.toThrow(REFUSED);
    const hire = `INSERT INTO staff (id, email, display_name, language, created_at, version)
      VALUES (gen_random_uuid(), 'kim@example.org', 'Kim', 'en', ${AT}, 1)`;
    for (const who of [administrator, undefined]) expect(await by(who)(hire)).toBe(1);
    await expect(by(worker)(hire)).rejects.toThrow(REFUSED);
  });

  it('ends a colleague’s sessions by ending the membership or disabling the account', async () => {
    const left = (sql: string) =>
      db.as('owner', async (owner) => {
        await owner.query('BEGIN');
        await owner.query(sql);
        const { rowCount } = await owner.query('SELECT FROM session WHERE ended_at IS NULL');
        await owner.query('ROLLBACK');
        return rowCount;
      });
    expect(await left(`UPDATE membership SET ended_at = started_at WHERE id = '${worker.membershipId}'`)).toBe(3);
    expect(await left(`UPDATE staff SET disabled_at = ${AT} WHERE id = '${colleague.personId}'`)).toBe(3);
  });

  it('shows role jobs sessions that are over, and of the staff what its tasks read', async () => {
    const asked = (sql: string) => db.as('jobs', async (client) => (await client.query(sql)).rowCount);
    expect(await asked('SELECT id FROM session')).toBe(0);
    expect(await asked('SELECT session_id FROM refresh_token')).toBe(0);
    for (const sql of ['SELECT email FROM staff', 'SELECT display_name FROM staff', 'SELECT name FROM organisation'])
      await expect(asked(sql)).rejects.toThrow(/permission denied/);
  });
});
