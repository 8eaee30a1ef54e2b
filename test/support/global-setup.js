import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { build } from '../../tools/build.js';
import { roomInMemory } from './room-in-memory.js';

/** Thousands of connections are opened, each of which would derive its password anew 4,096 times, on both sides. */
const SETTINGS = { scram_iterations: '1' };

/**
 * One PostgreSQL for the whole run (TEST_DATABASE_URL: a superuser's URL of another), and in it one migrated template
 * that every test file clones: 24 ms instead of all migrations.
 */
export default async function globalSetup() {
  await build();
  const { startEmbeddedPostgres } = await import('../../dist/src/platform/embedded-postgres/embedded-postgres.js');
  const { provision } = await import('../../dist/src/platform/database/provision.js');
  const { migrate } = await import('../../dist/src/platform/database/migrate.js');
  const { withClient } = await import('../../dist/src/platform/database/connect.js');

  let adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) {
    const room = roomInMemory();
    const folder = room ? join(room, 'postgres') : `.throughline/test-postgres-${process.pid}`;
    if (room) process.env.THROUGHLINE_TEST_ROOM = room;
    globalThis.testFolder = room ?? folder;
    globalThis.testPostgres = await startEmbeddedPostgres({ folder, durable: false, settings: SETTINGS });
    adminUrl = globalThis.testPostgres.url('postgres');
  }
  const secret = randomBytes(36).toString('base64');
  const template = `throughline_template_${process.pid}`;
  await withClient(adminUrl, (client) => client.query(`CREATE DATABASE ${template}`));
  const directUrl = Object.assign(new URL(adminUrl), { pathname: `/${template}` }).toString();
  // On a server that stays (TEST_DATABASE_URL) the roles are still those of the run before.
  await provision({ directUrl, secret, passwords: 'replace' });
  await migrate({ directUrl, secret });
  process.env.THROUGHLINE_TEST = JSON.stringify({ adminUrl, secret, template });
  globalThis.testTemplate = { adminUrl, template };
}
