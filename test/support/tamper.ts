import type pg from 'pg';
import { leafOfRow, ROW_TEXTS, type AuditRow } from '../../src/audit/seal/canonical-row.js';

/** Whole numbers from 0 below `below`, the same for the same seed. */
export function chanceOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export interface Sealed {
  readonly place: string;
  readonly id: string;
}

/** What somebody does who owns the tables, and what verification has to say of it: `kind id`, or `kind place`. */
export type Tampering = (client: pg.ClientBase, rows: readonly Sealed[]) => Promise<readonly string[]>;

const SETS: readonly string[] = [
  `at = at + interval '1 microsecond'`,
  'request_id = gen_random_uuid()',
  'person_id = NULL',
  'membership_id = gen_random_uuid()',
  'organisation_id = gen_random_uuid()',
  `role = 'physician'`,
  'client_id = gen_random_uuid()',
  `event = event || '.'`,
  `outcome = 'refused'`,
  `classes = '{medication,coordination}'`,
  `ground = NULL`,
  'ground_id = gen_random_uuid()',
  `purpose = 'operations'`,
  `facts = jsonb_set(facts, '{share}', '0.1000000000000000000000001')`,
  `facts = facts - 'n'`,
  `facts = facts || '{"more": null}'`,
  `facts = jsonb_set(facts, '{version}', to_jsonb(facts->>'version'))`,
  `written_by = (written_by::text::bigint + 1)::text::xid8`,
];

const change =
  (set: string): Tampering =>
  async (client, [row]) => {
    await client.query(`UPDATE audit_entry SET ${set} WHERE id = $1`, [row!.id]);
    return [`changed ${row!.id}`];
  };

/** By whoever knows how leaves are made, and makes the note fit the row. */
const changeAndForgeLeaf: Tampering = async (client, [row]) => {
  await client.query(`UPDATE audit_entry SET event = 'forged' WHERE id = $1`, [row!.id]);
  const { rows } = await client.query(`SELECT ${ROW_TEXTS} FROM audit_entry e WHERE id = $1`, [row!.id]);
  const leaf = leafOfRow(BigInt(row!.place), rows[0] as AuditRow);
  await client.query('UPDATE audit_leaf SET leaf = $2 WHERE entry_id = $1', [row!.id, leaf]);
  return [`changed ${row!.id}`];
};

const forgeLeaf: Tampering = async (client, [row]) => {
  await client.query(`UPDATE audit_leaf SET leaf = sha256(leaf) WHERE entry_id = $1`, [row!.id]);
  return [`leaf ${row!.id}`];
};

const remove: Tampering = async (client, [row]) => {
  await client.query('DELETE FROM audit_entry WHERE id = $1', [row!.id]);
  return [`deleted ${row!.id}`];
};

const removeWithLeaf: Tampering = async (client, [row]) => {
  await client.query('DELETE FROM audit_entry WHERE id = $1', [row!.id]);
  await client.query('DELETE FROM audit_leaf WHERE entry_id = $1', [row!.id]);
  return [`deleted ${row!.place}`];
};

const COPIED = `request_id, person_id, membership_id, organisation_id, role, client_id, event, outcome, classes, ground, ground_id,
  purpose, facts`;

/** Among its neighbours, as if it had been there all the time. */
const insert =
  (more: string): Tampering =>
  async (client, [row]) => {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO audit_entry (id, ${COPIED}, ${more.split('=')[0]!}, ${more.includes('written_by') ? 'at' : 'written_by'})
     SELECT gen_random_uuid(), ${COPIED}, ${more.split('=')[1]!}, ${more.includes('written_by') ? 'at' : 'pg_current_xact_id()'}
       FROM audit_entry WHERE id = $1 RETURNING id`,
      [row!.id],
    );
    return [`inserted ${rows[0]!.id}`];
  };

const rename: Tampering = async (client, [row]) => {
  const text = 'UPDATE audit_entry SET id = gen_random_uuid() WHERE id = $1 RETURNING id';
  const { rows } = await client.query<{ id: string }>(text, [row!.id]);
  return [`deleted ${row!.id}`, `inserted ${rows[0]!.id}`];
};

const both = (rows: readonly Sealed[]): readonly string[] => rows.slice(0, 2).map(({ id }) => `reordered ${id}`);

const swapRows: Tampering = async (client, rows) => {
  const [one, other] = rows.map(({ id }) => id);
  await client
    .query('UPDATE audit_entry SET id = gen_random_uuid() WHERE id = $1 RETURNING id', [one])
    .then(async ({ rows: [aside] }) => {
      await client.query('UPDATE audit_entry SET id = $1 WHERE id = $2', [one, other]);
      await client.query('UPDATE audit_entry SET id = $1 WHERE id = $2', [other, (aside as { id: string }).id]);
    });
  return both(rows);
};

const swapPlaces =
  (withLeaf: boolean): Tampering =>
  async (client, rows) => {
    const [one, other] = rows.map(({ place }) => place);
    const { rows: were } = await client.query<{ place: string; entry_id: string; leaf: Buffer }>(
      'SELECT place::text, entry_id, leaf FROM audit_leaf WHERE place IN ($1, $2)',
      [one, other],
    );
    await client.query('DELETE FROM audit_leaf WHERE place IN ($1, $2)', [one, other]);
    for (const { place, entry_id, leaf } of were) {
      const own = were.find((each) => each.place !== place)!;
      await client.query('INSERT INTO audit_leaf (place, entry_id, leaf) VALUES ($1, $2, $3)', [
        ...[own.place, entry_id, withLeaf ? leaf : own.leaf],
      ]);
    }
    return both(rows);
  };

/** By its name; each touches two rows at most. */
export const TAMPERINGS: Readonly<Record<string, readonly Tampering[]>> = {
  change: [...SETS.map(change), changeAndForgeLeaf, forgeLeaf],
  delete: [remove, removeWithLeaf],
  insert: [insert('written_by=written_by'), insert(`at=at - interval '1 day'`), rename],
  reorder: [swapRows, swapPlaces(false), swapPlaces(true)],
};

/** Everything from a place on: the rows alone, the notes of them too, the seals too. */
export async function truncate(
  client: pg.ClientBase,
  from: Sealed,
  how: 'rows' | 'leaves' | 'seals',
): Promise<readonly string[]> {
  const { rows } = await client.query<Sealed>(
    'SELECT place::text, entry_id AS id FROM audit_leaf WHERE place >= $1 ORDER BY place',
    [from.place],
  );
  await client.query('DELETE FROM audit_entry WHERE id = ANY ($1::uuid[])', [rows.map(({ id }) => id)]);
  if (how === 'rows') return rows.map(({ id }) => `deleted ${id}`);
  await client.query('DELETE FROM audit_leaf WHERE place >= $1', [from.place]);
  if (how === 'leaves') return rows.map(({ place }) => `deleted ${place}`);
  const { rows: gone } = await client.query<{ number: string; from: string }>(
    `WITH s AS (SELECT number, size, lag(size, 1, 0::bigint) OVER (ORDER BY number) AS "from" FROM audit_seal)
     SELECT number::text, "from"::text FROM s WHERE "from" >= $1`,
    [from.place],
  );
  await client.query('DELETE FROM audit_seal WHERE number = ANY ($1::bigint[])', [gone.map(({ number }) => number)]);
  const edge = BigInt(
    gone.reduce((least, each) => (BigInt(each.from) < BigInt(least) ? each.from : least), '9999999999'),
  );
  const inside = rows.filter(({ place }) => BigInt(place) < edge).map(({ place }) => `deleted ${place}`);
  return [...inside, ...gone.map(({ number }) => `truncated ${number}`)];
}
