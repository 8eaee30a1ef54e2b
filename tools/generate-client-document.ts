import 'reflect-metadata';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createApp } from '../src/app.js';
import { appDatabase } from '../src/platform/database/app-database.js';
import { ApiDocument } from '../src/platform/http/openapi/api-document.js';
import { MasterKeys } from '../src/platform/sealing/master-key.js';
import { ROWS } from '../src/rows.js';

/** The OpenAPI document as the programme serves it. Nothing is started: its database is never asked and need not be. */
export async function servedDocument(): Promise<OpenAPIObject> {
  const database = appDatabase({ url: 'postgres://nobody@localhost/nothing', poolSize: 1, rows: ROWS });
  const app = await createApp({ database, masterKeys: new MasterKeys(MasterKeys.make()), clock: { now: undefined } });
  return app.get(ApiDocument).document;
}
