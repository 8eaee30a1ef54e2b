import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** The rule, the file that breaks it, and what that file imports: a path under src/ or a package. */
const BROKEN: [rule: string, file: string, target: string][] = [
  ['kernel-imports-nothing', 'kernel/a.ts', 'platform/a-target.ts'],
  ['kernel-imports-nothing', 'kernel/b.ts', 'node:fs'],
  ['platform-knows-no-business', 'platform/database/c.ts', 'access/c-target.ts'],
  ['platform-knows-no-business', 'platform/database/d.ts', 'needs/domain/d-target.ts'],
  ['access-below-features', 'access/e.ts', 'clients/domain/e-target.ts'],
  ['audit-below-features', 'audit/f.ts', 'clients/domain/f-target.ts'],
  ['start-is-imported-by-nothing', 'oat/application/g.ts', 'app.module.ts'],
  ['domain-is-pure', 'oat/domain/h.ts', '@nestjs/common'],
  ['domain-is-pure', 'oat/domain/i.ts', 'typeorm'],
  ['domain-is-pure', 'oat/domain/j.ts', 'node:process'],
  ['domain-is-pure', 'oat/domain/k.ts', 'oat/application/k-target.ts'],
  ['persistence-knows-no-caller', 'oat/persistence/l.ts', 'oat/application/l-target.ts'],
  ['application-knows-no-http', 'oat/application/m.ts', 'oat/http/m-target.ts'],
  ['only-http-meets-http', 'oat/application/m2.ts', 'platform/http/m2-target.ts'],
  ['only-http-meets-http', 'oat/persistence/m3.ts', 'platform/http/m3-target.ts'],
  ['http-never-touches-persistence', 'oat/http/n.ts', 'oat/persistence/n-target.ts'],
  ['rooms-know-no-module', 'oat/application/o.ts', 'oat/oat.module.ts'],
  ['only-leftwards-clients', 'clients/application/p.ts', 'care-plan/application/p-target.ts'],
  ['only-leftwards-organisations', 'organisations/application/q.ts', 'accounts/domain/q-target.ts'],
  ['others-by-domain-and-application', 'today/application/r.ts', 'tasks/persistence/r-target.ts'],
  ['pages-by-page', 'client-hands/http/r.ts', 'tasks/http/r-target.ts'],
  ['every-room-is-listed', 'oat/application/s.ts', 'utils/s-target.ts'],
  ['no-index-files', 'oat/application/t.ts', 'oat/application/t/index.ts'],
  ['not-to-unresolvable', 'oat/application/u.ts', 'no-such-package'],
  ['src-stands-alone', 'oat/application/v.ts', '../test/support/v-target.ts'],
  ['start-meets-domain-and-application', 'start/x.ts', 'oat/persistence/x-target.ts'],
  ['start-is-imported-by-nothing', 'oat/application/y.ts', 'demo/y-target.ts'],
  ['no-dev-dependency-at-run-time', 'oat/application/w.ts', 'fast-check'],
  ['client-stands-alone', '../client/z.ts', 'clients/domain/z-target.ts'],
];

const ALLOWED: [file: string, target: string][] = [
  ['oat/http/allowed.ts', 'oat/application/allowed.ts'],
  ['oat/http/allowed-too.ts', 'access/allowed.ts'],
  ['oat/http/allowed-as-well.ts', 'platform/http/allowed.ts'],
  ['oat/application/allowed.ts', 'oat/persistence/allowed.ts'],
  ['oat/application/allowed-too.ts', 'clients/application/allowed.ts'],
  ['oat/persistence/allowed.ts', 'oat/domain/allowed.ts'],
  ['oat/domain/allowed.ts', 'kernel/allowed.ts'],
  ['oat/domain/allowed.spec.ts', '../test/support/allowed.ts'],
  ['kernel/allowed.ts', 'moment-timezone'],
  ['oat/oat.module.ts', 'clients/clients.module.ts'],
  ['start/allowed.ts', 'oat/application/allowed.ts'],
  ['main.ts', 'start/allowed.ts'],
];

interface Rule {
  readonly name: string;
}

interface Summary {
  readonly violations: readonly { readonly from: string; readonly rule: Rule }[];
  readonly ruleSetUsed: { readonly forbidden: readonly Rule[] };
}

const root = resolve(import.meta.dirname, '../..');
let house = '';
let summary: Summary;

/** Writes one file that imports one thing the way our own sources do, ending in `.js`; the target must exist too. */
function write(file: string, target: string): void {
  const path = join(house, 'src', file);
  const targetPath = join(house, 'src', target);
  const isPath = target.endsWith('.ts');
  const away = relative(dirname(path), targetPath).replace(/\.ts$/, '.js');
  const specifier = isPath ? (away.startsWith('.') ? away : `./${away}`) : target;
  if (isPath) create(targetPath, 'export const here = true;\n');
  create(path, `import '${specifier}';\nexport const here = true;\n`, 'w');
}

function create(path: string, text: string, flag: 'wx' | 'w' = 'wx'): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function cruise(): Summary {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [
    tool,
    'src',
    'client',
    '--config',
    join(root, 'dependency-cruiser.config.mjs'),
    '--output-type',
    'json',
  ];
  const out = execFileSync(process.execPath, args, {
    cwd: house,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return (JSON.parse(out) as { summary: Summary }).summary;
}

const brokenBy = (file: string) =>
  summary.violations.filter(({ from }) => from === join('src', file)).map(({ rule }) => rule.name);

describe('the directions between the rooms of the house', () => {
  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'throughline-boundaries-'));
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    for (const file of ['tsconfig.json', 'package.json']) copyFileSync(join(root, file), join(house, file));
    for (const [, file, target] of BROKEN) write(file, target);
    for (const [file, target] of ALLOWED) write(file, target);
    write('needs/application/x.ts', 'needs/application/y.ts');
    write('needs/application/y.ts', 'needs/application/x.ts');
    create(join(house, 'src/needs/domain/alone.ts'), 'export const alone = true;\n');
    summary = cruise();
  });

  afterAll(() => {
    rmSync(house, { recursive: true, force: true });
  });

  it.each(BROKEN)('%s stops %s from importing %s', (rule, file) => {
    expect(brokenBy(file)).toEqual([rule]);
  });

  it('no-cycles stops two files that import each other', () => {
    expect(brokenBy('needs/application/x.ts')).toEqual(['no-cycles']);
  });

  it('no-orphans stops a file that nothing imports', () => {
    expect(brokenBy('needs/domain/alone.ts')).toEqual(['no-orphans']);
  });

  it('no rule stands there that this page does not break once', () => {
    const written = summary.ruleSetUsed.forbidden.map(({ name }) =>
      name.replace(/^only-leftwards-.*/, 'only-leftwards'),
    );
    const shown = summary.violations.map(({ rule }) => rule.name.replace(/^only-leftwards-.*/, 'only-leftwards'));
    expect([...new Set(written)].filter((name) => !shown.includes(name))).toEqual([]);
  });

  it.each(ALLOWED)('lets %s import %s', (file) => {
    expect(brokenBy(file)).toEqual([]);
  });
});
