import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { meetCaller, plantReception, plantReferral } from '../support/line.js';
import { World, type Worker } from '../support/world.js';

describe('two write down at once what one client decides about her call', () => {
  let world: World;
  let counsellor: Worker;
  let client: Id;
  let referralId: Id;
  beforeAll(async () => {
    world = await World.open();
    counsellor = await world.worker('counsellor');
    client = ((await world.as(counsellor).post('/v1/clients').send({ goesBy: 'Lark' }).expect(201)).body as { id: Id })
      .id;
    const of = await world.worker('line_operator');
    const { id: callerId } = await meetCaller(world, of);
    referralId = await plantReferral(world, { callerId, of, receiver: counsellor.organisationId });
    await plantReception(world, counsellor, referralId, client);
  });
  afterAll(() => world.close());

  const many = [1, 2, 3, 4, 5];
  const link = () =>
    world
      .as(counsellor)
      .post(`/v1/clients/${client}/caller-links`)
      .send({ referralId, parts: ['remembered'], howGiven: 'phone' });

  it('one links them, and the others are told that they are linked', async () => {
    const answers = await Promise.all(many.map(() => link()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await world.look(`SELECT 1 FROM caller_link WHERE state = 'linked'`)).toHaveLength(1);
  });

  it('one undoes it, and the others see that it is undone', async () => {
    const [made] = await world.look<{ id: Id }>('SELECT id FROM caller_link');
    const undo = () =>
      world.as(counsellor).post(`/v1/caller-links/${made?.id}/moves`).set('if-match', '"1"').send({ move: 'unlink' });
    const answers = await Promise.all(many.map(() => undo()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
    await link().expect(201);
  });
});
