import { rm } from 'node:fs/promises';

export default async function globalTeardown() {
  const { withClient } = await import('../../dist/src/platform/database/connect.js');
  const { adminUrl, template } = globalThis.testTemplate;
  await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`));
  await globalThis.testPostgres?.stop();
  if (globalThis.testFolder) await rm(globalThis.testFolder, { recursive: true, force: true });
}
