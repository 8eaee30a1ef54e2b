import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { AccessTokens } from '../../src/access/access-tokens.js';
import { newId } from '../../src/kernel/ids.js';
import { HouseKeys } from '../../src/platform/sealing/house-keys.js';
import { World, type Worker } from '../support/world.js';
import { forgedTokens, Forger, tokensBeyondHeaders } from './forged-tokens.js';

const now = () => Math.floor(Date.now() / 1000);

describe('access tokens', () => {
  let world: World;
  let worker: Worker;
  let forger: Forger;

  beforeAll(async () => {
    world = await World.open();
    worker = await world.worker('counsellor');
    const [key] = await world.app.get(HouseKeys).signing();
    forger = new Forger(key!, worker);
  });
  afterAll(() => world.close());

  it('are taken when nothing is wrong with them, as the corpus below would be', async () => {
    await world.as({ token: forger.ours() }).get('/v1/me').expect(200);
    await world.as(worker).get('/v1/me').expect(200);
  });

  it('are refused in one and the same way, whatever is wrong with them', async () => {
    const corpus = forgedTokens(forger);
    expect(Object.keys(corpus).length).toBeGreaterThanOrEqual(60);
    const plain = await world.anonymous.get('/v1/me').expect(401);
    const taken: string[] = [];
    for (const [what, token] of Object.entries(corpus)) {
      const { status, body: answer } = await world.as({ token: token() }).get('/v1/me');
      const same =
        status === 401 &&
        JSON.stringify({ ...answer, requestId: '' }) === JSON.stringify({ ...plain.body, requestId: '' });
      if (!same) taken.push(`${what}: ${status} ${String(answer.code)}`);
    }
    expect(taken).toEqual([]);
    const rows = await world.look<{ person_id: string | null }>(
      `SELECT person_id FROM audit_entry WHERE event = 'access.refused' AND outcome = 'refused' AND facts ->> 'code' = 'not_signed_in'`,
    );
    expect(rows).toHaveLength(Object.keys(corpus).length);
    expect(rows.filter(({ person_id: person }) => person !== null)).toEqual([]);
  });

  it('are refused at once when no header could hold them', async () => {
    for (const [what, token] of Object.entries(tokensBeyondHeaders(forger)).map(
      ([name, make]) => [name, make()] as const,
    )) {
      const began = performance.now();
      expect([what, await world.app.get(AccessTokens).verify(token)]).toEqual([what, undefined]);
      expect(performance.now() - began).toBeLessThan(100);
    }
  });

  it('end at the door of the server when a header is several hundred kB', async () => {
    const answer = await request(world.app.getHttpServer())
      .get('/v1/me')
      .set('authorization', `Bearer ${forger.ours({ more: 'x'.repeat(300_000) })}`);
    expect([400, 431]).toContain(answer.status);
  });

  it.each(['Basic', 'bearer', 'Token', ''])('are taken as Bearer only; the scheme “%s”', async (scheme) => {
    const status = scheme.toLowerCase() === 'bearer' ? 200 : 401;
    const answer = request(world.app.getHttpServer())
      .get('/v1/me')
      .set('authorization', `${scheme} ${forger.ours()}`.trim());
    await answer.expect(status);
  });

  it('of this process alone make nothing that would outlive it', async () => {
    const [navigator, administrator] = [await world.worker('peer_navigator'), await world.worker('administrator')];
    const asked = [
      [navigator, '/v1/me/membership', { membershipId: navigator.membershipId }],
      [navigator, '/v1/me/password', { currentPassword: 'river lantern otter', newPassword: 'violet kettle harbour' }],
      [administrator, `/v1/staff/${navigator.personId}/memberships`, { role: 'counsellor' }],
    ] as const;
    for (const [of, path, body] of asked) {
      const passing = world.as({ token: world.app.get(AccessTokens).issueInThisProcess(of) });
      await passing.get('/v1/me').expect(200);
      const answer = await passing.post(path).send(body).expect(403);
      expect(answer.body.code).toBe('token_only_for_looking');
    }
    expect(await world.look('SELECT FROM refresh_token')).toEqual([]);
  });

  it('stand for five minutes and not a second more', async () => {
    const tokens = world.app.get(AccessTokens);
    const token = await tokens.issue(worker, now());
    expect(await tokens.verify(token, now() + 299)).toMatchObject({ sessionId: worker.sessionId });
    expect(await tokens.verify(token, now() + 301)).toBeUndefined();
  });
});

describe('the keys of access tokens', () => {
  let world: World;
  let worker: Worker;
  beforeAll(async () => {
    world = await World.open();
    worker = await world.worker('counsellor');
  });
  afterAll(() => world.close());

  /** As another replica: the same database and master key, nothing remembered. */
  const replica = () => new AccessTokens(world.app.get(HouseKeys));
  const kid = (token: string): string => JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid;
  const age = (interval: string) =>
    world.plant(`UPDATE house_key SET created_at = created_at - $1::interval WHERE purpose = 'token-signing'`, [
      interval,
    ]);
  const standing = () =>
    world.look<{ id: string }>(
      `SELECT id FROM house_key WHERE purpose = 'token-signing' AND retired_at IS NULL ORDER BY created_at`,
    );

  it('are renewed after thirty days, once for all replicas, and the old one is known until its tokens are over', async () => {
    const before = await replica().issue(worker);
    await age('31 days');
    const replicas = [replica(), replica(), replica(), replica()];
    const tokens = await Promise.all(replicas.map((each) => each.issue(worker)));
    expect(await standing()).toHaveLength(2);
    // The new key waits until every replica knows it.
    expect(new Set(tokens.map(kid))).toEqual(new Set([kid(before)]));

    await age('3 minutes');
    const after = await replica().issue(worker);
    expect(kid(after)).not.toBe(kid(before));
    for (const each of [...replicas, replica()]) {
      expect(await each.verify(before)).toMatchObject({ personId: worker.personId });
      expect(await each.verify(after)).toMatchObject({ personId: worker.personId });
    }

    await age('2 hours');
    expect(kid(await replica().issue(worker))).toBe(kid(after));
    expect(await standing()).toEqual([{ id: kid(after) }]);
    expect(await replica().verify(before)).toBeUndefined();
  });

  it('are found by a replica that meets one it does not know, however many forged ones came before', async () => {
    const old = replica();
    await old.issue(worker);
    await age('31 days');
    await replica().issue(worker);
    await age('3 minutes');
    const token = await replica().issue(worker);
    const [, body, signature] = token.split('.');
    const header = { alg: 'ES256', typ: 'at+jwt', kid: newId() };
    const forged = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${body}.${signature}`;
    // Three minutes for the database are three minutes for the replica too.
    const real = performance.now.bind(performance);
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => real() + 180_000);
    const asked = jest.spyOn(world.app.get(HouseKeys), 'signing');
    for (let time = 0; time < 50; time++) expect(await old.verify(forged)).toBeUndefined();
    expect(await old.verify(token)).toMatchObject({ personId: worker.personId });
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
    clock.mockRestore();
  });
});
