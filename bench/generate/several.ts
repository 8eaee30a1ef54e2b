import type pg from 'pg';
import { withClient } from '../../src/platform/database/connect.js';

const SETTINGS = `SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB';
  SET max_parallel_maintenance_workers = 0; SET jit = off`;

/** Takes one list after the other on as many connections as there are writers, and tells of each statement that is done. */
export async function severalAtOnce(
  { ownerUrl, writers }: { readonly ownerUrl: string; readonly writers: number },
  lists: readonly (readonly string[])[],
  tell: (statement: string, rows: number) => void,
): Promise<void> {
  const left = [...lists];
  const work = async (owner: pg.Client) => {
    await owner.query(SETTINGS);
    for (let list = left.shift(); list; list = left.shift()) {
      for (const statement of list) tell(statement, (await owner.query(statement)).rowCount ?? 0);
    }
  };
  await Promise.all(Array.from({ length: writers }, () => withClient(ownerUrl, work)));
}
