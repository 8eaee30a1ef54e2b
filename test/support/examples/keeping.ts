import { meetCaller } from '../line.js';
import type { Prepared, Stage } from './stage.js';

/** What stands before a hold is lifted, an erasure decided, a rule approved. */
export function preparedKeeping(stage: Stage): Prepared {
  const { world, home } = stage;
  const officer = async () => world.as(await world.worker('privacy_officer', home));
  const made = async (part: string, request: string) => {
    const { at } = await stage.inClient(part);
    return (await stage.make(at, request, await officer())).id;
  };
  return {
    'LegalHoldsController.place': async () => ({ ...(await stage.inClient('legal-holds')), as: await officer() }),
    'LegalHoldsController.move': async () => {
      const id = await made('legal-holds', 'NewLegalHoldRequest');
      return { as: await officer(), at: `/v1/legal-holds/${id}/moves`, version: 1 };
    },
    'ErasuresController.request': async () => ({ ...(await stage.inClient('erasures')), as: await officer() }),
    'ErasuresController.requestOfCaller': async () => {
      const operator = await world.worker('line_operator');
      const { id } = await meetCaller(world, operator);
      return { as: world.as(operator), at: `/v1/line/callers/${id}/erasures` };
    },
    'ErasuresController.move': async () => {
      const id = await made('erasures', 'NewErasureRequest');
      const earlier = `requested_at = requested_at - interval '4 days', not_before = not_before - interval '4 days'`;
      await world.plant(`UPDATE erasure SET ${earlier} WHERE id = $1`, [id]);
      return { as: await officer(), at: `/v1/erasures/${id}/moves`, version: 1 };
    },
    'RetentionController.move': async () => ({
      as: await officer(),
      at: '/v1/retention/rules/bc_record_16_years/moves',
    }),
  };
}
