import type pg from 'pg';
import type { DataClass } from '../../src/access/policy.js';
import type { Id } from '../../src/kernel/ids.js';
import { contextOf, ENTER, type PlantedWorker } from '../support/context.js';
import type { TestDatabase } from '../support/database.js';
import { EVERY_CLASS, TIES, type Tie, type Verb } from './decision-table.js';

/** A table with a row of every class about each client, and how a row is inserted: `{id}`, `{client}`, `{class}`, `{by}`, `{spare}`. */
export interface ProbedTable {
  readonly table: string;
  readonly verbs: readonly Verb[];
  readonly insert: string;
  readonly touch: string;
}

const AT = `'2026-01-06T16:00:00Z'`;
const raised = 'version = version + 1';

export const PROBED: readonly ProbedTable[] = [
  {
    table: 'client_name',
    verbs: ['read', 'insert', 'update'],
    insert: `INSERT INTO client_name (id, client_id, class, setting, words, created_at, created_by, version)
      VALUES ({id}, {client}, {class}, 'other', '\\x01', ${AT}, {by}, 1)`,
    touch: raised,
  },
  {
    table: 'channel',
    verbs: ['read', 'insert', 'update'],
    insert: `INSERT INTO channel (id, client_id, class, kind, may_contact, may_leave_voicemail, safe_hours, words, created_at, created_by, version)
      VALUES ({id}, {client}, {class}, 'phone', true, false, '[]', '\\x01', ${AT}, {by}, 1)`,
    touch: raised,
  },
  {
    table: 'supporter',
    verbs: ['read', 'insert', 'update'],
    insert: `INSERT INTO supporter (id, client_id, class, may_be_told, words, created_at, created_by, version)
      VALUES ({id}, {client}, {class}, 'nothing', '\\x01', ${AT}, {by}, 1)`,
    touch: raised,
  },
  {
    table: 'care_team_member',
    verbs: ['read', 'insert', 'update'],
    insert: `INSERT INTO care_team_member (id, client_id, class, membership_id, is_primary, started_at, ended_at, ended_because, created_by, version)
      VALUES ({id}, {client}, {class}, {spare}, false, ${AT}, ${AT}, 'other', {by}, 1)`,
    touch: raised,
  },
  {
    table: 'search_token',
    verbs: ['read', 'insert'],
    insert: `INSERT INTO search_token (client_id, class, source_id, hmac) VALUES ({client}, {class}, {id}, decode(repeat('ab', 16), 'hex'))`,
    touch: '',
  },
  { table: 'change', verbs: ['read'], insert: '', touch: '' },
  { table: 'earlier_version', verbs: ['read'], insert: '', touch: '' },
];

export interface TiedWorker extends Tie {
  readonly worker: PlantedWorker;
  readonly clientId: Id;
}

export interface Scene {
  readonly tied: readonly TiedWorker[];
  readonly spare: Id;
  readonly elsewhere: Id;
}

/** One worker a role and tie, each with a client of their own who has a row of every class in each table. */
export const plantScene = (db: TestDatabase): Promise<Scene> => db.as('owner', (client) => plantAll(db, client));

async function plantAll(db: TestDatabase, owner: pg.Client): Promise<Scene> {
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
  await fillRows(db, { tied, spare, elsewhere });
  return { tied, spare, elsewhere };
}

const FILL = `DO $do$ DECLARE c uuid; k text; BEGIN
  FOREACH c IN ARRAY {clients}::uuid[] LOOP FOREACH k IN ARRAY {classes}::text[] LOOP {inserts} END LOOP; END LOOP; END $do$`;

/** A table's own rule about the class of its rows would hide what its policies let through. */
const ANY_CLASS = ['client_name', 'channel', 'supporter', 'care_team_member']
  .map((table) => `ALTER TABLE ${table} DROP CONSTRAINT ${table}_class_check`)
  .join('; ');

async function fillRows(db: TestDatabase, { tied, spare }: Scene): Promise<void> {
  const list = (items: readonly string[]) => `'{${items.join(',')}}'`;
  const inserts = PROBED.filter(({ insert }) => insert !== '').map(({ insert }) =>
    insert
      .replaceAll('{id}', 'gen_random_uuid()')
      .replaceAll('{client}', 'c')
      .replaceAll('{class}', 'k')
      .replaceAll('{by}', `'${spare}'`)
      .replaceAll('{spare}', `'${spare}'`),
  );
  const touches = PROBED.filter(({ touch }) => touch !== '').map(({ table, touch }) => `UPDATE ${table} SET ${touch}`);
  const fill = FILL.replace('{clients}', list(tied.map(({ clientId }) => clientId)))
    .replace('{classes}', list(EVERY_CLASS))
    .replace('{inserts}', `${inserts.join('; ')};`);
  await db.as('owner', async (client) => {
    await client.query(ANY_CLASS);
    await client.query(fill);
    await client.query(touches.join('; '));
  });
}

export interface SqlCell extends Tie {
  readonly table: string;
  readonly verb: Verb;
  readonly class: DataClass;
  readonly allowed: boolean;
}

/** The third evaluator: what PostgreSQL lets the application role do, asked in every way there is. */
export async function askSql(
  db: TestDatabase,
  scene: Scene,
  tables: readonly ProbedTable[],
): Promise<readonly SqlCell[]> {
  return db.as('app', async (connection) => {
    const cells: SqlCell[] = [];
    await connection.query('BEGIN');
    for (const { worker, clientId, role, relationship } of scene.tied) {
      await connection.query(ENTER, [worker.personId, worker.membershipId, worker.organisationId, worker.role]);
      for (const { table, verbs, insert, touch } of tables) {
        const insertOne = insert
          .replaceAll('{id}', 'gen_random_uuid()')
          .replaceAll('{client}', `'${clientId}'`)
          .replaceAll('{class}', 'k')
          .replaceAll('{by}', `'${worker.membershipId}'`)
          .replaceAll('{spare}', `'${scene.spare}'`);
        const probe = (verb: Verb, sql: string) => (verbs.includes(verb) ? sql : '');
        await connection.query(`DO $do$ DECLARE k text; n int; told text := ''; BEGIN
          FOREACH k IN ARRAY '{${EVERY_CLASS.join(',')}}'::text[] LOOP
            ${probe('read', `SELECT count(*) INTO n FROM ${table} WHERE client_id = '${clientId}' AND class = k; told := told || ' read:' || k || ':' || (n > 0);`)}
            ${probe(
              'insert',
              `BEGIN ${insertOne}; RAISE EXCEPTION 'undo' USING ERRCODE = 'P0999';
              EXCEPTION WHEN insufficient_privilege THEN told := told || ' insert:' || k || ':false';
                WHEN SQLSTATE 'P0999' THEN told := told || ' insert:' || k || ':true'; END;`,
            )}
            ${probe(
              'update',
              `BEGIN UPDATE ${table} SET ${touch} WHERE client_id = '${clientId}' AND class = k; GET DIAGNOSTICS n = ROW_COUNT;
              RAISE EXCEPTION 'undo' USING ERRCODE = 'P0999';
              EXCEPTION WHEN insufficient_privilege THEN told := told || ' update:' || k || ':false';
                WHEN SQLSTATE 'P0999' THEN told := told || ' update:' || k || ':' || (n > 0); END;`,
            )}
          END LOOP; PERFORM set_config('probe.told', told, true); END $do$`);
        const { rows } = await connection.query<{ told: string }>(`SELECT current_setting('probe.told') AS told`);
        for (const cell of rows[0]?.told.trim().split(' ') ?? []) {
          const [verb, of, allowed] = cell.split(':') as [Verb, DataClass, string];
          cells.push({ role, relationship, table, verb, class: of, allowed: allowed === 'true' });
        }
      }
    }
    await connection.query('ROLLBACK');
    return cells;
  });
}
