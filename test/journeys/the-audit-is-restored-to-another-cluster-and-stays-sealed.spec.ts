import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { openHouse, type House } from '../support/house.js';
import { asOwner, Programme, temporaryFolder } from '../support/programme.js';
import { embeddedCluster, type EmbeddedCluster } from '../support/servers.js';

const run = promisify(execFile);
const command = (file: string) => fileURLToPath(new URL(`../../dist/src/${file}.js`, import.meta.url));

type Environment = Readonly<Record<string, string>>;

async function asked(env: Environment, file: string, args: readonly string[]) {
  const done = run(process.execPath, [command(file), ...args], { env: { PATH: process.env['PATH'], ...env } });
  return done.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (fault: unknown) => {
      const { code, stdout, stderr } = fault as { code: number; stdout: string; stderr: string };
      return { code, said: stdout + stderr };
    },
  );
}
const verified = (env: Environment) => asked(env, 'start/verify-audit', ['audit:verify']);

const INSERT = `INSERT INTO audit_entry (id, at, request_id, event, outcome, classes, facts)
  SELECT gen_random_uuid(), now(), gen_random_uuid(), 'planted', 'done', '{}', '{}' FROM generate_series(1, $1)`;
const plant = (env: Environment, rows: number) => asOwner(env, (query) => query(INSERT, [rows]));
const waiting = async (env: Environment) => {
  const [row] = await asOwner(env, (query) =>
    query<{ n: number }>(
      'SELECT (SELECT count(*) FROM audit_entry)::int - (SELECT count(*) FROM audit_leaf)::int AS n',
    ),
  );
  return row?.n;
};

describe('the audit, restored to another cluster', () => {
  const folder = temporaryFolder();
  const copy = join(folder.path, 'copy');
  let house: House;
  let other: EmbeddedCluster;
  let env: Environment;

  beforeAll(async () => {
    [house, other] = await Promise.all([openHouse(1), embeddedCluster()]);
    env = { ...house.env, DATABASE_URL: await other.makeDatabase('restored') };
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await other.remove();
    folder.remove();
  });

  it('verifies before, after and further on, and says what the restore lost', async () => {
    await house.make('/v1/clients', { goesBy: 'Magpie' });
    await house.programme.stop(); // seals what is left
    expect(await waiting(house.env)).toBe(0);
    expect(await verified(house.env)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Everything is as it was sealed'),
    });

    await plant(house.env, 25); // not sealed when the copy is made
    expect((await asked(house.env, 'backup/main', ['backup', copy])).code).toBe(0);
    let again = await Programme.start(house.env);
    await eventually(async () => expect(await waiting(house.env)).toBe(0));
    await again.stop();

    const restored = await asked(env, 'backup/main', ['restore', copy, '--verify']);
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('beside the seals of the audit') });
    const { code, said } = await verified(env);
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringContaining('came after the backup that was put back'),
    });
    expect(said).toContain('25 rows wait for their seal');

    again = await Programme.start(env);
    expect((await again.send('GET', '/health/ready')).status).toBe(200);
    await plant(env, 5);
    await again.stop();
    expect(await waiting(env)).toBe(0);
    expect(await verified(env)).toMatchObject({ code: 0, said: expect.stringContaining('0 rows wait') });
  }, 120_000);

  it('names the row that somebody touches there', async () => {
    const [row] = await asOwner(env, (query) =>
      query<{ id: string }>(`UPDATE audit_entry SET event = 'client.left' WHERE id = (SELECT entry_id FROM audit_leaf
        WHERE place = 3) RETURNING id`),
    );
    const { code, said } = await verified(env);
    expect({ code, said }).toMatchObject({
      code: 1,
      said: expect.stringContaining(`changed    Row ${row!.id} (place 3, seal`),
    });
  }, 60_000);
});
