import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../platform/config/config.js';
import { MasterKeys } from '../platform/sealing/master-key.js';
import { StartFault } from './start-fault.js';

/** What belongs to an installation with the PostgreSQL that comes along: its data, and the keys beside it. */
export const INSTALLATION_FOLDER = '.throughline';

export const postgresFolder = (folder: string): string => join(folder, 'postgres');
export const masterKeyFile = (folder: string): string => join(folder, 'master.key');

export interface OwnKeys {
  readonly env: Environment;
  readonly madeMasterKey: boolean;
}

/**
 * The environment, completed by secret and master key of the installation: made at the first start, readable to its
 * user alone, read ever after. What the environment gives comes first.
 *
 * @throws StartFault when there is a database already and the master key that opens its words is gone
 */
export function withOwnKeys(folder: string, env: Environment): OwnKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = kept(join(folder, 'secret'), () => randomBytes(36).toString('base64'));
  const completed = { ...env, THROUGHLINE_SECRET: given(env, 'THROUGHLINE_SECRET') ?? secret.text };
  if (given(env, 'MASTER_KEY') ?? given(env, 'MASTER_KEY_FILE')) return { env: completed, madeMasterKey: false };

  const file = masterKeyFile(folder);
  if (!existsSync(file) && existsSync(join(postgresFolder(folder), 'data'))) {
    throw new StartFault(
      `${file} is missing, and without it nobody can read what stands in the database beside it. Put the file back from ` +
        `its copy, or remove ${postgresFolder(folder)} to begin with an empty database.`,
    );
  }
  const key = kept(file, () => MasterKeys.make());
  return { env: { ...completed, MASTER_KEY: key.text }, madeMasterKey: key.made };
}

function kept(file: string, make: () => string): { text: string; made: boolean } {
  const made = !existsSync(file);
  if (made) writeFileSync(file, `${make()}\n`, { mode: 0o600, flag: 'wx' });
  return { text: readFileSync(file, 'utf8').trim(), made };
}

const given = (env: Environment, name: string): string | undefined => {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
};
