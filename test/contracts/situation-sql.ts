import type pg from 'pg';
import { DATA_CLASSES } from '../../src/access/policy.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { contextOf, ENTER } from '../support/context.js';
import { ASKED_FOR, mayBe, nameOf, QUESTIONS, type Situation } from './decision-situations.js';
import { NOW, SAID_THEN, sourcesOf, staffOf, type Asker, type Sources } from './situation-rows.js';

/** One client for each situation; whoever asks is one of a few, at her home or elsewhere. */
export interface Planted {
  readonly situation: Situation;
  readonly clientId: Id;
  readonly asker: Asker;
}

export const BLANK = `INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
  SELECT id, $2, 'AB', 'America/Edmonton', '{}', '\\x01', t, $2, t, 1
    FROM unnest($1::uuid[]) id, (SELECT $3::timestamptz - interval '50 days' AS t)`;

/** Without a key there is nothing to open. */
export const KEYS = `INSERT INTO sealing_key (client_id, wrapped, created_at) SELECT id, '\\x01', created_at FROM client`;

/** Through the triggers of the tables, as in service. */
export async function plantSources(owner: pg.Client, all: readonly Sources[]): Promise<void> {
  await owner.query(`SELECT set_config('app.now', $1, false)`, [SAID_THEN]);
  for (const table of ['care_team_member', 'consent', 'break_glass'] as const) {
    const rows = all.flatMap((sources) => sources[table]);
    const insert = `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`;
    for (let from = 0; from < rows.length; from += 500)
      await owner.query(insert, [JSON.stringify(rows.slice(from, from + 500))]);
  }
}

/** A name of each class, past the rule that names are of one class and with nothing kept of them. */
const NAMES = `
  ALTER TABLE client_name DROP CONSTRAINT client_name_class_check, DISABLE TRIGGER USER;
  INSERT INTO client_name (id, client_id, class, setting, words, created_at, created_by, version)
    SELECT gen_random_uuid(), c.id, k, 'other', '\\x01', c.created_at, c.created_by, 1
      FROM client c, unnest('{${DATA_CLASSES.join(',')}}'::text[]) k;
  ANALYZE client_name, access_grant`;

export async function plantSituations(owner: pg.Client, situations: readonly Situation[]): Promise<readonly Planted[]> {
  const context = contextOf(undefined as never, owner);
  const [home, elsewhere] = [await context.organisation(), await context.organisation()];
  const askerIn = await staffOf({ home, elsewhere }, (role, at) => context.worker(role, at));
  const planted = situations.map((situation) => ({
    ...{ situation, clientId: newId(), asker: askerIn(situation) },
  }));
  await owner.query(BLANK, [planted.map(({ clientId }) => clientId), home, NOW]);
  await owner.query(KEYS);
  await plantSources(
    owner,
    planted.map(({ situation, clientId, asker }) => sourcesOf(situation, clientId, asker)),
  );
  await owner.query(NAMES);
  return planted;
}

const SEEN = 'SELECT client_id, class FROM client_name WHERE client_id = ANY ($1)';
const CHANGED = `UPDATE client_name SET version = version + 1 WHERE client_id = ANY ($1) RETURNING client_id, class`;
/** Each row by itself, undone again: one that is refused says nothing of the next. */
const ADDED = `DO $do$ DECLARE c uuid; k text; told text := ''; BEGIN
  FOREACH c IN ARRAY current_setting('probe.clients')::uuid[] LOOP
    FOREACH k IN ARRAY '{${DATA_CLASSES.join(',')}}'::text[] LOOP
      BEGIN
        INSERT INTO client_name (id, client_id, class, setting, words, created_at, created_by, version)
          VALUES (gen_random_uuid(), c, k, 'other', '\\x01', app_now(), app_membership(), 1);
        told := told || ' ' || c || ':' || k;
        RAISE EXCEPTION 'undo' USING ERRCODE = 'P0999';
      EXCEPTION WHEN insufficient_privilege OR SQLSTATE 'P0999' THEN NULL; END;
    END LOOP;
  END LOOP;
  PERFORM set_config('probe.told', told, true); END $do$`;

type Answers = Readonly<Record<'read' | 'update' | 'insert', ReadonlySet<string>>>;

async function answersOf(app: pg.Client, asker: Asker, purpose: string, ids: readonly Id[]): Promise<Answers> {
  await app.query('SAVEPOINT before_asking');
  await app.query(ENTER, [asker.personId, asker.membershipId, asker.organisationId, asker.role]);
  await app.query(
    `SELECT set_config('app.now', $1, true), set_config('app.purpose', $2, true), set_config('probe.clients', $3, true)`,
    [NOW, purpose, `{${ids.join(',')}}`],
  );
  const pairs = async (sql: string) => {
    const { rows } = await app.query<{ client_id: Id; class: string }>(sql, [ids]);
    return new Set(rows.map((row) => `${row.client_id}:${row.class}`));
  };
  const read = await pairs(SEEN);
  const update = await pairs(CHANGED);
  await app.query(ADDED);
  const { rows } = await app.query<{ told: string }>(`SELECT current_setting('probe.told') AS told`);
  await app.query('ROLLBACK TO before_asking');
  return { read, update, insert: new Set(rows[0]?.told.trim().split(' ')) };
}

/**
 * The third evaluator, PostgreSQL as the application role, held against the first.
 *
 * @param app inside a transaction, which is left as it was
 * @returns where they differ, in words
 */
export async function differencesIn(app: pg.Client, planted: readonly Planted[]): Promise<readonly string[]> {
  const differences: string[] = [];
  for (const asker of new Set(planted.map((one) => one.asker))) {
    const hers = planted.filter((one) => one.asker === asker);
    for (const purpose of ASKED_FOR) {
      const answers = await answersOf(
        app,
        asker,
        purpose,
        hers.map(({ clientId }) => clientId),
      );
      differences.push(...hers.flatMap((one) => differencesOf(one, purpose, answers)));
    }
  }
  return differences;
}

const differencesOf = ({ situation, clientId }: Planted, purpose: string, answers: Answers): readonly string[] =>
  QUESTIONS.filter((question) => question.purpose === purpose).flatMap((question) => {
    const verbs = question.verb === 'read' ? (['read'] as const) : (['insert', 'update'] as const);
    const may = mayBe(situation, question);
    return verbs
      .filter((verb) => answers[verb].has(`${clientId}:${question.class}`) !== may)
      .map(
        (verb) => `${nameOf(situation)}: ${verb} ${question.class} for ${purpose} ${may ? 'is not' : 'is'} let through`,
      );
  });
