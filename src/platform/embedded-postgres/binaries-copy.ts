import { chmodSync, cpSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A copy of the packaged binaries in the temporary folder, one a user and version. `renew` makes it again: systems that
 * sweep the temporary folder take single files away.
 */
export function copyOfBinaries(packaged: string, mode: 'keep' | 'renew'): string {
  const { version } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `throughline-postgres-${version}-uid${process.getuid?.() ?? 0}`);
  if (isOurs(home) && mode === 'renew') rmSync(home, { recursive: true, force: true });
  if (!isOurs(home)) copyInto(packaged, home);
  return join(home, 'native');
}

/** Anybody may write to the temporary folder: what somebody else has put there is never run. */
function isOurs(home: string): boolean {
  const found = lstatSync(home, { throwIfNoEntry: false });
  if (!found) return false;
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) return true;
  throw new Error(`${home} does not belong to this user alone. Remove it and start again.`);
}

/** Under a name of its own first, so that no other start finds half a copy. */
function copyInto(packaged: string, home: string): void {
  const making = mkdtempSync(`${home}-`);
  cpSync(packaged, join(making, 'native'), { recursive: true, verbatimSymlinks: true });
  chmodSync(making, 0o755);
  try {
    renameSync(making, home);
  } catch (error) {
    // Another start was quicker: its copy is as good.
    rmSync(making, { recursive: true, force: true });
    if (!isOurs(home)) throw error;
  }
}
