import { auditInsert } from '../audit/audit-entries.js';
import { newId, type Id } from '../kernel/ids.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { KeyWork } from './key-work.js';

export type ExchangeKind = 'master' | 'clients' | 'callers' | 'search' | 'audit-seal' | 'second-factor';

export interface Exchange {
  readonly id: Id;
  readonly kind: ExchangeKind;
  readonly step: string;
  readonly after: Id | null;
  readonly done: number;
  readonly total: number;
  readonly startedAt: string;
  readonly isResumed: boolean;
}

const COLUMNS = 'id, kind, step, after, done, total, started_at AS "startedAt"';

/** The exchange of this kind that was broken off, or a new one. */
export function beginOrResume({ owner }: KeyWork, kind: ExchangeKind, step: string, total: number): Promise<Exchange> {
  return owner.run(async (tx) => {
    const [broken] = await tx.query<Exchange>(
      `SELECT ${COLUMNS}, true AS "isResumed" FROM key_exchange WHERE kind = $1 AND finished_at IS NULL`,
      [kind],
    );
    if (broken) return broken;
    const [begun] = await tx.query<Exchange>(
      `INSERT INTO key_exchange (id, kind, step, done, total, started_at, moved_at)
        VALUES ($1, $2, $3, 0, $4, now(), now()) RETURNING ${COLUMNS}, false AS "isResumed"`,
      [newId(), kind, step, total],
    );
    if (!begun) throw new Error('PostgreSQL did not keep the exchange of keys.');
    await leaveEntry(tx, 'keys.exchange_begun', { kind, exchangeId: begun.id });
    return begun;
  });
}

/** In the transaction of the work itself, so that what is written here was done. */
export const advance = (tx: Transaction, id: Id, done: number, after?: Id): Promise<unknown> =>
  tx.query('UPDATE key_exchange SET done = done + $2, after = coalesce($3, after), moved_at = now() WHERE id = $1', [
    id,
    done,
    after ?? null,
  ]);

export const nextStep = (tx: Transaction, id: Id, step: string): Promise<unknown> =>
  tx.query('UPDATE key_exchange SET step = $2, after = NULL, done = 0, moved_at = now() WHERE id = $1', [id, step]);

export interface Step<W extends KeyWork> {
  readonly step: string;
  readonly act: (work: W, exchange: Exchange) => Promise<unknown>;
}

/** One after the other, from where it was broken off; what a step has done it finds done when it comes again. */
export async function goThrough<W extends KeyWork>(work: W, begun: Exchange, steps: readonly Step<W>[]): Promise<void> {
  const { step: from, done, total } = begun;
  if (begun.isResumed) work.progress.step(`Going on where it was: ${from}, ${done} of ${total}`);
  const first = steps.findIndex(({ step }) => step === from);
  let exchange = begun;
  for (const [at, { act }] of first < 0 ? [] : [...steps.entries()].slice(first)) {
    await act(work, exchange);
    const step = steps[at + 1]?.step ?? 'done';
    await work.owner.run((tx) => nextStep(tx, begun.id, step));
    exchange = { ...begun, step, done: 0, after: null };
  }
  await finish(work, begun);
}

export function finish({ owner }: KeyWork, { id, kind }: Exchange): Promise<void> {
  return owner.run(async (tx) => {
    await tx.query('UPDATE key_exchange SET finished_at = now(), moved_at = now() WHERE id = $1', [id]);
    await leaveEntry(tx, 'keys.exchanged', { kind, exchangeId: id });
  });
}

/** The host acts, and nobody by name. */
export async function leaveEntry(tx: Transaction, event: string, facts: Readonly<Record<string, string>>) {
  const [clock] = await tx.query<{ now: string }>('SELECT app_now() AS now');
  const frame = { actor: { requestId: newId() }, now: clock?.now ?? '', outcome: 'done' as const };
  await tx.query(...auditInsert(frame, [{ event, facts }]));
}
