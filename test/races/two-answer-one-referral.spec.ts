import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { agrees } from '../support/consents.js';
import { drafts, moves, seen } from '../support/referrals.js';
import { World, type As } from '../support/world.js';

describe('two answer one referral', () => {
  let world: World;
  let asSender: As;
  let asIntake: As;
  let asColleague: As;
  let clientId: Id;
  let programme: Id;

  beforeAll(async () => {
    world = await World.open();
    const sender = await world.worker('counsellor');
    asSender = world.as(sender);
    programme = await world.organisation('residential_programme');
    asIntake = world.as(await world.worker('intake_worker', programme));
    asColleague = world.as(await world.worker('coordinator', programme));
    clientId = (await asSender.post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body.id;
    const classes = ['identity_name', 'coordination'];
    await agrees(world, sender, clientId, { recipient: { organisationId: programme }, classes, reach: 'referrals' });
  });
  afterAll(() => world.close());

  const sent = async (): Promise<Id> => {
    const { id } = await drafts(asSender, clientId, { receiverOrganisationId: programme, asksFor: 'housing' });
    await moves(asSender, id, { move: 'send' });
    return id;
  };

  it('accepts it once at once: the other is told that it changed, and which moves are open now', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await sent();
      const move = (as: As) => as.post(`/v1/referrals/${id}/moves`).set('if-match', '"2"').send({ move: 'accept' });
      const answers = await Promise.all([move(asIntake), move(asColleague)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const told = answers.find(({ status }) => status === 412);
      expect(told?.body).toMatchObject({ code: 'stale', expected: 2, current: 3, state: 'accepted' });
      expect(told?.body.openMoves).toContain('arrive');
      const again = await moves(asColleague, id, { move: 'accept' }, 409);
      expect(again).toMatchObject({ code: 'move_not_open', state: 'accepted' });
      expect(again.openMoves).toContain('arrive');
      const { body } = await asSender.get(`/v1/referrals/${id}/moves`).expect(200);
      expect(body.items.map((made: { move: string }) => made.move)).toEqual(['draft', 'send', 'accept']);
    }
  });

  it('is moved by nobody whose move it is not', async () => {
    const id = await sent();
    expect(await moves(asSender, id, { move: 'accept' }, 409)).toMatchObject({ code: 'for_the_receiver' });
    expect(await moves(asIntake, id, { move: 'withdraw' }, 409)).toMatchObject({ code: 'for_the_sender' });
    expect(await moves(asSender, id, { move: 'accept', onBehalfOfReceiver: true }, 409)).toMatchObject({
      code: 'not_outside',
    });
  });

  it('takes no day that has passed, no reason of another move, and no date past its ledger', async () => {
    const id = await sent();
    const past = await moves(asIntake, id, { move: 'accept', nextStepBy: '2026-11-22T16:00:00Z' }, 400);
    expect(past['errors']).toMatchObject([{ pointer: '/nextStepBy', code: 'in_the_past' }]);
    const reason = await moves(asIntake, id, { move: 'decline', because: 'goal_met' }, 400);
    expect(reason['errors']).toMatchObject([{ pointer: '/because', code: 'not_a_reason_of_this_move' }]);
    await moves(asIntake, id, { move: 'offer_date' }, 400);
    const tried = await moves(asSender, id, { move: 'stop', because: 'unable_to_contact' }, 409);
    expect(tried['code']).toBe('tried_too_little');
    expect(await seen(asSender, id)).toMatchObject({ state: 'sent', version: 2 });
  });

  it('is made once, however often it is sent', async () => {
    const id = await sent();
    const send = () =>
      asIntake
        .post(`/v1/referrals/${id}/moves`)
        .set('if-match', '"2"')
        .set('idempotency-key', 'accept-1')
        .send({ move: 'accept' });
    const first = await send().expect(200);
    const again = await send().expect(200);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body.version).toBe(first.body.version);
  });
});
