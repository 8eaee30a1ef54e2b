import { codeOfStep, stepAt } from '../accounts/application/totp.js';
import type { FactorKey } from '../accounts/application/factor-keys.js';
import { demoId } from './demo-id.js';
import type { DemoWorker } from './demo-places.js';

/** Of all the demo's workers, and no secret: it stands in no database but the embedded one, and opens nothing real. */
const DEMO_SECRET = Buffer.from('throughline demo key');

/** What an authenticator app of theirs would show at this instant. */
export const demoCode = (instant: string): string => codeOfStep(DEMO_SECRET, stepAt(instant));

/** Each account counts its own codes, so that one code of the moment lets all of them in, each once. */
export function demoFactor({ key }: DemoWorker, sealing: FactorKey) {
  const id = demoId(`second-factor/${key}`);
  return { id, keyId: sealing.id, secret: sealing.seal(id, DEMO_SECRET) };
}

/** As the owner of the tables; `$1` account, `$2` since when, `$3` to `$5` as `demoFactor` gives them. */
export const PLANT_DEMO_FACTOR = `INSERT INTO second_factor (id, staff_id, key_id, secret, made_at, confirmed_at, last_step)
  VALUES ($3, $1, $4, $5, $2, $2, 0) ON CONFLICT DO NOTHING`;
