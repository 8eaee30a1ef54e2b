import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { World } from '../support/world.js';
import { ExactLimits, PURGE_LIMITS } from '../../src/platform/limits/exact-limits.js';

describe('callers behind a proxy', () => {
  let world: World;
  afterEach(() => world.close());

  const ask = async (said: readonly string[], trustedProxies: readonly string[]) => {
    world = await World.open(undefined, { ceiling: { perToken: 100, perAddress: 3 }, trustedProxies });
    const statuses = [];
    for (const addresses of said)
      statuses.push((await world.anonymous.get('/v1/me').set('x-forwarded-for', addresses)).status);
    return statuses;
  };
  const FIVE = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5'];
  const AS_ONE = [401, 401, 401, 429, 429];

  it('are as many addresses as it names, when it is a known one', async () => {
    expect(await ask(FIVE, ['127.0.0.0/8', '::1'])).toEqual([401, 401, 401, 401, 401]);
  });

  it('cannot say for themselves where they are: what the proxy adds counts', async () => {
    const lying = FIVE.map((address) => `${address}, 192.0.2.9`);
    expect(await ask(lying, ['127.0.0.0/8', '::1'])).toEqual(AS_ONE);
  });

  it('are one address, whatever is said, when nobody made it known', async () => {
    expect(await ask(FIVE, [])).toEqual(AS_ONE);
    await world.close();
    expect(await ask(FIVE, ['10.0.0.0/8'])).toEqual(AS_ONE);
  });
});

describe('limits', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(undefined, { ceiling: { perToken: 3, perAddress: 40 } });
  });
  afterAll(() => world.close());

  it('stop a token that runs wild, and no other; then the address, whatever token it shows', async () => {
    const [ana, kim] = [await world.worker('counsellor'), await world.worker('counsellor')];
    for (const left of [2, 1, 0]) {
      const answer = await world.as(ana).get('/v1/me');
      expect(answer.headers['ratelimit']).toMatch(new RegExp(`^"ceiling";r=${left};t=\\d+$`));
    }
    const refused = await world.as(ana).get('/v1/me').expect(429);
    expect(refused.body.code).toBe('too_many');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['ratelimit-policy']).toBe('"ceiling";q=3;w=60');
    await world.as(kim).get('/v1/me').expect(200);

    const statuses = new Set<number>();
    for (let count = 0; count < 40; count++) {
      statuses.add((await world.as({ token: `guess-${count}` }).get('/v1/me')).status);
    }
    expect([...statuses]).toEqual([401, 429]);
    await world.anonymous.get('/health/live').expect(200);
  });

  it('that are exact count over all replicas, and what happens at once one by one', async () => {
    const limits = world.app.get(ExactLimits);
    const limit = { name: 'test', times: 5, within: 60 };
    const taken = await Promise.allSettled(Array.from({ length: 12 }, () => limits.take(limit, 'ana')));
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const refusals = taken.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refusals.every((fault) => fault instanceof Refusal && Number(fault.facts['retryAfter']) > 50)).toBe(true);
    await limits.take(limit, 'kim');
  });

  it('that are exact begin anew after their window, and leave nothing readable', async () => {
    const limits = world.app.get(ExactLimits);
    const limit = { name: newId(), times: 1, within: 60 };
    await limits.take(limit, 'ana@example.org');
    await expect(limits.take(limit, 'ana@example.org')).rejects.toThrow('too_many');
    await world.plant(`UPDATE limit_window SET resets_at = now() - interval '2 hours'`);
    const rows = await world.look<{ text: string }>('SELECT limit_window::text AS text FROM limit_window');
    expect(rows.map(({ text }) => text).join()).not.toContain(Buffer.from('ana@').toString('hex'));
    await limits.take(limit, 'ana@example.org');
    await world.db.as('jobs', (client) => client.query(PURGE_LIMITS));
    expect(await world.look('SELECT FROM limit_window')).toHaveLength(1);
  });
});
