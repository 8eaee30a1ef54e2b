import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { agrees } from '../support/consents.js';
import { drafts, moves, seen } from '../support/referrals.js';
import { programmeIn, type Programme } from '../support/referred.js';
import { World, type As, type Worker } from '../support/world.js';

/** Nobody sent her: she asks for a place herself, and whoever is at the door writes it down for their own house. */
describe('somebody refers herself at the door', () => {
  let world: World;
  let programme: Programme;
  let door: Worker;
  let atDoor: As;
  let intake: As;
  let clientId: Id;
  let id: Id;
  beforeAll(async () => {
    world = await World.open('2026-11-23T16:00:00.000Z');
    programme = await programmeIn(world);
    intake = world.as(programme.intake);
    door = await world.worker('peer_navigator', programme.organisationId);
    atDoor = world.as(door);
    clientId = (await atDoor.post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body.id;
  });
  afterAll(() => world.close());

  it('is asked by the client, in her own words, and those who take in see it by her word too', async () => {
    const said = { ownWords: 'I have heard of you. I want to come in before the snow.', askedBy: 'client' };
    const terms = { serviceId: programme.serviceId, asksFor: 'residential_programme', urgency: 'soon' };
    const classes = ['identity_name', 'coordination'];
    const referral = await drafts(atDoor, clientId, { ...terms, ...said, sharedClasses: classes });
    id = referral.id;
    expect(referral).toMatchObject({ askedBy: 'client', ownWords: said.ownWords, parties: ['sender', 'receiver'] });
    expect(await moves(atDoor, id, { move: 'send' }, 409)).toMatchObject({ code: 'not_agreed_to' });
    const { organisationId } = programme;
    await agrees(world, door, clientId, {
      recipient: { organisationId, role: 'intake_worker' },
      classes,
      reach: 'referrals',
    });
    expect(await moves(atDoor, id, { move: 'send' })).toMatchObject({ state: 'sent', owes: 'receiver' });
  });

  it('is accepted by those who take in, whose name for her it shows', async () => {
    const { body } = await intake.get('/v1/referrals?box=received').expect(200);
    expect(body.items).toMatchObject([{ id, goesBy: 'Wren', askedBy: 'client', state: 'sent' }]);
    expect(await moves(intake, id, { move: 'accept' })).toMatchObject({ state: 'accepted' });
  });

  it('leads to a date and a stay like any other, and ends when she and the house know it', async () => {
    const walkedIn = { offeredFor: world.now, zone: 'America/Edmonton', channel: 'in_person', outcome: 'attended' };
    await intake.post(`/v1/referrals/${id}/attempts`).send(walkedIn).expect(201);
    expect(await seen(atDoor, id)).toMatchObject({ state: 'in_progress' });
    const { body } = await atDoor.get(`/v1/clients/${clientId}/stays`).expect(200);
    expect(body.items).toMatchObject([{ state: 'inside' }]);
  });
});
