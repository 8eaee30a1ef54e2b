import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { appDatabase } from '../../src/platform/database/app-database.js';
import { CONNECTION } from '../../src/platform/database/connect.js';
import { Transactions, type Transaction } from '../../src/platform/database/transaction.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const TELL = { name: 'test-tell', text: 'SELECT $1::text AS said' };
const WAS = { name: 'test-was', text: 'SELECT $1::text AS was' };
const DIVIDE = { name: 'test-divide', text: 'SELECT 1 / $1::int AS part' };
/** What PostgreSQL says to one of two who changed the same. */
const CONFLICT = `DO $$ BEGIN RAISE 'run it again' USING ERRCODE = 'serialization_failure'; END $$`;
const KINDS = {
  name: 'test-kinds',
  text: `SELECT $1::text[] AS texts, $2::bytea[] AS bytes, $3::bytea AS byte, $4::int AS whole, $5::boolean AS yes,
    $6::jsonb AS object, $7::text AS nothing, $8::int[] AS wholes, $9::timestamptz AS at, $10::date AS day, 1.5::float8 AS part`,
};
const VALUES = [
  ['plain', 'a "quoted" one', 'back\\slash', 'comma, brace {}', '', null, 'NULL', 'é'],
  [Buffer.from([0, 1, 255]), Buffer.from('"')],
  Buffer.from([0, 92, 34]),
  7,
  false,
  { said: ['a', 1, null], "it's": true },
  undefined,
  [1, -2],
  '2026-11-22T12:00:00.500Z',
  '2026-11-22',
];

describe.each([
  { kept: true, what: 'prepared once a connection' },
  { kept: false, what: 'behind a pooler that keeps no names' },
])('statements that leave together, $what', ({ kept }) => {
  let db: TestDatabase;
  let database: ReturnType<typeof appDatabase>;
  let transactions: Transactions;
  beforeAll(async () => {
    db = await cloneDatabase();
    const one = { url: db.urlAs('app'), poolSize: 1, rows: [], preparedStatements: kept };
    database = await appDatabase(one).initialize();
    transactions = new Transactions(database);
  });
  afterAll(async () => {
    await database.destroy();
    await db.drop();
  });

  const both = (tx: Transaction, part: number) =>
    Promise.allSettled([tx.query(TELL, ['first']), tx.query(DIVIDE, [part]), tx.query(WAS, ['last'])]);

  it('are answered each with its own rows, the first time and again', async () => {
    for (const said of ['a', 'b', 'c']) {
      const rows = await transactions.run((tx) =>
        Promise.all([tx.query(TELL, [said]), tx.query(DIVIDE, [1]), tx.query(TELL, ['again']), tx.query(WAS, [said])]),
      );
      expect(rows).toEqual([[{ said }], [{ part: 1 }], [{ said: 'again' }], [{ was: said }]]);
    }
  });

  it('say what they give back as pg says it', async () => {
    const client = new pg.Client({ connectionString: db.urlAs('app'), ...CONNECTION });
    await client.connect();
    const { rows } = await client.query(KINDS.text, VALUES);
    await client.end();
    for (let times = 0; times < 2; times += 1) {
      expect(await transactions.run((tx) => tx.query(KINDS, VALUES))).toEqual(rows);
    }
  });

  it('end with the fault of the one before them, and what was answered already stands', async () => {
    await expect(
      transactions.run(async (tx) => {
        const [first, fault, last] = await both(tx, 0);
        expect(first).toEqual({ status: 'fulfilled', value: [{ said: 'first' }] });
        expect(fault).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
        expect(last).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await transactions.run((tx) => both(tx, 1))).toMatchObject([
      { value: [{ said: 'first' }] },
      { value: [{ part: 1 }] },
      { value: [{ was: 'last' }] },
    ]);
  });

  it('leave nothing prepared that PostgreSQL skipped', async () => {
    const fresh = { name: 'test-fresh', text: 'SELECT 5 AS five' };
    const broken = transactions.run((tx) => Promise.all([tx.query('SELECT 1 / 0'), tx.query(fresh)]));
    await expect(broken).rejects.toMatchObject({ code: '22012' });
    const unparsed = transactions.run((tx) => tx.query({ name: 'test-unparsed', text: 'SELEKT' }));
    await expect(unparsed).rejects.toMatchObject({ code: '42601' });
    const skipped = transactions.run((tx) => Promise.all([tx.query(DIVIDE, [0]), tx.query(fresh)]));
    await expect(skipped).rejects.toMatchObject({ code: '22012' });
    expect(await transactions.run((tx) => tx.query(fresh))).toEqual([{ five: 5 }]);
  });

  it('keep their order with statements that have no name', async () => {
    const set = { name: 'test-set', text: `SELECT set_config('app.purpose', $1, true)` };
    const shown = 'SELECT app_purpose() AS purpose';
    const rows = await transactions.run(async (tx) => {
      const asked = [tx.query(set, ['a']), tx.query(shown), tx.query(set, ['b']), tx.query(shown)];
      const [, first, , second] = await Promise.all(asked);
      return [first, second];
    });
    expect(rows).toEqual([[{ purpose: 'a' }], [{ purpose: 'b' }]]);
  });

  it('are not committed when one that leaves with COMMIT meets a fault', async () => {
    await expect(
      transactions.run((tx) => {
        tx.send(DIVIDE, [0]);
        return Promise.resolve();
      }),
    ).rejects.toMatchObject({ code: '22012' });
  });

  it('leave ahead of what is asked next when nothing waits for their answer', async () => {
    const set = { name: 'test-set', text: `SELECT set_config('app.purpose', $1, true)` };
    const rows = await transactions.run((tx) => {
      tx.send(set, ['a']);
      return tx.query('SELECT app_purpose() AS purpose');
    });
    expect(rows).toEqual([{ purpose: 'a' }]);
  });

  it('keep the fault that was there first, which is run again where PostgreSQL asks for it', async () => {
    let tries = 0;
    const again = await transactions.run(async (tx) => {
      tries += 1;
      const asked = tries > 1 ? tx.query(TELL, ['again']) : tx.query(CONFLICT);
      asked.catch(() => tx.send(TELL, ['too late']));
      return asked;
    });
    expect([tries, again]).toEqual([2, [{ said: 'again' }]]);
  });

  it('leave the word to whoever refuses, whatever became of what was sent', async () => {
    const refused = transactions.run((tx) => {
      tx.send(DIVIDE, [0]);
      return Promise.reject(new Error('refused'));
    });
    await expect(refused).rejects.toThrow('refused');
  });

  it('leave ahead of what TypeORM asks, which tells of the fault that came before it', async () => {
    await expect(
      transactions.run(async (tx) => {
        tx.send(DIVIDE, [0]);
        return tx.entities.query('SELECT 1');
      }),
    ).rejects.toMatchObject({ code: '22012' });
  });
});
