import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { sqlState, Transactions } from '../../platform/database/transaction.js';
import { ReadyChecks } from '../../platform/health/ready-checks.js';
import { Metrics } from '../../platform/http/metrics.js';
import { HouseKeys } from '../../platform/sealing/house-keys.js';
import { SealingThread } from './sealing-thread.js';

export const SEALER_SETTINGS = 'sealer-settings';

export interface SealerSettings {
  /** As role `sealer`, straight to the server; nothing where this process does not seal. */
  readonly url?: string;
  readonly file?: string;
  /** What the thread runs, where it is not the one beside this module: tests run modules that a thread cannot. */
  readonly thread?: URL;
}

/** Milliseconds. Each row is sealed, and its seal outside, well within a minute. */
const PACE = 10_000;
/** Seconds after which sealing is said to have stalled. */
const STALLED = 120;

/** Has the audit sealed, in a thread beside whatever else this process does. Any number of processes may do so at once. */
@Injectable()
export class Sealer implements BeforeApplicationShutdown {
  private readonly log = new Logger('sealer');
  private readonly sealed: Counter;
  private readonly faults: Counter;
  private thread: SealingThread | undefined;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;

  constructor(
    @Inject(SEALER_SETTINGS) private readonly settings: SealerSettings,
    private readonly keys: HouseKeys,
    private readonly transactions: Transactions,
    checks: ReadyChecks,
    { registry }: Metrics,
  ) {
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
    const { url, file, thread } = this.settings;
    if (url === undefined || file === undefined)
      throw new Error('No connection for sealing was given to this process.');
    if (this.thread) return;
    this.thread = new SealingThread({ url, file }, thread);
    this.timer = setInterval(() => void this.seal(), PACE);
    this.timer.unref();
    void this.seal();
  }

  /** Seals what is left, so that nothing waits for the next start. */
  async stop(): Promise<void> {
    const { thread } = this;
    if (!thread) return;
    clearInterval(this.timer);
    await this.working;
    await this.seal();
    this.thread = undefined;
    await thread.end();
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
    const told = key && (await this.thread?.seal(key));
    if (!told) return;
    this.sealed.inc(told.sealed);
    if (told.fault !== undefined) throw new Error(told.fault);
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
