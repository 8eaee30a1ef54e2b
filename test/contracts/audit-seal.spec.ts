import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { SEALED_COLUMNS } from '../../src/audit/seal/canonical-row.js';
import type { Finding } from '../../src/audit/seal/findings.js';
import { SealStore, WAITING } from '../../src/audit/seal/seal-store.js';
import { SealsFile } from '../../src/audit/seal/seals-file.js';
import { SealedAudit } from '../support/sealed-audit.js';
import { chanceOf, TAMPERINGS, truncate, type Sealed } from '../support/tamper.js';

const ONE_ROW = `INSERT INTO audit_entry (id, at, request_id, event, outcome, classes, facts)
  VALUES (gen_random_uuid(), now(), gen_random_uuid(), 'slow', 'done', '{}', '{}')`;

const MANY_ROWS = ONE_ROW.replace('VALUES (', 'SELECT ').replace(/\)$/, ' FROM generate_series(1, 8000)');

describe('the audit seal', () => {
  let audit: SealedAudit;
  beforeAll(async () => {
    audit = await SealedAudit.open();
  });
  afterAll(() => audit.close());

  it('takes every row once, in seals of a few, and verifies', async () => {
    await audit.plant(130);
    expect(await audit.seal()).toBe(130);
    expect(await audit.seal()).toBe(0);
    await audit.plant(7);
    const waiting = await audit.verify();
    expect(waiting).toMatchObject({ found: [], result: { rows: 130n, waiting: 7 } });
    expect(await audit.seal()).toBe(7);
    expect(await audit.verify()).toMatchObject({ found: [], result: { rows: 137n, waiting: 0, findings: 0 } });
  });

  it('does not hang on the settings of the server', async () => {
    const { found } = await audit.db.as('sealer', async (client) => {
      await client.query(`SET timezone = 'Asia/Kolkata'; SET datestyle = 'SQL, DMY'; SET bytea_output = 'escape';
        SET extra_float_digits = -15; SET intervalstyle = 'iso_8601'`);
      await client.query('BEGIN');
      return audit.verify(client);
    });
    expect(found).toEqual([]);
  });

  it('seals every column that there is', async () => {
    const { rows } = await audit.db.as('owner', (owner) =>
      owner.query<{ name: string }>(
        `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'audit_entry'::regclass AND attnum > 0 AND NOT attisdropped
         ORDER BY attnum`,
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual([...SEALED_COLUMNS]);
  });

  it('waits for a transaction that is under way, and seals it after those that came later', async () => {
    await audit.db.as('owner', async (slow) => {
      await slow.query('BEGIN');
      await slow.query(ONE_ROW);
      await audit.plant(5);
      expect(await audit.sealNow()).toBe(0); // they may not be sealed past a transaction that could still commit below them
      await slow.query('COMMIT');
    });
    expect(await audit.seal()).toBe(6);
    expect((await audit.verify()).found).toEqual([]);
  });

  it('is one seal after another however many replicas are at it, and each has all of them outside', async () => {
    const files = [1, 2, 3].map((n) => new SealsFile(`${audit.file.path}.${n}`));
    await audit.plant(60);
    const counts = await Promise.all(files.map((file) => audit.seal(5, file)));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(60);
    for (const file of files) {
      await audit.seal(5, file);
      expect(await audit.verify(undefined, file)).toMatchObject({ found: [], result: { waiting: 0 } });
      expect((await audit.verify(undefined, file)).result.outside).toBe((await audit.verify()).result.seals);
    }
  });

  it('seals rows of another cluster once, whatever their transactions were called', async () => {
    const before = (await audit.verify()).result.rows;
    await audit.plant(60);
    // As they come out of a backup: numbers below and far above those of this cluster, and nothing known of it.
    await audit.db.as('owner', async (owner) => {
      await owner.query(`UPDATE audit_entry SET written_by = (CASE WHEN facts->>'version' = '1' THEN 5 ELSE 4000000000 END)::text::xid8
        WHERE id NOT IN (SELECT entry_id FROM audit_leaf)`);
      await owner.query(`UPDATE audit_seal_progress SET cluster = '7000000000000000000', up_to = '3000000000'`);
    });
    expect((await audit.verify()).found).toEqual([]);
    expect(await audit.seal(7)).toBe(60);
    await audit.plant(11);
    expect(await audit.seal(7)).toBe(11);
    expect(await audit.verify()).toMatchObject({ found: [], result: { rows: before + 71n, waiting: 0 } });
  });

  it('tells of a file that was cut, forged, or that is not there', async () => {
    const lines = readFileSync(audit.file.path, 'utf8').trimEnd().split('\n');
    const told = async (text: string) => {
      const path = `${audit.file.path}.touched`;
      writeFileSync(path, text);
      const { found } = await audit.verify(undefined, new SealsFile(path));
      return found.map(({ kind, what }) => `${kind} ${what.replace(path, 'it')}`);
    };
    const asText = (some: readonly string[]) => some.map((line) => `${line}\n`).join('');
    expect(await told(asText(lines))).toEqual([]);
    expect(await told(asText(lines.toSpliced(2, 1)))).toEqual(['seal Seal 3 is missing outside.']);
    const forged = lines.with(1, lines[1]!.replace('\\"root\\":\\"', '\\"root\\":\\"0'));
    expect(await told(asText(forged))).toEqual([
      'seal Line 2 of it is not what the sealer wrote there.',
      'seal Seal 2 is missing outside.',
    ]);
    expect((await audit.verify(undefined, new SealsFile('/nowhere/at/all'))).result).toMatchObject({
      findings: 0,
      outside: 0,
    });
  });

  it('names a seal that was touched', async () => {
    const told = (text: string) =>
      audit.db.as('owner', async (owner) => {
        await owner.query('BEGIN');
        await owner.query(text);
        const { found } = await audit.verify(owner);
        await owner.query('ROLLBACK');
        return found.map(({ kind, seal }) => `${kind} ${seal}`);
      });
    expect(await told(`UPDATE audit_seal SET signature = sha512(signature) WHERE number = 2`)).toContain('seal 2');
    expect(await told(`UPDATE audit_seal SET peaks = sha256(peaks) WHERE number = 1`)).toEqual(['seal 1']);
    expect(await told(`UPDATE audit_seal SET size = size - 1 WHERE number = 2`)).toContain('seal 2');
    expect(
      await told(`UPDATE audit_seal SET statement = replace(statement, '"at"', '"When"') WHERE number = 2`),
    ).toContain('seal 2');
    expect(await told(`DELETE FROM audit_seal WHERE number = 2`)).toContain('seal 2');
  });
});

describe('what waits for its seal', () => {
  let audit: SealedAudit;
  beforeAll(async () => {
    audit = await SealedAudit.open();
    await audit.db.as('owner', (owner) => owner.query(MANY_ROWS));
  });
  afterAll(() => audit.close());

  it('is read along the index, whether all of it waits or next to none', async () => {
    const alongIndex = [expect.stringContaining('Index Scan using audit_by_transaction')];
    expect(await planOfWaiting('0')).toEqual(alongIndex);
    await audit.seal(2_000);
    expect(await planOfWaiting('1', '9')).toEqual(alongIndex);
  });

  /** How the entries are read, and whether all of them have to be sorted. */
  async function planOfWaiting(from: string, to = '9223372036854775807'): Promise<readonly string[]> {
    await audit.db.as('owner', (owner) => owner.query('ANALYZE audit_entry, audit_leaf'));
    return audit.db.as('sealer', async (client) => {
      await client.query('BEGIN');
      await new SealStore(client).takeTurn();
      const asked = WAITING.replace('$1', `'${from}'`).replace('$2', `'${to}'`).replace('$3', '1000');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${asked}`);
      await client.query('ROLLBACK');
      return rows.map((row) => row['QUERY PLAN']).filter((line) => /-> +(Sort|.* on audit_entry e)/.test(line));
    });
  }
});

/** Tamperings in all; `SEED` chooses others. */
const WANTED = process.env['PROOF'] === 'full' ? 10_000 : 200;
const SEED = Number(process.env['SEED'] ?? 4);

describe('somebody who owns the tables', () => {
  let audit: SealedAudit;
  let rows: readonly Sealed[];
  const chance = chanceOf(SEED);
  const known = new Map<string, number>();

  beforeAll(async () => {
    audit = await SealedAudit.open();
    await audit.plant(420);
    await audit.seal(37);
    await audit.plant(3);
    rows = await audit.db.as('owner', async (owner) => {
      const { rows: all } = await owner.query<Sealed>(
        'SELECT place::text, entry_id AS id FROM audit_leaf ORDER BY place',
      );
      return all;
    });
  });
  afterAll(() => audit.close());

  const told = ({ kind, entryId, place, seal }: Finding) => `${kind} ${entryId ?? place ?? seal}`;

  /** Some rows that no other tampering of this round touches. */
  const draw = (pool: Sealed[], some: number) =>
    Array.from({ length: some }, () => pool.splice(chance(pool.length), 1)[0]!);

  async function round(owner: pg.Client): Promise<readonly string[]> {
    if (chance(8) === 0) {
      count('truncate');
      const how = (['rows', 'leaves', 'seals'] as const)[chance(3)]!;
      return truncate(owner, rows[chance(rows.length)]!, how);
    }
    const pool = [...rows];
    const expected: string[] = [];
    for (let left = 1 + chance(6); left > 0; left -= 1) {
      const name = Object.keys(TAMPERINGS)[chance(4)]!;
      const ways = TAMPERINGS[name]!;
      expected.push(...(await ways[chance(ways.length)]!(owner, draw(pool, 2))));
      count(name);
    }
    return expected;
  }

  const count = (name: string) => known.set(name, (known.get(name) ?? 0) + 1);
  const total = () => [...known.values()].reduce((sum, n) => sum + n, 0);

  it(`is found out, exactly, ${WANTED} times of ${WANTED}`, async () => {
    await audit.db.as('owner', async (owner) => {
      while (total() < WANTED) {
        await owner.query('BEGIN');
        const expected = await round(owner);
        const { found } = await audit.verify(owner);
        await owner.query('ROLLBACK');
        expect(found.map(told).sort()).toEqual([...expected].sort());
      }
    });
    expect([...known.keys()].sort()).toEqual(['change', 'delete', 'insert', 'reorder', 'truncate']);
    expect((await audit.verify()).found).toEqual([]);
    if (WANTED > 200) process.stdout.write(`${JSON.stringify(Object.fromEntries(known))}\n`);
  }, 1_800_000);
});
