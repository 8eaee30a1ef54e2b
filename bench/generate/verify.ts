import type pg from 'pg';
import { nameMarks } from '../../src/clients/domain/search-marks.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { Words } from '../../src/platform/sealing/words.js';
import { Chance } from './chance.js';
import type { Ground } from './ground.js';
import { daysBefore, type Size } from './size.js';

const SAMPLE = 500;
/** Of these every word is opened. */
const OPENED = 50;

const IDS = 'SELECT array_agg(id) AS ids FROM (SELECT id FROM client WHERE id >= $1 ORDER BY id LIMIT $2) picked';

/** As the one definition says, neither less nor more. */
const GRANTS_DIFFER = `
  SELECT count(*)::int AS differ FROM (
    (SELECT * FROM expected_grants WHERE client_id = ANY ($1) EXCEPT SELECT * FROM access_grant WHERE client_id = ANY ($1))
    UNION ALL
    (SELECT * FROM access_grant WHERE client_id = ANY ($1) EXCEPT SELECT * FROM expected_grants WHERE client_id = ANY ($1))) d`;
/** Those of clients; what is kept of callers stands elsewhere. */
const HISTORIES = `SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'history' AND tgfoid = 'keep_earlier_version'::regproc AND (tgrelid = 'client'::regclass
    OR EXISTS (SELECT FROM pg_attribute WHERE attrelid = tgrelid AND attname = 'client_id' AND NOT attisdropped))`;
const WITHOUT_HISTORY = (table: string) => `
  SELECT count(*)::int AS without FROM ${table} t WHERE t.${table === 'client' ? 'id' : 'client_id'} = ANY ($1)
    AND (SELECT count(*) FROM change c WHERE c.record_id = t.id AND c.version <= t.version) <> t.version`;
const NAMES = `
  SELECT n.id, n.client_id, n.class, n.words, k.wrapped,
      (SELECT count(*)::int FROM search_token s WHERE s.source_id = n.id) AS tokens
    FROM client_name n JOIN sealing_key k ON k.client_id = n.client_id WHERE n.client_id = ANY ($1)`;
const CONTACTS = `
  SELECT c.id, c.client_id, c.class, c.words, k.wrapped FROM contact c JOIN sealing_key k ON k.client_id = c.client_id
    WHERE c.client_id = ANY ($1) AND c.words IS NOT NULL`;
const REFERRALS = `
  SELECT r.id, r.client_id, r.class, r.words, k.wrapped FROM referral r JOIN sealing_key k ON k.client_id = r.client_id
    WHERE r.client_id = ANY ($1)`;

interface SealedRow {
  readonly id: string;
  readonly client_id: string;
  readonly class: string;
  readonly words: Buffer;
  readonly wrapped: Buffer;
}

/** @returns what was looked at. @throws Error on the first thing that is not as the programme itself would have it */
export async function verify(owner: pg.Client, ground: Ground, size: Size): Promise<string> {
  const chance = Chance.of(size.seed, 'sample');
  const from = chance.id(daysBefore(size, chance.whole(300, 700)));
  const { rows: picked } = await owner.query<{ ids: string[] | null }>(IDS, [from, SAMPLE]);
  const ids = picked[0]?.ids ?? [];
  await assertNone(owner, GRANTS_DIFFER, [ids], 'grants differ from expected_grants');
  const { rows: histories } = await owner.query<{ name: string }>(HISTORIES);
  for (const { name } of histories)
    await assertNone(owner, WITHOUT_HISTORY(name), [ids], `rows of ${name} lack history`);
  const opened = await open(owner, new Words(new MasterKeys(ground.masterKeys)), ids.slice(0, OPENED));
  return `${ids.length} clients as the programme would have them; all words of ${OPENED} opened (${opened})`;
}

async function assertNone(owner: pg.Client, sql: string, values: readonly unknown[], what: string): Promise<void> {
  const { rows } = await owner.query<Record<string, unknown>>(sql, [...values]);
  const count = Number(Object.values(rows[0] ?? {})[0]);
  if (count !== 0) throw new Error(`${count} ${what}.`);
}

async function open(owner: pg.Client, words: Words, ids: readonly string[]): Promise<number> {
  const opened = <W>(table: string, row: SealedRow) =>
    words.open<W>(words.unwrap(row.client_id, row.wrapped), { table, id: row.id, class: row.class }, row.words);
  const { rows: names } = await owner.query<SealedRow & { tokens: number }>(NAMES, [ids]);
  for (const row of names) {
    const { name } = opened<{ name: string }>('client_name', row);
    const marks = new Set(nameMarks(name).map(({ kind, value }) => `${kind} ${value}`));
    if (marks.size !== row.tokens) throw new Error(`A name is found by ${row.tokens} tokens instead of ${marks.size}.`);
  }
  const { rows: contacts } = await owner.query<SealedRow>(CONTACTS, [ids]);
  contacts.forEach((row) => opened('contact', row));
  const { rows: referrals } = await owner.query<SealedRow>(REFERRALS, [ids]);
  referrals.forEach((row) => opened('referral', row));
  return names.length + contacts.length + referrals.length;
}
