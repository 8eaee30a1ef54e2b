import { Injectable } from '@nestjs/common';
import { isZoneDataOld, ZONE_DATA_NEEDED, zoneDataVersion } from '../../kernel/civil-time.js';
import { newestMigration } from '../database/migration-level.js';
import { Transactions } from '../database/transaction.js';

/** What a check found: ids, versions and counts. */
export type Finding = Readonly<Record<string, string | number | boolean>>;

/** @throws or gives `ok: false` when the programme should get no requests */
export type ReadyCheck = () => Promise<{ readonly ok: boolean } & Finding>;

/** What has to stand before requests come. Whoever runs something that can stall adds a check of its own. */
@Injectable()
export class ReadyChecks {
  private readonly checks = new Map<string, ReadyCheck>();

  constructor(private readonly transactions: Transactions) {
    this.add('database', async () => ({ ok: (await this.ask('SELECT 1')).length === 1 }));
    this.add('schema', () => this.schema());
    this.add('zoneData', () => this.zoneData());
  }

  add(name: string, check: ReadyCheck): void {
    this.checks.set(name, check);
  }

  get all(): ReadonlyMap<string, ReadyCheck> {
    return this.checks;
  }

  /** Behind: this replica came before the migrations. Ahead: a newer one has migrated, and this one still serves. */
  private async schema(): Promise<{ ok: boolean } & Finding> {
    const [row] = await this.ask<{ level: string }>('SELECT max(timestamp) AS level FROM schema_migration');
    const [level, needed] = [Number(row?.level ?? 0), await newestMigration()];
    return { ok: level >= needed, level, needed };
  }

  /** Data without the rules in force puts times an hour wrong; data from before last year is only said to be old. */
  private async zoneData(): Promise<{ ok: boolean } & Finding> {
    const [row] = await this.ask<{ now: string }>('SELECT now() AS now');
    const version = zoneDataVersion();
    return { ok: version >= ZONE_DATA_NEEDED, version, needed: ZONE_DATA_NEEDED, old: isZoneDataOld(row?.now ?? '') };
  }

  private ask<Row>(statement: string): Promise<Row[]> {
    return this.transactions.run((tx) => tx.query<Row>(statement));
  }
}
