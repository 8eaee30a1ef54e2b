import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storedTables } from '../../src/backup/catalogue.js';
import { withClient } from '../../src/platform/database/connect.js';
import { copyOut } from '../../src/platform/database/copy.js';
import { roleUrl } from '../../src/platform/database/roles.js';
import { openHouse, type House } from '../support/house.js';

/** Four words a client: a name, a number, an address and a note. In full two hundred of each. */
const CLIENTS = process.env['PROOF'] === 'full' ? 200 : 50;
const WORKERS = 5;

interface Planted {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly note: string;
}

const planted: readonly Planted[] = Array.from({ length: CLIENTS }, (_, number) => ({
  name: `Quillorra${number} Vashtenby`,
  phone: `40399${String(4_100 + number * 37).padStart(5, '0')}`,
  address: `${700 + number} Zumbrota Crescent`,
  note: `Her grandmother's ferrow ${number} hums at night.`,
}));

/** As written, in small letters, as hexadecimal and as base64 of its beginning: however something may have kept it. */
function shapesOf(word: string): readonly Buffer[] {
  const bytes = Buffer.from(word);
  const inBase64 = [0, 1, 2].map((shift) => bytes.subarray(shift, shift + 9).toString('base64'));
  return [bytes, ...[word.toLowerCase(), bytes.toString('hex'), ...inBase64].map((text) => Buffer.from(text))];
}

const needles = planted
  .flatMap((words) => Object.values(words) as string[])
  .map((word) => ({ word, shapes: shapesOf(word) }));

const foundIn = (haystack: Buffer): readonly string[] =>
  needles.filter(({ shapes }) => shapes.some((shape) => haystack.includes(shape))).map(({ word }) => word);

describe('what somebody holds who took the database and not the master key', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse(WORKERS, { LOG_LEVEL: 'trace' });
    await Promise.all(
      house.tokens.map(async (token, worker) => {
        for (const words of planted.filter((_, number) => number % WORKERS === worker)) await plant(words, token);
      }),
    );
  }, 180_000);
  afterAll(() => house.close());

  async function plant({ name, phone, address, note }: Planted, token: string): Promise<void> {
    const make = (path: string, body: object) => house.make(path, body, token);
    const { id } = await make('/v1/clients', { goesBy: name });
    await make(`/v1/clients/${id}/care-plan/sections`, { section: 'know_about_me', text: note });
    await make(`/v1/clients/${id}/channels`, { kind: 'phone', value: phone, mayContact: true, sayWho: name, note });
    await make(`/v1/clients/${id}/channels`, { kind: 'letter', value: address, mayContact: true });
    await make(`/v1/clients/${id}/supporters`, { name, mayBeTold: 'nothing', reachedBy: phone, note });
    await make(`/v1/clients/${id}/tasks`, { kind: 'call_her_back', title: `Call ${name} at ${phone}`, note });
    // What is looked for, and what is sent wrongly, is written down nowhere either.
    await house.programme.send('POST', '/v1/clients/search', { token, body: { text: `${name} ${phone}` } });
    await house.programme.send('POST', '/v1/clients', {
      token,
      body: { goesBy: name, [name]: note, birthDate: phone },
    });
    await house.programme.send('POST', '/v1/auth/login', { body: { email: `${phone}@example.org`, password: name } });
  }

  const asOwner = <T>(work: Parameters<typeof withClient<T>>[1]) =>
    withClient(roleUrl(house.env['DATABASE_URL']!, house.env['THROUGHLINE_SECRET']!, 'owner'), work);

  it('reads none of the planted words in any table', async () => {
    const lines: Buffer[] = [];
    await withClient(house.env['DATABASE_URL']!, async (superuser) => {
      for (const { schema, name } of await asOwner(storedTables)) {
        await copyOut(superuser, `COPY "${schema}"."${name}" TO STDOUT`, (line) => void lines.push(Buffer.from(line)));
      }
    });
    const dump = Buffer.concat(lines);
    expect(dump.includes('A clinic')).toBe(true); // what is not about a client is readable: the search does find things
    expect(foundIn(dump)).toEqual([]);
  }, 60_000);

  it('reads none of them in the raw files of the data folder, its log or its journal', async () => {
    await withClient(house.env['DATABASE_URL']!, (client) => client.query('ANALYZE'));
    await withClient(house.env['DATABASE_URL']!, (client) => client.query('CHECKPOINT'));
    const files = readdirSync(house.cluster.folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const [found, readable] = [new Set<string>(), new Set<string>()];
    for (const file of files) {
      const path = join(file.parentPath, file.name);
      const bytes = readFileSync(path);
      if (bytes.includes('A clinic')) readable.add(path.includes('pg_wal') ? 'journal' : 'data');
      for (const word of foundIn(bytes)) found.add(word);
    }
    expect([...readable].sort()).toEqual(['data', 'journal']);
    expect([...found]).toEqual([]);
  }, 120_000);

  it('reads none of them in what the programme logged, however much it was told to', () => {
    expect(house.programme.said).toContain('/v1/clients');
    expect(foundIn(Buffer.from(house.programme.said))).toEqual([]);
  });
});
