import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseRole } from '../platform/database/roles.js';
import { StartFault } from '../start/start-fault.js';

export interface TableEntry {
  readonly schema: string;
  readonly name: string;
  /** Who owns it, and so reads and writes all of it. */
  readonly role: DatabaseRole;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the rows as text, before compression. */
  readonly bytes: number;
  readonly sha256: string;
}

export interface SequenceEntry {
  readonly schema: string;
  readonly name: string;
  readonly role: DatabaseRole;
  /** As text: it may be larger than a number holds. Nothing: not used yet. */
  readonly value: string | null;
}

export interface Manifest {
  readonly format: 1;
  /** By the database's clock. */
  readonly made: string;
  readonly server: string;
  /** The migrations that the rows were written under. */
  readonly schema: readonly string[];
  /** Fingerprints of the master keys without which the words stay closed. */
  readonly masterKeys: readonly string[];
  readonly tables: readonly TableEntry[];
  readonly sequences: readonly SequenceEntry[];
}

const NAME = 'manifest.json';

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(join(folder, NAME), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });

/** @throws StartFault when this is no backup of ours */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => {
    throw new StartFault(`${folder} holds no ${NAME}. Name the folder that \`npm run backup\` made.`);
  });
  const manifest = parsed(text);
  if (manifest?.format === 1) return manifest;
  throw new StartFault(
    `${join(folder, NAME)} is damaged or of another version. Restore with the version that made it.`,
  );
}

function parsed(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
}

export const fileOf = (folder: string, table: Pick<TableEntry, 'schema' | 'name'>): string =>
  join(folder, `${table.schema}.${table.name}.copy.gz`);

export const nameOf = ({ schema, name }: Pick<TableEntry, 'schema' | 'name'>): string => `"${schema}"."${name}"`;
