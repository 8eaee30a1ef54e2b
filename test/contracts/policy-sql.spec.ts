import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATA_CLASSES, ROLE_CEILINGS, ROLES, type Ceiling, type Role } from '../../src/access/policy.js';
import { withClient } from '../../src/platform/database/connect.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { contextOf, ENTER } from '../support/context.js';
import { askSql, plantScene, type ProbedTable, type Scene, type SqlCell } from './decision-sql.js';
import { CEILINGS, holds, mayIn, type Ceilings, type Verb } from './decision-table.js';
import { FULL, shuffled } from './drawing.js';

/** Who answers for a record reads how it was opened in an emergency, whatever they hold of it. */
const reviews = ({ table, role, relationship }: SqlCell): boolean =>
  table === 'break_glass' &&
  role === 'privacy_officer' &&
  ['same_organisation', 'ended', 'team'].includes(relationship);

const differences = (cells: readonly SqlCell[], ceilings?: Ceilings) =>
  cells
    .filter((cell) => cell.allowed !== (mayIn(cell.verb, cell.class, holds(cell, ceilings)) || reviews(cell)))
    .map(({ role, relationship, table, verb, class: of, allowed }) =>
      [role, relationship, table, verb, of, allowed ? 'is allowed' : 'is not allowed'].join(' '),
    );

/** `PROOF=full` asks every table and takes every policy and ceiling away; otherwise so many, others for another SEED. */
const some = <T>(all: readonly T[], many: number): readonly T[] => (FULL ? all : shuffled(all).slice(0, many));

describe('what PostgreSQL lets the application role do', () => {
  let db: TestDatabase;
  let scene: Scene;
  let cells: readonly SqlCell[];
  const ask = (tables: readonly ProbedTable[]) =>
    db.as('app', async (app) => {
      await app.query('BEGIN');
      return askSql(app, scene, tables);
    });
  beforeAll(async () => {
    db = await cloneDatabase();
    scene = await plantScene(db, (all) => some(all, 8));
    cells = await ask(scene.tables);
  }, 120_000);
  afterAll(() => db.drop());

  it('is what the policy says, for every role, tie, client table, class and verb', () => {
    expect(scene.tables.length).toBeGreaterThan(FULL ? 15 : 7);
    expect(cells.length).toBe(50 * 7 * scene.tables.flatMap(({ verbs }) => verbs).length);
    expect(cells.filter(({ allowed }) => allowed).length).toBeGreaterThan(300);
    expect(differences(cells)).toEqual([]);
  });

  it('begins at the same ceilings as the policy does', async () => {
    const { rows } = await db.as('owner', (client) =>
      client.query<Ceiling & { role: Role }>(
        `SELECT role, read_classes::text[] AS read, write_classes::text[] AS write, consent_classes::text[] AS "byConsent",
           referral_classes::text[] AS "byReferral" FROM role_ceiling`,
      ),
    );
    const sorted = ({ read, write, byConsent = [], byReferral = [] }: Ceiling) =>
      [read, write, byConsent, byReferral].map((classes) => [...classes].sort());
    const inTable = Object.fromEntries(rows.map((row) => [row.role, sorted(row)]));
    const inPolicy = Object.entries(ROLE_CEILINGS).map(([role, ceiling]) => [role, sorted(ceiling)]);
    expect(inTable).toEqual(Object.fromEntries(inPolicy));
  });

  it('differs when any ceiling of the policy has a class more or less', () => {
    const changed = ROLES.flatMap((role) =>
      (['read', 'write'] as const).flatMap((side) =>
        DATA_CLASSES.map((one) => {
          const was = ROLE_CEILINGS[role] ?? { read: [], write: [] };
          const classes = was[side].includes(one) ? was[side].filter((name) => name !== one) : [...was[side], one];
          return { ...ROLE_CEILINGS, [role]: { ...was, [side]: classes } };
        }),
      ),
    );
    expect(changed).toHaveLength(140);
    expect(changed.filter((ceilings) => differences(cells, ceilings).length === 0)).toEqual([]);
  });

  /** In a transaction that is never committed. */
  const broken = (change: string, table: string): Promise<readonly string[]> =>
    withClient(db.adminUrl, async (superuser) => {
      await superuser.query('BEGIN');
      await superuser.query(`${change}; SET LOCAL ROLE throughline_app`);
      return differences(
        await askSql(
          superuser,
          scene,
          scene.tables.filter((one) => one.table === table),
        ),
      );
    });

  it('differs when a policy of a table is taken away or lets everybody in', async () => {
    const policies = scene.tables.flatMap(({ table, verbs }) => verbs.map((verb) => ({ table, verb })));
    expect(policies.length).toBeGreaterThan(FULL ? 40 : 8);
    const open = { read: 'USING (true)', insert: 'WITH CHECK (true)', update: 'USING (true) WITH CHECK (true)' };
    const using: Readonly<Record<Verb, string>> = { ...open, delete: open.read };
    const unnoticed: string[] = [];
    for (const { table, verb } of some(policies, 3)) {
      const policy = `granted_${verb} ON ${table}`;
      for (const change of [`DROP POLICY ${policy}`, `ALTER POLICY ${policy} ${using[verb]}`])
        if ((await broken(change, table)).length === 0) unnoticed.push(change);
    }
    expect(unnoticed).toEqual([]);
  }, 300_000);

  it('differs when a role is taken off the ceilings that the grants come from', async () => {
    // The client's own comes with a link: a-client-opens-her-plan-by-a-link takes it away.
    for (const role of some(Object.keys(CEILINGS), 2)) {
      const change = `DELETE FROM role_ceiling WHERE role = '${role}'; SELECT recompute_grants(id) FROM client`;
      expect([role, (await broken(change, scene.tables[0]?.table ?? '')).length]).not.toEqual([role, 0]);
    }
  }, 60_000);

  describe('lets a record be made', () => {
    /** In one transaction: a client, then her first team member; what of it is let through. */
    const make = async (
      role: Role,
      { home, maker, first }: { home?: 'elsewhere'; maker?: 'other'; first?: 'other' },
    ) => {
      const context = contextOf(db);
      const worker = await context.worker(role, await context.organisation());
      const at = '2026-01-06T16:00:00Z';
      return context.as(worker, async (client) => {
        const { rows } = await client.query<{ id: string }>('SELECT gen_random_uuid() AS id');
        const id = rows[0]?.id;
        const by = maker === 'other' ? scene.spare : worker.membershipId;
        const made = `INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
          VALUES ($1, $2, 'AB', 'America/Edmonton', '{}', '\\x01', $3, $4, $3, 1)`;
        const joined = `INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
          VALUES (gen_random_uuid(), $1, $2, true, $3, $2, 1)`;
        try {
          await client.query(made, [id, home === 'elsewhere' ? scene.elsewhere : worker.organisationId, at, by]);
        } catch {
          return 'nothing';
        }
        try {
          await client.query(joined, [id, first === 'other' ? scene.spare : worker.membershipId, at]);
        } catch {
          return 'client';
        }
        return 'client and team';
      });
    };

    it.each(ROLES)('by %s as the policy says', async (role) => {
      const may = ROLE_CEILINGS[role]?.write.includes('identity_name') ?? false;
      expect(await make(role, {})).toBe(may ? 'client and team' : 'nothing');
    });

    it('at one’s own organisation alone, in one’s own name and with oneself on the team', async () => {
      expect(await make('physician', { home: 'elsewhere' })).toBe('nothing');
      expect(await make('physician', { maker: 'other' })).toBe('nothing');
      expect(await make('physician', { first: 'other' })).toBe('client');
    });

    it('and nobody joins a client whom they neither made nor hold', async () => {
      const { worker, clientId } = scene.tied.find(
        (one) => one.role === 'physician' && one.relationship === 'same_organisation',
      )!;
      const joining = contextOf(db).as(worker, (client) =>
        client.query(
          `INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
           VALUES (gen_random_uuid(), $1, $2, false, now(), $2, 1)`,
          [clientId, worker.membershipId],
        ),
      );
      await expect(joining).rejects.toThrow(/row-level security/);
    });

    it('not when the policies of making are taken away; from elsewhere when they let everybody in', async () => {
      const scratch = 'DROP POLICY first_member ON care_team_member; DROP POLICY new_client ON client';
      const owner = (sql: string) => db.as('owner', (client) => client.query(sql));
      const { rows } = await db.as('owner', (client) =>
        client.query<{ table: string; name: string; check: string }>(
          `SELECT tablename AS table, policyname AS name, with_check AS check FROM pg_policies WHERE policyname IN ('first_member', 'new_client')`,
        ),
      );
      await owner(scratch);
      expect(await make('physician', {})).toBe('nothing');
      for (const { table, name } of rows)
        await owner(`CREATE POLICY ${name} ON ${table} FOR INSERT TO throughline_app WITH CHECK (true)`);
      expect(await make('administrator', { home: 'elsewhere' })).not.toBe('nothing');
      for (const { table, name, check } of rows)
        await owner(
          `DROP POLICY ${name} ON ${table}; CREATE POLICY ${name} ON ${table} FOR INSERT TO throughline_app WITH CHECK (${check})`,
        );
      expect(await make('physician', {})).toBe('client and team');
    });
  });

  it('shows with one worker’s context none of another’s clients, in any table', async () => {
    const context = contextOf(db);
    const { clientId } = await context.plantOneOfEach();
    const other = await context.plantOneOfEach();
    const { rows } = await db.as('owner', (client) =>
      client.query<{ table: string }>(
        `SELECT DISTINCT p.tablename AS table FROM pg_policies p JOIN information_schema.columns c
           ON c.table_name = p.tablename AND c.column_name = 'client_id' WHERE p.policyname = 'granted_read'`,
      ),
    );
    expect(rows.length).toBeGreaterThan(5);
    await context.as(other.onTeam, async (client) => {
      await client.query(ENTER, [
        other.onTeam.personId,
        other.onTeam.membershipId,
        other.onTeam.organisationId,
        'physician',
      ]);
      for (const { table } of rows) {
        const seen = await client.query<{ client_id: string }>(`SELECT DISTINCT client_id FROM ${table}`);
        expect([table, seen.rows.map((row) => row.client_id).filter((id) => id !== other.clientId)]).toEqual([
          table,
          [],
        ]);
      }
      const own = await client.query('SELECT FROM client_name WHERE client_id = $1', [other.clientId]);
      const theirs = await client.query('SELECT FROM client WHERE id = $1', [clientId]);
      expect([own.rowCount, theirs.rowCount]).toEqual([1, 0]);
    });
  });
});
