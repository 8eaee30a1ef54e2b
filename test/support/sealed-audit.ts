import { join } from 'node:path';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Finding } from '../../src/audit/seal/findings.js';
import { sealOnce } from '../../src/audit/seal/seal-entries.js';
import { SealKeys } from '../../src/audit/seal/seal-statement.js';
import { SealsFile } from '../../src/audit/seal/seals-file.js';
import { verifyAudit, type Verified } from '../../src/audit/seal/verify-audit.js';
import { appDatabase } from '../../src/platform/database/app-database.js';
import { Transactions } from '../../src/platform/database/transaction.js';
import { HouseKeys } from '../../src/platform/sealing/house-keys.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { cloneDatabase, type TestDatabase } from './database.js';
import { eventually } from './eventually.js';
import { temporaryFolder } from './programme.js';

/**
 * Sealing waits for every transaction of the server, and tests beside this one have some under way in databases of their
 * own. Returns when those of now have ended.
 */
export async function othersAreDone(db: TestDatabase): Promise<void> {
  await db.as('owner', async (owner) => {
    const { rows } = await owner.query<{ now: string }>('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS now');
    await eventually(async () => {
      const ended = 'SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 AS all';
      const found = await owner.query<{ all: boolean }>(ended, [rows[0]?.now]);
      if (found.rows[0]?.all !== true) throw new Error('A transaction of another test is still under way.');
    }, 60_000);
  });
}

/** A database whose audit is sealed, and the file beside it. */
export class SealedAudit {
  readonly file: SealsFile;

  private constructor(
    readonly db: TestDatabase,
    private readonly source: DataSource,
    readonly keys: HouseKeys,
    readonly masterKeys: MasterKeys,
    private readonly folder: ReturnType<typeof temporaryFolder>,
  ) {
    this.file = new SealsFile(join(folder.path, 'seals', 'audit-seals.jsonl'));
  }

  static async open(): Promise<SealedAudit> {
    const db = await cloneDatabase();
    const source = await appDatabase({ url: db.urlAs('app'), poolSize: 2, rows: [] }).initialize();
    const masterKeys = new MasterKeys(MasterKeys.make());
    const keys = new HouseKeys(new Transactions(source), masterKeys);
    return new SealedAudit(db, source, keys, masterKeys, temporaryFolder());
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await this.db.drop();
    this.folder.remove();
  }

  /** Rows as many transactions wrote them, of one to five each. */
  plant(rows: number): Promise<void> {
    return this.db.as('owner', async (owner) => {
      for (let left = rows, n = 0; left > 0; n += 1) {
        const some = Math.min(left, 1 + (n % 5));
        await owner.query(PLANT, [some, n]);
        left -= some;
      }
    });
  }

  /** All that is written by now, until nothing waits. @returns how many rows it sealed */
  async seal(batch = 50, file = this.file): Promise<number> {
    await othersAreDone(this.db);
    return this.sealNow(batch, file);
  }

  /** The same, without waiting for anybody. */
  sealNow(batch = 50, file = this.file): Promise<number> {
    return this.db.as('sealer', async (client) => {
      const [key] = await this.keys.secrets('audit-seal');
      let sealed = 0;
      for (let more = true; more;) {
        const turn = await sealOnce(client, { key: key!, file, batch });
        sealed += turn.sealed;
        more = turn.more;
      }
      return sealed;
    });
  }

  /** On a connection that is within a transaction, or one of its own. */
  async verify(client?: pg.ClientBase, file = this.file): Promise<{ found: Finding[]; result: Verified }> {
    if (!client) {
      return this.db.as('sealer', async (own) => {
        await own.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        return this.verify(own, file);
      });
    }
    const found: Finding[] = [];
    const keys = new SealKeys(await this.keys.secrets('audit-seal'), await this.keys.remainsOf('audit-seal-public'));
    const report = (finding: Finding) => void found.push(finding);
    const result = await verifyAudit(client, { keys, file, report, within: () => undefined });
    return { found, result };
  }
}

const PLANT = `INSERT INTO audit_entry (id, at, request_id, person_id, membership_id, organisation_id, role, client_id, event,
    outcome, classes, ground, ground_id, purpose, facts)
  SELECT gen_random_uuid(), now(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'counsellor',
    CASE WHEN i % 3 > 0 THEN gen_random_uuid() END, 'planted.' || $2::int, 'done', ARRAY['coordination', 'medication'], 'care_team',
    gen_random_uuid(), 'treatment', jsonb_build_object('version', i, 'share', 0.10, 'kinds', ARRAY['é', 'b'], 'n', $2::int)
    FROM generate_series(1, $1) i`;
