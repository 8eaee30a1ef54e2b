import 'reflect-metadata';
import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../src/app.js';
import { Sealer } from '../src/audit/seal/sealer.js';
import { appDatabase } from '../src/platform/database/app-database.js';
import { roleUrl } from '../src/platform/database/roles.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { makeLog } from '../src/platform/log/log.js';
import { MasterKeys } from '../src/platform/sealing/master-key.js';
import { ROWS } from '../src/rows.js';

/** The programme as it serves, a log line a request included, but for the ceiling on requests: it is counted and never reached. */
const env = (name: string): string => process.env[name] ?? '';
const [directUrl, secret] = [env('BENCH_DATABASE'), env('BENCH_SECRET')];

const seals = join(tmpdir(), `throughline-bench-seals-${process.pid}.jsonl`);
const database = await appDatabase({
  ...{ url: roleUrl(directUrl, secret, 'app'), poolSize: Number(env('BENCH_POOL')), rows: ROWS },
}).initialize();
const app = await createApp({
  ...{ database, masterKeys: new MasterKeys(env('BENCH_MASTER_KEYS')), clock: { now: undefined } },
  ...{ log: makeLog('info', pino.destination('/dev/null')), jobsUrl: roleUrl(directUrl, secret, 'jobs') },
  sealer: { url: roleUrl(directUrl, secret, 'sealer'), file: seals },
  ceiling: { perToken: 1e9, perAddress: 1e9 },
});
await app.init();
await app.get(JobRunner).start();
app.get(Sealer).start();
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;
process.on('SIGTERM', () => {
  void app.close().then(() => {
    rmSync(seals, { force: true });
    process.exit(0);
  });
});
process.send?.({ url: `http://127.0.0.1:${port}` });
