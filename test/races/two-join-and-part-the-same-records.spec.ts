import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response, Test } from 'supertest';
import type { Id } from '../../src/kernel/ids.js';
import { join, part } from '../support/joined-records.js';
import { World, type Worker } from '../support/world.js';

const ROUNDS = process.env['PROOF'] === 'full' ? 200 : 8;

describe('two who join and part the same records at once', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    physician = await world.worker('physician', peer.organisationId);
  });
  afterAll(() => world.close());

  const make = async (goesBy: string): Promise<Id> => {
    const { id } = (await world.as(peer).post('/v1/clients').send({ goesBy }).expect(201)).body as { id: Id };
    const joining = { membershipId: physician.membershipId };
    await world.as(peer).post(`/v1/clients/${id}/care-team`).send(joining).expect(201);
    return id;
  };
  const together = (...requests: readonly Test[]): Promise<readonly Response[]> => Promise.all(requests);
  const statuses = (answers: readonly Response[]) => answers.map(({ status }) => status).sort();
  const live = (one: Id, other: Id) =>
    world.look(
      `SELECT FROM record_link WHERE state = 'joined' AND $1 IN (one_client_id, other_client_id)
      AND $2 IN (one_client_id, other_client_id)`,
      [one, other],
    );
  const rounds = async (round: () => Promise<void>) => {
    for (let i = 0; i < ROUNDS; i++) await round();
  };

  it('join them once, whichever way round', () =>
    rounds(async () => {
      const [one, other] = [await make('Swift'), await make('Martin')];
      expect(statuses(await together(join(world, peer, one, other), join(world, physician, other, one)))).toEqual([
        201, 409,
      ]);
      expect(await live(one, other)).toHaveLength(1);
    }));

  it('part them once', () =>
    rounds(async () => {
      const [one, other] = [await make('Swift'), await make('Martin')];
      const { body } = await join(world, peer, one, other).expect(201);
      const told = await together(part(world, peer, body), part(world, physician, body));
      expect([200, 409, 412]).toEqual(expect.arrayContaining(statuses(told)));
      expect(told.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(await live(one, other)).toHaveLength(0);
    }));

  it('part and join at the same moment, and there is one link or none, never two', () =>
    rounds(async () => {
      const [one, other] = [await make('Swift'), await make('Martin')];
      const { body } = await join(world, peer, one, other).expect(201);
      const [parted, joined] = await together(part(world, peer, body), join(world, physician, other, one));
      expect(parted?.status).toBe(200);
      expect([201, 409]).toContain(joined?.status);
      expect(await live(one, other)).toHaveLength(joined?.status === 201 ? 1 : 0);
    }));
});
