import { plusMinutes } from '../../../src/kernel/civil-time.js';
import { programmeIn, referTo } from '../referred.js';
import type { Prepared, Ready, Stage } from './stage.js';

/** Dates, who waits, beds and stays, by an intake worker who holds nothing but through the referral. */
export function preparedAdmissions(stage: Stage): Prepared {
  const { world, maya } = stage;
  const programme = programmeIn(world);
  const intake = async () => world.as((await programme).intake);
  const referred = async (part: string): Promise<Ready & { readonly at: string }> => {
    const { referralId } = await referTo(world, maya, await programme);
    return { as: await intake(), at: `/v1/referrals/${referralId}/${part}` };
  };
  const made = async (part: string, request: string, base: string): Promise<Ready> => {
    const { as, at } = await referred(part);
    const { id, version } = await stage.make(at, request, as);
    return { as, at: `/v1/${base}/${id}`, version };
  };
  const attempt = () => made('attempts', 'OfferDateRequest', 'attempts');
  const beds = async () => `/v1/services/${(await programme).serviceId}/beds`;

  return {
    'AttemptsController.add': () => referred('attempts'),
    'AttemptsController.change': async () => ({ ...(await attempt()), put: { accompaniedBy: maya.membershipId } }),
    'AttemptsController.move': async () => {
      const ready = await stage.moves(attempt());
      world.now = plusMinutes(world.now, 1); // Two steps of one referral are not of the same moment.
      return ready;
    },
    // After it was sent, which is today.
    'ReachAttemptsController.note': async () => ({
      ...(await referred('reach-attempts')),
      put: { happenedAt: world.now },
    }),
    'WaitingListController.addBed': async () => ({ as: await intake(), at: await beds() }),
    'WaitingListController.changeBed': async () => {
      const as = await intake();
      const label = 'Room 9';
      const { body } = await as
        .post(await beds())
        .send({ label })
        .expect(201);
      return { as, at: `/v1/beds/${(body as { id: string }).id}`, version: 1 };
    },
    'StaysController.add': () => referred('stay'),
    'StaysController.change': () => made('stay', 'BeginStayRequest', 'stays'),
    'StaysController.move': () => stage.moves(made('stay', 'BeginStayRequest', 'stays')),
  };
}
