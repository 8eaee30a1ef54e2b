import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/platform/database/connect.js';
import { assertServingRole } from '../../src/platform/database/assert-serving.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { provision } from '../../src/platform/database/provision.js';
import { EVERY_ROLE, provisioningSql, rolePassword, roleUrl } from '../../src/platform/database/roles.js';
import { embeddedCluster, hasPostgres15, postgres15, type TestCluster } from '../support/servers.js';

const SECRET = 'Jx2mVQ9tLr7wZc4KpB8sYd1NfHg6TeRu';
const OTHER = 'q7WmZ2xTn5VbKc8RpLd3YsJf6HgEuA1o';

/** The rows that provisioning could write, by the transaction that wrote each last. */
const CATALOGUE_ROWS = `
  SELECT 'database ' || datname || ' ' || xmin AS version FROM pg_database
  UNION ALL SELECT 'role ' || rolname || ' ' || xmin FROM pg_authid
  UNION ALL SELECT 'schema ' || nspname || ' ' || xmin FROM pg_namespace ORDER BY 1`;

const whoAmI = (url: string) =>
  withClient(url, async (client) => (await client.query<{ me: string }>('SELECT current_user AS me')).rows[0]?.me);

const logged = { durable: false, settings: { log_statement: 'all' } };

describe.each([
  { name: 'the PostgreSQL that comes along', open: () => embeddedCluster(logged), there: true },
  { name: 'the oldest PostgreSQL that fits, 15', open: postgres15, there: hasPostgres15 },
])('roles on $name', ({ open, there }) => {
  // Where PostgreSQL 15 is not installed the run shows these as skipped.
  const when = there ? it : it.skip;
  let cluster: TestCluster;

  beforeAll(async () => {
    if (there) cluster = await open();
  }, 30_000);
  afterAll(async () => {
    if (there) await cluster.remove();
  });

  when('are made once, however many replicas and databases of the cluster start together', async () => {
    const databases = await Promise.all([1, 2, 3, 4].map((number) => cluster.makeDatabase(`together_${number}`)));
    const starts = [...databases, ...databases, ...databases];
    await Promise.all(starts.map((directUrl) => provision({ directUrl, secret: SECRET })));
    for (const url of databases) {
      const names = await Promise.all(EVERY_ROLE.map((role) => whoAmI(roleUrl(url, SECRET, role))));
      expect(names).toEqual(['throughline_owner', 'throughline_app', 'throughline_jobs', 'throughline_sealer']);
    }
  });

  when('migrate an empty database from three replicas at once, and serve none past row-level security', async () => {
    const directUrl = await cluster.makeDatabase('migrated');
    await provision({ directUrl, secret: SECRET });
    await Promise.all([1, 2, 3].map(() => migrate({ directUrl, secret: SECRET })));
    await withClient(roleUrl(directUrl, SECRET, 'app'), assertServingRole);
    await expect(withClient(directUrl, assertServingRole)).rejects.toThrow('connects as postgres');
    await withClient(directUrl, (client) => client.query('ALTER ROLE throughline_app BYPASSRLS'));
    await expect(withClient(roleUrl(directUrl, SECRET, 'app'), assertServingRole)).rejects.toThrow('NOBYPASSRLS');
    await withClient(directUrl, (client) => client.query('ALTER ROLE throughline_app NOBYPASSRLS'));
  });

  when('refuse a replica with another secret, and take a new one on purpose', async () => {
    const directUrl = await cluster.makeDatabase('secrets');
    await provision({ directUrl, secret: SECRET });
    await expect(provision({ directUrl, secret: OTHER })).rejects.toThrow('another THROUGHLINE_SECRET');
    expect(await whoAmI(roleUrl(directUrl, SECRET, 'app'))).toBe('throughline_app');
    await withClient(directUrl, (client) => client.query(provisioningSql(OTHER, 'secrets')));
    await provision({ directUrl, secret: OTHER });
    await provision({ directUrl, secret: SECRET, passwords: 'replace' });
    expect(await whoAmI(roleUrl(directUrl, SECRET, 'app'))).toBe('throughline_app');
  });

  when('are asked of an administrator where the account may not make them', async () => {
    const adminUrl = await cluster.makeDatabase('"strange ""name"""');
    const strange = Object.assign(new URL(adminUrl), {
      pathname: `/${encodeURIComponent('strange "name"')}`,
    }).toString();
    await withClient(cluster.url(), (client) => client.query(`CREATE ROLE plain LOGIN PASSWORD 'plain'`));
    const plainUrl = Object.assign(new URL(strange), { username: 'plain', password: 'plain' }).toString();
    const attempt = () => provision({ directUrl: plainUrl, secret: SECRET });
    await expect(attempt()).rejects.toThrow(/npm run database:roles/);
    await withClient(strange, (client) => client.query(provisioningSql(SECRET, 'strange "name"')));
    await withClient(strange, (client) => client.query(`GRANT CONNECT ON DATABASE "strange ""name""" TO plain`));
    await attempt();
    expect(await whoAmI(roleUrl(plainUrl, SECRET, 'jobs'))).toBe('throughline_jobs');
  });

  when('change nothing when everything stands', async () => {
    const directUrl = await cluster.makeDatabase('unchanged');
    await provision({ directUrl, secret: SECRET });
    const versions = () =>
      withClient(directUrl, async (client) => (await client.query<{ version: string }>(CATALOGUE_ROWS)).rows);
    const before = await versions();
    await provision({ directUrl, secret: SECRET });
    expect(await versions()).toEqual(before);
  });
});

it('no password of a role is ever sent in the clear, not even to a log of every statement', async () => {
  const cluster = await embeddedCluster(logged);
  const directUrl = await cluster.makeDatabase('secretive');
  await provision({ directUrl, secret: SECRET });
  const log = readFileSync(join(cluster.folder, 'server.log'), 'utf8');
  await cluster.remove();
  expect(log).toContain('CREATE ROLE throughline_app');
  for (const role of EVERY_ROLE) {
    expect(log).not.toContain(rolePassword(SECRET, role));
    expect(provisioningSql(SECRET, 'secretive')).not.toContain(rolePassword(SECRET, role));
  }
});
