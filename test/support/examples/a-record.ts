import type { Prepared, Ready, Stage } from './stage.js';

/** One person's record and who is around it. */
export function preparedRecord(stage: Stage): Prepared {
  const { world, as, home } = stage;
  const teamMate = async () => {
    const { membershipId } = await world.worker('peer_navigator', home);
    return { ...(await stage.inClient('care-team')), put: { membershipId } };
  };
  const particulars = (controller: string, part: string, request: string): Prepared => ({
    [`${controller}.add`]: () => stage.inClient(part),
    [`${controller}.change`]: () => stage.nested(part, request),
    [`${controller}.move`]: () => stage.moves(stage.nested(part, request)),
  });

  return {
    'ClientsController.create': async () => ({ as }),
    'ClientsController.search': async () => ({ as }),
    'ClientsController.change': async () => ({ as, at: `/v1/clients/${await stage.client()}`, version: 1 }),
    ...particulars('NamesController', 'aliases', 'AddNameRequest'),
    ...particulars('ChannelsController', 'channels', 'AddChannelRequest'),
    ...particulars('SupportersController', 'supporters', 'AddSupporterRequest'),
    'CareTeamController.join': teamMate,
    'CareTeamController.move': async (): Promise<Ready> => {
      const { at, put } = await teamMate();
      const { body } = await as.post(at).send(put).expect(201);
      return { as, at: `${at}/${body.id}/moves`, version: 1 };
    },
  };
}
