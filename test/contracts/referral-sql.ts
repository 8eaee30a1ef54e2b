import type pg from 'pg';
import { DATA_CLASSES } from '../../src/access/policy.js';
import type { Id } from '../../src/kernel/ids.js';
import { ENTER } from '../support/context.js';
import {
  mayOverAll,
  mayThrough,
  nameOfReferred,
  REFERRAL_QUESTIONS,
  type Referred,
  type Which,
} from './decision-referrals.js';
import { ASKED_FOR, type Question } from './decision-situations.js';
import { FULL } from './drawing.js';
import { idsOf, type PlantedReferred, type ReferralScene } from './referral-rows.js';
import { filledRow, type ShownTable } from './referral-tables.js';
import { NOW, type Asker } from './situation-rows.js';

const CLIENT = `SELECT 'client' AS at, id AS client_id, class, true AS its FROM client WHERE id = ANY ($1)`;
const readOf = ({ table, key }: ShownTable): string =>
  `SELECT '${table}', client_id, class, ${key ? `${key} = ANY ($2::uuid[])` : '$2::uuid[] IS NOT NULL'}
     FROM ${table} WHERE client_id = ANY ($1)`;
const updateOf = ({ table, key, touch }: ShownTable): string =>
  `UPDATE ${table} SET ${touch.replaceAll('{by}', 'app_membership()')} WHERE client_id = ANY ($1)
     RETURNING '${table}' AS at, client_id, class, ${key} = ANY ($2::uuid[]) AS its`;

/** Each row by itself, undone again: one that is refused says nothing of the next. */
function insertsOf(tables: readonly ShownTable[]): string {
  const by = { client: 'c', class: 'k', referral: 'r', others: 'app_membership()' };
  const attempts = tables.map((table) => {
    const { into, values } = filledRow(table, by);
    return `BEGIN ${into} VALUES (${values});
      told := told || ' ${table.table}:' || c || ':' || k || ':' || (CASE WHEN r = its[i] THEN 'its' ELSE 'other' END);
      RAISE EXCEPTION 'undo' USING ERRCODE = 'P0999';
      EXCEPTION WHEN insufficient_privilege OR SQLSTATE 'P0999' THEN NULL; END;`;
  });
  return `DO $do$ DECLARE clients uuid[] := current_setting('probe.clients'); its uuid[] := current_setting('probe.its');
      others uuid[] := current_setting('probe.others'); c uuid; r uuid; k text; told text := ''; BEGIN
    FOR i IN 1..cardinality(clients) LOOP c := clients[i]; FOREACH r IN ARRAY ARRAY[its[i], others[i]] LOOP
      FOREACH k IN ARRAY '{${DATA_CLASSES.join(',')}}'::text[] LOOP ${attempts.join('\n')} END LOOP; END LOOP; END LOOP;
    PERFORM set_config('probe.told', told, true); END $do$`;
}

type Verb = 'read shut' | 'read' | 'update' | 'insert';
type Answers = Readonly<Record<Verb, ReadonlySet<string>>>;
type Purpose = Question['purpose'];

const cellOf = (at: string, clientId: Id, of: string, which: string): string => [at, clientId, of, which].join(':');

/** In the place of somebody, for a purpose, with none of these referrals open and then with each. */
async function answersOf(
  app: pg.Client,
  { planted, tables }: ReferralScene,
  asker: Asker,
  purpose: Purpose,
): Promise<Answers> {
  const [ids, its, others] = idsOf(planted);
  const ask = async (name: string, text: string) => {
    const query = { name, text, values: [ids, its] };
    const { rows } = await app.query<{ at: string; client_id: Id; class: string; its: boolean }>(query);
    return rows.map((row) => cellOf(row.at, row.client_id, row.class, row.its ? 'its' : 'other'));
  };
  const reads = [CLIENT, ...tables.map(readOf)].join(' UNION ALL ');
  const set = (name: string, value: string) => app.query('SELECT set_config($1, $2, true)', [name, value]);
  const list = (all: readonly Id[]) => `{${all.join(',')}}`;
  await app.query('SAVEPOINT before_asking');
  await app.query(ENTER, [asker.personId, asker.membershipId, asker.organisationId, asker.role]);
  for (const [name, value] of Object.entries({ now: NOW, purpose, referrals: '' })) await set(`app.${name}`, value);
  for (const [name, value] of Object.entries({ clients: ids, its, others })) await set(`probe.${name}`, list(value));
  const shut = await ask('probe-read', reads);
  await set('app.referrals', list([...its, ...others]));
  const read = await ask('probe-read', reads);
  const update: string[] = [];
  for (const table of tables.filter(({ updates }) => updates))
    update.push(...(await ask(`probe-update-${table.table}`, updateOf(table))));
  await app.query(insertsOf(tables.filter(({ inserts }) => inserts)));
  const { rows } = await app.query<{ told: string }>(`SELECT current_setting('probe.told') AS told`);
  await app.query('ROLLBACK TO before_asking');
  const insert = new Set(rows[0]?.told.trim().split(' '));
  return { 'read shut': new Set(shut), read: new Set(read), update: new Set(update), insert };
}

/** For whom it is not told apart, one purpose is enough. */
const isAskedFor = (purpose: Purpose, { referred }: PlantedReferred): boolean =>
  FULL || purpose === ASKED_FOR[0] || referred.agreed.standing === 'for_care_alone';

/**
 * The third evaluator, PostgreSQL as the application role, held against the first.
 *
 * @param app inside a transaction, which is left as it was
 * @returns where they differ, in words
 */
export async function referralDifferences(
  app: pg.Client,
  { planted, tables }: ReferralScene,
): Promise<readonly string[]> {
  const differences: string[] = [];
  for (const asker of new Set(planted.map((one) => one.asker)))
    for (const purpose of ASKED_FOR) {
      const hers = planted.filter((one) => one.asker === asker && isAskedFor(purpose, one));
      if (hers.length === 0) continue;
      const answers = await answersOf(app, { planted: hers, tables }, asker, purpose);
      for (const one of hers)
        for (const of of [IDENTITY, ...tables]) differences.push(...differencesOf(one, of, purpose, answers));
    }
  return differences;
}

type Asked = Pick<ShownTable, 'table' | 'key' | 'isOfReferral' | 'inserts' | 'updates'>;
const IDENTITY: Asked = { table: 'client', key: undefined, isOfReferral: false, inserts: false, updates: false };

function differencesOf(
  { referred, clientId }: PlantedReferred,
  of: Asked,
  purpose: Purpose,
  answers: Answers,
): readonly string[] {
  const isIn = ({ class: one }: Question) => of.table !== 'client' || one === 'identity_name';
  const differences: string[] = [];
  for (const question of REFERRAL_QUESTIONS.filter((one) => one.purpose === purpose && isIn(one)))
    for (const which of of.key ? (['its', 'other'] as const) : (['its'] as const))
      for (const verb of verbsOf(of, question)) {
        const may = mayAt(referred, question, isReached(of, which, verb));
        if (answers[verb].has(cellOf(of.table, clientId, question.class, which)) === may) continue;
        const what = `${verb} ${question.class} of ${which} in ${of.table} for ${purpose}`;
        differences.push(`${nameOfReferred(referred)}: ${what} ${may ? 'is not' : 'is'} let through`);
      }
  return differences;
}

const mayAt = (referred: Referred, question: Question, reached: boolean): boolean =>
  mayOverAll(referred, question) || (reached && mayThrough(referred, question));

/** Rows of the referral itself, and while it is open what it is about. */
const isReached = ({ isOfReferral }: Asked, which: Which, verb: Verb): boolean =>
  which === 'its' && (isOfReferral || verb !== 'read shut');

function verbsOf({ inserts, updates }: Asked, { verb }: Question): readonly Verb[] {
  if (verb === 'read') return ['read', 'read shut'];
  return [...(updates ? (['update'] as const) : []), ...(inserts ? (['insert'] as const) : [])];
}
