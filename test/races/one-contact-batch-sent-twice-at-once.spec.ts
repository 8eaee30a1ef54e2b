import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { clientOf } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

describe('contacts at the same moment', () => {
  let world: World;
  let peer: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    clientId = await clientOf(world, peer);
  });
  afterAll(() => world.close());

  const item = () => ({ id: newId(), clientId, channel: 'phone', outcome: 'reached', note: 'Offline.' });
  const send = (items: object[]) => world.as(peer).post('/v1/contact-batches').send({ items }).expect(200);

  it('one batch sent four times at once is there once', async () => {
    for (let round = 0; round < 5; round++) {
      const items = Array.from({ length: 20 }, item);
      const answers = await Promise.all([send(items), send(items), send([...items].reverse()), send(items.slice(5))]);
      const saved = answers.flatMap(({ body }) =>
        body.items.filter((each: { status: string }) => each.status === 'saved'),
      );
      const rest = answers.flatMap(({ body }) =>
        body.items.filter((each: { status: string }) => each.status !== 'saved'),
      );
      expect(saved.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
      expect(new Set(rest.map(({ status }) => status))).toEqual(new Set(['already_saved']));
      const rows = await world.look('SELECT id FROM contact WHERE id = ANY ($1)', [items.map(({ id }) => id)]);
      expect(rows).toHaveLength(20);
    }
  });

  it('of two amendments of one version one is saved, and the other told both versions', async () => {
    const { clientId: _, ...contact } = item();
    const { body } = await world.as(peer).post(`/v1/clients/${clientId}/contacts`).send(contact).expect(201);
    let { version } = body as { version: number };
    for (let turn = 1; turn <= 10; turn++) {
      world.now = `2026-11-23T18:${turn + 10}:00.000Z`;
      const amend = (minutes: number) =>
        world
          .as(peer)
          .patch(`/v1/contacts/${body.id}`)
          .set('if-match', `"${version}"`)
          .send({
            minutes,
            answers: { mood_low: { answer: minutes === 1 ? 'yes' : 'no' } },
          });
      const answers = await Promise.all([amend(1), amend(2)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const stale = answers.find(({ status }) => status === 412);
      expect(stale?.body).toMatchObject({ code: 'stale', expected: version });
      version = stale?.body.current;
    }
    const { body: kept } = await world.as(peer).get(`/v1/contacts/${body.id}/versions`).expect(200);
    expect(kept.items).toHaveLength(11);
    for (const { minutes, answers } of kept.items.slice(0, 10)) {
      expect(answers.mood_low.answer).toBe(minutes === 1 ? 'yes' : 'no');
    }
  });
});
