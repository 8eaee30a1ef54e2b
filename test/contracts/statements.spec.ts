import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const SOURCES = resolve(import.meta.dirname, '../../src');
const NAMED = /name: '([a-z0-9-]+)',\s*text:/g;

/** A connection prepares each statement once, by its name: two of one name would fail only where one follows the other. */
describe('statements that are prepared', () => {
  const files = (readdirSync(SOURCES, { recursive: true }) as string[]).filter((file) => file.endsWith('.ts'));
  const names = files.flatMap((file) =>
    [...readFileSync(join(SOURCES, file), 'utf8').matchAll(NAMED)].map(([, name = '']) => name),
  );

  it('have a name each', () => {
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
