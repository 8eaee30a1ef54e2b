import 'reflect-metadata';
import { progressTo } from '../backup/progress.js';
import { explain } from '../start/explain.js';
import { withDatabase } from '../start/find-database.js';
import { StartFault } from '../start/start-fault.js';
import { exchangeFactorKey, FACTOR_SETTLE } from './exchange-factor-key.js';
import { exchangeOwnKeys, type Exchanged } from './exchange-own-keys.js';
import { exchangeSealKey } from './exchange-seal-key.js';
import { exchangeSearchKey, SETTLE } from './exchange-search-key.js';
import { keyReport } from './key-report.js';
import { BATCH } from './key-work.js';
import { KEYED, type Keyed } from './keyed.js';
import { rewrapUnderMaster } from './rewrap-under-master.js';
import { rotateHouseKey, HOUSE_KEYS } from './rotate-house-key.js';
import { withKeys, type Keys } from './with-keys.js';

const OWN = KEYED.map(({ kind }) => kind);
const KNOWN = ['master', ...OWN, 'search', 'second-factor', 'audit-seal', ...Object.keys(HOUSE_KEYS)];
const USAGE = `npm run keys [-- rotate ${KNOWN.join('|')}]`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function rotate(what: string, keys: Keys): Promise<string> {
  const work = { ...keys, batch: BATCH, progress: progressTo((line) => say(`  ${line}`)) };
  if (what === 'master') {
    const count = await rewrapUnderMaster(work);
    return `${count} keys of clients and callers are wrapped anew by ${work.masterKeys.currentId}. Keep the older master keys with the backups made before.`;
  }
  const keyed = KEYED.find(({ kind }) => kind === what);
  if (keyed) return exchanged(keyed, await exchangeOwnKeys(work, keyed));
  if (what === 'search') {
    await exchangeSearchKey({ ...work, settle: SETTLE });
    return 'Search goes by the new key alone.';
  }
  if (what === 'second-factor') {
    await exchangeFactorKey({ ...work, settle: FACTOR_SETTLE });
    return 'Second factors are sealed under the new key alone. Recovery codes made before stay good.';
  }
  if (what === 'audit-seal') {
    await exchangeSealKey(work);
    return 'Seals are signed by the new key. Those before are checked by what the old one left, and nothing signs by it any more.';
  }
  return rotateHouseKey(work, what);
}

function exchanged({ kind, one }: Keyed, { people, shut }: Exchanged): string {
  if (shut.length === 0) return `${people} ${kind} have a new key, and their words are sealed under it.`;
  throw new StartFault(
    `These rows open under no key of their ${one}. Both of her keys stay until they do:\n  ${shut.join('\n  ')}\n` +
      'Restore the rows from a backup and run the same command again.',
  );
}

try {
  const [, command, what, ...more] = process.argv.slice(2);
  const asked = command === undefined || (command === 'rotate' && what !== undefined && KNOWN.includes(what));
  if (!asked || more.length > 0) throw new StartFault(USAGE);
  await withDatabase(process.env, (found) =>
    withKeys(found, async (keys) => {
      if (what !== undefined) say(await rotate(what, keys));
      for (const line of await keyReport({ ...keys, batch: BATCH, progress: progressTo(say) })) say(line);
    }),
  );
} catch (fault) {
  process.stderr.write(`${explain(fault, process.env)}\n`);
  process.exitCode = 1;
}
