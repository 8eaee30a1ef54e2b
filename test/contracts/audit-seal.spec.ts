import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { Finding } from '../../src/audit/seal/findings.js';
import { SealedAudit } from '../support/sealed-audit.js';
import { chanceOf, TAMPERINGS, truncate, type Sealed } from '../support/tamper.js';

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
