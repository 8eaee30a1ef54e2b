import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const FOLDER = resolve(import.meta.dirname, '../../migrations');
const FILE = join(import.meta.dirname, 'released-migrations.json');
const released = JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, string>>;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const files = readdirSync(FOLDER).sort();
const hashes = Object.fromEntries(files.map((file) => [file, hashOf(readFileSync(join(FOLDER, file), 'utf8'))]));

describe('migrations', () => {
  // Somewhere one has run already: a change of it would reach no database but new ones. `RELEASE=1` adds what is new here.
  it('stay as they were released', () => {
    if (process.env['RELEASE']) writeFileSync(FILE, `${JSON.stringify({ ...hashes, ...released }, null, 2)}\n`);
    expect(hashes).toMatchObject(released);
    expect(Object.keys(released).length).toBeGreaterThan(19);
  });

  it('come after all that were released', () => {
    const newest = Object.keys(released).sort().at(-1) ?? '';
    expect(files.filter((file) => !(file in released) && file < newest)).toEqual([]);
  });

  it('would be noticed when one is changed', () => {
    const [first = ''] = files;
    const changed = { ...hashes, [first]: hashOf(`${readFileSync(join(FOLDER, first), 'utf8')} `) };
    expect(() => expect(changed).toMatchObject(released)).toThrow();
  });
});
