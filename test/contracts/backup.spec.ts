import { execFile } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readManifest } from '../../src/backup/manifest.js';
import { demoId } from '../../src/demo/demo-id.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { openHouse, type House } from '../support/house.js';
import { asOwner, Programme, temporaryFolder } from '../support/programme.js';

const run = promisify(execFile);
const COMMAND = fileURLToPath(new URL('../../dist/src/backup/main.js', import.meta.url));
const NOTE = 'The lake before the ice.';

/** What it says on both channels, and its exit code. */
async function command(env: Record<string, string>, args: readonly string[], cwd: string) {
  const done = run(process.execPath, [COMMAND, ...args], { cwd, env: { PATH: process.env['PATH'], ...env } });
  return done.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (fault: unknown) => {
      const { code, stdout, stderr } = fault as { code: number; stdout: string; stderr: string };
      return { code, said: stdout + stderr };
    },
  );
}

describe('a backup', () => {
  const folder = temporaryFolder();
  const copy = join(folder.path, 'copy');
  let house: House;
  let clientId: string;

  beforeAll(async () => {
    house = await openHouse(2);
    ({ id: clientId } = await house.make('/v1/clients', { goesBy: 'Ondine Marchbanks' }));
    await house.make(`/v1/clients/${clientId}/care-plan/sections`, { section: 'know_about_me', text: NOTE });
    await house.make(`/v1/clients/${clientId}/channels`, { kind: 'phone', value: '403-555-0160', mayContact: true });
    await house.make(`/v1/clients/${clientId}/tasks`, {
      kind: 'call_her_back',
      title: 'Call her',
      due: { on: '2099-01-01' },
    });
    // Enough to fill the connection's buffers many times over.
    await asOwner(house.env, (query) =>
      query(`INSERT INTO audit_entry (id, at, request_id, event, outcome, classes, facts)
        SELECT gen_random_uuid(), now(), gen_random_uuid(), 'planted', 'done', '{}', jsonb_build_object('digest', sha256(n::text::bytea)::text)
          FROM generate_series(1, 30000) n`),
    );
    await asOwner(house.env, (query) =>
      query(
        `INSERT INTO staff (id, email, display_name, language, created_at, version) VALUES ($1, 'demo', 'D', 'en', now(), 1)`,
        [demoId('staff/navigator')],
      ),
    );
  }, 60_000);
  afterAll(async () => {
    await house.close();
    folder.remove();
  });

  const into = async (name: string, more: Record<string, string> = {}) => ({
    ...house.env,
    DATABASE_URL: await house.cluster.makeDatabase(name),
    ...more,
  });

  it('copies every row while the programme serves, and says that the master key is kept apart', async () => {
    const { code, said } = await command(house.env, ['backup', copy], folder.path);
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringContaining('Keep a copy of the key in another place'),
    });
    const { tables, schema } = await readManifest(copy);
    expect(schema.length).toBeGreaterThan(4);
    for (const { schema: inSchema, name, rows } of tables) {
      const [counted] = await asOwner(house.env, (query) =>
        inSchema === 'public'
          ? query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`)
          : Promise.resolve([{ n: rows }]),
      );
      expect({ name, rows }).toEqual({ name, rows: counted?.n });
    }
    expect(tables.find(({ name }) => name === 'client')?.rows).toBe(1);
    for (const file of readdirSync(copy)) expect(statSync(join(copy, file)).mode & 0o077).toBe(0);
    expect((await command(house.env, ['backup', copy], folder.path)).said).toContain('exists already');
  }, 60_000);

  it('comes back whole in an empty database, where signing in, searching and reading work as before', async () => {
    const env = await into('restored');
    const { code, said } = await command(env, ['restore', copy, '--verify'], folder.path);
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringContaining('every row was read back and is the same'),
    });

    const programme = await Programme.start(env);
    expect(programme.said).toContain('1 demo accounts stood in this database and were disabled');
    const before = await programme.send('GET', '/v1/me', { token: house.tokens[0]! });
    expect(before.status).toBe(401); // a session that stood when the copy was made does not come back to life
    const { accessToken: token } = await programme.signIn(house.accounts[0]!);
    const found = await programme.send('POST', '/v1/clients/search', { token, body: { text: 'ondine 0160' } });
    const { items } = (await found.json()) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual([clientId]);
    const plan = await programme.send('GET', `/v1/clients/${clientId}/care-plan`, { token });
    const { sections } = (await plan.json()) as { sections: { text: string }[] };
    expect(sections.map(({ text }) => text)).toEqual([NOTE]);
    const made = await programme.send('POST', '/v1/clients', { token, body: { goesBy: 'Somebody new' } });
    expect(made.status).toBe(201);
    const { accessToken: stranger } = await programme.signIn(house.accounts[1]!);
    expect((await programme.send('GET', `/v1/clients/${clientId}`, { token: stranger })).status).toBe(404);
    await programme.stop();

    const again = await command(env, ['restore', copy], folder.path);
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('This database is not empty') });
  }, 60_000);

  it('is refused without its master key, and says which one', async () => {
    const env = await into('keyless', { MASTER_KEY: MasterKeys.make() });
    const [id] = (await readManifest(copy)).masterKeys;
    const { code, said } = await command(env, ['restore', copy], folder.path);
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining(`under the master key ${id}`) });
  }, 60_000);

  it('that was damaged leaves nothing behind, and the same database takes a good one', async () => {
    const env = await into('damaged');
    const damaged = join(folder.path, 'damaged');
    await run('cp', ['-r', copy, damaged]);
    const file = join(damaged, 'public.staff.copy.gz');
    writeFileSync(file, gzipSync(gunzipSync(readFileSync(file)).toString().replace('A worker', 'A stranger')));
    const broken = await command(env, ['restore', damaged], folder.path);
    expect(broken).toMatchObject({ code: 1, said: expect.stringContaining('its checksum differs') });
    expect(await asOwner(env, (query) => query('SELECT FROM client'))).toEqual([]);
    appendFileSync(join(damaged, 'manifest.json'), 'x');
    expect((await command(env, ['restore', damaged], folder.path)).said).toContain('damaged or of another version');
    expect((await command(env, ['restore', copy, '--verify'], folder.path)).code).toBe(0);
  }, 60_000);

  it('says how it goes to whoever asks wrongly', async () => {
    const { code, said } = await command(house.env, ['restore'], folder.path);
    expect({ code, said }).toMatchObject({
      code: 1,
      said: expect.stringContaining('npm run restore -- FOLDER [--verify]'),
    });
  });
});
