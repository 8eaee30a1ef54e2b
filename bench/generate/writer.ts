import { parentPort, workerData } from 'node:worker_threads';
import { appDatabase } from '../../src/platform/database/app-database.js';
import { withClient } from '../../src/platform/database/connect.js';
import { copyIn } from '../../src/platform/database/copy.js';
import { Transactions } from '../../src/platform/database/transaction.js';
import { HouseKeys } from '../../src/platform/sealing/house-keys.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { SearchTokens } from '../../src/platform/sealing/search-tokens.js';
import { Words } from '../../src/platform/sealing/words.js';
import { contactRows } from './contact-rows.js';
import { copyLine } from './copy-text.js';
import { identityRows } from './identity-rows.js';
import { KnownTokens } from './known-tokens.js';
import { Person, type Sealing } from './person.js';
import { planRows } from './plan-rows.js';
import { referralRows } from './referral-rows.js';
import type { Size } from './size.js';
import { columnsOf, TABLE_NAMES, type Table } from './tables.js';
import { taskRows } from './task-rows.js';

/** What one writer is given: every so manieth batch of the clients. */
export interface Share {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly masterKeys: string;
  readonly size: Size;
  readonly writer: number;
  readonly writers: number;
}

/** So many people's rows are held in memory at once, and then written in the order in which they would have come. */
const BATCH = 1_000;
const LINES = 1_000;
const COLUMNS = TABLE_NAMES.map((table) => [table, columnsOf(table)] as const);
/** Milliseconds. Who writes for an hour on a busy machine meets a moment that is slow. */
const PATIENCE = 60_000;

/** As COPY takes them. */
type Lines = Readonly<Record<Table, string[]>>;

async function write({ ownerUrl, appUrl, masterKeys, ...share }: Share): Promise<void> {
  const database = await appDatabase({ url: appUrl, poolSize: 1, rows: [], patience: PATIENCE }).initialize();
  const keys = new MasterKeys(masterKeys);
  const tokens = new KnownTokens(new SearchTokens(new HouseKeys(new Transactions(database), keys)));
  const sealing = { words: new Words(keys), tokens, masterKeys: keys };
  await withClient(ownerUrl, async (owner) => {
    await owner.query('SET synchronous_commit = off');
    for (let first = share.writer * BATCH; first < share.size.clients; first += share.writers * BATCH) {
      const upTo = Math.min(first + BATCH, share.size.clients);
      const lines = await people(share.size, sealing, first, upTo);
      await owner.query('BEGIN');
      for (const [table, columns] of COLUMNS)
        await copyIn(owner, `COPY ${table} (${columns.join(', ')}) FROM STDIN`, chunks(lines[table]));
      await owner.query('COMMIT');
      parentPort?.postMessage({ clients: upTo - first, contacts: lines.contact.length });
    }
  });
  await database.destroy();
}

async function people(size: Size, sealing: Sealing, first: number, upTo: number): Promise<Lines> {
  const lines = Object.fromEntries(TABLE_NAMES.map((table) => [table, [] as string[]])) as Lines;
  for (let number = first; number < upTo; number += 1) {
    const person = new Person(size, number, sealing, (table, row) =>
      lines[table].push(copyLine(columnsOf(table), row)),
    );
    await identityRows(person);
    contactRows(person);
    planRows(person);
    taskRows(person);
    referralRows(person);
  }
  // Ids stand first and begin with their moment. As in a database that grew, one client's rows do not lie side by side.
  for (const table of TABLE_NAMES) lines[table].sort();
  return lines;
}

// eslint-disable-next-line @typescript-eslint/require-await -- COPY reads from anything that can be waited for
async function* chunks(lines: readonly string[]): AsyncGenerator<Buffer> {
  for (let at = 0; at < lines.length; at += LINES) yield Buffer.from(lines.slice(at, at + LINES).join(''));
}

await write(workerData as Share);
