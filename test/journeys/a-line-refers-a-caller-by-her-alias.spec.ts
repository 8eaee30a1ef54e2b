import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { moves, seen } from '../support/referrals.js';
import { World, type As, type Worker } from '../support/world.js';

describe('a line refers a caller by her alias', () => {
  let world: World;
  let asLine: As;
  let asOtherLine: As;
  let peer: Worker;
  let asPeer: As;
  let asCoordinator: As;
  let callerId: Id;
  let id: Id;

  beforeAll(async () => {
    world = await World.open();
    asLine = world.as(await world.worker('line_operator'));
    asOtherLine = world.as(await world.worker('line_operator'));
    peer = await world.worker('peer_navigator');
    asPeer = world.as(peer);
    asCoordinator = world.as(await world.worker('coordinator', peer.organisationId));
    const caller = { alias: 'Fox', language: 'en', whereToCall: 'Text first', mayBeCalledBack: true };
    callerId = (await asLine.post('/v1/line/callers').send(caller).expect(201)).body.id;
  });
  afterAll(() => world.close());

  it('needs the caller’s word, and then goes with the alias and what was agreed to be told', async () => {
    const path = `/v1/line/callers/${callerId}/referrals`;
    const terms = { receiverOrganisationId: peer.organisationId, asksFor: 'peer_support', urgency: 'tonight' };
    const unsaid = await asLine.post(path).send(terms).expect(201);
    expect(await moves(asLine, unsaid.body.id, { move: 'send' }, 409)).toMatchObject({ code: 'not_agreed_to' });
    const shared = { ...terms, agreedHow: 'phone', sharedClasses: ['identity_name', 'identity_contact'] };
    const { body } = await asLine.post(path).send(shared).expect(201);
    expect(body).toMatchObject({ goesBy: 'Fox', clientId: null, callerId, isAgreed: true });
    id = body.id;
    expect(await moves(asLine, id, { move: 'send' })).toMatchObject({ nextStepBy: '2026-11-23T18:00:00.000Z' });
    const list = await asLine.get(path).expect(200);
    expect(list.body.items).toHaveLength(2);
    await asOtherLine.get(path).expect(404);
    await asOtherLine.get(`/v1/referrals/${id}`).expect(404);
  });

  it('is read by those who receive it there, without the caller’s own pages', async () => {
    expect(await seen(asCoordinator, id)).toMatchObject({ goesBy: 'Fox', parties: ['receiver'] });
    const there = await seen(asPeer, id);
    expect(there).toMatchObject({ goesBy: 'Fox', summaries: [{ class: 'identity_contact', text: 'Text first' }] });
    await asPeer.get(`/v1/line/callers/${callerId}/referrals`).expect(404);
  });

  it('becomes a record of the receiver’s own house, of which the line sees nothing', async () => {
    const early = await asPeer.post(`/v1/referrals/${id}/reception`).send({ goesBy: 'Fox' }).expect(409);
    expect(early.body.code).toBe('not_to_receive');
    await moves(asPeer, id, { move: 'accept' });
    const taken = await asPeer.post(`/v1/referrals/${id}/reception`).send({ goesBy: 'Fox' }).expect(200);
    expect(taken.body).toEqual(await seen(asPeer, id));
    const clientId = taken.body.receivedAs as Id;
    expect((await asPeer.get(`/v1/clients/${clientId}`).expect(200)).body.goesBy).toBe('Fox');
    await asPeer.post(`/v1/referrals/${id}/reception`).send({ goesBy: 'Fox again' }).expect(409);
    const there = await seen(asLine, id);
    expect(there).toMatchObject({ state: 'accepted', receivedAs: null, clientId: null });
    expect(JSON.stringify(there)).not.toContain(clientId);
  });

  it('knows no waiting list: it arrives and ends, and the line sees that it did', async () => {
    expect(await moves(asPeer, id, { move: 'put_on_waiting_list' }, 409)).toMatchObject({ code: 'not_of_a_caller' });
    await moves(asPeer, id, { move: 'arrive' });
    expect(await seen(asLine, id)).toMatchObject({ state: 'in_progress', openMoves: ['withdraw'] });
    const { body } = await asLine.get('/v1/referrals?box=sent').expect(200);
    expect(body.items.map((one: { id: Id }) => one.id)).toContain(id);
  });

  it('is shut to its receiver when the caller no longer shares it', async () => {
    const { version } = await seen(asLine, id);
    const path = `/v1/referrals/${id}/agreement`;
    await asLine.post(path).set('if-match', `"${version}"`).send({ ended: true }).expect(200);
    await asPeer.get(`/v1/referrals/${id}`).expect(404);
  });
});
