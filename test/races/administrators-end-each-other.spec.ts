import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMember, signIn } from '../support/accounts.js';
import { World } from '../support/world.js';

const ROUNDS = 8;

describe('two administrators who end each other at the same instant', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('leave one of them, whichever way they go about it', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const home = await world.organisation();
      const pair = [await addMember(world, ['administrator'], home), await addMember(world, ['administrator'], home)];
      const sessions = await Promise.all(pair.map((each) => signIn(world, each)));
      const answers = await Promise.all(
        pair.map((_, at) => {
          const as = world.as({ token: sessions[at].accessToken });
          const other = pair[1 - at]!;
          const [path, body] = [
            [`/v1/memberships/${other.memberships[0]!.id}/moves`, { move: 'end' }],
            [`/v1/memberships/${other.memberships[0]!.id}/moves`, { move: 'change_role', role: 'counsellor' }],
            [`/v1/staff/${other.personId}/moves`, { move: 'disable' }],
          ][(round + at * (round % 2)) % 3] as [string, object];
          return as.post(path).set('if-match', '"1"').send(body);
        }),
      );
      const statuses = answers.map(({ status }) => status).sort();
      // The second either finds that nobody else would be left, or that she herself was ended before she began.
      expect(statuses[0]).toBe(200);
      expect([401, 409]).toContain(statuses[1]);
      const [left] = await world.look<{ count: number }>(
        `SELECT count(*)::int FROM membership m JOIN staff p ON p.id = m.staff_id
          WHERE m.organisation_id = $1 AND m.role = 'administrator' AND m.ended_at IS NULL AND p.disabled_at IS NULL`,
        [home],
      );
      expect(left).toEqual({ count: 1 });
    }
  });
});
