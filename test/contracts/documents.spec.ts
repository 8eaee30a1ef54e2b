import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);
/** Under a heading of the README. */
const under = (heading: string): string => textOf('README.md').split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

describe('the documents name', () => {
  it('every decision once, by a number of its own', () => {
    const files = readdirSync(join(root, 'docs/decisions')).filter((file) => file !== 'README.md');
    expect(all(textOf('docs/decisions/README.md'), /^\| \[\d{4}\]\((.+?)\)/gm)).toEqual(files.sort());
    const numbers = files.map((file) => file.slice(0, 4));
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
    const titled = files.map((file) => /^# (\d{4}): /.exec(textOf(`docs/decisions/${file}`))?.[1]);
    expect(titled).toEqual(numbers);
  });

  it('every setting that the configuration reads, and no other', () => {
    const read = new Set(all(textOf('src/platform/config/config.ts'), /'([A-Z]+(?:_[A-Z]+)*)'/g));
    read.delete('NODE_ENV'); // set by platforms, and asked only to refuse a demo in production
    const named = all(under('Settings'), /^\| `([A-Z_]+)`/gm);
    expect([...named].sort()).toEqual([...read].sort());
  });

  it('every script that package.json has, and no other', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = all(under('Scripts'), /^\| `npm (?:run )?([\w:-]+)`/gm);
    expect([...named].sort()).toEqual(Object.keys(scripts).sort());
  });
});
