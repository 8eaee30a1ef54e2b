import { rm } from 'node:fs/promises';

export default async function globalTeardown() {
  const { withClient } = await import('../../dist/src/platform/database/connect.js');
  const { adminUrl, template } = globalThis.testTemplate;
  await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`));
  await globalThis.testPostgres?.stop();
  if (globalThis.testPostgresFolder) await rm(globalThis.testPostgresFolder, { recursive: true, force: true });
}
