import pg from 'pg';
import { CONNECTION } from '../database/connect.js';

const LOCKS = 7_203;

/** The queue itself frees the job of a process that died only after four hours. Role `jobs` sees every lock. */
const FREE_JOBS_OF_THE_DEAD = `
  SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT j.locked_by)) FROM graphile_worker._private_jobs j
   WHERE j.locked_at < now() - interval '3 seconds' AND NOT EXISTS (SELECT FROM pg_locks l
     WHERE l.locktype = 'advisory' AND l.classid = ${LOCKS} AND l.objid = hashtext(j.locked_by)::bit(32)::bigint::oid
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))
  HAVING count(*) > 0`;

/** Milliseconds. */
const LOOK_EVERY = 2_000;

/**
 * A lock that PostgreSQL lets go of when this process dies, however it dies. Whoever holds a job without one is dead, and
 * the others take the job over within seconds.
 */
export class SignOfLife {
  private client: pg.Client | undefined;
  private readonly workers = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(private readonly url: string) {}

  async start(): Promise<void> {
    await this.connected();
    this.timer = setInterval(() => void (this.looking ??= this.look()), LOOK_EVERY);
    this.timer.unref();
  }

  /** Three seconds are enough for a new worker's lock to arrive before anybody misses it. */
  claim(worker: string): void {
    this.workers.add(worker);
    this.client?.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCKS, worker]).catch(() => this.disconnect());
  }

  release(worker: string): void {
    this.workers.delete(worker);
    this.client?.query('SELECT pg_advisory_unlock($1, hashtext($2))', [LOCKS, worker]).catch(() => this.disconnect());
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    await this.client?.end();
    this.client = undefined;
  }

  /** A broken connection is made anew with the next look; until then nobody is declared dead by this process. */
  private async look(): Promise<void> {
    try {
      const client = await this.connected();
      await client.query(FREE_JOBS_OF_THE_DEAD);
    } catch {
      this.disconnect();
    } finally {
      this.looking = undefined;
    }
  }

  private async connected(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({ connectionString: this.url, ...CONNECTION, application_name: 'throughline-jobs' });
    client.on('error', () => this.disconnect());
    await client.connect();
    this.client = client;
    this.workers.forEach((worker) => this.claim(worker));
    return client;
  }

  private disconnect(): void {
    this.client?.end().catch(() => undefined);
    this.client = undefined;
  }
}
