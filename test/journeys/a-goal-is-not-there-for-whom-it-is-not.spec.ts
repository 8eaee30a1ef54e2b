import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { clientOf, joinTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

describe('a goal of hers', () => {
  let world: World;
  let peer: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    clientId = await clientOf(world, peer);
  });
  afterAll(() => world.close());

  const name = (ownWords: string, client = clientId) =>
    world.as(peer).post(`/v1/clients/${client}/goals`).send({ ownWords });

  it('is not there for a worker who is not on her team, and read but not moved by a coordinator', async () => {
    const { body: goal } = await name('Be left alone sometimes').expect(201);
    const stranger = await world.worker('peer_navigator');
    const unseen = await world.as(stranger).get(`/v1/goals/${goal.id}`).expect(404);
    const unknown = await world.as(stranger).get(`/v1/goals/${newId()}`).expect(404);
    expect({ ...unseen.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    await world.as(stranger).get(`/v1/clients/${clientId}/goals`).expect(404);
    const coordinator = await world.worker('coordinator', peer.organisationId);
    const { body } = await world.as(coordinator).get(`/v1/goals/${goal.id}`).expect(200);
    expect(body.openMoves).toEqual([]);
    const begin = world.as(coordinator).post(`/v1/goals/${goal.id}/moves`).set('if-match', '"1"');
    await begin.send({ move: 'begin' }).expect(403);
    await world.as(coordinator).post(`/v1/goals/${goal.id}/steps`).send({ text: 'not mine to add' }).expect(403);
  });

  it('is absent where its class is withheld, and that is said, whether or not there is one', async () => {
    const [her, nobody] = [await clientOf(world, peer), await clientOf(world, peer)];
    const counsellor = await world.worker('counsellor', peer.organisationId);
    for (const client of [her, nobody]) await joinTeam(world, peer, client, counsellor);
    const { body: goal } = await name('Keep this between us', her).expect(201);
    const list = async (client: Id) => (await world.as(counsellor).get(`/v1/clients/${client}/goals`).expect(200)).body;
    expect((await list(her)).items).toHaveLength(1);
    await world.plant(
      `UPDATE access_grant SET read_classes = array_remove(read_classes, 'coordination') WHERE grantee_id = $1`,
      [counsellor.membershipId],
    );
    const nothing = { items: [], withheld: [{ class: 'coordination', rule: 'consent' }] };
    expect(await list(her)).toMatchObject(nothing);
    expect(await list(nobody)).toMatchObject(nothing);
    await world.as(counsellor).get(`/v1/goals/${goal.id}`).expect(404);
  });
});
