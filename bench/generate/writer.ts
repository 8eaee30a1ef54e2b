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
import { copyLine, type Row } from './copy-text.js';
import { identityRows } from './identity-rows.js';
import { Person, type Sealing } from './person.js';
import { planRows } from './plan-rows.js';
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
/** Milliseconds. Who writes for an hour on a busy machine meets a moment that is slow. */
const PATIENCE = 60_000;

type Rows = Record<Table, Row[]>;

async function write({ ownerUrl, appUrl, masterKeys, ...share }: Share): Promise<void> {
  const database = await appDatabase({ url: appUrl, poolSize: 1, rows: [], patience: PATIENCE }).initialize();
  const keys = new MasterKeys(masterKeys);
  const tokens = new SearchTokens(new HouseKeys(new Transactions(database), keys));
  const sealing = { words: new Words(keys), tokens, masterKeys: keys };
  await withClient(ownerUrl, async (owner) => {
    await owner.query('SET synchronous_commit = off');
    for (let first = share.writer * BATCH; first < share.size.clients; first += share.writers * BATCH) {
      const upTo = Math.min(first + BATCH, share.size.clients);
      const rows = await people(share.size, sealing, first, upTo);
      await owner.query('BEGIN');
      for (const table of TABLE_NAMES) {
        const columns = columnsOf(table);
        await copyIn(owner, `COPY ${table} (${columns.join(', ')}) FROM STDIN`, chunks(columns, rows[table]));
      }
      await owner.query('COMMIT');
      parentPort?.postMessage({ clients: upTo - first, contacts: rows.contact.length });
    }
  });
  await database.destroy();
}

async function people(size: Size, sealing: Sealing, first: number, upTo: number): Promise<Rows> {
  const rows = Object.fromEntries(TABLE_NAMES.map((table) => [table, [] as Row[]])) as Rows;
  for (let number = first; number < upTo; number += 1) {
    const person = new Person(size, number, sealing, (table, row) => rows[table].push(row));
    await identityRows(person);
    contactRows(person);
    planRows(person);
    taskRows(person);
  }
  // Ids begin with their moment. As in a database that grew, what belongs to one client does not lie side by side.
  for (const table of TABLE_NAMES) rows[table].sort((a, b) => byId(a['id'], b['id']));
  return rows;
}

const byId = (a: Row['id'], b: Row['id']): number => (a === b || a === undefined ? 0 : String(a) < String(b) ? -1 : 1);

// eslint-disable-next-line @typescript-eslint/require-await -- COPY reads from anything that can be waited for
async function* chunks(columns: readonly string[], rows: readonly Row[]): AsyncGenerator<Buffer> {
  for (let at = 0; at < rows.length; at += LINES) {
    const lines = rows.slice(at, at + LINES).map((row) => copyLine(columns, row));
    yield Buffer.from(lines.join(''));
  }
}

await write(workerData as Share);
