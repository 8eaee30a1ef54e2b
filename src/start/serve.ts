import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import type { Config, DatabaseServer } from '../platform/config/config.js';
import { appDatabase } from '../platform/database/app-database.js';
import { roleUrl } from '../platform/database/roles.js';
import { Metrics } from '../platform/http/metrics.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { makeLog } from '../platform/log/log.js';
import { HouseKeys } from '../platform/sealing/house-keys.js';
import { MasterKeys } from '../platform/sealing/master-key.js';
import { ROWS } from '../rows.js';
import * as say from './say.js';
import { settlePort } from './settle-port.js';
import { StartFault } from './start-fault.js';
import type { Stops } from './stops.js';

export interface Serving {
  readonly app: NestFastifyApplication;
  /** Where it listens. */
  readonly url: string;
}

/** Requests, background work and metrics, in this process. */
export async function serve(config: Config, server: DatabaseServer, stops: Stops): Promise<Serving> {
  const { host, poolSize, preparedStatements, publicUrl } = config;
  const heals = config.server === undefined;
  const port = await settlePort({ name: 'PORT', port: config.port, host, heals });
  const metricsPort = await settlePort({ name: 'METRICS_PORT', port: config.metricsPort, host, heals });

  const url = roleUrl(server.url, config.secret, 'app');
  const database = await appDatabase({ url, poolSize, preparedStatements, rows: ROWS }).initialize();
  stops.add(() => database.destroy());
  const app = await createApp({
    ...{ database, masterKeys: new MasterKeys(config.masterKeys), clock: { now: undefined } },
    log: makeLog(config.logLevel),
    jobsUrl: roleUrl(server.directUrl, config.secret, 'jobs'),
    sealer: { url: roleUrl(server.directUrl, config.secret, 'sealer'), file: config.auditSealsFile },
    publicUrl: publicUrl ?? addressOf(host, port),
    passwordCost: config.passwordCost,
    trustedProxies: config.trustedProxies,
  });
  stops.add(() => app.close());
  await app.init();
  await assertMasterKeyOpens(app);
  if (config.backgroundWork) await app.get(JobRunner).start();
  const metrics = await app.get(Metrics).serve(host, metricsPort);
  stops.add(() => metrics.close());
  await app.listen(port, host);
  if (config.port.number !== port) say.otherPort(config.port.number, port);
  return { app, url: addressOf(host, listeningPort(app)) };
}

/** Otherwise a wrong master key would show itself only at somebody's sign-in. */
async function assertMasterKeyOpens(app: NestFastifyApplication): Promise<void> {
  const keys = app.get(HouseKeys);
  try {
    const secrets = (['search', 'receipt', 'address', 'audit-seal'] as const).map((purpose) => keys.secrets(purpose));
    await Promise.all([keys.signing(), ...secrets]);
  } catch (cause) {
    throw new StartFault(`The master key does not fit this database. ${(cause as Error).message}`, { cause });
  }
}

function listeningPort(app: NestFastifyApplication): number {
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}

export const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
