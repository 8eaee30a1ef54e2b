import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { programmeIn, referTo } from '../support/referred.js';
import { World, type As } from '../support/world.js';

describe('a box is read to its end, whoever has no day', () => {
  let world: World;
  let intake: As;
  const waiting: Id[] = [];
  beforeAll(async () => {
    world = await World.open('2026-11-23T16:00:00.000Z');
    const maya = await world.worker('counsellor');
    const programme = await programmeIn(world);
    intake = world.as(programme.intake);
    for (let at = 0; at < 3; at += 1)
      waiting.push((await referTo(world, maya, programme, { placeInLine: at + 1 })).referralId);
  });
  afterAll(() => world.close());

  it('page by page: nothing is due of those who wait without a day, and nobody is left out', async () => {
    const seen: Id[] = [];
    for (let query = 'box=received&limit=1'; ;) {
      const { body } = await intake.get(`/v1/referrals?${query}`).expect(200);
      seen.push(...(body.items as { id: Id; nextStepBy: string | null }[]).map(({ id }) => id));
      expect(body.items[0].nextStepBy).toBeNull();
      if (body.next === undefined) break;
      query = `box=received&limit=1&cursor=${body.next}`;
    }
    expect(seen.toSorted()).toEqual(waiting.toSorted());
  });
});
