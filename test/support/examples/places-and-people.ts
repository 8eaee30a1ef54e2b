import { API_EXAMPLES } from '../../../src/api-examples.js';
import { addMember } from '../accounts.js';
import type { Prepared, Ready, Stage } from './stage.js';

/** Organisations, who works there, and what they offer. */
export function preparedPlacesAndPeople(stage: Stage): Prepared {
  const { world, home, asAdmin } = stage;
  const colleague = () => addMember(world, ['counsellor'], home);
  const staff = async (): Promise<Ready> => ({
    as: asAdmin,
    at: `/v1/staff/${(await colleague()).personId}`,
    version: 1,
  });
  const coordinator = async () => world.as(await world.worker('coordinator', home));
  const service = async (part = ''): Promise<Ready> => {
    const as = await coordinator();
    const { id, version } = await stage.make('/v1/services', 'NewServiceRequest', as);
    return { as, at: `/v1/services/${id}${part}`, version };
  };

  return {
    'OrganisationsController.create': async () => ({ as: asAdmin }),
    'OrganisationsController.patch': async () => ({ as: asAdmin, at: `/v1/organisations/${home}`, version: 1 }),
    'InvitationsController.inviteStaff': async () => ({ as: asAdmin }),
    'InvitationsController.acceptInvitation': async () => {
      const invited = { ...(API_EXAMPLES['InviteStaffRequest']?.['counsellor'] as object), email: 'ana@example.org' };
      const { body } = await asAdmin.post('/v1/staff').send(invited).expect(201);
      return { as: world.anonymous, put: { token: body.invitation.token } };
    },
    'StaffController.patch': staff,
    'StaffController.move': () => stage.moves(staff()),
    'MembershipsController.create': async () => ({ as: asAdmin, at: `${(await staff()).at}/memberships` }),
    'MembershipsController.move': async () => {
      const [standing] = (await colleague()).memberships;
      return { as: asAdmin, at: `/v1/memberships/${standing?.id}/moves`, version: 1 };
    },
    'ServicesController.create': async () => ({ as: await coordinator(), at: '/v1/services' }),
    'ServicesController.patch': () => service(),
    'ServicesController.moveOn': () => service('/moves'),
    'ServicesController.write': () => service('/eligibility'),
    'ServicesController.confirm': () => service('/capacity'),
    'ServiceMatchesController.list': () => stage.inClient('service-matches'),
  };
}
