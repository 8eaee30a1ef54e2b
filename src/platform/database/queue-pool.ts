import pg from 'pg';

/**
 * Connections for the queue. It stops listening for faults before its own pool's connections are closed, and one that a
 * stopping PostgreSQL closes first would then end the process: these are listened to as long as they are there.
 */
export function queuePool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  const pass = () => undefined; // the query that meets the broken connection answers for it
  pool.on('error', pass).on('connect', (client) => client.on('error', pass));
  return pool;
}
