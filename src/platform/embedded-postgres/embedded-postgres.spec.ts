import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { findBinaries } from './binaries.js';
import { openPlace } from './place.js';
import { serverSettings } from './server-settings.js';
import { launch } from './server.js';

describe('the PostgreSQL that comes with the program', () => {
  let folder: string;
  const started: EmbeddedPostgres[] = [];

  // Making a database takes a second, starting it again a tenth: they share one.
  beforeAll(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'through line ')), 'postgres');
  });

  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.stop()));
  });

  afterAll(() => {
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  async function start(settings: Readonly<Record<string, string>> = {}): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ folder, durable: false, settings });
    started.push(server);
    return server;
  }

  const pidFile = () => join(folder, 'data', 'postmaster.pid');

  it('starts in an empty folder whose path has a space, for who knows the password', async () => {
    const server = await start();
    expect(await ask(server.url(), 'show server_encoding')).toBe('UTF8');
    expect(await ask(server.url(), "select datlocale from pg_database where datname = 'postgres'")).toBe('C.UTF-8');
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    const guessed = server.url().replace(/:[^:@]+@/, ':guessed@');
    await expect(ask(guessed, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('has room for the connections of the program, and takes settings', async () => {
    const server = await start({ work_mem: '5MB' });
    expect(await ask(server.url(), 'show max_connections')).toBe('200');
    expect(await ask(server.url(), 'show work_mem')).toBe('5MB');
    expect(await ask(server.url(), 'show listen_addresses')).toBe('127.0.0.1');
  });

  it('keeps its data, password and port from one start to the next', async () => {
    const first = await start();
    await ask(first.url(), 'create table kept as select 7 as seven');
    await first.stop();
    const second = await start();
    expect(second.url()).toBe(first.url());
    expect(await ask(second.url(), 'select seven from kept')).toBe(7);
  });

  it('stops once, however often it is asked', async () => {
    const server = await start();
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    await expect(ask(server.url(), 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('forgets a pid file whose process is another program', async () => {
    await (await start()).stop();
    writeFileSync(pidFile(), `${process.pid}\n${join(folder, 'data')}\n0\n1\n\n127.0.0.1\n\nready\n`);
    const server = await start();
    expect(await ask(server.url(), 'select 1')).toBe(1);
  });

  it('moves to another port when somebody else listens on its own', async () => {
    const first = await start();
    await first.stop();
    const other = createServer().listen(first.port, '127.0.0.1');
    const second = await start();
    other.close();
    expect(second.port).not.toBe(first.port);
    expect(await ask(second.url(), 'select 1')).toBe(1);
    expect(Number(readFileSync(join(folder, 'port'), 'utf8'))).toBe(second.port);
  });

  it('starts again at once after a crash, with what was committed', async () => {
    const first = await start();
    await ask(first.url(), 'create table committed as select 7 as seven');
    first.kill();
    const second = await start();
    expect(await ask(second.url(), 'select seven from committed')).toBe(7);
  });

  it('runs once a folder, even when started twice at the same moment', async () => {
    const attempts = await Promise.allSettled([start(), start()]);
    const refused = attempts.filter((attempt) => attempt.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(String(refused[0]?.reason)).toContain('Stop that one first');
  });

  it('names the running server to a second start', async () => {
    await start();
    await expect(start()).rejects.toThrow(`process ${process.pid}`);
  });

  it('stops a server whose program was killed, and starts its own', async () => {
    const first = await start();
    await first.stop();
    // A server like the one of a killed program: running, and nobody holds the folder's lock.
    const place = openPlace(folder);
    const orphan = await launch(place, await findBinaries(place.account), serverSettings(first.port, {}));
    const server = await start();
    expect(orphan.exitCode).toBe(0);
    expect(server.port).toBe(first.port);
    expect(await ask(server.url(), 'select 1')).toBe(1);
  });

  it('shows the end of the log when the server does not come up', async () => {
    await expect(start({ shared_buffers: 'plenty' })).rejects.toThrow(/server\.log:[^]*invalid value for parameter/);
    expect(await ask((await start()).url(), 'select 1')).toBe(1);
  });

  it('begins anew after a first start that was broken off', async () => {
    rmSync(join(folder, 'data'), { recursive: true });
    mkdirSync(join(folder, 'data.making', 'base'), { recursive: true });
    expect(await ask((await start()).url(), 'select 1')).toBe(1);
  });

  it('says what is missing when the password file is gone', async () => {
    renameSync(join(folder, 'password'), join(folder, 'elsewhere'));
    await expect(start()).rejects.toThrow('Put the file back');
    renameSync(join(folder, 'elsewhere'), join(folder, 'password'));
  });

  it('keeps the words of failed statements out of its log', async () => {
    const server = await start();
    await ask(server.url(), 'create table people (name text unique)');
    await ask(server.url(), "insert into people values ('Rosalind')");
    await expect(ask(server.url(), "insert into people values ('Rosalind')")).rejects.toThrow('duplicate key');
    await server.stop();
    const log = readFileSync(join(folder, 'server.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('Rosalind');
  });
});

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: question, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}
