import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { isLifecycle, lifecyclePage } from '../../src/kernel/lifecycle-page.js';
import { lifecycle, unsoundness, type Lifecycle } from '../../src/kernel/lifecycle.js';
import { cloneDatabase } from '../support/database.js';

interface Found {
  readonly name: string;
  readonly source: string;
  readonly table: Lifecycle<string, string, never>;
}

/** Where no column holds the state, and from what it follows. */
const COMPUTED: Readonly<Record<string, string>> = {
  staff: 'disabled_at',
  membership: 'ended_at',
  particular: 'ended_at',
  'care-team': 'ended_at',
  'hand-link': 'revoked_at',
  service: 'closed_at',
};

const root = resolve(import.meta.dirname, '../..');
const all: Found[] = [];
const checks = new Map<string, readonly string[]>();

/** The tables are looked for, not listed: whatever a file of a domain exports is found. */
beforeAll(async () => {
  const files = (readdirSync(join(root, 'src'), { recursive: true }) as string[]).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && /^[^/]+\/domain\//.test(file),
  );
  for (const file of files.sort()) {
    const module = (await import(join(root, 'src', file))) as Record<string, unknown>;
    const name = basename(file, '.ts').replace('.lifecycle', '');
    all.push(
      ...Object.values(module)
        .filter(isLifecycle)
        .map((table) => ({ name, source: `src/${file}`, table })),
    );
  }
  const db = await cloneDatabase();
  const { rows } = await db.as('owner', (client) =>
    client.query<{ name: string; text: string }>(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'c' AND conname LIKE '%\\_state'`,
    ),
  );
  for (const { name, text } of rows)
    checks.set(
      name,
      [...text.matchAll(/'(\w+)'::text/g)].map(([, state]) => state ?? ''),
    );
  await db.drop();
});

const checkOf = ({ name }: Found): string => `${name.replaceAll('-', '_')}_state`;

describe('every lifecycle', () => {
  it('is found, wherever a domain makes one', () => {
    const makes = (readdirSync(join(root, 'src'), { recursive: true }) as string[]).filter(
      (file) => file.endsWith('.ts') && /= lifecycle[<(]/.test(readFileSync(join(root, 'src', file), 'utf8')),
    );
    expect(all.map(({ source }) => source)).toEqual(makes.map((file) => `src/${file}`).sort());
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['task', 'notice']));
  });

  it('is sound: every state is reached, final states are closed, nothing is a dead end', () => {
    expect(all.flatMap(({ name, table }) => unsoundness(table).map((fault) => `${name}: ${fault}`))).toEqual([]);
  });

  it('never closes by time: no move is named for it', () => {
    expect(all.flatMap(({ table }) => table.verbs).filter((verb) => /expire|time_?out|lapse/.test(verb))).toEqual([]);
  });

  it('has the states of its CHECK, or says from which column its state follows', () => {
    const apart = all.filter((found) => {
      const check = checks.get(checkOf(found));
      return check ? [...check].sort().join() !== [...found.table.states].sort().join() : !(found.name in COMPUTED);
    });
    expect(apart.map((found) => [found.name, checks.get(checkOf(found)), found.table.states])).toEqual([]);
  });

  it('stands behind every CHECK of a state', () => {
    expect([...checks.keys()].filter((name) => !all.some((found) => checkOf(found) === name))).toEqual([]);
  });

  it('has a page with its picture, made from the table as it is: `npm run docs` makes them anew', () => {
    const pages = join(root, 'docs/domain');
    expect(readdirSync(pages).sort()).toEqual(all.map(({ name }) => `${name}.md`).sort());
    for (const { name, source, table } of all) {
      expect(readFileSync(join(pages, `${name}.md`), 'utf8')).toBe(lifecyclePage(name, source, table));
    }
  });
});

describe('what is unsound is noticed', () => {
  const states = { initial: 'a', final: ['z'], moves: {} } as const;
  it.each([
    ['z is never reached', { ...states }],
    ['b is a dead end that is not declared final', { ...states, final: [], moves: { go: { from: ['a'], to: 'b' } } }],
    [
      'z is final and yet a move leaves it',
      { ...states, moves: { go: { from: ['a'], to: 'z' }, back: { from: ['z'], to: 'a' } } },
    ],
  ])('%s', (fault, table) => {
    expect(unsoundness(lifecycle<string, string, never>(table as never))).toContain(fault);
  });
});
