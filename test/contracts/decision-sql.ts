import type pg from 'pg';
import type { DataClass } from '../../src/access/policy.js';
import type { Id } from '../../src/kernel/ids.js';
import { contextOf, ENTER, type PlantedWorker } from '../support/context.js';
import type { TestDatabase } from '../support/database.js';
import { EVERY_CLASS, TIES, VERBS, type Tie, type Verb } from './decision-table.js';

/** A client table, which verbs its grants decide, and a row of it: `{client}`, `{class}`, `{by}`, `{author}`, `{role}`, `{organisation}`. */
export interface ProbedTable {
  readonly table: string;
  readonly verbs: readonly Verb[];
  readonly insert: string;
  readonly touch: string;
}

export interface TiedWorker extends Tie {
  readonly worker: PlantedWorker;
  readonly clientId: Id;
}

export interface Scene {
  readonly tied: readonly TiedWorker[];
  readonly tables: readonly ProbedTable[];
  readonly spare: Id;
  readonly elsewhere: Id;
}

/** One worker a role and tie, each with a client of their own who has a row of every class in each client table. */
export const plantScene = (db: TestDatabase, draw: Draw): Promise<Scene> =>
  db.as('owner', (client) => plantAll(db, client, draw));

type Draw = (tables: readonly ProbedTable[]) => readonly ProbedTable[];

async function plantAll(db: TestDatabase, owner: pg.Client, draw: Draw): Promise<Scene> {
  const context = contextOf(db, owner);
  const elsewhere = await context.organisation();
  const tied: TiedWorker[] = [];
  for (const tie of TIES) {
    const home = await context.organisation();
    const away = tie.relationship === 'none' || tie.relationship === 'team_of_elsewhere';
    const worker = await context.worker(tie.role, away ? elsewhere : home);
    const clientId = await context.client(home);
    const joins = ['team', 'team_of_elsewhere', 'ended'].includes(tie.relationship);
    if (joins) await context.join(clientId, worker.membershipId, tie.relationship === 'ended');
    tied.push({ ...tie, worker, clientId });
  }
  const spare = (await context.worker('administrator', elsewhere)).membershipId;
  await owner.query(POLICIES_ALONE);
  const tables = draw(await tablesOf(owner));
  for (const { worker, clientId } of tied) {
    const planted = {
      clientId,
      author: worker.membershipId,
      by: spare,
      role: worker.role,
      organisation: worker.organisationId,
    };
    const inserts = tables.flatMap(({ insert }) => EVERY_CLASS.map((of) => filled(insert, `'${of}'`, planted)));
    await owner.query(inserts.join('; '));
  }
  await owner.query('ALTER TABLE care_team_member ENABLE TRIGGER USER');
  return { tied, tables, spare, elsewhere };
}

const GRANTED = `SELECT DISTINCT format('%I', tablename)::regclass FROM pg_policies
  WHERE schemaname = 'public' AND starts_with(policyname, 'granted_') AND tablename <> 'client'`;

/** Rules, keys and triggers of a table would hide what its policies let through. */
export const POLICIES_ALONE = `DO $do$ DECLARE each text; BEGIN
  FOR each IN
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
    UNION ALL SELECT format('ALTER DOMAIN %s DROP CONSTRAINT %I', contypid::regtype, conname) FROM pg_constraint
      WHERE contypid <> 0 AND connamespace = 'public'::regnamespace AND contypid::regtype::text NOT LIKE 'data_class%'
  LOOP EXECUTE each; END LOOP;
  FOR each IN
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', conrelid::regclass, conname) FROM pg_constraint
      WHERE contype IN ('c', 'p', 'u', 'x') AND conrelid IN (${GRANTED})
    UNION ALL SELECT format('DROP INDEX %s', i.indexrelid::regclass) FROM pg_index i
      WHERE i.indisunique AND NOT i.indisprimary AND i.indrelid IN (${GRANTED})
        AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
    UNION ALL SELECT format('ALTER TABLE %s DISABLE TRIGGER USER', t) FROM (${GRANTED}) AS granted(t)
  LOOP EXECUTE each; END LOOP;
  DELETE FROM sealing_key;
END $do$`;

/** What has to be there in a row, and what the application may change of it. */
const COLUMNS = `SELECT c.relname AS table, a.attname AS name, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL) AS type,
    a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' OR a.attname IN ('client_id', 'class', 'author_id', 'updated_by') AS required,
    has_column_privilege('throughline_app', c.oid, a.attnum, 'UPDATE') AS changes,
    (SELECT array_agg(substr(p.policyname, 9)) FROM pg_policies p
      WHERE p.tablename = c.relname AND starts_with(p.policyname, 'granted_'))::text[] AS verbs
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.oid IN (${GRANTED}) ORDER BY c.relname, a.attnum`;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly changes: boolean;
  readonly verbs: readonly Verb[];
}

const BY_NAME: Readonly<Record<string, string>> = {
  ...{ client_id: '{client}', class: '{class}', author_id: '{author}', role: '{role}' },
  sender_organisation_id: '{organisation}',
  'referral.state': `'drafted'`,
  ...{ created_by: '{by}', updated_by: '{by}', written_by: '{by}', membership_id: '{by}' },
};
const BY_TYPE: Readonly<Record<string, string>> = {
  ...{ uuid: 'gen_random_uuid()', text: `'x'`, bytea: `'\\x01'`, boolean: 'false', integer: '1', smallint: '1' },
  ...{ 'timestamp with time zone': 'now()', date: 'current_date', jsonb: `'[]'`, interval: `'1 day'` },
};

export async function tablesOf(owner: pg.Client): Promise<readonly ProbedTable[]> {
  const { rows } = await owner.query<Column>(COLUMNS);
  const names = [...new Set(rows.map(({ table }) => table))];
  return names.map((table) => {
    const columns = rows.filter((row) => row.table === table);
    const required = columns.filter((column) => column.required);
    const values = required.map(
      ({ name, type }) => BY_NAME[`${table}.${name}`] ?? BY_NAME[name] ?? BY_TYPE[type] ?? `'{}'`,
    );
    const changing = columns.filter(({ changes }) => changes);
    const signed = changing
      .filter(({ name }) => /^(updated|written)_by$/.test(name))
      .map(({ name }) => `${name} = {by}`);
    const raised = changing.some(({ name }) => name === 'version') ? ['version = version + 1'] : [];
    return {
      table,
      verbs: VERBS.filter((verb) => columns[0]?.verbs.includes(verb)),
      insert: `INSERT INTO ${table} (${required.map(({ name }) => name).join(', ')}) VALUES (${values.join(', ')})`,
      touch: [...raised, ...signed].join(', '),
    };
  });
}

interface Filling {
  readonly clientId: Id;
  readonly author: Id;
  readonly by: Id;
  readonly role: string;
  readonly organisation: Id;
}

const filled = (sql: string, of: string, { clientId, author, by, role, organisation }: Filling): string =>
  sql
    .replaceAll('{client}', `'${clientId}'`)
    .replaceAll('{class}', of)
    .replaceAll('{author}', `'${author}'`)
    .replaceAll('{by}', `'${by}'`)
    .replaceAll('{role}', `'${role}'`)
    .replaceAll('{organisation}', `'${organisation}'`);

export interface SqlCell extends Tie {
  readonly table: string;
  readonly verb: Verb;
  readonly class: DataClass;
  readonly allowed: boolean;
}

/** Each undone again: one that is refused says nothing of the next. `told` gathers what was let through. */
const attempt = (cell: string, sql: string): string => `BEGIN ${sql}; GET DIAGNOSTICS n = ROW_COUNT;
  RAISE EXCEPTION 'undo' USING ERRCODE = 'P0999';
  EXCEPTION WHEN insufficient_privilege THEN NULL;
    WHEN SQLSTATE 'P0999' THEN IF n > 0 THEN told := told || ' ${cell}:' || k; END IF; END;`;

function probeOf({ table, verbs, insert, touch }: ProbedTable, { worker, clientId }: TiedWorker): string {
  const rows = `WHERE client_id = '${clientId}' AND class = k`;
  const by = {
    clientId,
    author: worker.membershipId,
    by: worker.membershipId,
    role: worker.role,
    organisation: worker.organisationId,
  };
  const sql: Readonly<Record<Verb, string>> = {
    read: `PERFORM FROM ${table} ${rows}`,
    insert: filled(insert, 'k', by),
    update: filled(`UPDATE ${table} SET ${touch} ${rows}`, 'k', by),
    delete: `DELETE FROM ${table} ${rows}`,
  };
  return verbs.map((verb) => attempt(`${table}:${verb}`, sql[verb])).join('\n');
}

/**
 * The third evaluator: what PostgreSQL lets the application role do, asked in every way there is.
 *
 * @param app inside a transaction, which is left as it was
 */
export async function askSql(
  app: pg.Client,
  { tied }: Scene,
  tables: readonly ProbedTable[],
): Promise<readonly SqlCell[]> {
  const cells: SqlCell[] = [];
  for (const one of tied) {
    const { worker, role, relationship } = one;
    await app.query(ENTER, [worker.personId, worker.membershipId, worker.organisationId, worker.role]);
    await app.query(`DO $do$ DECLARE k text; n int; told text := ''; BEGIN
      FOREACH k IN ARRAY '{${EVERY_CLASS.join(',')}}'::text[] LOOP ${tables.map((table) => probeOf(table, one)).join('\n')} END LOOP;
      PERFORM set_config('probe.told', told, true); END $do$`);
    const { rows } = await app.query<{ told: string }>(`SELECT current_setting('probe.told') AS told`);
    const told = new Set(rows[0]?.told.trim().split(' '));
    for (const { table, verbs } of tables)
      for (const verb of verbs)
        for (const name of EVERY_CLASS)
          cells.push({ role, relationship, table, verb, class: name, allowed: told.has(`${table}:${verb}:${name}`) });
  }
  return cells;
}
