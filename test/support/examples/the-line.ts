import type { Prepared, Stage } from './stage.js';

/** Who calls the line. */
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
    'CallerNotesController.patch': () => noteAt(),
    'CallerNotesController.move': () => noteAt('/moves'),
  };
}
