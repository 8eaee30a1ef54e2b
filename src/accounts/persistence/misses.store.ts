import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { Charge, Misses } from '../domain/misses.js';

type Now = Transaction & { readonly now: string };

interface KeyedMisses extends Misses {
  readonly key: Buffer;
}

/** In order of key, so that two attempts at once wait for each other and never for one another's other half. */
const OPEN: Statement = {
  name: 'misses-open',
  text: `INSERT INTO sign_in_misses (key, count, last_at, wait_until) SELECT k, 0, $2, $2 FROM unnest($1::bytea[]) k ORDER BY k
    ON CONFLICT (key) DO NOTHING`,
};
const LOCK: Statement = {
  name: 'misses-lock',
  text: 'SELECT key, count, last_at, wait_until FROM sign_in_misses WHERE key = ANY ($1) ORDER BY key FOR UPDATE',
};
const CHARGE = 'UPDATE sign_in_misses SET count = $2, last_at = $4, wait_until = $3 WHERE key = $1';
const REFUND: Statement = {
  name: 'misses-refund',
  text: `UPDATE sign_in_misses SET count = greatest(count - 1, 0), wait_until = $2
    WHERE key IN (SELECT key FROM sign_in_misses WHERE key = ANY ($1) ORDER BY key FOR UPDATE)`,
};
const FORGET = 'DELETE FROM sign_in_misses WHERE key = ANY ($1)';
/** A few at a time, on the way of somebody who signs in: no job has to remember it. */
const SWEEP: Statement = {
  name: 'misses-sweep',
  text: `DELETE FROM sign_in_misses WHERE key IN (
    SELECT key FROM sign_in_misses WHERE last_at < $1 ORDER BY last_at LIMIT 20 FOR UPDATE SKIP LOCKED)`,
};

@Injectable()
export class MissesStore {
  /** Locked until the transaction ends, by key in hexadecimal. */
  async lock(tx: Now, keys: readonly Buffer[]): Promise<ReadonlyMap<string, Misses>> {
    await tx.query(OPEN, [keys, tx.now]);
    const rows = await tx.query<KeyedMisses>(LOCK, [keys]);
    return new Map(rows.map((row) => [row.key.toString('hex'), row]));
  }

  async charge(tx: Now, key: Buffer, { count, waitUntil }: Charge): Promise<void> {
    await tx.query(CHARGE, [key, count, waitUntil, tx.now]);
  }

  /** Takes one charge back: the attempt was none. */
  async refund(tx: Now, keys: readonly Buffer[]): Promise<void> {
    await tx.query(REFUND, [keys, tx.now]);
  }

  async forget(tx: Now, keys: readonly Buffer[]): Promise<void> {
    await tx.query(FORGET, [keys]);
  }

  async sweep(tx: Now, before: string): Promise<void> {
    await tx.query(SWEEP, [before]);
  }
}
