import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { agrees, withdraws, type Given } from '../support/consents.js';
import { drafts, moves, seen } from '../support/referrals.js';
import { World, type As, type Worker } from '../support/world.js';

describe('consent is withdrawn while a referral is open', () => {
  let world: World;
  let counsellor: Worker;
  let asCounsellor: As;
  let asIntake: As;
  let programme: Id;
  let clientId: Id;
  let consent: Given;
  let id: Id;

  beforeAll(async () => {
    world = await World.open();
    counsellor = await world.worker('counsellor');
    asCounsellor = world.as(counsellor);
    programme = await world.organisation('residential_programme');
    asIntake = world.as(await world.worker('intake_worker', programme));
    clientId = (await asCounsellor.post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body.id;
    consent = await agreed();
    const draft = {
      receiverOrganisationId: programme,
      asksFor: 'residential_programme',
      sharedClasses: ['identity_name'],
    };
    ({ id } = await drafts(asCounsellor, clientId, draft));
    await moves(asCounsellor, id, { move: 'send' });
    await moves(asIntake, id, { move: 'accept' });
  });
  afterAll(() => world.close());

  const agreed = () =>
    agrees(world, counsellor, clientId, {
      recipient: { organisationId: programme },
      classes: ['identity_name', 'coordination'],
      reach: 'referrals',
    });

  it('is shut to its receiver on the next request, on every path', async () => {
    await withdraws(world, counsellor, consent);
    await asIntake.get(`/v1/referrals/${id}`).expect(404);
    await asIntake.get(`/v1/referrals/${id}/moves`).expect(404);
    await asIntake.get(`/v1/referrals/${id}/chain`).expect(404);
    const { body } = await asIntake.get('/v1/referrals').expect(200);
    expect(body.items).toEqual([]);
    const counts = await asIntake.get('/v1/referrals/counts').expect(200);
    expect(counts.body.items).toEqual([]);
    await asIntake.post(`/v1/referrals/${id}/moves`).set('if-match', '"4"').send({ move: 'arrive' }).expect(404);
  });

  it('stays open at its sender, who owes the next step, and says so in its history', async () => {
    expect(await seen(asCounsellor, id)).toMatchObject({
      state: 'accepted',
      isAgreed: false,
      owes: 'sender',
      isOverdue: true,
    });
    const { body } = await asCounsellor.get(`/v1/referrals/${id}/moves`).expect(200);
    expect(body.items.at(-1)).toMatchObject({ move: 'sharing_ended', fromState: 'accepted', toState: 'accepted' });
    const box = await asCounsellor.get('/v1/referrals?box=sent&owes=sender').expect(200);
    expect(box.body.items).toMatchObject([{ id }]);
  });

  it('goes on when the client agrees again, and not before', async () => {
    const path = `/v1/referrals/${id}/agreement`;
    const { version } = await seen(asCounsellor, id);
    const early = await asCounsellor.post(path).set('if-match', `"${version}"`).send({}).expect(409);
    expect(early.body.code).toBe('not_agreed_to');
    await agreed();
    const again = await asCounsellor.post(path).set('if-match', `"${version}"`).send({}).expect(200);
    expect(again.body).toMatchObject({ isAgreed: true, owes: 'receiver', state: 'accepted' });
    expect(await seen(asIntake, id)).toMatchObject({ goesBy: 'Wren', state: 'accepted' });
  });
});
