import type { Id } from '../src/kernel/ids.js';
import { withClient } from '../src/platform/database/connect.js';
import type { Ground } from './generate/ground.js';
import type { Pair } from './people.js';

export interface Moving {
  readonly wish: Readonly<Record<'move', string>>;
  readonly version: number;
}
export interface MovingPair extends Pair {
  readonly moving?: Moving;
}

interface Standing {
  readonly id: Id;
  readonly state: string;
  readonly version: number;
}

/** More than are made in one round. */
const ENOUGH = 30_000;
const PENDING = 'preadmission_pending';

/** Where each referral stands now, in the database that is asked next. */
export async function standing({ directUrl }: Ground): Promise<ReadonlyMap<Id, Standing>> {
  const { rows } = await withClient(directUrl, (client) =>
    client.query<Standing>('SELECT id, state, version FROM referral WHERE NOT is_ended'),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every referral once and then every one again, there and back, each from the version in which the turn before left it. */
export function movesOf(pairs: readonly Pair[], now: ReadonlyMap<Id, Standing>): readonly MovingPair[] {
  const turns = Math.ceil(ENOUGH / Math.max(1, pairs.length));
  return Array.from({ length: turns }, (_, turn) =>
    pairs.flatMap((pair) => {
      const stands = now.get(pair.referralId ?? '');
      return stands ? [{ ...pair, moving: movingAt(stands, turn) }] : [];
    }),
  ).flat();
}

function movingAt({ state, version }: Standing, turn: number): Moving {
  const isPending = (state === PENDING) === (turn % 2 === 0);
  const wish = isPending ? { move: 'owe_next_date' } : { move: 'await_step', because: 'documents' };
  return { wish, version: version + turn };
}
