import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { clientOf, joinTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

const ROUNDS = 8;

describe('two workers and one need', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    physician = await world.worker('physician', peer.organisationId);
    clientId = await clientOf(world, peer);
    await joinTeam(world, peer, clientId, physician);
  });
  afterAll(() => world.close());

  const noted = async (ownWords: string): Promise<{ id: Id; version: number }> =>
    (await world.as(peer).post(`/v1/clients/${clientId}/needs`).send({ domain: 'food', ownWords }).expect(201)).body;
  const at = (worker: Worker, method: 'patch' | 'post', path: string, body: object) =>
    world.as(worker)[method](path).set('if-match', '"1"').send(body);

  it('who change it at once: one change stands, the other is told both versions', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await noted(`round ${round}`);
      const answers = await Promise.all([
        at(peer, 'patch', `/v1/needs/${id}`, { ownWords: 'as the peer heard it' }),
        at(physician, 'patch', `/v1/needs/${id}`, { ownWords: 'as the physician heard it' }),
        at(physician, 'post', `/v1/needs/${id}/moves`, { move: 'begin' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
      for (const { body, status } of answers) {
        if (status === 412) expect(body).toMatchObject({ code: 'stale', expected: 1, current: 2 });
      }
      const { body: after } = await world.as(peer).get(`/v1/needs/${id}`).expect(200);
      expect(after).toEqual(answers.find(({ status }) => status === 200)?.body);
    }
  });
});
