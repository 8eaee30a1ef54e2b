import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { newId, type Id } from '../../src/kernel/ids.js';
import { withClient } from '../../src/platform/database/connect.js';
import { contextOf, ENTER, type PlantedWorker } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const RUNS = process.env['PROOF'] === 'full' ? 1_500 : 60;
const RECORDS = 5;

/** A grant of whatever ground: what it reads, when it is in force, for what, and whether it is narrowed to one referral. */
interface Grant {
  readonly record: number;
  readonly reads: readonly string[];
  readonly when: 'now' | 'over' | 'to come';
  readonly purpose: 'any' | 'care_management' | 'emergency';
  readonly isNarrowed: boolean;
}
interface Link {
  readonly a: number;
  readonly b: number;
  readonly isParted: boolean;
}

const record = fc.integer({ min: 0, max: RECORDS - 1 });
const grant: fc.Arbitrary<Grant> = fc.record({
  record,
  reads: fc.subarray(['identity_name', 'identity_contact', 'coordination'], { minLength: 1 }),
  when: fc.constantFrom('now' as const, 'now' as const, 'over' as const, 'to come' as const),
  purpose: fc.constantFrom('any' as const, 'any' as const, 'care_management' as const, 'emergency' as const),
  isNarrowed: fc.constantFrom(false, false, true),
});
const link: fc.Arbitrary<Link> = fc
  .record({ a: record, b: record, isParted: fc.boolean() })
  .filter(({ a, b }) => a !== b);
const scene = fc.record({
  grants: fc.array(grant, { maxLength: 9 }),
  links: fc.uniqueArray(link, { maxLength: 8, selector: ({ a, b }) => [a, b].sort().join() }),
});

const GRANT = `INSERT INTO access_grant (grantee_id, client_id, read_classes, write_classes, purposes, scope_kind, scope_id, basis, basis_id, valid_from, valid_until)
  VALUES ($1, $2, $3, '{}', $4, $5, $6, 'consent', $7, now() + $8::interval, now() + $9::interval)`;
const LINK = `INSERT INTO record_link (id, one_client_id, other_client_id, state, joined_because, agreed_how, agreed_at, joined_at, joined_by,
    parted_because, parted_at, parted_by, words, version)
  SELECT $1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), CASE WHEN $4 THEN 'parted' ELSE 'joined' END, 'other', 'phone', now(), now(), $1,
    CASE WHEN $4 THEN 'other' END, CASE WHEN $4 THEN now() END, CASE WHEN $4 THEN $1::uuid END, '\\x01', 1`;
const WHEN = { now: ['-1 day', '1 day'], over: ['-2 days', '-1 day'], 'to come': ['1 day', '2 days'] } as const;
const TABLES = [
  'client',
  'client_name',
  'channel',
  'supporter',
  'care_team_member',
  'search_token',
  'sealing_key',
  'change',
];

const isInForce = ({ when, purpose, isNarrowed }: Grant): boolean =>
  when === 'now' && purpose !== 'emergency' && !isNarrowed;

/** Who is known to be whom: over links that stand and both ends of which are seen by name. */
function closure(start: number, seen: ReadonlySet<number>, links: readonly Link[]): ReadonlySet<number> {
  const known = links.filter(({ a, b, isParted }) => !isParted && seen.has(a) && seen.has(b));
  const found = new Set([start]);
  for (const at of found) {
    for (const { a, b } of known.filter((each) => each.a === at || each.b === at)) found.add(a).add(b);
  }
  return found;
}

describe('joining records', () => {
  let db: TestDatabase;
  let who: PlantedWorker;
  const records: Id[] = [];
  beforeAll(async () => {
    db = await cloneDatabase();
    const context = contextOf(db);
    who = await context.worker('physician', await context.organisation());
    for (let i = 0; i < RECORDS; i++) records.push((await context.plantOneOfEach()).clientId);
  });
  afterAll(() => db.drop());

  /** As the server plants, as the application asks, in one transaction that is rolled back. */
  const inScene = <T>(work: (client: pg.Client, asked: Asked) => Promise<T>): Promise<T> =>
    withClient(db.adminUrl, async (client) => {
      await client.query('BEGIN');
      try {
        return await work(client, askedThrough(client, who));
      } finally {
        await client.query('ROLLBACK');
      }
    });

  const plantGrant = (client: pg.Client, { record: at, reads, when, purpose, isNarrowed }: Grant) =>
    client.query(GRANT, [
      ...[who.membershipId, records[at], reads, purpose === 'any' ? null : [purpose]],
      ...(isNarrowed ? ['referral', newId()] : [null, null]),
      ...[newId(), ...WHEN[when]],
    ]);
  const plantLink = (client: pg.Client, { a, b, isParted }: Link) =>
    client.query(LINK, [newId(), records[a], records[b], isParted]);

  it(
    'shows no row that was not shown before, and ties together only what is seen at both ends',
    () =>
      fc.assert(
        fc.asyncProperty(scene, ({ grants, links }) =>
          inScene(async (client, asked) => {
            for (const each of grants) await plantGrant(client, each);
            const before = await asked.rows();
            for (const each of links) await plantLink(client, each);
            expect(await asked.rows()).toEqual(before);
            const named = grants.filter((each) => isInForce(each) && each.reads.includes('identity_name'));
            const seen = new Set(named.map((each) => each.record));
            const shownLinks = links.filter(({ a, b }) => seen.has(a) && seen.has(b));
            expect(await asked.links()).toBe(shownLinks.length);
            for (let i = 0; i < RECORDS; i++) {
              const hers = [...closure(i, seen, links)].map((at) => records[at]).sort();
              expect(await asked.recordsOf(records[i] ?? '')).toEqual(hers);
            }
          }),
        ),
        { numRuns: RUNS },
      ),
    300_000,
  );

  it('does not grow through a chain whose middle is not seen', () =>
    inScene(async (client, asked) => {
      const plain = { when: 'now', purpose: 'any', isNarrowed: false, reads: ['identity_name'] } as const;
      for (const at of [0, 2]) await plantGrant(client, { ...plain, record: at });
      for (const [a, b] of [
        [0, 1],
        [1, 2],
      ] as const)
        await plantLink(client, { a, b, isParted: false });
      expect(await asked.recordsOf(records[0] ?? '')).toEqual([records[0]]);
      await plantGrant(client, { ...plain, record: 1 });
      expect(await asked.recordsOf(records[0] ?? '')).toEqual(records.slice(0, 3).sort());
      await plantLink(client, { a: 0, b: 2, isParted: false });
      expect(await asked.recordsOf(records[1] ?? '')).toEqual(records.slice(0, 3).sort());
    }));

  it('would be caught widening if one end were enough', () =>
    inScene(async (client, asked) => {
      await plantGrant(client, { record: 0, reads: ['identity_name'], when: 'now', purpose: 'any', isNarrowed: false });
      await plantLink(client, { a: 0, b: 1, isParted: false });
      expect(await asked.recordsOf(records[0] ?? '')).toEqual([records[0]]);
      await client.query(`DROP POLICY both_read ON record_link;
        CREATE POLICY one_read ON record_link FOR SELECT TO throughline_app USING (
          EXISTS (SELECT FROM client c WHERE c.id IN (record_link.one_client_id, record_link.other_client_id)))`);
      expect(await asked.recordsOf(records[0] ?? '')).toHaveLength(2);
    }));

  it('is refused to the application role for whom it does not see, for itself, twice, and in another’s name', async () => {
    const add = (client: pg.Client, one: Id | undefined, other: Id | undefined, by = who.membershipId) =>
      client.query(
        `INSERT INTO record_link (id, one_client_id, other_client_id, state, joined_because, agreed_how, agreed_at, joined_at, joined_by, words, version)
         VALUES ($1, $2, $3, 'joined', 'other', 'phone', app_now(), app_now(), $4, '\\x01', 1)`,
        [newId(), one, other, by],
      );
    const [low, high] = records.slice(0, 2).sort();
    // None seen, one seen, and both but only read.
    for (const seen of [[], [0], [0, 1]])
      await inScene(async (client) => {
        for (const at of seen)
          await plantGrant(client, {
            record: at,
            reads: ['identity_name'],
            when: 'now',
            purpose: 'any',
            isNarrowed: false,
          });
        await client.query('SET LOCAL ROLE throughline_app');
        await client.query(ENTER, [who.personId, who.membershipId, who.organisationId, who.role]);
        await expect(add(client, low, high)).rejects.toThrow(/row-level security/);
      });
    const writing = (work: (client: pg.Client) => Promise<unknown>) =>
      inScene(async (client) => {
        for (const at of [0, 1])
          await client.query(GRANT.replace("'{}'", "'{identity_name}'"), [
            ...[who.membershipId, records[at], ['identity_name'], null, null, null, newId(), ...WHEN.now],
          ]);
        await client.query('SET LOCAL ROLE throughline_app');
        await client.query(ENTER, [who.personId, who.membershipId, who.organisationId, who.role]);
        return work(client);
      });
    await writing(async (client) => {
      await add(client, low, high);
      await expect(add(client, low, high)).rejects.toThrow(/record_link_once/);
    });
    await writing((client) => expect(add(client, low, high, newId())).rejects.toThrow(/row-level security/));
    await writing((client) => expect(add(client, low, low)).rejects.toThrow(/check constraint/));
    await writing((client) => expect(add(client, high, low)).rejects.toThrow(/check constraint/));
  });
});

interface Asked {
  rows(): Promise<Readonly<Record<string, number>>>;
  links(): Promise<number>;
  recordsOf(id: Id): Promise<readonly Id[]>;
}

/** Each question as the application role, and back to the server. */
function askedThrough(client: pg.Client, who: PlantedWorker): Asked {
  const ask = async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    await client.query('SAVEPOINT asked; SET LOCAL ROLE throughline_app');
    await client.query(ENTER, [who.personId, who.membershipId, who.organisationId, who.role]);
    const { rows } = await client.query<Row>(text, [...values]);
    await client.query('ROLLBACK TO asked');
    return rows;
  };
  return {
    async rows() {
      const counted = TABLES.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ');
      const [row] = await ask<Record<string, number>>(`SELECT ${counted}`);
      return row ?? {};
    },
    async links() {
      const [row] = await ask<{ count: number }>('SELECT count(*)::int AS count FROM record_link');
      return row?.count ?? 0;
    },
    async recordsOf(id) {
      return (await ask<{ id: Id }>('SELECT id FROM records_of($1) AS hers(id)', [id])).map((row) => row.id).sort();
    },
  };
}
