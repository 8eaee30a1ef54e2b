import { afterEach, describe, expect, it } from '@jest/globals';
import { embeddedCluster, type ClusterOptions } from '../support/servers.js';
import { withClient } from '../../src/platform/database/connect.js';
import { installation, Programme } from '../support/programme.js';
import { Writers, fatesOf } from './writers.js';

/** Small in every test run, in full by `npm run prove`. */
const FULL = process.env['PROOF'] === 'full';
const CUTS = FULL ? 25 : 2;
/** Milliseconds between cuts. */
const BETWEEN = FULL ? 2_000 : 900;

/** Writes before and after each cut, however busy the machine is. */
const ENOUGH = 20;

const pause = (milliseconds: number) => new Promise((wake) => setTimeout(wake, milliseconds));

describe('writes that were acknowledged, when something is killed with -9 in the middle of them', () => {
  const cleaning: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (let clean = cleaning.pop(); clean; clean = cleaning.pop()) await clean();
  });

  async function open(options: ClusterOptions) {
    const cluster = await embeddedCluster(options);
    cleaning.push(() => cluster.remove());
    const env = installation(await cluster.makeDatabase('writes'));
    let programme = await Programme.start(env);
    cleaning.push(() => programme.stop());
    const writers = await Writers.of(env, () => programme, 8);
    const restart = async () => {
      await programme.kill();
      programme = await Programme.start(env);
    };
    return { cluster, env, writers, restart };
  }

  it('are all there, each once, after the API was killed', async () => {
    const { env, writers, restart } = await open({});
    const done = writers.write();
    for (let cut = 0; cut < CUTS; cut += 1) {
      await Promise.all([pause(BETWEEN), writers.acknowledge(ENOUGH)]);
      await restart();
    }
    await Promise.all([pause(BETWEEN), writers.acknowledge(ENOUGH)]);
    writers.stop();
    await done;
    const fates = await fatesOf(env, writers.acknowledged);
    expect(fates).toMatchObject({ lost: [], doubled: [], unasked: [] });
    expect(writers.acknowledged.size).toBeGreaterThan(50);
    expect(writers.interrupted).toBeGreaterThan(0);
  }, 240_000);

  it('are all there, each once, after PostgreSQL was killed', async () => {
    const { cluster, env, writers } = await open({});
    const done = writers.write();
    for (let cut = 0; cut < CUTS; cut += 1) {
      await Promise.all([pause(BETWEEN), writers.acknowledge(ENOUGH)]);
      await cluster.crash();
    }
    await Promise.all([pause(BETWEEN), writers.acknowledge(ENOUGH)]);
    writers.stop();
    await done;
    const fates = await fatesOf(env, writers.acknowledged);
    expect(fates).toMatchObject({ lost: [], doubled: [], unasked: [] });
    expect(writers.acknowledged.size).toBeGreaterThan(50);
    expect(writers.interrupted).toBeGreaterThan(0);
  }, 240_000);

  it('are found missing by the same check where PostgreSQL acknowledges before it has written', async () => {
    const forgetful = { synchronous_commit: 'off', wal_writer_delay: '10s', wal_writer_flush_after: '1GB' };
    const { cluster, env, writers } = await open({ settings: forgetful });
    await withClient(cluster.url(), (client) => client.query('CHECKPOINT')); // the writers themselves stay
    const done = writers.write();
    await pause(BETWEEN);
    await Promise.all([cluster.crash(), pause(50).then(() => writers.abandon())]);
    await done;
    const fates = await fatesOf(env, writers.acknowledged);
    expect(fates.lost.length).toBeGreaterThan(0);
  }, 60_000);
});
