import pg from 'pg';

/**
 * Connections for work that no request waits for. A PostgreSQL that stops may close one while a library, or nobody, listens
 * for its faults, and that would end the process: these are listened to as long as they are there.
 */
export function backgroundPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(settings);
  const pass = () => undefined; // the query that meets the broken connection answers for it
  return pool.on('error', pass).on('connect', (client) => client.on('error', pass));
}
