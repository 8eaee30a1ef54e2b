import type { HouseKeys, HousePurpose } from '../platform/sealing/house-keys.js';
import { leaveEntry } from './key-exchange.js';
import type { KeyWork } from './key-work.js';

/** What each is called on the command line. A new key stands beside the old ones; nothing made by these has to be made anew. */
export const HOUSE_KEYS: Readonly<Record<string, HousePurpose>> = {
  signing: 'token-signing',
  receipts: 'receipt',
  addresses: 'address',
};

/** No receipt is older, so nothing is recognised by a key that another one followed longer ago. */
const RETIRE_UNUSED = `UPDATE house_key k SET retired_at = now() WHERE purpose = $1 AND purpose <> 'token-signing'
  AND retired_at IS NULL AND EXISTS (SELECT FROM house_key n WHERE n.purpose = k.purpose AND n.retired_at IS NULL
    AND (n.created_at, n.id) > (k.created_at, k.id) AND n.created_at < now() - interval '91 days')`;

export async function rotateHouseKey(work: KeyWork & { readonly houseKeys: HouseKeys }, what: string): Promise<string> {
  const purpose = HOUSE_KEYS[what];
  if (!purpose) throw new Error(`No key of the house is called ${what}.`);
  await work.houseKeys.rotate(purpose);
  await work.owner.run(async (tx) => {
    await tx.query(RETIRE_UNUSED, [purpose]);
    await leaveEntry(tx, 'keys.house_key_rotated', { purpose });
  });
  return `There is a new key for ${what}; every replica goes by it within six minutes.`;
}
