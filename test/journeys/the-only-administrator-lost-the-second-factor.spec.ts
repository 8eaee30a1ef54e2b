import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/platform/database/connect.js';
import { openHouse, type House } from '../support/house.js';
import { plantAccount, type Account } from '../support/programme.js';

const COMMAND = fileURLToPath(new URL('../../dist/src/start/end-second-factor.js', import.meta.url));
const run = promisify(execFile);

describe('the only administrator lost the second factor', () => {
  let house: House;
  let administrator: Account;
  beforeAll(async () => {
    house = await openHouse(1);
    administrator = await plantAccount(house.env, 'administrator');
  }, 60_000);
  afterAll(() => house.close());

  const end = (email: string) =>
    run(process.execPath, [COMMAND, 'second-factor:end', email], {
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], ...house.env },
    });
  const me = async (token: string) => (await house.programme.send('GET', '/v1/me', { token })).status;
  const login = async ({ email, password }: Account) =>
    (await (await house.programme.send('POST', '/v1/auth/login', { body: { email, password } })).json()) as {
      state: string;
    };

  it('and whoever runs the host ends it: sessions are over, and the password sets up the next', async () => {
    const before = await house.programme.signIn(administrator);
    expect(await login(administrator)).toMatchObject({ state: 'second_factor_needed' });
    const { stdout } = await end(` ${administrator.email.toUpperCase()}`);
    expect(stdout).toContain('has ended, and every session of it is over');
    expect(await me(before.accessToken)).toBe(401);
    expect(await login(administrator)).toMatchObject({ state: 'second_factor_to_set_up' });
    const after = await house.programme.signIn(administrator);
    expect(await me(after.accessToken)).toBe(200);
    expect(await me(house.tokens[0] ?? '')).toBe(200);
    const rows = await withClient(house.env['DATABASE_URL'] ?? '', async (admin) => {
      const found = await admin.query<{ person: null; facts: object }>(
        `SELECT person_id AS person, facts FROM audit_entry WHERE event = 'second_factor.reset'`,
      );
      return found.rows;
    });
    expect(rows).toMatchObject([{ person: null, facts: { stood: true, byHost: true } }]);
  }, 60_000);

  it('and nobody’s is ended where nobody has the address', async () => {
    await expect(end('nobody@example.org')).rejects.toThrow('Nobody who may sign in has this address');
  }, 60_000);
});
