import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { JobHandler } from '../../src/platform/jobs/job-handler.js';
import type { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { JOB_TASKS } from '../../src/platform/jobs/job-tasks.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { act } from '../support/client-record.js';
import { eventually } from '../support/eventually.js';
import { jobsLeft, runnerOf } from '../support/jobs.js';
import { World, type Worker } from '../support/world.js';

/** All that role `jobs` may do to our tables: per table, the verbs, with columns where not all of them. */
const MAY: Readonly<Record<string, string>> = {
  audit_entry: 'INSERT',
  limit_window: 'DELETE, SELECT(resets_at)',
  membership: 'SELECT(ended_at id organisation_id role staff_id)',
  notice: 'INSERT',
  receipt: 'DELETE, SELECT(keep_until)',
  refresh_token: 'DELETE, SELECT(session_id)',
  session: 'DELETE, SELECT(ended_at expires_at id)',
  staff: 'SELECT(disabled_at id)',
  task: 'SELECT(attend_at class client_id id is_live owner_membership_id owner_organisation_id owner_role state)',
  task_reminder: 'INSERT, SELECT',
};

const PRIVILEGES = `
  SELECT name, string_agg(verb, ', ' ORDER BY verb) AS may FROM (
    SELECT table_name AS name, privilege_type::text AS verb FROM information_schema.role_table_grants
      WHERE grantee = 'throughline_jobs' AND table_schema = 'public'
    UNION ALL
    SELECT table_name, privilege_type || '(' || string_agg(column_name, ' ' ORDER BY column_name) || ')'
      FROM information_schema.role_column_grants c WHERE grantee = 'throughline_jobs' AND table_schema = 'public'
        AND NOT EXISTS (SELECT FROM information_schema.role_table_grants t WHERE t.grantee = c.grantee
          AND t.table_name = c.table_name AND t.privilege_type = c.privilege_type)
      GROUP BY table_name, privilege_type) each
  GROUP BY name ORDER BY name`;

describe('the queue', () => {
  let world: World;
  let peer: Worker;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
  });
  afterAll(() => world.close());

  const asApp = (sql: string, values: unknown[] = []) => world.db.as('app', (client) => client.query(sql, values));

  it('knows exactly the tasks of the one list in the code, each with the ids it carries', async () => {
    const { rows } = await world.db.as('jobs', (client) => client.query('SELECT name, ids FROM queue.allowed_task'));
    expect(Object.fromEntries(rows.map(({ name, ids }) => [name, ids]))).toEqual(JOB_TASKS);
  });

  it.each([
    'SELECT * FROM graphile_worker.jobs',
    'SELECT * FROM graphile_worker._private_jobs',
    'DELETE FROM graphile_worker._private_jobs',
    `SELECT graphile_worker.add_job('purge-receipts')`,
    'SELECT * FROM queue.allowed_task',
    `INSERT INTO queue.allowed_task VALUES ('mine', '{}')`,
    `SELECT graphile_worker.force_unlock_workers('{x}')`,
  ])('is closed to the application: %s', async (sql) => {
    await expect(asApp(sql)).rejects.toThrow(/permission denied/);
  });

  it.each([
    ['task that is not listed', 'delete-everything', {}],
    ['words', 'tell-of-orphaned-tasks', { membershipId: 'Kim Example' }],
    ['words beside an id', 'tell-of-orphaned-tasks', { membershipId: newId(), name: 'Kim' }],
    ['words as a name', 'purge-receipts', { 'Kim Example': newId() }],
    ['id that this task does not carry', 'purge-receipts', { membershipId: newId() }],
    ['fewer ids than it carries', 'tell-of-orphaned-tasks', {}],
    ['number', 'tell-of-orphaned-tasks', { membershipId: 7 }],
    ['object', 'tell-of-orphaned-tasks', { membershipId: { name: 'Kim' } }],
    ['null', 'tell-of-orphaned-tasks', null],
    ['list', 'tell-of-orphaned-tasks', [newId()]],
  ])('takes no %s', async (_, task, ids) => {
    await expect(asApp('SELECT queue.enqueue($1, $2)', [task, JSON.stringify(ids)])).rejects.toThrow(
      /no such task|carries the ids of its task/,
    );
    expect(await jobsLeft(world)).toBe(0);
  });

  it('holds a job after the business transaction is committed, and none when it is rolled back', async () => {
    const jobs = world.app.get(Jobs);
    const undone = act(world, peer, async (tx) => {
      await jobs.enqueue(tx, 'purge-receipts', {});
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await jobsLeft(world)).toBe(0);
    await act(world, peer, (tx) => jobs.enqueue(tx, 'tell-of-orphaned-tasks', { membershipId: peer.membershipId }));
    expect(await jobsLeft(world)).toBe(1);
    await world.db.as('jobs', (client) => client.query('DELETE FROM graphile_worker._private_jobs'));
  });

  it('is worked on by a role that may do just what its tasks need', async () => {
    const rows = await world.look<{ name: string; may: string }>(PRIVILEGES);
    expect(Object.fromEntries(rows.map(({ name, may }) => [name, may]))).toEqual(MAY);
    for (const sql of [
      'SELECT words FROM task',
      'SELECT * FROM client',
      'SELECT * FROM notice',
      'UPDATE task SET state = state',
    ]) {
      await expect(world.db.as('jobs', (client) => client.query(sql))).rejects.toThrow(/permission denied/);
    }
  });
});

describe('a runner', () => {
  let world: World;
  let peer: Worker;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
  });
  const running: JobRunner[] = [];
  afterEach(() => Promise.all(running.splice(0).map((runner) => runner.stop())));
  afterAll(() => world.close());

  const enqueue = () => act(world, peer, (tx) => world.app.get(Jobs).enqueue(tx, 'purge-receipts', {}));
  const start = async (...handlers: readonly JobHandler[]): Promise<JobRunner> => {
    const runner = runnerOf(world, () => handlers);
    running.push(runner);
    await runner.start();
    return runner;
  };
  const doing = (run: () => Promise<void>): JobHandler => ({ task: 'purge-receipts', run });

  it('begins within a moment of COMMIT', async () => {
    let begun = (): void => undefined;
    await start(doing(async () => begun()));
    const waits: number[] = [];
    for (let round = 0; round < 21; round++) {
      const started = new Promise<void>((resolve) => (begun = resolve));
      await enqueue();
      const since = performance.now();
      await started;
      waits.push(performance.now() - since);
    }
    const median = waits.sort((a, b) => a - b)[10] ?? Infinity;
    expect(median).toBeLessThan(250);
  });

  it('finishes what is running before it stops, and leaves the rest to others', async () => {
    const did: string[] = [];
    const work = async () => {
      did.push('begun');
      await new Promise((wake) => setTimeout(wake, 300));
      did.push('done');
    };
    const runner = await start(doing(work));
    await enqueue();
    await eventually(async () => expect(did).toEqual(['begun']));
    await runner.stop();
    await enqueue();
    expect(did).toEqual(['begun', 'done']);
    expect(await jobsLeft(world)).toBe(1);
    await start(doing(work));
    await eventually(async () => expect(await jobsLeft(world)).toBe(0));
  });

  it('keeps the clock of what has an hour of its own, and of nothing else', async () => {
    const run = async () => undefined;
    await start({ task: 'purge-receipts', every: '20 4 * * *', run }, { task: 'purge-sessions', run });
    await eventually(async () => {
      const kept = await world.db.as('jobs', (client) =>
        client.query('SELECT identifier FROM graphile_worker._private_known_crontabs'),
      );
      expect(kept.rows).toEqual([{ identifier: 'purge-receipts' }]);
    });
  });

  it('tries again what broke, and keeps no words of the fault', async () => {
    let tries = 0;
    const broken = async () => {
      if (++tries === 1) throw new Error('Kim Example, 555 0199');
    };
    await start(doing(broken));
    await enqueue();
    await eventually(async () => expect(tries).toBe(1));
    const kept = await world.db.as(
      'jobs',
      async (client) => (await client.query('SELECT last_error FROM graphile_worker._private_jobs')).rows,
    );
    expect(JSON.stringify(kept)).not.toMatch(/Kim|555 0199/);
    await eventually(async () => expect(await jobsLeft(world)).toBe(0));
    expect(tries).toBe(2);
  });
});
