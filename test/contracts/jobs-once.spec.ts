import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Id } from '../../src/kernel/ids.js';
import { clientOf } from '../support/client-record.js';
import { eventually } from '../support/eventually.js';
import { jobsLeft, runnerOf } from '../support/jobs.js';
import { World, type Worker } from '../support/world.js';

describe('a task that falls due', () => {
  let world: World;
  let peer: Worker;
  let clientId: Id;
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    clientId = await clientOf(world, peer);
  });
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await world.close();
  });

  const open = async (due: object): Promise<Id> => {
    const body = { kind: 'visit', title: 'Visit', due };
    return (await world.as(peer).post(`/v1/clients/${clientId}/tasks`).send(body).expect(201)).body.id;
  };
  const remind = () =>
    world.db.as('app', (client) => client.query(`SELECT queue.enqueue('remind-of-due-tasks', '{}')`));
  const told = (id: Id): Promise<{ kind: string }[]> =>
    world.look('SELECT kind FROM notice WHERE source_id = $1', [id]);
  const recorded = (id: Id) =>
    world.look(
      `SELECT FROM audit_entry WHERE event = 'task.reminded' AND facts->>'taskId' = $1 AND person_id IS NULL AND client_id = $2`,
      [id, clientId],
    );

  it('is told once by three workers at once, and by as many again later', async () => {
    // One after the other: so many at once wait for a connection longer than anybody is kept waiting, and are told 503.
    const ids: Id[] = [];
    for (let count = 0; count < 25; count += 1) ids.push(await open({ at: world.now }));
    const later = await open({ at: '2026-11-23T18:00:00Z' });
    const runners = [runnerOf(world), runnerOf(world), runnerOf(world)];
    await Promise.all(runners.map((runner) => runner.start()));
    await Promise.all(Array.from({ length: 30 }, remind));
    await eventually(async () => expect(await jobsLeft(world)).toBe(0));
    await Promise.all(Array.from({ length: 10 }, remind));
    await eventually(async () => expect(await jobsLeft(world)).toBe(0));
    await Promise.all(runners.map((runner) => runner.stop()));
    for (const id of ids) expect([await told(id), (await recorded(id)).length]).toEqual([[{ kind: 'task_due' }], 1]);
    expect(await told(later)).toEqual([]);
  });

  it('is told again when it was set aside and is back, and not while it is aside', async () => {
    const id = await open({ at: '2026-11-23T17:00:00Z' });
    const aside = { move: 'set_aside', reason: 'not_yet', until: '2026-11-25' };
    await world.as(peer).post(`/v1/tasks/${id}/moves`).set('if-match', '"1"').send(aside).expect(200);
    const remindAt = async (now: string) => {
      world.now = now;
      const runner = runnerOf(world);
      await runner.start();
      await remind();
      await eventually(async () => expect(await jobsLeft(world)).toBe(0));
      await runner.stop();
      return (await told(id)).map(({ kind }) => kind);
    };
    expect(await remindAt('2026-11-24T12:00:00.000Z')).toEqual([]);
    expect(await remindAt('2026-11-25T08:00:00.000Z')).toEqual(['task_back']);
    expect(await remindAt('2026-11-26T08:00:00.000Z')).toEqual(['task_back']);
  });

  const worker = async (): Promise<ChildProcess> => {
    const child = fork(join(import.meta.dirname, '../support/job-process.js'), [world.db.urlAs('jobs'), world.now], {
      execArgv: [],
    });
    started.push(child);
    await once(child, 'message');
    return child;
  };
  const kill = async (child: ChildProcess) => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const holding = async (role: 'owner' | 'jobs', sql: string) => {
    const client = new pg.Client({ connectionString: world.db.urlAs(role) });
    await client.connect();
    await client.query('BEGIN');
    await client.query(sql);
    return async () => {
      await client.query('ROLLBACK');
      await client.end();
    };
  };
  const waiting = () =>
    world.db.as('jobs', async (client) => {
      const { rows } = await client.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = 'throughline_jobs' AND wait_event_type = 'Lock'`,
      );
      expect(rows).toHaveLength(1);
      return rows[0]!.pid;
    });
  const isWaiting = async () => {
    await waiting();
  };
  const takenOver = async (id: Id) => {
    const runner = runnerOf(world);
    await runner.start();
    await eventually(async () => expect(await jobsLeft(world)).toBe(0), 15_000);
    await runner.stop();
    expect([await told(id), (await recorded(id)).length]).toEqual([[{ kind: 'task_due' }], 1]);
  };

  it('is told once when its worker is killed before COMMIT: another takes the job over within seconds', async () => {
    const id = await open({ at: world.now });
    const release = await holding('owner', 'LOCK TABLE notice IN SHARE ROW EXCLUSIVE MODE');
    const child = await worker();
    await remind();
    await eventually(isWaiting);
    await kill(child);
    await release();
    expect(await told(id)).toEqual([]);
    await takenOver(id);
  }, 40_000);

  it('is told once when its worker is killed after COMMIT and before the queue heard of it', async () => {
    const id = await open({ at: world.now });
    const releaseNotices = await holding('owner', 'LOCK TABLE notice IN SHARE ROW EXCLUSIVE MODE');
    const child = await worker();
    await remind();
    await eventually(isWaiting);
    const releaseJob = await holding('jobs', 'SELECT FROM graphile_worker._private_jobs FOR UPDATE');
    await releaseNotices();
    await eventually(async () => expect(await told(id)).toHaveLength(1));
    await eventually(isWaiting);
    const completing = await waiting();
    await kill(child);
    await world.db.as('jobs', (client) => client.query('SELECT pg_terminate_backend($1)', [completing]));
    await releaseJob();
    expect(await jobsLeft(world)).toBe(1);
    await takenOver(id);
  }, 40_000);
});
