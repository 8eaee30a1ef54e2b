import type { Id } from '../../src/kernel/ids.js';
import type { Worker, World } from './world.js';

export interface Given {
  readonly id: Id;
  readonly version: number;
}

const EXPLAINED = { howGiven: 'in_person', language: 'en', copyGiven: true };

/** She says it to this worker, who writes it down. */
export async function agrees(
  world: World,
  by: Pick<Worker, 'token'>,
  clientId: Id,
  wish: { readonly recipient: object; readonly classes: readonly string[]; readonly [more: string]: unknown },
): Promise<Given> {
  const { body } = await world
    .as(by)
    .post(`/v1/clients/${clientId}/consents`)
    .send({ decision: 'permit', ...EXPLAINED, ...wish })
    .expect(201);
  return body as Given;
}

export async function withdraws(world: World, by: Pick<Worker, 'token'>, { id, version }: Given): Promise<void> {
  await world
    .as(by)
    .post(`/v1/consents/${id}/moves`)
    .set('if-match', `"${version}"`)
    .send({ move: 'withdraw' })
    .expect(200);
}
