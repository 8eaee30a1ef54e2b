import { agrees } from '../consents.js';
import { meetCaller, plantReferral } from '../line.js';
import { drafts, moves } from '../referrals.js';
import type { Prepared, Ready, Stage } from './stage.js';

/** Referrals of clients and of callers, before and after they are sent. */
export function preparedReferrals(stage: Stage): Prepared {
  const { world, maya, as } = stage;
  const receiver = world.organisation('residential_programme');
  const terms = async () => ({ receiverOrganisationId: await receiver, asksFor: 'housing' });
  const client = async () => {
    const clientId = await stage.client();
    const recipient = { organisationId: await receiver };
    await agrees(world, maya, clientId, { recipient, classes: ['identity_name', 'coordination', 'substance_use'] });
    return clientId;
  };
  const drafted = async (rest = ''): Promise<Ready> => {
    const { id, version } = await drafts(as, await client(), await terms());
    return { as, version, at: `/v1/referrals/${id}${rest}` };
  };
  const outside = async (rest: string, wish?: object): Promise<Ready> => {
    const asked = { outside: { name: 'Income office', by: 'phone' }, asksFor: 'income', agreedHow: 'phone' };
    const { id } = await drafts(as, await client(), asked);
    const sent = await moves(as, id, { move: 'send' });
    const { version } = wish ? await moves(as, id, wish) : sent;
    return { as, version, at: `/v1/referrals/${id}${rest}` };
  };

  return {
    'SubjectReferralsController.draft': async () => ({
      as,
      at: `/v1/clients/${await client()}/referrals`,
      put: { receiverOrganisationId: await receiver },
    }),
    'SubjectReferralsController.draftOfCaller': async () => {
      const operator = await world.worker('line_operator');
      const { id } = await meetCaller(world, operator);
      const put = { receiverOrganisationId: await receiver };
      return { as: world.as(operator), at: `/v1/line/callers/${id}/referrals`, put };
    },
    'ReferralsController.change': () => drafted(),
    'ReferralMovesController.move': () => drafted('/moves'),
    'ReferralMovesController.outcome': () => outside('/outcome-known', { move: 'stop', because: 'no_longer_needed' }),
    'ReferralMovesController.agreement': () => outside('/agreement'),
    'ReferralMovesController.receive': async () => {
      const of = await world.worker('line_operator');
      const { id: callerId } = await meetCaller(world, of);
      const id = await plantReferral(world, { callerId, of, receiver: stage.home });
      return { as, at: `/v1/referrals/${id}/reception` };
    },
  };
}
