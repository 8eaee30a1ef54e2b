import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { act, clientOf, joinTeam, leaveTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

describe('a need of a class that not everybody writes or sees', () => {
  let world: World;
  let peer: Worker;
  let other: Worker;
  let physician: Worker;
  let coordinator: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    other = await world.worker('peer_navigator', peer.organisationId);
    physician = await world.worker('physician', peer.organisationId);
    coordinator = await world.worker('coordinator', peer.organisationId);
    clientId = await clientOf(world, peer);
    await joinTeam(world, peer, clientId, other);
    await joinTeam(world, peer, clientId, physician);
  });
  afterAll(() => world.close());

  const note = (domain: string, worker = peer) =>
    world.as(worker).post(`/v1/clients/${clientId}/needs`).send({ domain, ownWords: 'As she told it.' });
  const begin = (need: { id: Id; version: number }, worker: Worker) =>
    world.as(worker).post(`/v1/needs/${need.id}/moves`).set('if-match', `"${need.version}"`).send({ move: 'begin' });
  const change = (need: { id: Id; version: number }, worker: Worker, body: object) =>
    world.as(worker).patch(`/v1/needs/${need.id}`).set('if-match', `"${need.version}"`).send(body);

  it.each([
    ['mental_health', 'mental_health'],
    ['safety', 'mental_health'],
    ['substance_use_care', 'substance_use'],
  ])('%s is of the class %s, whoever wrote it down', async (domain, dataClass) => {
    const { body } = await note(domain).expect(201);
    expect(body).toMatchObject({ class: dataClass, openMoves: expect.arrayContaining(['begin']) });
  });

  it('is written down by the peer who was told, who goes on with it, and another peer only reads it', async () => {
    const { body: need } = await note('safety').expect(201);
    const { body: seen } = await world.as(other).get(`/v1/needs/${need.id}`).expect(200);
    expect(seen).toMatchObject({ ownWords: 'As she told it.', openMoves: [] });
    const refused = await begin(need, other).expect(403);
    expect(refused.body).toMatchObject({ code: 'class_not_held', class: 'mental_health' });
    const { body: begun } = await begin(need, peer).expect(200);
    expect(begun.workedOnBy.membershipId).toBe(peer.membershipId);
  });

  it('is gone on with by the peer to whom it was given', async () => {
    const { body: need } = await note('mental_health', physician).expect(201);
    await begin(need, other).expect(403);
    const workedOnBy = { who: 'member', membershipId: other.membershipId };
    const { body: given } = await change(need, physician, { workedOnBy }).expect(200);
    const { body: begun } = await begin(given, other).expect(200);
    const { body: back } = await change(begun, other, { workedOnBy: { who: 'client' } }).expect(200);
    expect(back.openMoves).toEqual([]);
    await change(back, other, { rank: 1 }).expect(403);
  });

  it('becomes no task of a peer, who may not write tasks of its class', async () => {
    const { body: need } = await note('safety').expect(201);
    const action = (worker: Worker) =>
      world.as(worker).post(`/v1/needs/${need.id}/actions`).send({ title: 'Together' });
    expect((await action(peer).expect(403)).body.code).toBe('class_not_held');
    await action(physician).expect(201);
  });

  it('is absent for a coordinator, to whom its class is named as withheld, whether or not there is one', async () => {
    await note('safety').expect(201);
    const { body: food } = await note('food').expect(201);
    const seen = await world.as(coordinator).get(`/v1/clients/${clientId}/needs`).expect(200);
    expect(seen.body.items.map(({ id }: { id: Id }) => id)).toEqual([food.id]);
    const withheld = [
      { class: 'substance_use', rule: 'role' },
      { class: 'mental_health', rule: 'role' },
    ];
    expect(seen.body.withheld).toEqual(withheld);
    const nobody = await clientOf(world, peer);
    const none = await world.as(coordinator).get(`/v1/clients/${nobody}/needs`).expect(200);
    expect(none.body).toMatchObject({ items: [], withheld });
    const { body: safety } = await note('safety').expect(201);
    const unseen = await world.as(coordinator).get(`/v1/needs/${safety.id}`).expect(404);
    const unknown = await world.as(coordinator).get(`/v1/needs/${newId()}`).expect(404);
    expect({ ...unseen.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    await begin(food, coordinator).expect(403);
  });

  it('is no longer gone on with by a peer who left the team', async () => {
    const { body: need } = await note('safety', other).expect(201);
    await leaveTeam(world, clientId, other);
    await begin(need, other).expect(404);
    await note('safety', other).expect(404);
    await joinTeam(world, peer, clientId, other);
  });

  it('is guarded in the database as well: found by its author, and nobody else’s', async () => {
    const { body: need } = await note('safety').expect(201);
    const update = (worker: Worker) =>
      act(world, worker, (tx) =>
        tx.query('UPDATE need SET rank = 1, updated_by = $2, version = version + 1 WHERE id = $1 RETURNING id', [
          need.id,
          worker.membershipId,
        ]),
      );
    expect(await update(other)).toEqual([]);
    expect(await update(coordinator)).toEqual([]);
    expect(await update(peer)).toEqual([{ id: need.id }]);
    const insert = (worker: Worker, createdBy: Id) =>
      act(world, worker, (tx) =>
        tx.query(
          `INSERT INTO need (id, client_id, class, domain, state, wants_help, words, created_at, created_by, updated_at,
             updated_by, version)
           VALUES ($1, $2, 'mental_health', 'safety', 'found', 'yes', '\\x01', $3, $4, $3, $4, 1)`,
          [newId(), clientId, tx.now, createdBy],
        ),
      );
    await expect(insert(peer, other.membershipId)).rejects.toThrow(/row-level security/);
    await expect(insert(coordinator, coordinator.membershipId)).rejects.toThrow(/row-level security/);
  });
});
