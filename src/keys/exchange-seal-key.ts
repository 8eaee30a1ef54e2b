import { publicHalfOf } from '../audit/seal/seal-statement.js';
import { beginOrResume, goThrough, type Step } from './key-exchange.js';
import { leave, makeNew, type HouseWork } from './house-keys-standing.js';

/** Held by whoever seals: no seal is being made while the keys change. */
const BETWEEN_SEALS = 'SELECT pg_advisory_xact_lock(7204)';

/**
 * From the next turn on seals are signed by a new key. Of the old one its public half stays, wrapped by the master key as it
 * was itself: it checks every seal that was made before, and who holds the database cannot put another in its place.
 */
export async function exchangeSealKey(work: HouseWork): Promise<void> {
  await goThrough(work, await beginOrResume(work, 'audit-seal', 'make', 1), STEPS);
}

const STEPS: readonly Step<HouseWork>[] = [
  { step: 'make', act: (work, exchange) => makeNew(work, exchange, 'audit-seal') },
  {
    step: 'leave',
    act: (work) =>
      work.owner.run(async (tx) => {
        await tx.query(BETWEEN_SEALS);
        await leave(work, tx, 'audit-seal', { purpose: 'audit-seal-public', of: publicHalfOf });
      }),
  },
];
