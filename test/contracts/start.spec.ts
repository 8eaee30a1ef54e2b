import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/platform/database/connect.js';
import { provisioningSql } from '../../src/platform/database/roles.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { asOwner, freePort, installation, plantAccount, Programme, temporaryFolder } from '../support/programme.js';
import { embeddedCluster, hasPostgres15, postgres15, type TestCluster } from '../support/servers.js';

const shell = promisify(execFile);

describe('a start with nothing but the programme', () => {
  const folder = temporaryFolder();
  let programme: Programme | undefined;
  const begin = async (env: Record<string, string> = {}) =>
    (programme = await Programme.start(env, { cwd: folder.path }));
  const file = (...names: string[]) => join(folder.path, '.throughline', ...names);
  const curlLine = () => /curl -s .*/.exec(programme!.said)![0];

  const taken = createServer();

  afterEach(() => programme?.stop());
  afterAll(() => {
    taken.close();
    folder.remove();
  });

  it('prints one line that works as pasted, and a login for each role', async () => {
    const { url } = await begin();
    const { stdout } = await shell('sh', ['-c', curlLine()]);
    const logged = JSON.parse(stdout) as { id: string; clientId: string };
    expect(logged).toMatchObject({ channel: 'phone', outcome: 'reached', minutes: 5 });
    const token = /Bearer (\S+)'/.exec(programme!.said)![1]!;
    const client = await programme!.send('GET', `/v1/clients/${logged.clientId}`, { token });
    expect(((await client.json()) as { goesBy: string }).goesBy).toBe('Wren');
    expect((await programme!.send('GET', `/v1/contacts/${logged.id}`, { token })).status).toBe(200);
    expect((await fetch(`${url}/docs`)).status).toBe(200);

    const password = /with the password (\S+) as/.exec(programme!.said)![1]!;
    const emails = [...programme!.said.matchAll(/^ {2}([a-z_]+) +(\S+@demo\.example)/gm)];
    expect(new Set(emails.map(([, role]) => role)).size).toBe(10);
    // Few at a time: to the programme, many accounts from one address look like somebody trying doors.
    for (const [, , email] of emails.slice(0, 4)) {
      const answer = await programme!.send('POST', '/v1/auth/login', { body: { email, password } });
      expect(answer.status).toBe(200);
    }
  }, 60_000);

  it('keeps its keys for its user alone, and takes no token of an earlier start', async () => {
    for (const name of ['master.key', 'secret', 'demo.json']) expect(statSync(file(name)).mode & 0o777).toBe(0o600);
    await begin();
    const before = /Bearer (\S+)'/.exec(programme!.said)![1]!;
    expect((await programme!.send('GET', '/v1/me', { token: before })).status).toBe(200);
    expect(await programme!.stop()).toBe(0);
    expect(existsSync(file('postgres', 'data', 'postmaster.pid'))).toBe(false);
    await begin();
    expect((await programme!.send('GET', '/v1/me', { token: before })).status).toBe(401);
    expect(programme!.said).not.toContain('Planting the demo');
  }, 60_000);

  it('comes up after it was killed, and says so to a second one while it runs', async () => {
    await begin();
    await programme!.kill();
    await begin();
    const { stdout } = await shell('sh', ['-c', curlLine()]);
    expect(JSON.parse(stdout)).toMatchObject({ channel: 'phone', outcome: 'reached', minutes: 5 });
    await expect(Programme.start({}, { cwd: folder.path })).rejects.toThrow(/ended with 1[^]*Stop that one first/);
  }, 60_000);

  it('ends with a plain word when its database ends, and not half', async () => {
    await begin();
    const [pid] = readFileSync(file('postgres', 'data', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    expect(await programme!.gone()).toBe(1);
    expect(programme!.said).toMatch(/The database ended without being asked[^]*Start again/);
  }, 60_000);

  it('makes no token where others than this machine can reach it', async () => {
    await begin({ HOST: '0.0.0.0' });
    expect(programme!.said).toContain('HOST reaches beyond this machine');
    expect(programme!.said).not.toContain('Bearer');
  }, 60_000);

  it('takes the next port when its default is taken, but not when somebody named it', async () => {
    await new Promise<void>((done) => taken.once('error', () => done()).listen(3000, '127.0.0.1', done));
    await begin({ PORT: '' });
    expect(programme!.said).toMatch(/Port 3000 is taken by another programme; this one listens on 30\d\d/);
    await programme!.stop();
    await expect(begin({ PORT: '3000' })).rejects.toThrow(/ended with 1[^]*set PORT to a free port/);
  }, 60_000);
});

const servers = [
  { name: 'the oldest that fits, PostgreSQL 15', open: postgres15, there: hasPostgres15, cheap: true },
  { name: 'PostgreSQL 18', open: () => embeddedCluster(), there: true, cheap: false },
];

// Where PostgreSQL 15 is not installed the run shows its part as skipped.
for (const { name, open, there, cheap } of servers) {
  (there ? describe : describe.skip)(`a start on a server of one's own: ${name}`, () => {
    let cluster: TestCluster;
    let good: Record<string, string>;

    beforeAll(async () => {
      cluster = await open();
      good = installation(await cluster.makeDatabase('own'));
    }, 30_000);
    afterAll(() => cluster.remove());

    const refusal = async (env: Record<string, string>): Promise<string> => {
      const said = await Programme.start({ ...good, ...env }).then(
        async (programme) => `It came up: ${String(await programme.stop())}`,
        (fault: unknown) => (fault as Error).message,
      );
      expect(said).toMatch(/^It ended with 1 and said:\n/);
      expect(said).not.toMatch(/\n\s+at |node:internal/);
      for (const secret of [good['THROUGHLINE_SECRET']!, good['MASTER_KEY']!]) expect(said).not.toContain(secret);
      return said;
    };
    const url = (change: Partial<Pick<URL, 'username' | 'password' | 'port' | 'pathname' | 'hostname'>>) =>
      Object.assign(new URL(good['DATABASE_URL']!), change).toString();

    it('comes up, offers the first administrator a link, and leaves nothing of a demo', async () => {
      const programme = await Programme.start(good);
      const kim = await plantAccount(good, 'counsellor');
      expect((await programme.signIn(kim)).accessToken).toBeTruthy();
      expect(programme.said).toMatch(/first administrator[^]*\/v1\/auth\/invitations#/);
      expect(programme.said).not.toMatch(/demo|Bearer/i);
      expect(await programme.stop()).toBe(0);
    }, 60_000);

    it('names the SQL where its account may not make the roles, and starts once that was run', async () => {
      await withClient(cluster.url(), (client) => client.query(`CREATE ROLE plain LOGIN PASSWORD 'plain'`));
      const empty = await cluster.makeDatabase('without_roles');
      await withClient(empty, (client) => client.query('REVOKE ALL ON DATABASE without_roles FROM throughline_app'));
      const DATABASE_URL = Object.assign(new URL(empty), { username: 'plain', password: 'plain' }).toString();
      expect(await refusal({ DATABASE_URL })).toContain('npm run database:roles > roles.sql');
      await withClient(empty, (client) => client.query(provisioningSql(good['THROUGHLINE_SECRET']!, 'without_roles')));
      await withClient(empty, (client) => client.query('GRANT CONNECT ON DATABASE without_roles TO plain'));
      const programme = await Programme.start({ ...good, DATABASE_URL });
      expect(await programme.stop()).toBe(0);
    }, 60_000);

    // What follows does not depend on the version, and each start takes its second.
    if (cheap) return;

    it('says in one plain message what is wrong and what mends it', async () => {
      const port = await freePort();
      expect(await refusal({ DATABASE_URL: url({ port: String(port) }) })).toContain(
        'does not answer. Check host and port',
      );
      expect(await refusal({ DATABASE_URL: url({ hostname: 'nowhere.invalid' }) })).toMatch(/host in DATABASE_URL/);
      expect(await refusal({ DATABASE_URL: url({ password: 'guessed' }) })).toContain('does not accept the password');
      expect(await refusal({ DATABASE_URL: url({ pathname: '/nothing_here' }) })).toContain('CREATE DATABASE');
      expect(await refusal({ THROUGHLINE_SECRET: 'q7WmZ2xTn5VbKc8RpLd3YsJf6HgEuA1o' })).toContain(
        'Give every replica the same',
      );
      expect(await refusal({ MASTER_KEY: MasterKeys.make() })).toContain('The master key does not fit this database');
      expect(await refusal({ HOST: '192.0.2.1', PORT: '4711' })).toContain('not an address of this machine');
      expect(await refusal({ PORT: 'many', LOG_LEVEL: 'loud' })).toMatch(/PORT must be[^]*LOG_LEVEL must be/);
    }, 60_000);

    it('does not touch a schema that is newer than it knows', async () => {
      const DATABASE_URL = await cluster.makeDatabase('newer');
      const programme = await Programme.start({ ...good, DATABASE_URL });
      await programme.stop();
      await asOwner({ ...good, DATABASE_URL }, (query) =>
        query(`INSERT INTO schema_migration (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`),
      );
      expect(await refusal({ DATABASE_URL })).toMatch(/FromTheFuture9999999999999[^]*Start the newer version/);
    }, 60_000);

    it('serves nobody as a role that stands above row-level security', async () => {
      const above = (verb: string) =>
        withClient(cluster.url(), (client) => client.query(`ALTER ROLE throughline_app ${verb}`));
      await above('BYPASSRLS');
      expect(await refusal({})).toContain('ALTER ROLE … NOSUPERUSER NOBYPASSRLS');
      await above('NOBYPASSRLS');
    }, 60_000);
  });
}
