import { API_EXAMPLES } from '../../src/api-examples.js';
import type { Id } from '../../src/kernel/ids.js';
import type { As, World } from './world.js';

/** By whom and where an example is sent. */
export interface Ready {
  readonly as: As;
  readonly at?: string;
  readonly version?: number;
  /** In place of the example's own members of these names. */
  readonly put?: Readonly<Record<string, unknown>>;
}

interface Around {
  readonly home: () => Id;
  /** Under a new client of that home. */
  readonly inClient: (part: string) => Promise<Ready>;
}

/** What stands before a hold is lifted, an erasure decided, a rule approved. */
export function preparedKeeping(
  world: () => World,
  { home, inClient }: Around,
): Readonly<Record<string, () => Promise<Ready>>> {
  const officer = async () => world().as(await world().worker('privacy_officer', home()));
  const made = async (part: string, request: string): Promise<Id> => {
    const { at = '' } = await inClient(part);
    const body = Object.values(API_EXAMPLES[request] ?? {})[0] as object;
    const answer = await (await officer()).post(at).send(body).expect(201);
    return (answer.body as { id: Id }).id;
  };
  return {
    'LegalHoldsController.place': async () => ({ ...(await inClient('legal-holds')), as: await officer() }),
    'LegalHoldsController.move': async () => {
      const id = await made('legal-holds', 'NewLegalHoldRequest');
      return { as: await officer(), at: `/v1/legal-holds/${id}/moves`, version: 1 };
    },
    'ErasuresController.request': async () => ({ ...(await inClient('erasures')), as: await officer() }),
    'ErasuresController.move': async () => {
      const id = await made('erasures', 'NewErasureRequest');
      const earlier = `requested_at = requested_at - interval '4 days', not_before = not_before - interval '4 days'`;
      await world().plant(`UPDATE erasure SET ${earlier} WHERE id = $1`, [id]);
      return { as: await officer(), at: `/v1/erasures/${id}/moves`, version: 1 };
    },
    'RetentionController.move': async () => ({
      as: await officer(),
      at: '/v1/retention/rules/bc_record_16_years/moves',
    }),
  };
}
