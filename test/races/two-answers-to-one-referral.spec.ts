import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { ReferralDesk } from '../../src/referrals/application/referral-desk.js';
import { ReferralMoving } from '../../src/referrals/application/referral-moving.js';
import { act } from '../support/client-record.js';
import { receiverLinksOf } from '../support/receiver-links.js';
import { sentReferral } from '../support/sent-referrals.js';
import { World, type Worker } from '../support/world.js';

const ROUNDS = 5;

describe('two answers to one referral at once', () => {
  let world: World;
  let peer: Worker;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
  });
  afterAll(() => world.close());

  const sent = async (): Promise<Id> => {
    const { id } = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Kestrel' }).expect(201)).body as {
      id: Id;
    };
    return sentReferral(world, peer, { clientId: id });
  };
  const links = (referral: Id) => receiverLinksOf(world, () => ({ by: peer, referral }));
  const movesOf = (referral: Id) =>
    world.look<{ move: string }>('SELECT move FROM referral_move WHERE referral_id = $1 AND version > 1', [referral]);

  it('through one link: one wins, the other sees why, and the history has one line', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const referral = await sent();
      const { token, answer, standing } = links(referral);
      const bearer = await token();
      const answers = await Promise.all([
        answer(bearer, 1, { move: 'accept' }),
        answer(bearer, 1, { move: 'decline', because: 'no_capacity' }),
        answer(bearer, 1, { move: 'ask', question: 'From which day?' }),
      ]);
      const won = answers.filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      for (const { status } of answers.filter((one) => !won.includes(one)))
        expect([401, 404, 409, 412]).toContain(status);
      expect(await standing()).toMatchObject({ version: 2, state: (won[0]?.body as { state: string }).state });
      expect(await movesOf(referral)).toHaveLength(1);
    }
  });

  it('through a link and by telephone: one wins', async () => {
    const desk = world.app.get(ReferralDesk, { strict: false });
    const moving = world.app.get(ReferralMoving, { strict: false });
    for (let round = 0; round < ROUNDS; round++) {
      const referral = await sent();
      const bearer = await links(referral).token();
      const byPhone = act(world, peer, async (tx) => {
        const found = await desk.take(tx, 'referral:write', referral);
        await moving.make(tx, found, { move: 'decline', because: 'no_capacity', onBehalfOfReceiver: true });
      }).then(
        () => 200,
        () => 409,
      );
      const [here, there] = await Promise.all([links(referral).answer(bearer, 1, { move: 'accept' }), byPhone]);
      expect([here.status, there].filter((status) => status === 200)).toHaveLength(1);
      expect(await movesOf(referral)).toHaveLength(1);
    }
  });
});
