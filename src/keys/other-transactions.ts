import { setTimeout as pause } from 'node:timers/promises';
import { DATABASE_ROLES } from '../platform/database/roles.js';
import type { Transactions } from '../platform/database/transaction.js';

/** Every transaction has a lock on its own virtual id until it ends, and every role sees these locks. */
const OPEN = `SELECT l.virtualtransaction AS id FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
  WHERE l.locktype = 'virtualxid' AND l.granted AND a.usename = ANY ($1) AND a.pid <> pg_backend_pid()
    AND a.datid = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** Milliseconds. */
const LOOK_EVERY = 5;

/**
 * Waits until each transaction of the application and its jobs that is open now has ended: whoever read a key before the
 * last change has then stopped using it. Those that begin meanwhile see the change and are not waited for.
 */
export async function othersHaveEnded(owner: Transactions): Promise<void> {
  const open = async () => {
    const roles = [DATABASE_ROLES.app, DATABASE_ROLES.jobs];
    const rows = await owner.run((tx) => tx.query<{ id: string }>(OPEN, [roles]));
    return new Set(rows.map(({ id }) => id));
  };
  let waitedFor = await open();
  while (waitedFor.size > 0) {
    await pause(LOOK_EVERY);
    const now = await open();
    waitedFor = new Set([...waitedFor].filter((id) => now.has(id)));
  }
}
