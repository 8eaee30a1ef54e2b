import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withdraws } from '../support/consents.js';
import { moveReferral, programmeIn, referTo, type Programme } from '../support/referred.js';
import { World, type As, type Worker } from '../support/world.js';

interface Moved {
  readonly id: string;
  readonly version: number;
}

describe('consent is withdrawn while she is inside', () => {
  let world: World;
  let maya: Worker;
  let programme: Programme;
  beforeAll(async () => {
    world = await World.open('2026-11-23T16:00:00.000Z');
    maya = await world.worker('peer_navigator');
    programme = await programmeIn(world);
  });
  afterAll(() => world.close());

  const move = (by: As, path: string, { id, version }: Moved, wish: object) =>
    by.post(`/v1/${path}/${id}/moves`).set('if-match', `"${version}"`).send(wish);

  it('the programme sees her no more; the sender ends the stay, so that nothing of what follows it is lost', async () => {
    const [intake, sender] = [world.as(programme.intake), world.as(maya)];
    const wren = await referTo(world, maya, programme);
    const bed = (await intake.post(`/v1/services/${programme.serviceId}/beds`).send({ label: 'Room 1' }).expect(201))
      .body;
    const begin = intake.post(`/v1/referrals/${wren.referralId}/stay`).send({ bedId: bed.id });
    const stay = (await begin.expect(201)).body as Moved;
    await withdraws(world, maya, wren.consent);
    const end = { because: 'client_decided', naloxone: 'given', toldOfLowerTolerance: true };
    await move(intake, 'stays', stay, { move: 'end', end }).expect(404);

    for (const wish of [{ move: 'withdraw' }, { move: 'stop', because: 'agreement_ended' }]) {
      const { status, body } = await moveReferral(world, maya, wren.referralId, wish);
      expect([status, body.code]).toEqual([409, 'stay_goes_on']);
    }
    await move(sender, 'stays', stay, { move: 'end', end }).expect(200);
    const { body } = await sender.get(`/v1/referrals/${wren.referralId}`).expect(200);
    expect(body).toMatchObject({ state: 'left_early', isAgreed: false });
    const { body: plan } = await sender.get(`/v1/clients/${wren.clientId}/care-plan`).expect(200);
    expect(plan).toMatchObject({ stays: [{ state: 'ended', lowerTolerance: true }] });
    const beds = await intake.get(`/v1/services/${programme.serviceId}/beds`).expect(200);
    expect(beds.body.items).toMatchObject([{ standing: 'free' }]);
  });

  it('and while a date stands, what came of it is said before the referral is taken back', async () => {
    const wren = await referTo(world, maya, programme);
    const offer = { offeredFor: '2026-12-01T16:00:00Z', zone: 'America/Edmonton', channel: 'phone' };
    const offered = world.as(programme.intake).post(`/v1/referrals/${wren.referralId}/attempts`).send(offer);
    const date = (await offered.expect(201)).body as Moved;
    await withdraws(world, maya, wren.consent);
    const early = await moveReferral(world, maya, wren.referralId, { move: 'withdraw' });
    expect([early.status, early.body.code]).toEqual([409, 'date_stands']);
    await move(world.as(maya), 'attempts', date, { move: 'end', outcome: 'offer_not_taken' }).expect(200);
    expect((await moveReferral(world, maya, wren.referralId, { move: 'withdraw' })).status).toBe(200);
  });
});
