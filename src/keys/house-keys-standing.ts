import type { KeyObject } from 'node:crypto';
import type { Id } from '../kernel/ids.js';
import type { Transaction } from '../platform/database/transaction.js';
import {
  housePlace,
  type HouseKeys,
  type HousePurpose,
  type Remains,
  type SecretKey,
} from '../platform/sealing/house-keys.js';
import type { Exchange } from './key-exchange.js';
import type { KeyWork } from './key-work.js';

export type HouseWork = KeyWork & { readonly houseKeys: HouseKeys };

interface Standing {
  readonly id: Id;
  readonly wrapped: Buffer;
}

/** The newest first, however new it is. */
const STANDING = `SELECT id, wrapped FROM house_key WHERE purpose = $1 AND retired_at IS NULL
  ORDER BY created_at DESC, id DESC`;

export async function standing({ masterKeys }: KeyWork, tx: Transaction, purpose: HousePurpose): Promise<SecretKey[]> {
  const rows = await tx.query<Standing>(STANDING, [purpose]);
  return rows.map(({ id, wrapped }) => ({ id, key: masterKeys.unwrap(wrapped, housePlace(id)) }));
}

/** A new key beside those before; one that this exchange made before it broke off is the one. */
export async function makeNew({ owner, houseKeys }: HouseWork, { startedAt }: Exchange, purpose: HousePurpose) {
  const made = 'SELECT FROM house_key WHERE purpose = $1 AND retired_at IS NULL AND created_at >= $2';
  const [there] = await owner.run((tx) => tx.query(made, [purpose, startedAt]));
  if (!there) await houseKeys.rotate(purpose);
}

export interface Leaving {
  readonly purpose: Remains;
  readonly of: (key: SecretKey) => KeyObject;
}

/** Of each key but the newest only this stays. The key itself is gone, but for backups. */
export async function leave(
  work: KeyWork,
  tx: Transaction,
  from: HousePurpose,
  { purpose, of }: Leaving,
): Promise<void> {
  for (const old of (await standing(work, tx, from)).slice(1)) {
    const wrapped = work.masterKeys.wrap(of(old), housePlace(old.id));
    await tx.query('UPDATE house_key SET purpose = $2, wrapped = $3 WHERE id = $1', [old.id, purpose, wrapped]);
  }
}
