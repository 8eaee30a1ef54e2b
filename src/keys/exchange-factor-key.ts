import { setTimeout as pause } from 'node:timers/promises';
import { FACTOR_KEYS_REMEMBERED, FactorKey } from '../accounts/application/factor-keys.js';
import type { Id } from '../kernel/ids.js';
import type { Transaction } from '../platform/database/transaction.js';
import { beginOrResume, goThrough, advance, type Exchange, type Step } from './key-exchange.js';
import { leave, makeNew, standing, type HouseWork } from './house-keys-standing.js';
import { othersHaveEnded } from './other-transactions.js';

export interface FactorWork extends HouseWork {
  /** Milliseconds after a key was made. */
  readonly settle: { readonly known: number; readonly first: number };
}

/** A second more than a replica remembers; and after six minutes the new key is the one to seal with. */
export const FACTOR_SETTLE = { known: FACTOR_KEYS_REMEMBERED + 1_000, first: 360_000 + FACTOR_KEYS_REMEMBERED + 1_000 };

const LEFT = `SELECT greatest(0, $1 - extract(epoch FROM now() - max(created_at)) * 1000)::int AS left
  FROM house_key WHERE purpose = 'second-factor'`;
const UNDER_ANOTHER = `FROM second_factor WHERE ended_at IS NULL AND key_id <> $1`;

/**
 * The secrets of all second factors under a new key, while people sign in. Recovery codes are hashed, and a hash cannot move:
 * of the old key what hashes them stays, which opens nothing, until everybody has other codes.
 */
export async function exchangeFactorKey(work: FactorWork): Promise<void> {
  const [all] = await work.owner.run((tx) =>
    tx.query<{ n: number }>('SELECT count(*)::int AS n FROM second_factor WHERE ended_at IS NULL'),
  );
  await goThrough(work, await beginOrResume(work, 'second-factor', 'make', all?.n ?? 0), STEPS);
}

const STEPS: readonly Step<FactorWork>[] = [
  { step: 'make', act: (work, exchange) => makeNew(work, exchange, 'second-factor') },
  {
    step: 'reseal',
    act: async (work, exchange) => {
      await settled(work, work.settle.known, 'every replica knows the new key');
      await resealAll(work, exchange);
    },
  },
  {
    step: 'reseal_the_rest',
    act: async (work, exchange) => {
      await settled(work, work.settle.first, 'every replica seals by the new key');
      await resealAll(work, exchange);
    },
  },
  {
    step: 'leave',
    act: (work) =>
      work.owner.run((tx) =>
        leave(work, tx, 'second-factor', {
          purpose: 'second-factor-codes',
          of: ({ id, key }) => new FactorKey(id, key).forHashes,
        }),
      ),
  },
];

async function settled({ owner, progress }: FactorWork, settle: number, until: string): Promise<void> {
  const [wait] = await owner.run((tx) => tx.query<{ left: number }>(LEFT, [settle]));
  if (wait?.left) {
    progress.step(`Waiting ${Math.ceil(wait.left / 1_000)} s until ${until}`);
    await pause(wait.left);
  }
  await othersHaveEnded(owner);
}

async function resealAll(work: FactorWork, { id, total }: Exchange): Promise<void> {
  let done = 0;
  for (;;) {
    const count = await work.owner.run((tx) => resealSome(work, tx, id));
    if (count === 0) return;
    done += count;
    work.progress.within(() => `${done} of ${Math.max(done, total)} second factors`);
  }
}

interface Sealed {
  readonly id: Id;
  readonly keyId: Id;
  readonly secret: Buffer;
}

/** @returns how many there were */
async function resealSome(work: FactorWork, tx: Transaction, exchangeId: Id): Promise<number> {
  const keys = (await standing(work, tx, 'second-factor')).map(({ id, key }) => new FactorKey(id, key));
  const [newest] = keys;
  if (!newest) return 0;
  const rows = await tx.query<Sealed>(
    `SELECT id, key_id AS "keyId", secret ${UNDER_ANOTHER} ORDER BY id LIMIT $2 FOR UPDATE`,
    [newest.id, work.batch],
  );
  const anew = rows.map((row) => newest.seal(row.id, openedBy(keys, row)));
  await tx.query(
    `UPDATE second_factor f SET secret = n.secret, codes_key_id = coalesce(f.codes_key_id, f.key_id), key_id = $3
       FROM unnest($1::uuid[], $2::bytea[]) n(id, secret) WHERE f.id = n.id`,
    [rows.map(({ id }) => id), anew, newest.id],
  );
  await advance(tx, exchangeId, rows.length, rows.at(-1)?.id);
  return rows.length;
}

function openedBy(keys: readonly FactorKey[], { id, keyId, secret }: Sealed): Buffer {
  try {
    const key = keys.find((each) => each.id === keyId);
    if (!key) throw new Error(`The key ${keyId} is not there.`);
    return key.open(id, secret);
  } catch (cause) {
    const mend = 'Have an administrator reset it, and run the same command again.';
    throw new Error(`The second factor ${id} does not open under its key. ${mend}`, { cause });
  }
}
