import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner, installation, plantAccount, Programme, type Account } from '../support/programme.js';
import { embeddedCluster, type TestCluster } from '../support/servers.js';

describe('three replicas, started at once on one empty database', () => {
  let cluster: TestCluster;
  let env: ReturnType<typeof installation>;
  let replicas: Programme[] = [];
  let kim: Account;

  beforeAll(async () => {
    cluster = await embeddedCluster();
    env = installation(await cluster.makeDatabase('replicas'));
    replicas = await Promise.all([Programme.start(env), Programme.start(env), Programme.start(env)]);
    kim = await plantAccount(env, 'peer_navigator');
  }, 60_000);
  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await cluster.remove();
  });

  const statusOnEach = (token: string) =>
    Promise.all(replicas.map(async (replica) => (await replica.send('GET', '/v1/me', { token })).status));

  it('all come up, with one schema and one set of keys', async () => {
    expect(new Set(replicas.map(({ url }) => url)).size).toBe(3);
    const counted = await asOwner(env, (query) =>
      query(`SELECT purpose, count(*)::int FROM house_key GROUP BY 1 HAVING count(*) > 1`),
    );
    expect(counted).toEqual([]);
  });

  it('take a session of one on every other, and end it everywhere at once', async () => {
    const [first, second, third] = replicas as [Programme, Programme, Programme];
    const session = await first.signIn(kim);
    expect(await statusOnEach(session.accessToken)).toEqual([200, 200, 200]);
    const refreshed = await second.send('POST', '/v1/auth/refresh', { body: { refreshToken: session.refreshToken } });
    expect(refreshed.status).toBe(200);
    expect((await third.send('POST', '/v1/auth/logout', { token: session.accessToken })).status).toBe(204);
    expect(await statusOnEach(session.accessToken)).toEqual([401, 401, 401]);
  });

  it('disable an account everywhere at once', async () => {
    const lee = await plantAccount(env, 'counsellor', kim.organisationId);
    const { accessToken } = await replicas[1]!.signIn(lee);
    expect(await statusOnEach(accessToken)).toEqual([200, 200, 200]);
    await asOwner(env, (query) => query('UPDATE staff SET disabled_at = now() WHERE email = $1', [lee.email]));
    expect(await statusOnEach(accessToken)).toEqual([401, 401, 401]);
  });

  it('give one effect for one Idempotency-Key, whichever of them is asked', async () => {
    const { accessToken: token } = await replicas[0]!.signIn(kim);
    const ask = async (replica: Programme) => {
      for (;;) {
        const headers = { 'idempotency-key': 'the-same-everywhere' };
        const answer = await replica.send('POST', '/v1/clients', { token, headers, body: { goesBy: 'Robin' } });
        if (answer.status !== 409) return { status: answer.status, id: ((await answer.json()) as { id: string }).id };
        await answer.arrayBuffer(); // one of the others is at it right now
      }
    };
    const answers = await Promise.all([...replicas, ...replicas, ...replicas].map(ask));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const [counted] = await asOwner(env, (query) =>
      query<{ clients: number }>('SELECT count(*)::int AS clients FROM client'),
    );
    expect(counted?.clients).toBe(1);
  });
});
