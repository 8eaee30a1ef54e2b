import { demoId } from '../demo-id.js';
import type { Act } from '../life.js';

/** The house takes the caller whom the line referred for the person of this life. */
export const receivesCaller =
  (caller: string): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/referrals/${demoId(`caller/${caller}/referral`)}/moves`,
    version: 2,
    body: { move: 'accept', clientId: told.clientId },
  });

/** She came: that is what the line learns, and no more. */
export const cameFromLine =
  (caller: string): Act =>
  () => ({
    method: 'POST',
    path: `/v1/referrals/${demoId(`caller/${caller}/referral`)}/moves`,
    version: 3,
    body: { move: 'arrive' },
  });

/** Only now, and by her own decision. */
export const linksCaller =
  (caller: string, parts: readonly string[], said: string): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/caller-links`,
    body: {
      ...{ id: told.make(`caller-link/${caller}`), referralId: demoId(`caller/${caller}/referral`) },
      ...{ parts, said, howGiven: 'in_person' },
    },
  });
