import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contextOf } from '../support/context.js';
import { World, type Worker } from '../support/world.js';

/** Ours that run with the owner's rights and name something of a schema that another role owns and could replace. */
const DEFINERS_THAT_LEAVE = `
  SELECT p.proname AS name, n.nspname AS into_schema FROM pg_proc p
    JOIN pg_namespace n ON p.prosrc ~ ('\\m' || n.nspname || '\\s*\\.')
    JOIN pg_roles r ON r.oid = n.nspowner AND NOT r.rolsuper AND r.oid <> p.proowner AND r.rolname LIKE 'throughline%'
   WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace`;

/** Triggers of our tables that run code of another role, or lead there, also where the owner itself writes. */
const TRIGGERS_THAT_LEAVE = `
  SELECT t.tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
   WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND (p.proowner <> c.relowner
     OR EXISTS (SELECT FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner WHERE n.nspowner <> c.relowner
          AND NOT r.rolsuper AND r.rolname LIKE 'throughline%' AND p.prosrc ~ ('\\m' || n.nspname || '\\s*\\.'))
        AND pg_get_triggerdef(t.oid) !~ 'CURRENT_USER = ''throughline_app''')`;

const OPEN_TO_OWNER = `
  SELECT n.nspname AS schema FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner
   WHERE r.rolname LIKE 'throughline%' AND r.rolname <> 'throughline_owner'
     AND has_schema_privilege('throughline_owner', n.oid, 'USAGE')`;

/** What role jobs could make of its own function: it runs with the rights of whoever calls it, and tells whose these are. */
const REPLACED = `CREATE OR REPLACE FUNCTION queue.enqueue(task text, ids jsonb, run_at timestamptz DEFAULT NULL)
  RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'runs as %', current_user; END $$`;

describe('no role becomes another', () => {
  let world: World;
  let administrator: Worker;
  beforeAll(async () => {
    world = await World.open();
    administrator = await world.worker('administrator');
  });
  afterAll(() => world.close());

  /** Somebody with a task that would be left behind. */
  const worksOn = async (): Promise<Worker> => {
    const worker = await world.worker('counsellor', administrator.organisationId);
    await world.plant(
      `INSERT INTO task (id, kind, owner_organisation_id, owner_membership_id, zone, state, created_at, created_by, updated_at, updated_by, version)
       VALUES (gen_random_uuid(), 'visit', $2, $1, 'America/Edmonton', 'open', $3, $1, $3, $1, 1)`,
      [worker.membershipId, worker.organisationId, world.now],
    );
    return worker;
  };

  it('as no function or trigger with the owner’s rights runs code that another role owns', async () => {
    expect(await world.look(DEFINERS_THAT_LEAVE)).toEqual([]);
    expect(await world.look(TRIGGERS_THAT_LEAVE)).toEqual([]);
    expect(await world.look(OPEN_TO_OWNER)).toEqual([]);
  });

  it('by replacing the queue’s function: it is run with the application’s rights, or not at all', async () => {
    const [leaver, disabled] = [await worksOn(), await worksOn()];
    await world.db.as('jobs', (client) => client.query(REPLACED));
    const end = `UPDATE membership SET ended_at = '2027-01-01', version = version + 1 WHERE id = $1`;
    const disable = `UPDATE staff SET disabled_at = '2027-01-01', version = version + 1 WHERE id = $1`;
    await expect(world.plant(end, [leaver.membershipId])).resolves.toBeUndefined();
    await expect(world.plant(disable, [disabled.personId])).resolves.toBeUndefined();
    const colleague = await worksOn();
    const asApp = contextOf(world.db).as(administrator, (client) => client.query(end, [colleague.membershipId]));
    await expect(asApp).rejects.toThrow('runs as throughline_app');
  });

  it('by a schema of another role’s name: names are looked for among the owner’s tables first', async () => {
    await world.db.as('jobs', (client) =>
      client.query(
        `CREATE SCHEMA throughline_owner; CREATE VIEW throughline_owner.organisation AS SELECT 1 AS trap;
         GRANT USAGE ON SCHEMA throughline_owner TO PUBLIC; GRANT SELECT ON throughline_owner.organisation TO PUBLIC`,
      ),
    );
    const [found] = await world.look<{ place: string }>(
      `SELECT relnamespace::regnamespace::text AS place FROM pg_class WHERE oid = 'organisation'::regclass`,
    );
    expect(found?.place).toBe('public');
  });
});
