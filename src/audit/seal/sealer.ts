import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Counter, Gauge } from 'prom-client';
import { backgroundPool } from '../../platform/database/background-pool.js';
import { CONNECTION } from '../../platform/database/connect.js';
import { sqlState, Transactions } from '../../platform/database/transaction.js';
import { ReadyChecks } from '../../platform/health/ready-checks.js';
import { Metrics } from '../../platform/http/metrics.js';
import { HouseKeys } from '../../platform/sealing/house-keys.js';
import { sealOnce } from './seal-entries.js';
import { SealsFile } from './seals-file.js';

export const SEALER_SETTINGS = 'sealer-settings';

export interface SealerSettings {
  /** As role `sealer`, straight to the server; nothing where this process does not seal. */
  readonly url?: string;
  readonly file?: string;
}

/** Milliseconds. Each row is sealed, and its seal outside, well within a minute. */
const PACE = 10_000;
/** Rows in one seal, at most. */
const BATCH = 5_000;
/** Seconds after which sealing is said to have stalled. */
const STALLED = 120;

/** Seals the audit beside whatever else this process does. Any number of processes may do so at once. */
@Injectable()
export class Sealer implements BeforeApplicationShutdown {
  private readonly log = new Logger('sealer');
  private readonly file: SealsFile;
  private readonly sealed: Counter;
  private readonly faults: Counter;
  private pool: pg.Pool | undefined;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;

  constructor(
    @Inject(SEALER_SETTINGS) private readonly settings: SealerSettings,
    private readonly keys: HouseKeys,
    private readonly transactions: Transactions,
    checks: ReadyChecks,
    { registry }: Metrics,
  ) {
    this.file = new SealsFile(settings.file ?? '');
    const registers = [registry];
    this.sealed = new Counter({
      name: 'audit_sealed_entries_total',
      help: 'Audit rows sealed by this process.',
      registers,
    });
    this.faults = new Counter({ name: 'audit_seal_faults_total', help: 'Turns of sealing that broke off.', registers });
    const lag = () => this.lag();
    new Gauge({
      ...{ name: 'audit_seal_lag_seconds', help: 'How long audit rows have waited for their seal.', registers },
      async collect() {
        this.set(await lag().catch(() => NaN));
      },
    });
    checks.add('sealing', async () => {
      const seconds = await this.lag();
      return { ok: seconds < STALLED, seconds };
    });
  }

  start(): void {
    const { url, file } = this.settings;
    if (url === undefined || file === undefined)
      throw new Error('No connection for sealing was given to this process.');
    if (this.pool) return;
    this.pool = backgroundPool({
      connectionString: url,
      ...CONNECTION,
      max: 1,
      application_name: 'throughline-sealer',
    });
    this.timer = setInterval(() => void this.seal(), PACE);
    this.timer.unref();
    void this.seal();
  }

  /** Seals what is left, so that nothing waits for the next start. */
  async stop(): Promise<void> {
    if (!this.pool) return;
    clearInterval(this.timer);
    await this.working;
    await this.seal();
    const { pool } = this;
    this.pool = undefined;
    await pool.end();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** All that waits, now. What goes wrong is written down and tried again with the next turn. */
  seal(): Promise<void> {
    this.working ??= this.turns()
      .catch((fault: unknown) => this.brokeOff(fault))
      .finally(() => (this.working = undefined));
    return this.working;
  }

  private async turns(): Promise<void> {
    const [key] = await this.keys.secrets('audit-seal');
    const client = await this.pool?.connect();
    if (!key || !client) return;
    let broken = true;
    try {
      for (let more = true; more;) {
        const turn = await sealOnce(client, { key, file: this.file, batch: BATCH });
        this.sealed.inc(turn.sealed);
        more = turn.more;
      }
      broken = false;
    } finally {
      client.release(broken);
    }
  }

  /** By name and code: a database's message may quote a value. */
  private brokeOff(fault: unknown): void {
    this.faults.inc();
    const said = sqlState(fault) ?? (fault instanceof Error ? fault.message : String(fault));
    this.log.error(`Sealing the audit broke off: ${said}`);
  }

  /** Seconds. */
  private async lag(): Promise<number> {
    const [row] = await this.transactions.run((tx) => tx.query<{ lag: number }>('SELECT audit_seal_lag() AS lag'));
    return Math.max(0, Math.round(row?.lag ?? 0));
  }
}
