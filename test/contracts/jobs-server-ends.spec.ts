import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { JobsDatabase } from '../../src/platform/jobs/jobs-database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { act } from '../support/client-record.js';
import { eventually } from '../support/eventually.js';
import { jobsLeft } from '../support/jobs.js';
import { World, type Worker } from '../support/world.js';

/** How a client says that it goes, and what a server says that is being stopped (57P01). */
const GOODBYE = Buffer.from([0x58, 0, 0, 0, 4]);
const FIELDS = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0');
const STOPPING = Buffer.concat([Buffer.from([0x45, 0, 0, 0, FIELDS.length + 4]), FIELDS]);

/** What a server that ends at the wrong moment does to a job that was done: nobody can say so any more. */
const REFUSE_ANSWERS = `
  CREATE SEQUENCE graphile_worker.refused;
  CREATE FUNCTION graphile_worker.refuse_answer() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM nextval('graphile_worker.refused'); RAISE 'not now'; END $$;
  CREATE TRIGGER refuse_answer BEFORE DELETE ON graphile_worker._private_jobs
     FOR EACH ROW EXECUTE FUNCTION graphile_worker.refuse_answer();`;
const ACCEPT_ANSWERS = `DROP FUNCTION graphile_worker.refuse_answer() CASCADE; DROP SEQUENCE graphile_worker.refused`;
/** What a sequence counted stays counted in spite of the refusal. */
const WAS_REFUSED = 'SELECT is_called AS refused FROM graphile_worker.refused';

/** The database behind a door that, asked to close a connection, says first that the whole server is ending. */
async function stoppingDoor(url: string): Promise<{ url: string; goodbyes: () => number; close: () => void }> {
  const { hostname: host, port } = new URL(url);
  const sockets: Socket[] = [];
  let goodbyes = 0;
  const door = createServer((client) => {
    const server = connect({ host, port: Number(port) });
    sockets.push(client, server);
    client.on('error', () => server.destroy()).on('close', () => server.destroy());
    server.on('error', () => client.destroy()).on('close', () => client.end());
    server.pipe(client, { end: false });
    client.on('data', (said) => {
      if (!said.subarray(-GOODBYE.length).equals(GOODBYE)) return void server.write(said);
      goodbyes += 1;
      client.end(STOPPING, () => server.end(said));
    });
  });
  await new Promise<void>((open) => door.listen(0, '127.0.0.1', open));
  const own = Object.assign(new URL(url), {
    hostname: '127.0.0.1',
    port: String((door.address() as AddressInfo).port),
  });
  const close = () => {
    for (const socket of sockets) socket.destroy();
    door.close();
  };
  return { url: own.toString(), goodbyes: () => goodbyes, close };
}

describe('a runner whose server ends', () => {
  let world: World;
  let peer: Worker;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
  });
  afterAll(() => world.close());

  let runner: JobRunner;
  afterEach(() => runner.stop());

  const start = (url: string, run: () => Promise<void>) => {
    runner = new JobRunner(new JobsDatabase(url), [{ task: 'purge-receipts', run }]);
    return runner.start();
  };
  const enqueue = () => act(world, peer, (tx) => world.app.get(Jobs).enqueue(tx, 'purge-receipts', {}));
  const asJobs = (sql: string) => world.db.as('jobs', (client) => client.query(sql));
  const refusal = () => eventually(async () => expect((await asJobs(WAS_REFUSED)).rows).toEqual([{ refused: true }]));

  it('goes on with new connections when the server closed them all', async () => {
    let did = 0;
    await start(world.db.urlAs('jobs'), async () => void (did += 1));
    await enqueue();
    await eventually(async () => expect([did, await jobsLeft(world)]).toEqual([1, 0]));
    const others = 'usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()';
    await asJobs(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
    await enqueue();
    await eventually(async () => expect([did, await jobsLeft(world)]).toEqual([2, 0]));
  });

  it('is begun again when it could not put down how a job went, and that job is done once more', async () => {
    let did = 0;
    await start(world.db.urlAs('jobs'), async () => void (did += 1));
    await asJobs(REFUSE_ANSWERS);
    await enqueue();
    await refusal();
    expect(did).toBe(1);
    await asJobs(ACCEPT_ANSWERS);
    await enqueue();
    await eventually(async () => expect([did, await jobsLeft(world)]).toEqual([3, 0]));
  });

  // The second stop comes while the queue is being begun again, or next to it.
  it.each([100, 1_003])('stays stopped when that comes %i ms after the queue ended by itself', async (later) => {
    let did = 0;
    await start(world.db.urlAs('jobs'), async () => void (did += 1));
    await asJobs(REFUSE_ANSWERS);
    await enqueue();
    await refusal();
    await asJobs(ACCEPT_ANSWERS);
    await setTimeout(later);
    await runner.stop();
    const before = did;
    await enqueue();
    await setTimeout(1_500);
    expect(did).toBe(before);
    await asJobs('DELETE FROM graphile_worker._private_jobs');
  });

  it('stops quietly when the server ends at the same moment', async () => {
    const door = await stoppingDoor(world.db.urlAs('jobs'));
    await start(door.url, async () => undefined);
    await enqueue();
    await eventually(async () => expect(await jobsLeft(world)).toBe(0));
    await runner.stop();
    await eventually(async () => expect(door.goodbyes()).toBeGreaterThan(2));
    await setTimeout(200); // a fault that nobody listens to would end the process here
    door.close();
  });
});
