import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { agrees } from '../support/consents.js';
import { drafts, moves, seen } from '../support/referrals.js';
import { World, type As, type Worker } from '../support/world.js';

describe('a referral that nobody agreed to does not leave', () => {
  let world: World;
  let peer: Worker;
  let asPeer: As;
  let asIntake: As;
  let clientId: Id;
  let clinic: Id;

  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    asPeer = world.as(peer);
    clinic = await world.organisation();
    asIntake = world.as(await world.worker('intake_worker', clinic));
    clientId = (await asPeer.post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body.id;
  });
  afterAll(() => world.close());

  const terms = () => ({ receiverOrganisationId: clinic, asksFor: 'primary_care' });

  it('stays where it is without a consent, with one that holds less, or with one for somebody else', async () => {
    const { id } = await drafts(asPeer, clientId, { ...terms(), sharedClasses: ['identity_name', 'substance_use'] });
    const refused = await moves(asPeer, id, { move: 'send' }, 409);
    expect(refused).toMatchObject({ code: 'not_agreed_to', state: 'drafted', openMoves: ['withdraw', 'retract'] });
    const less = { recipient: { organisationId: clinic }, classes: ['identity_name', 'coordination'] };
    await agrees(world, peer, clientId, less);
    const elsewhere = {
      recipient: { organisationId: await world.organisation() },
      classes: ['identity_name', 'coordination', 'substance_use'],
    };
    const other = await agrees(world, peer, clientId, elsewhere);
    expect(await moves(asPeer, id, { move: 'send' }, 409)).toMatchObject({ code: 'not_agreed_to' });
    expect(await moves(asPeer, id, { move: 'send', consentId: other.id }, 409)).toMatchObject({
      code: 'not_agreed_to',
    });
    await asIntake.get(`/v1/referrals/${id}`).expect(404);
  });

  it('leaves once all of it is agreed to, and leaves a line in the register of what was given', async () => {
    const { id } = await drafts(asPeer, clientId, { ...terms(), sharedClasses: ['identity_name', 'substance_use'] });
    const consent = await agrees(world, peer, clientId, {
      recipient: { organisationId: clinic },
      classes: ['identity_name', 'coordination', 'substance_use'],
      reach: 'referrals',
    });
    expect(await moves(asPeer, id, { move: 'send' })).toMatchObject({ state: 'sent', consentId: consent.id });
    const kept = await world.look<{ kind: string; ground_id: Id; scope: object }>(
      'SELECT kind, ground_id, consent_scope AS scope FROM disclosure WHERE client_id = $1',
      [clientId],
    );
    expect(kept).toMatchObject([{ kind: 'referral_package', ground_id: consent.id, scope: { reach: 'referrals' } }]);
  });

  it('goes to no receiver who is not there, or is no longer', async () => {
    const unknown = { ...terms(), receiverOrganisationId: newId() };
    const { body } = await asPeer.post(`/v1/clients/${clientId}/referrals`).send(unknown).expect(422);
    expect(body.code).toBe('receiver_unknown');
    const both = { ...terms(), serviceId: newId() };
    await asPeer.post(`/v1/clients/${clientId}/referrals`).send(both).expect(400);
    const gone = await world.organisation();
    await agrees(world, peer, clientId, {
      recipient: { organisationId: gone },
      classes: ['identity_name', 'coordination'],
    });
    const { id } = await drafts(asPeer, clientId, { ...terms(), receiverOrganisationId: gone });
    await world.plant('UPDATE organisation SET closed_at = $2, version = version + 1 WHERE id = $1', [gone, world.now]);
    expect(await moves(asPeer, id, { move: 'send' }, 409)).toMatchObject({ code: 'receiver_gone' });
  });

  it('leaves to somebody without an account once the client has said so', async () => {
    const asked = { outside: { name: 'Income office', by: 'letter' }, asksFor: 'income' };
    const { id } = await drafts(asPeer, clientId, asked);
    expect(await moves(asPeer, id, { move: 'send' }, 409)).toMatchObject({ code: 'not_agreed_to' });
    const { version } = await seen(asPeer, id);
    const path = `/v1/referrals/${id}`;
    await asPeer.patch(path).set('if-match', `"${version}"`).send({ agreedHow: 'in_person' }).expect(200);
    const sent = await moves(asPeer, id, { move: 'send' });
    expect(sent).toMatchObject({ isAgreed: true, agreedHow: 'in_person', consentId: null });
    const ended = await asPeer
      .post(`${path}/agreement`)
      .set('if-match', `"${sent.version}"`)
      .send({ ended: true })
      .expect(200);
    expect(ended.body).toMatchObject({ isAgreed: false, owes: 'sender', state: 'sent' });
  });

  it('shares nothing that its sender does not see, and nothing that is a counsellor’s own', async () => {
    const path = `/v1/clients/${clientId}/referrals`;
    await asPeer
      .post(path)
      .send({ ...terms(), sharedClasses: ['counselling'] })
      .expect(400);
    const told = { ...terms(), summaries: [{ class: 'medication', text: 'Methadone 60 mg' }] };
    const { body } = await asPeer.post(path).send(told).expect(403);
    expect(body).toMatchObject({ code: 'class_not_held', class: 'medication' });
    const served = await asPeer
      .post(path)
      .send({ ...terms(), goalIds: [newId()] })
      .expect(422);
    expect(served.body.code).toBe('served_unknown');
  });
});
