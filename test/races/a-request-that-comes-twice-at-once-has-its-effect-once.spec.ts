import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { PURGE_RECEIPTS } from '../../src/audit/receipts.js';
import { newId } from '../../src/kernel/ids.js';
import { rooms, RoomsController } from '../support/rooms.js';
import { World, type Worker } from '../support/world.js';

describe('a request that comes twice at once', () => {
  let world: World;
  let ana: Worker;
  beforeAll(async () => {
    world = await World.open(undefined, { controllers: [RoomsController] });
    ana = await world.worker('peer_navigator');
  });
  afterAll(() => world.close());

  /** Ten of the same, and again whoever was told that the first was still at work. */
  const tenTimes = async (send: () => PromiseLike<Response>): Promise<readonly Response[]> => {
    const once = async (): Promise<Response> => {
      const answer = await send();
      if (answer.status !== 409) return answer;
      expect(answer.body).toMatchObject({ code: 'in_flight', retryAfter: 1 });
      await new Promise((turn) => setTimeout(turn, 10));
      return once();
    };
    return Promise.all(Array.from({ length: 10 }, once));
  };

  it.each([
    ['one key', () => ({ key: newId(), body: { name: 'kitchen' } })],
    ['an own id', () => ({ key: undefined, body: { id: newId(), name: 'kitchen' } })],
    ['both', () => ({ key: newId(), body: { id: newId(), name: 'kitchen' } })],
  ])('under %s is done once, and everybody is told of the same record', async (_, make) => {
    const { key, body } = make();
    const before = rooms.size;
    const answers = await tenTimes(() => {
      const request = world.as(ana).post('/rooms').send(body);
      return key === undefined ? request : request.set('idempotency-key', key);
    });
    expect(rooms.size).toBe(before + 1);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
  });

  it('is forgotten after its days, and only then', async () => {
    const key = newId();
    const send = () => world.as(ana).post('/rooms').set('idempotency-key', key).send({ name: 'porch' }).expect(201);
    const first = await send();
    const purge = () => world.db.as('jobs', (client) => client.query(PURGE_RECEIPTS));
    await world.plant(`UPDATE receipt SET at = now() - interval '6 days', keep_until = now() + interval '1 day'`);
    await purge();
    expect((await send()).body.id).toBe(first.body.id);
    await world.plant(`UPDATE receipt SET keep_until = now() - interval '1 minute'`);
    await purge();
    expect((await send()).body.id).not.toBe(first.body.id);
  });

  it('is nobody else’s to see', async () => {
    const { rows } = await world.db.as('app', (client) => client.query('SELECT FROM receipt'));
    expect(rows).toEqual([]);
  });
});
