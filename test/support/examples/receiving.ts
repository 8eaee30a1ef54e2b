import { receiverLinksOf, secretOf, type MadeReceiverLink } from '../receiver-links.js';
import { sentReferral } from '../sent-referrals.js';
import type { Prepared, Stage } from './stage.js';

/** A referral to somebody without an account, and the link that they come by. */
export function preparedReceiving(stage: Stage): Prepared {
  const { world, as, maya } = stage;
  const referral = async () => sentReferral(world, maya, { clientId: await stage.client(), shared: ['identity_name'] });
  const linksAt = async () => ({ as, at: `/v1/referrals/${await referral()}/receiver-links` });
  const made = async () => {
    const { at } = await linksAt();
    return (await stage.make(at, 'MakeReceiverLinkRequest')) as unknown as MadeReceiverLink;
  };

  return {
    'ReceiverLinksController.make': linksAt,
    'ReceiverLinksController.move': async () => {
      const { id, version } = await made();
      return { as, at: `/v1/receiver-links/${id}/moves`, version };
    },
    'ReceivedController.open': async () => {
      const link = await made();
      return { as: world.anonymous, put: { link: secretOf(link), code: link.code } };
    },
    'ReceivedController.move': async () => {
      const at = await referral();
      const token = await receiverLinksOf(world, () => ({ by: maya, referral: at })).token();
      return { as: world.as({ token }), version: 1 };
    },
  };
}
