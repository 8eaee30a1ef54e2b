import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BATCH } from '../../src/keys/key-work.js';
import { withClient } from '../../src/platform/database/connect.js';
import { openHouse, type House } from '../support/house.js';
import { ended } from '../support/servers.js';

const COMMAND = fileURLToPath(new URL('../../dist/src/keys/main.js', import.meta.url));
/** Small in every test run, in full by `npm run prove`. */
const CLIENTS = BATCH * (process.env['PROOF'] === 'full' ? 10 : 2) + 20;
const CUTS = process.env['PROOF'] === 'full' ? 8 : 2;
const AT_ONCE = 20;

interface Stand {
  readonly done: number;
  readonly underNew: number;
  readonly between: number;
}

describe('an exchange of clients’ keys, killed with -9 between its batches', () => {
  let house: House;
  const ids: string[] = [];
  beforeAll(async () => {
    house = await openHouse(1);
    for (let left = CLIENTS; left > 0; left -= AT_ONCE) {
      const some = Array.from({ length: Math.min(left, AT_ONCE) }, (_, n) =>
        house.make('/v1/clients', { goesBy: `Swift ${left - n}` }),
      );
      ids.push(...(await Promise.all(some)).map(({ id }) => id));
    }
  }, 120_000);
  afterAll(() => house.close());

  const command = () => {
    const child = spawn(process.execPath, [COMMAND, 'keys', 'rotate', 'clients'], {
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], ...house.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return { child, said: () => said };
  };

  const stand = (): Promise<Stand> =>
    withClient(house.env['DATABASE_URL'] ?? '', async (admin) => {
      const { rows } =
        await admin.query<Stand>(`SELECT coalesce((SELECT done FROM key_exchange ORDER BY started_at DESC LIMIT 1), 0) AS done,
          count(keyed_at)::int AS "underNew", count(stage)::int AS between FROM sealing_key`);
      if (!rows[0]) throw new Error('It cannot be told how far it is.');
      return rows[0];
    });

  /** Some of every part of it. */
  const allOpen = async () => {
    for (let at = 0; at < ids.length; at += 37) {
      const answer = await house.programme.send('GET', `/v1/clients/${ids[at]}`, { token: house.tokens[0] ?? '' });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Swift');
    }
  };

  it('leaves every record open, and the same command goes on where it was', async () => {
    const seen: Stand[] = [];
    for (let cut = 1; cut <= CUTS; cut++) {
      const { child, said } = command();
      while ((await stand()).done < cut * BATCH) {
        if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} and said:\n${said()}`);
      }
      await ended(child, 'SIGKILL');
      seen.push(await stand());
      await allOpen();
    }
    for (const [at, { done, underNew, between }] of seen.entries()) {
      expect(done).toBeGreaterThanOrEqual((at + 1) * BATCH);
      expect(done).toBeLessThan(CLIENTS);
      expect([done, between <= BATCH]).toEqual([underNew, true]);
    }

    const { child, said } = command();
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    expect([code, said()]).toEqual([
      0,
      expect.stringContaining(`Going on where it was: ${seen.at(-1)?.done} of ${CLIENTS}`),
    ]);
    expect(await stand()).toEqual({ done: CLIENTS, underNew: CLIENTS, between: 0 });
    await allOpen();
  }, 240_000);
});
