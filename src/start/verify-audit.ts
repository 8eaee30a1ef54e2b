import { parseArgs } from 'node:util';
import type { Finding } from '../audit/seal/findings.js';
import { SealsFile } from '../audit/seal/seals-file.js';
import { verifyAudit, type Verified } from '../audit/seal/verify-audit.js';
import { progressTo } from '../backup/progress.js';
import { withClient } from '../platform/database/connect.js';
import { roleUrl } from '../platform/database/roles.js';
import { explain } from './explain.js';
import { withDatabase, type FoundDatabase } from './find-database.js';
import { sealKeysOf } from './seal-keys.js';
import { StartFault } from './start-fault.js';

const USAGE = 'npm run audit:verify [-- --seals FILE]';
/** More are counted and not shown. */
const SHOWN = 1_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = progressTo((line) => say(`  ${line}`));

async function verify(found: FoundDatabase, seals: string | undefined): Promise<Verified> {
  const file = new SealsFile(seals ?? found.config.auditSealsFile);
  const { check: keys } = await sealKeysOf(found);
  let shown = 0;
  const report = ({ kind, what }: Finding) => {
    shown += 1;
    if (shown <= SHOWN) say(`${kind.padEnd(9)}  ${what}`);
  };
  say(`Holding the audit against its seals and ${file.path}`);
  const url = roleUrl(found.server.directUrl, found.config.secret, 'sealer');
  return withClient(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return verifyAudit(client, { keys, file, report, within: (text) => progress.within(text) });
  });
}

function sum({ rows, seals, waiting, findings, outside, restoredAway, foreign }: Verified): void {
  say(`${rows} rows in ${seals} seals; ${outside} seals outside; ${waiting} rows wait for their seal.`);
  if (restoredAway > 0)
    say(`${restoredAway} seals outside came after the backup that was put back: what they sealed was lost with it.`);
  if (foreign > 0) say(`${foreign} lines outside are of another database: its key is not known here.`);
  if (outside === 0)
    say('Nothing stands outside of the database: whether the end was cut off, or seals made anew, cannot be told.');
  say(
    findings === 0
      ? 'Everything is as it was sealed.'
      : `${findings} findings. Keep this database and the file as they are.`,
  );
}

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { seals: { type: 'string' } } });
  if (positionals[0] !== 'audit:verify' || positionals.length > 1)
    throw new StartFault(`That is not how it goes:\n${USAGE}`);
  const verified = await withDatabase(process.env, (found) => verify(found, values.seals));
  sum(verified);
  if (verified.findings > 0) process.exitCode = 1;
} catch (fault) {
  process.stderr.write(`${explain(fault, process.env)}\n`);
  process.exitCode = 1;
}
