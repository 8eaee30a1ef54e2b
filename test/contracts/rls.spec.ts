import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { contextOf } from '../support/context.js';
import { DEFINERS, POLICIES, PRIVILEGES, ROLES_BEYOND, TABLES, VIEWS } from './rls.sql.js';

/** What stands behind every table, as written down. After a migration: `WRITE_LISTS=1 npm test -- test/contracts/rls`. */
interface WrittenList {
  /** Expressions that stand behind several tables, `{table}` for each one's own name. */
  readonly forms: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, TableList>>;
}
interface TableList {
  readonly rowSecurity: 'forced' | 'none';
  readonly policies: Readonly<Record<string, string>>;
  readonly privileges: Readonly<Record<string, string>>;
}
interface Policy {
  readonly table: string;
  readonly name: string;
  readonly verb: string;
  readonly roles: string;
  readonly using: string | null;
  readonly check: string | null;
}

/** Read before anybody is named: who signs in, who is asking. They hold nothing of a client. */
const PEOPLE = new Set(['organisation', 'staff', 'membership', 'credential', 'session', 'refresh_token', 'invitation']);

const FILE = join(import.meta.dirname, 'rls.json');

async function asBuilt(db: TestDatabase): Promise<WrittenList> {
  return db.as('owner', async (client) => {
    const rows = async <Row>(sql: string) => (await client.query(sql)).rows as Row[];
    const tables = await rows<{ table: string; rowSecurity: 'forced' | 'none' }>(TABLES);
    const policies = await rows<Policy>(POLICIES);
    const privileges = await rows<{ table: string; role: string; verbs: string }>(PRIVILEGES);
    const general = (table: string, text: string | null) =>
      text?.replaceAll(`${table}.`, '{table}.').replace(/\s+/g, ' ') ?? null;
    const forms = sharedForms(
      policies.flatMap(({ table, name, using, check }) =>
        [using, check].map((text) => ({ name, text: general(table, text) })),
      ),
    );
    const named = (text: string | null) => Object.entries(forms).find(([, form]) => form === text)?.[0] ?? text;
    const told = ({ table, verb, roles, using, check }: Policy) =>
      [
        verb,
        'to',
        roles,
        using && `using ${named(general(table, using))}`,
        check && `check ${named(general(table, check))}`,
      ]
        .filter(Boolean)
        .join(' ');
    const list = tables.map(({ table, rowSecurity }) => [
      table,
      {
        rowSecurity,
        policies: Object.fromEntries(policies.filter((one) => one.table === table).map((one) => [one.name, told(one)])),
        privileges: Object.fromEntries(
          privileges.filter((one) => one.table === table).map((one) => [one.role, one.verbs]),
        ),
      },
    ]);
    return { forms, tables: Object.fromEntries(list) };
  });
}

interface Use {
  readonly name: string;
  readonly text: string | null;
}

/** Expressions that stand in several policies, under the name that most of these have. */
function sharedForms(uses: readonly Use[]): Readonly<Record<string, string>> {
  const byText = new Map<string, string[]>();
  for (const { name, text } of uses)
    if (text !== null && text.length > 40) byText.set(text, [...(byText.get(text) ?? []), name]);
  const shared = [...byText].filter(([, names]) => names.length > 2).sort();
  const most = (names: readonly string[]) => {
    const times = (name: string) => names.filter((one) => one === name).length;
    return [...new Set(names)].sort((a, b) => times(b) - times(a) || (a < b ? -1 : 1))[0] ?? '';
  };
  const taken = new Set<string>();
  const entries = shared.map(([text, names]) => {
    let name = `[${most(names)}]`;
    while (taken.has(name)) name += '+';
    taken.add(name);
    return [name, text];
  });
  return Object.fromEntries(entries);
}

/** Tables that hold something of a client and are not shut, in words. */
async function openDoors(db: TestDatabase): Promise<readonly string[]> {
  const { tables } = await asBuilt(db);
  const ofClients = await db.as('owner', async (client) => {
    const { rows } = await client.query<{ table: string }>(
      `SELECT table_name AS table FROM information_schema.columns WHERE table_schema = 'public'
         AND (column_name IN ('client_id', 'words') OR table_name = 'client') GROUP BY 1`,
    );
    return rows.map(({ table }) => table);
  });
  return ofClients
    .filter((table) => tables[table] !== undefined)
    .flatMap((table) => {
      const { rowSecurity, policies = {} } = tables[table] ?? {};
      return [
        ...(rowSecurity === 'forced' ? [] : [`${table} has no forced row-level security`]),
        ...(Object.keys(policies).some((name) => name !== 'owner') ? [] : [`${table} has no policy`]),
        ...('owner' in policies ? [] : [`${table} is empty to a backfill`]),
      ];
    });
}

describe('row-level security and privileges', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase();
  });
  afterAll(() => db.drop());

  it('are exactly as written down, for every table', async () => {
    const built = await asBuilt(db);
    if (process.env['WRITE_LISTS']) writeFileSync(FILE, `${JSON.stringify(built, null, 2)}\n`);
    expect(built).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
  });

  it('shut every table that holds something of a client', async () => {
    expect(await openDoors(db)).toEqual([]);
  });

  it('notice a new table that nobody shut, and one opened again', async () => {
    const scratch = await cloneDatabase();
    try {
      await scratch.as('owner', (client) =>
        client.query(
          'CREATE TABLE forgotten (id uuid, client_id uuid, words bytea); ALTER TABLE channel NO FORCE ROW LEVEL SECURITY',
        ),
      );
      expect(await openDoors(scratch)).toEqual([
        ...['channel has no forced row-level security', 'forgotten has no forced row-level security'],
        ...['forgotten has no policy', 'forgotten is empty to a backfill'],
      ]);
      expect(await asBuilt(scratch)).not.toEqual(await asBuilt(db));
    } finally {
      await scratch.drop();
    }
  });

  it('are passed by no role: none is a superuser, bypasses them, owns another or makes roles', async () => {
    const { rows } = await db.as('owner', (client) => client.query(ROLES_BEYOND));
    expect(rows).toEqual([]);
  });

  it('are asked by every view with the rights of whoever asks', async () => {
    const { rows } = await db.as('owner', (client) => client.query(VIEWS));
    expect(rows).toEqual([]);
  });

  it('are stepped over only by functions whose search path is fixed and whose callers are named', async () => {
    const { rows } = await db.as('owner', (client) => client.query<{ name: string; fault: string }>(DEFINERS));
    expect(rows).toEqual([]);
  });

  it('show the application role not one row of a client when nobody is named', async () => {
    const { tables } = await asBuilt(db);
    const shut = Object.entries(tables).filter(([table, { rowSecurity, privileges }]) => {
      return rowSecurity === 'forced' && privileges['app']?.includes('SELECT') && !PEOPLE.has(table);
    });
    expect(shut.length).toBeGreaterThan(8);
    await contextOf(db).plantOneOfEach();
    for (const [table] of shut) {
      const { rows } = await db.as('app', (client) =>
        client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`),
      );
      expect([table, rows[0]?.n]).toEqual([table, 0]);
    }
  });
});
