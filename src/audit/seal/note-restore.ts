import type pg from 'pg';
import type { SecretKey } from '../../platform/sealing/house-keys.js';
import { digestOf, signWith, type RestoreStatement } from './seal-statement.js';
import { SealStore } from './seal-store.js';
import type { SealsFile } from './seals-file.js';

/**
 * Says beside the seals that an older copy was put back, and with which seal it ends: what was sealed after it was lost
 * with it, and nobody cut it off. Signed, so that only who holds the master key can say so.
 */
export async function noteRestore(client: pg.ClientBase, file: SealsFile, key: SecretKey): Promise<void> {
  const store = new SealStore(client);
  const last = await store.lastSeal();
  if (!last) return;
  const { at } = await store.moment();
  const statement = JSON.stringify({
    form: 'throughline audit restore 1',
    at,
    number: String(last.number),
    previous: digestOf(last.statement),
    key: key.id,
  } satisfies RestoreStatement);
  await file.append([{ statement, signature: signWith(key, statement).toString('base64') }]);
}
