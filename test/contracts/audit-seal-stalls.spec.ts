import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sealer, type SealerSettings } from '../../src/audit/seal/sealer.js';
import { ReadyChecks } from '../../src/platform/health/ready-checks.js';
import { Metrics } from '../../src/platform/http/metrics.js';
import { Transactions } from '../../src/platform/database/transaction.js';
import { HouseKeys } from '../../src/platform/sealing/house-keys.js';
import { eventually } from '../support/eventually.js';
import { temporaryFolder } from '../support/programme.js';
import { othersAreDone } from '../support/sealed-audit.js';
import { World } from '../support/world.js';

const THREAD = new URL('../../dist/src/audit/seal/seal-thread.js', import.meta.url);
const AN_OLD_ROW = `INSERT INTO audit_entry (id, at, request_id, event, outcome, classes, facts)
  VALUES (gen_random_uuid(), now() - interval '3 minutes', gen_random_uuid(), 'planted', 'done', '{}', '{}')`;
const SINCE = `UPDATE audit_seal_progress SET moved_at = now() - $1::interval`;

describe('sealing that stalls', () => {
  const folder = temporaryFolder();
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(async () => {
    await world.close();
    folder.remove();
  });

  const sealer = (settings: SealerSettings) => {
    const [transactions, metrics] = [world.app.get(Transactions), new Metrics()];
    const made = new Sealer(
      { thread: THREAD, ...settings },
      world.app.get(HouseKeys),
      transactions,
      new ReadyChecks(transactions),
      metrics,
    );
    return { made, told: () => metrics.registry.metrics() };
  };
  const unsealed = async () =>
    (await world.look('SELECT FROM audit_entry e LEFT JOIN audit_leaf l ON l.entry_id = e.id WHERE l.place IS NULL'))
      .length;
  const ready = () => world.anonymous.get('/health/ready');

  it('is told to whoever asks whether this is ready, and is not for a row of now', async () => {
    await world.plant(SINCE, ['1 second']);
    await world.plant(AN_OLD_ROW);
    await ready().expect(200);
    await world.plant(SINCE, ['3 minutes']);
    expect((await ready().expect(503)).body).toMatchObject({ down: ['sealing'] });
  });

  it('is over as soon as somebody seals, with numbers that name nobody', async () => {
    const { made, told } = sealer({ url: world.db.urlAs('sealer'), file: join(folder.path, 'seals.jsonl') });
    await othersAreDone(world.db);
    made.start();
    await eventually(async () => expect(await unsealed()).toBe(0));
    await made.seal();
    const text = await told();
    expect(text).toMatch(/^audit_sealed_entries_total 1$/m);
    expect(text).toMatch(/^audit_seal_lag_seconds 0$/m);
    await world.plant(SINCE, ['3 minutes']);
    await ready().expect(200); // nothing waits
    await world.plant(AN_OLD_ROW);
    await ready().expect(503);
    await othersAreDone(world.db);
    await made.stop(); // seals what is left
    expect(await unsealed()).toBe(0);
    await ready().expect(200);
  });

  it('begins anew when its thread ends', async () => {
    await world.plant(AN_OLD_ROW);
    const [mark, url] = [join(folder.path, 'ended'), world.db.urlAs('sealer')];
    const thread = new URL(`data:text/javascript,import { existsSync, writeFileSync } from 'node:fs';
      if (!existsSync('${mark}')) { writeFileSync('${mark}', ''); process.exit(1); }
      await import('${THREAD.href}')`);
    const { made, told } = sealer({ url, file: join(folder.path, 'seals.jsonl'), thread });
    made.start();
    await eventually(async () => expect(await told()).toMatch(/^audit_seal_faults_total 1$/m));
    expect(await unsealed()).toBe(1);
    await othersAreDone(world.db);
    await made.seal();
    expect(await unsealed()).toBe(0);
    await made.stop();
  });

  it('comes of a file that cannot be written as well, and says so', async () => {
    await world.plant(AN_OLD_ROW);
    const { made, told } = sealer({
      url: world.db.urlAs('sealer'),
      file: join(import.meta.filename, 'no', 'such.jsonl'),
    });
    made.start();
    await eventually(async () => expect(await told()).toMatch(/^audit_seal_faults_total [1-9]/m));
    await made.stop();
    expect(await unsealed()).toBe(1);
    await world.plant(SINCE, ['3 minutes']);
    expect((await ready().expect(503)).body).toMatchObject({ down: ['sealing'] });
  });
});
