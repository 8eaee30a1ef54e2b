import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DATA_CLASSES, ROLES } from '../../src/access/policy.js';
import { PURPOSES } from '../../src/access/actor.js';
import { CLASS_WORDS, GROUND_WORDS, PURPOSE_WORDS } from '../../src/access-log/domain/plain-words.js';
import { ROLE_WORDS } from '../../src/access/role-words.js';
import { SENTENCES } from '../../src/access-log/domain/sentences.js';

const SRC = join(import.meta.dirname, '..', '..', 'src');
const NAME = /['"`]([a-z]{2}[a-z_]*\.[a-z_]+)['"`]/g;
const COMPOSED_NAME = /`([^`\n.]*\$\{[^`\n]*\}[^`\n]*\.[^`\n]*|[^`\n]*\.[^`\n]*\$\{[^`\n]*)`/g;

/** Where a name is put together from parts, what can come of it. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  "${'name' | 'channel' | 'supporter'}.${'read' | 'added' | 'changed' | 'ended'}": [
    'name',
    'channel',
    'supporter',
  ].flatMap((thing) => ['read', 'added', 'changed', 'ended'].map((done) => `${thing}.${done}`)),
  'staff.${verb}d': ['staff.disabled', 'staff.enabled'],
};
interface Declared {
  readonly names: ReadonlySet<string>;
  readonly composed: ReadonlySet<string>;
}

/** Every event that some text of the programme declares: in a room of events, or beside the word `event`. */
function declaredIn(files: ReadonlyMap<string, string>): Declared {
  const parts = [...files].flatMap(([file, text]) => (file.endsWith('.events.ts') ? [text] : beside(text)));
  const found = (pattern: RegExp) =>
    new Set(parts.flatMap((part) => [...part.matchAll(pattern)].map(([, name = '']) => name)));
  return { names: found(NAME), composed: found(COMPOSED_NAME) };
}

const beside = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:event|EVENT)\b\??\s*[:=][^;{}]*?(?=[,;\n]\s*(?:\w+:|\.\.\.|\}|\n)|[;{}])/g)].map(
    ([part]) => part,
  );

const sources = (): ReadonlyMap<string, string> =>
  new Map(
    globSync('**/*.ts', { cwd: SRC })
      .filter((file) => !file.endsWith('.spec.ts') && !file.startsWith('access-log/domain/sentences'))
      .map((file) => [file, readFileSync(join(SRC, file), 'utf8')]),
  );

function wanting(files: ReadonlyMap<string, string>): readonly string[] {
  const { names, composed } = declaredIn(files);
  const all = [...names, ...[...composed].flatMap((template) => COMPOSED[template] ?? [template])];
  return [...new Set(all)].filter((name) => !(name in SENTENCES)).sort();
}

describe('the plain sentences of the access log', () => {
  it('stand for every event that the programme can write down', () => {
    expect(declaredIn(sources()).names.size).toBeGreaterThan(60);
    expect(wanting(sources())).toEqual([]);
  });

  it('would be missed for an event that has none', () => {
    const event = (text: string, file = 'x/application/x.ts') => wanting(new Map([[file, text]]));
    expect(event(`tx.record({ event: 'river.crossed', clientId });`)).toEqual(['river.crossed']);
    expect(event(`event: made.replayed ? 'river.read' : 'river.crossed',\n facts: {}`)).toEqual([
      'river.crossed',
      'river.read',
    ]);
    expect(event(`const x = 'river.swum' as const;`, 'x/domain/x.events.ts')).toEqual(['river.swum']);
    expect(event('event: `river.${verb}`,\n', 'x/domain/x.events.ts')).toEqual(['river.${verb}']);
  });

  it('are sentences, in both languages', () => {
    const odd = Object.entries(SENTENCES).filter(
      ([, { en, fr }]) => ![en, fr].every((text) => /^[A-ZÀ-Ý].{5,120}\.$/.test(text)),
    );
    expect(odd).toEqual([]);
  });

  it('have words for every role, class, purpose and ground', () => {
    expect(ROLES.filter((role) => !(role in ROLE_WORDS))).toEqual([]);
    expect(DATA_CLASSES.filter((name) => !(name in CLASS_WORDS))).toEqual([]);
    expect(PURPOSES.filter((purpose) => !(purpose in PURPOSE_WORDS))).toEqual([]);
    const bases = /basis IN \(([^)]+)\)/.exec(
      readFileSync(join(SRC, '../migrations/1764000003000-clients.ts'), 'utf8'),
    );
    const grounds = [...(bases?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
    expect(grounds.length).toBeGreaterThan(5);
    expect(grounds.filter((ground) => !(ground in GROUND_WORDS))).toEqual([]);
  });
});
