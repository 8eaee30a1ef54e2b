import { expect } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import type { As } from './world.js';

/** What a test looks at of a referral. */
export interface Seen {
  readonly id: Id;
  readonly version: number;
  readonly state: string;
  readonly owes: string;
  readonly openMoves: readonly string[];
  readonly [more: string]: unknown;
}

/** The referral as this worker sees it now. */
export const seen = async (as: As, id: Id): Promise<Seen> =>
  (await as.get(`/v1/referrals/${id}`).expect(200)).body as Seen;

/** One move, from the version as it stands. What it answers is what is read next. */
export async function moves(as: As, id: Id, wish: object, status = 200): Promise<Seen & { readonly code?: string }> {
  const { version } = await seen(as, id);
  const { body } = await as.post(`/v1/referrals/${id}/moves`).set('if-match', `"${version}"`).send(wish).expect(status);
  if (status === 200) expect(body).toEqual(await seen(as, id));
  return body as Seen;
}

export async function drafts(as: As, clientId: Id, terms: object): Promise<Seen> {
  const { body } = await as.post(`/v1/clients/${clientId}/referrals`).send(terms).expect(201);
  return body as Seen;
}
