import { meetCaller, plantReception, plantReferral } from '../line.js';
import type { Made, Prepared, Stage } from './stage.js';

/** Who calls the line, and who took something along from there. */
export function preparedLine(stage: Stage): Prepared {
  const { world } = stage;
  const operator = async () => world.as(await world.worker('line_operator'));
  const caller = async () => {
    const as = await operator();
    return { as, ...(await stage.make('/v1/line/callers', 'NewCallerRequest', as)) };
  };
  const note = async () => {
    const { as, id } = await caller();
    return { as, ...(await stage.make(`/v1/line/callers/${id}/notes`, 'RememberRequest', as)) };
  };
  const noteAt = async (rest = '') => {
    const { as, id, version } = await note();
    return { as, version, at: `/v1/line/caller-notes/${id}${rest}` };
  };
  /** A referral of a caller that was accepted for a client. */
  const taken = async () => {
    const of = await world.worker('line_operator');
    const { id: callerId } = await meetCaller(world, of);
    const referralId = await plantReferral(world, { callerId, of, receiver: stage.home });
    const { as, at } = await stage.inClient('caller-links');
    await plantReception(world, stage.maya, referralId, at.split('/')[3]!);
    return { as, at, put: { referralId } };
  };

  return {
    'CallersController.create': async () => ({ as: await operator(), at: '/v1/line/callers' }),
    'CallersController.search': async () => ({ as: await operator(), at: '/v1/line/callers/search' }),
    'CallersController.patch': async () => {
      const { as, id, version } = await caller();
      return { as, version, at: `/v1/line/callers/${id}` };
    },
    'CallerNotesController.add': async () => {
      const { as, id } = await caller();
      return { as, at: `/v1/line/callers/${id}/notes` };
    },
    'CallerLinksController.link': taken,
    'CallerLinksController.move': async () => {
      const { as, at, put } = await taken();
      const wish = { ...put, parts: ['referrals'], howGiven: 'phone' };
      const { body } = await as.post(at).send(wish).expect(201);
      const { id, version } = body as Made;
      return { as, version, at: `/v1/caller-links/${id}/moves` };
    },
    'CallerNotesController.patch': () => noteAt(),
    'CallerNotesController.move': () => noteAt('/moves'),
  };
}
