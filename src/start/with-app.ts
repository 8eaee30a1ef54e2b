import type { INestApplicationContext } from '@nestjs/common';
import { createApp } from '../app.js';
import { appDatabase } from '../platform/database/app-database.js';
import { roleUrl } from '../platform/database/roles.js';
import { MasterKeys } from '../platform/sealing/master-key.js';
import { ROWS } from '../rows.js';
import type { FoundDatabase } from './find-database.js';
import { addressOf } from './serve.js';

/** The programme without its server, as the application, for a command of the host. */
export async function withApp<T>(
  { config, server }: FoundDatabase,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const { preparedStatements, host, port } = config;
  const url = roleUrl(server.url, config.secret, 'app');
  const database = await appDatabase({ url, poolSize: 2, preparedStatements, rows: ROWS }).initialize();
  try {
    const app = await createApp({
      ...{ database, masterKeys: new MasterKeys(config.masterKeys), clock: { now: undefined } },
      publicUrl: config.publicUrl ?? addressOf(host, port.number),
    });
    await app.init();
    return await work(app).finally(() => app.close());
  } finally {
    await database.destroy();
  }
}
