import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Finding, WordRule } from './word-lint.js';
import { wordLint } from './word-lint.js';

interface Allowed {
  readonly path: string;
  readonly found: string;
  readonly because: string;
}

const root = resolve(import.meta.dirname, '../..');
const { rules, allowed } = JSON.parse(readFileSync(join(import.meta.dirname, 'words.json'), 'utf8')) as {
  readonly rules: readonly WordRule[];
  readonly allowed: readonly Allowed[];
};
const lint = wordLint(rules);

const TEXT = /\.(ts|js|mjs|json|md|sql|yml|html|csv|txt)$/;
/** The list itself and the page that plants examples. */
const OURSELVES = new Set(['test/contracts/words.json', 'test/contracts/words.spec.ts']);

function textsUnder(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

function ours(): readonly string[] {
  const pages = readdirSync(root).filter((name) => /\.(md|http)$/.test(name));
  return [...pages, ...['src', 'migrations', 'test', 'docs', 'bench', 'tools', 'client'].flatMap(textsUnder)].filter(
    (path) => !OURSELVES.has(path),
  );
}

const isAllowed = (finding: Finding) =>
  allowed.some(({ path, found }) => path === finding.path && found === finding.found);

const inWords = ({ path, line, found, say }: Finding) => `${path}:${line} says “${found}”. Say: ${say}`;

const foundIn = (text: string, path = 'src/needs/domain/need.ts') => lint(path, text).map(({ found }) => found);

describe('the words that this repository uses about people', () => {
  const paths = ours();
  const findings = paths.flatMap((path) => [
    ...lint(path, path),
    ...lint(path, readFileSync(join(root, path), 'utf8')),
  ]);

  it('are person-first in paths, identifiers, strings, messages and pages, in English and French', () => {
    expect(findings.filter((finding) => !isAllowed(finding)).map(inWords)).toEqual([]);
  });

  it('have no exception that is no longer needed, and none without a reason', () => {
    const needed = ({ path, found }: Allowed) =>
      findings.some((finding) => finding.path === path && finding.found === found);
    expect(allowed.filter((exception) => !needed(exception) || exception.because.length < 20)).toEqual([]);
  });

  it('are looked for in every room', () => {
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'test/contracts/word-lint.ts']));
    expect(paths.some((path) => path.startsWith('src/'))).toBe(true);
  });
});

describe('the word lint finds what is planted', () => {
  it.each([
    ["const label = 'Known addict';", 'addict'],
    ['interface Row { isClean: boolean }', 'is clean'],
    ['type Outcome = "attended" | "no_show";', 'no show'],
    ['export class NoShowCounter {}', 'no show'],
    ["attempt.state = 'failed';", 'failed'],
    ["CHECK (state IN ('open', 'refused'))", 'refused'],
    ['// the client failed to come', 'client failed'],
    ['/* The patient\n * refused */', 'patient refused'],
    ['She has refused treatment twice.', 'she has refused'],
    ['const NON_COMPLIANT = 3;', 'non compliant'],
    ['relapseCount', 'relapse'],
    ['history of substance abuse', 'abuse'],
    ['a dirty urine', 'dirty'],
    ['opioid substitution', 'opioid substitution'],
    ['for homeless people', 'homeless people'],
    ['loss of privileges', 'loss of privileges'],
    ['drug users', 'drug users'],
  ])('in English: %s', (text, found) => {
    expect(foundIn(text)).toContain(found);
  });

  it.each([
    ['« Toxicomane connu »', 'toxicomane'],
    ['La cliente a refusé la dose.', 'cliente a refusé'],
    ['La personne a échoué.', 'personne a échoué'],
    ["const message = 'Rechute signalée';", 'rechute'],
    ['nombreDeRechutes', 'rechutes'],
    ['abus de médicaments', 'abus'],
    ['un test d’urine sale ; urines sales', 'urine sale'],
    ['elle est restée propre', 'restée propre'],
    ['patiente non observante', 'non observante'],
    ['traitement de substitution', 'traitement de substitution'],
    ['les sans-abri', 'sans abri'],
    ['usagers de drogues', 'usagers de drogues'],
    ['un alcoolique', 'alcoolique'],
    ['échec du traitement', 'échec du traitement'],
    ['privilèges de doses', 'privilèges de doses'],
  ])('in French: %s', (text, found) => {
    expect(foundIn(text)).toContain(found);
  });

  it.each([
    [
      "fr: { title: 'Un but', detail: 'Nommez {name} de la cliente.' },",
      'src/goals/domain/goals.problems.ts',
      'cliente',
    ],
    ["en: 'Not now, she said',", 'src/needs/domain/needs.problems.ts', 'she'],
    ['  fr: `Une organisation ${x}`,', 'src/tasks/http/task.request.ts', 'organisation'],
    ["description: 'As she says it.'", 'src/goals/http/goal.response.ts', 'she'],
    ['/** In her own order. */', 'src/goals/http/goals.controller.ts', 'her'],
    ["  ownWords: 'As she says it.',", 'src/api-description.ts', 'she'],
  ])('in what users are shown: %s', (text, path, found) => {
    expect(foundIn(text, path)).toEqual([found]);
  });

  it.each([
    ['/** In her own order. */', 'src/goals/domain/goal.ts'],
    ["en: 'Another organisation', fr: 'Envoyez `organisation`.'", 'src/organisations/domain/organisations.problems.ts'],
    ["goesBy: 'Her name is Wren'", 'src/demo/lives/wren.ts'],
  ])('and not in what they are not shown, or is no word: %s', (text, path) => {
    expect(foundIn(text, path)).toEqual([]);
  });

  it('also when an accent was typed as two characters, and in the path of a file', () => {
    expect(foundIn('la personne a échoué'.normalize('NFD'))).toEqual(['personne a échoué']);
    expect(foundIn('src/needs/domain/relapse-rate.ts')).toEqual(['relapse']);
  });

  it('by every alternative of every pattern', () => {
    const silent = rules.flatMap(({ find, alone, shown, language }) =>
      find.flatMap((pattern) => {
        const places = pattern.split(' ').map((place) => place.split('|'));
        const firsts = places.map(([first = '']) => first);
        const texts = places.flatMap((place, at) => place.map((word) => firsts.with(at, word).join(' ')));
        const placed = (text: string) => (shown ? `${language}: '${text}'` : alone ? `'${text}'` : text);
        return texts.filter((text) => foundIn(placed(text)).length === 0);
      }),
    );
    expect(silent).toEqual([]);
  });

  it('names the line and the mend', () => {
    expect(lint('docs/a.md', 'one\ntwo relapses')).toEqual([
      { path: 'docs/a.md', line: 2, found: 'relapses', say: 'return to use; returned to use' },
    ]);
  });

  it.each([
    'the request failed to reach the server',
    'connection refused',
    'a Refusal has a kind and a code',
    'cleanUp(temporaryFolder)',
    'three tests failed; the client. Refused moves answer 409.',
    'the database user and its privileges',
    'addiction care for people experiencing homelessness',
    'sa propre pharmacie',
    'la connexion a échoué',
    'consommation de drogues',
  ])('and leaves alone: %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  it('a technical state may fail where no person is meant', () => {
    expect(foundIn("job.state = 'failed'", 'src/platform/jobs/worker.ts')).toEqual([]);
  });
});
