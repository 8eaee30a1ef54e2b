import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** The programme's own version, from its package.json. */
export function version(): string {
  const file = findPackageJSON('.', import.meta.url);
  return file === undefined ? '0' : (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
