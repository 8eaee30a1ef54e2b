import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { transform } from '@swc/core';
import { describe, expect, it } from '@jest/globals';

const SOURCE = `interface Far { away: string }


export const fail = (far?: Far): never => {
  throw new Error('it ' + (far?.away ?? 'broke'));
};
`;

describe('a stack trace', () => {
  it('names the line that somebody wrote, and of what has no map the line that runs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-traces-'));
    const at = (name: string) => join(folder, name);
    const { code: own } = await compiled(new URL('./stack-traces.ts', import.meta.url).pathname);
    const { code, map = '' } = await transform(SOURCE, { ...TS, sourceMaps: true, sourceFileName: 'fail.ts' });
    await Promise.all([
      writeFile(at('traces.mjs'), own),
      writeFile(at('fail.mjs'), code),
      writeFile(at('fail.mjs.map'), map),
      writeFile(
        at('run.mjs'),
        `import { nameSourceLines } from './traces.mjs';
import { fail } from './fail.mjs';
nameSourceLines();
try { fail(); } catch (fault) { console.log(fault.stack); }`,
      ),
    ]);
    const { stdout } = await promisify(execFile)(process.execPath, [at('run.mjs')]);
    await rm(folder, { recursive: true });
    expect(stdout).toContain(`Error: it broke\n    at fail (${at('fail.ts')}:5:`);
    expect(stdout).toContain(`${pathToFileURL(at('run.mjs')).href}:4:7`);
  });
});

const TS = { swcrc: false, configFile: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2024' } } as const;

async function compiled(path: string): Promise<{ code: string }> {
  const { transformFile } = await import('@swc/core');
  return transformFile(path, TS);
}
