import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { noteRestore } from '../audit/seal/note-restore.js';
import { SealsFile } from '../audit/seal/seals-file.js';
import { withClient } from '../platform/database/connect.js';
import { roleUrl } from '../platform/database/roles.js';
import { MasterKeys } from '../platform/sealing/master-key.js';
import { explain } from '../start/explain.js';
import { withDatabase, type FoundDatabase } from '../start/find-database.js';
import { INSTALLATION_FOLDER } from '../start/own-keys.js';
import { sealKeysOf } from '../start/seal-keys.js';
import { StartFault } from '../start/start-fault.js';
import { backUp } from './back-up.js';
import { readManifest, type Manifest } from './manifest.js';
import { progressTo } from './progress.js';
import { restore } from './restore.js';

const USAGE = 'npm run backup [-- FOLDER]\nnpm run restore -- FOLDER [--verify]';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = progressTo((line) => say(`  ${line}`));

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { verify: { type: 'boolean' } } });
  const [command, folder, ...more] = positionals;
  if (more.length > 0) throw new StartFault(`Too many arguments.\n${USAGE}`);
  if (command === 'backup' && values.verify === undefined)
    await withDatabase(process.env, (found) => copy(found, folder));
  else if (command === 'restore' && folder !== undefined) await bringBack(folder, values.verify ?? false);
  else throw new StartFault(`That is not how it goes:\n${USAGE}`);
}

async function copy({ config, server }: FoundDatabase, folder: string | undefined): Promise<void> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const target = folder ?? join(INSTALLATION_FOLDER, 'backups', stamp);
  say(`Copying every row into ${target}`);
  const { directUrl } = server;
  const { tables, masterKeys } = await backUp({ directUrl, secret: config.secret }, target, progress);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  say(`${tables.length} tables, ${rows} rows in ${target}`);
  say(
    `The master key (${masterKeys.join(', ')}) is not in it. Keep a copy of the key in another place than the backups: ` +
      'without it\nnobody can read what people wrote, and with both anybody can.',
  );
}

async function bringBack(folder: string, verify: boolean): Promise<void> {
  const manifest = await readManifest(folder);
  await withDatabase(process.env, async (found) => {
    const { config, server } = found;
    assertKeysThere(manifest, new MasterKeys(config.masterKeys));
    say(`Restoring the backup of ${manifest.made} from ${folder}`);
    const passwords = config.server ? ('keep' as const) : ('replace' as const);
    const source = { directUrl: server.directUrl, secret: config.secret, passwords };
    await restore({ source, folder, manifest, verify }, progress);
    if (manifest.tables.some(({ name }) => name === 'audit_seal')) await noteOutside(found);
    say(
      verify
        ? 'Restored; every row was read back and is the same.'
        : 'Restored. --verify would also read every row back.',
    );
    say('Everybody has to sign in again.');
  });
}

/** Otherwise the seals outside that came after the backup would look cut off. */
async function noteOutside(found: FoundDatabase): Promise<void> {
  const { config, server } = found;
  const file = new SealsFile(config.auditSealsFile);
  const [key] = (await sealKeysOf(found)).sign;
  if (!key) return;
  await withClient(roleUrl(server.directUrl, config.secret, 'sealer'), (client) => noteRestore(client, file, key));
  say(`That this copy was put back stands in ${file.path} now, beside the seals of the audit.`);
}

function assertKeysThere(manifest: Manifest, keys: MasterKeys): void {
  const missing = manifest.masterKeys.filter((id) => !keys.has(id));
  if (missing.length === 0) return;
  throw new StartFault(
    `The words in this backup are sealed under the master key ${missing.join(', ')}, which is not here. Put its copy into ` +
      'MASTER_KEY_FILE, or into .throughline/master.key for the PostgreSQL that comes along, and restore then.',
  );
}

try {
  await main();
} catch (fault) {
  process.stderr.write(`${explain(fault, process.env)}\n`);
  process.exitCode = 1;
}
