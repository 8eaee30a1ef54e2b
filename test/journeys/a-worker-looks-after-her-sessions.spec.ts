import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMember, PASSWORD, signIn, type Member } from '../support/accounts.js';
import { World } from '../support/world.js';

const later = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();
const HOUR = 3600;

describe('a worker looks after her sessions', () => {
  let world: World;
  let kim: Member;
  let start: string;
  const refresh = (refreshToken: string) => world.anonymous.post('/v1/auth/refresh').send({ refreshToken });
  const wait = (seconds: number) => {
    world.now = later(world.now, seconds);
  };

  beforeAll(async () => {
    world = await World.open();
    start = world.now;
    kim = await addMember(world, ['peer_navigator']);
  });
  afterAll(() => world.close());

  it('goes on with each new refresh token, and an old one that comes again ends the session for both', async () => {
    const first = await signIn(world, kim);
    wait(300);
    const { body: second } = await refresh(first.refreshToken).expect(200);
    expect(second).toMatchObject({ state: 'signed_in', sessionId: first.sessionId });
    expect(second.refreshToken).not.toBe(first.refreshToken);
    wait(300);
    const { body: third } = await refresh(second.refreshToken).expect(200);
    await world.as({ token: third.accessToken }).get('/v1/me').expect(200);

    const reused = await refresh(first.refreshToken).expect(401);
    expect(reused.body.code).toBe('refresh_not_accepted');
    expect((await world.as({ token: third.accessToken }).get('/v1/me').expect(401)).body.code).toBe('session_over');
    await refresh(third.refreshToken).expect(401);
    const rows = await world.look(
      `SELECT person_id, facts FROM audit_entry WHERE event = 'session.refresh_token_reused'`,
    );
    expect(rows).toEqual([{ person_id: kim.personId, facts: { sessionId: first.sessionId } }]);
  });

  it('loses nothing when two ask at the same instant: one wins, the others are told to wait', async () => {
    for (let round = 0; round < 10; round++) {
      const { refreshToken } = await signIn(world, kim);
      const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(refreshToken)));
      const won = answers.filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      for (const { status, body, headers } of answers.filter((answer) => !won.includes(answer))) {
        expect([status, body.code, headers['retry-after']]).toEqual([409, 'refresh_just_used', '5']);
      }
      await world.as({ token: won[0]!.body.accessToken }).get('/v1/me').expect(200);
    }
  });

  it('asks again when the answer was lost on the way, and the lost one is worth nothing', async () => {
    const first = await signIn(world, kim);
    const { body: lost } = await refresh(first.refreshToken).expect(200);
    wait(10);
    const [one, other] = await Promise.all([refresh(first.refreshToken), refresh(first.refreshToken)]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    const again = one.status === 200 ? one.body : other.body;
    await world.as({ token: again.accessToken }).get('/v1/me').expect(200);
    // Whoever has the lost one has it from the wire: both are out.
    await refresh(lost.refreshToken).expect(401);
    await refresh(again.refreshToken).expect(401);
  });

  it('does not get a second answer a minute later, nor once the first one was used', async () => {
    const first = await signIn(world, kim);
    const { body: second } = await refresh(first.refreshToken).expect(200);
    wait(10);
    await refresh(second.refreshToken).expect(200);
    await refresh(first.refreshToken).expect(401);

    const other = await signIn(world, kim);
    await refresh(other.refreshToken).expect(200);
    wait(60);
    await refresh(other.refreshToken).expect(401);
  });

  it('is signed out after twelve idle hours, and after seven days however busy', async () => {
    const idle = await signIn(world, kim);
    wait(12 * HOUR);
    await refresh(idle.refreshToken).expect(401);
    expect((await world.as({ token: idle.accessToken }).get('/v1/me').expect(401)).body.code).toBe('session_over');

    let { refreshToken } = await signIn(world, kim);
    let refreshed = 0;
    for (; refreshed < 20; refreshed++) {
      wait(11 * HOUR);
      const { status, body } = await refresh(refreshToken);
      if (status !== 200) break;
      refreshToken = body.refreshToken;
    }
    expect(refreshed).toBe(15);
    world.now = start;
  });

  it('sees where she is signed in, in coarse words, and ends what is not hers to keep', async () => {
    const sam = await addMember(world, ['counsellor']);
    const agent =
      'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile';
    const phone = await signIn(world, { email: sam.email, userAgent: agent });
    const desk = await signIn(world, sam);
    const asDesk = world.as({ token: desk.accessToken });
    const { body } = await asDesk.get('/v1/me/sessions').expect(200);
    expect(body.items).toHaveLength(2);
    const listed = body.items.find(({ id }: { id: string }) => id === phone.sessionId);
    expect(listed).toMatchObject({ device: 'Chrome, Android', present: false, startedAt: world.now });
    expect(JSON.stringify(await world.look('SELECT * FROM session'))).not.toContain('SM-S911B');

    await asDesk.delete(`/v1/me/sessions/${phone.sessionId}`).expect(204);
    expect((await world.as({ token: phone.accessToken }).get('/v1/me').expect(401)).body.code).toBe('session_over');
    await refresh(phone.refreshToken).expect(401);
    await asDesk.delete(`/v1/me/sessions/${phone.sessionId}`).expect(404);
    const others = await signIn(world, kim);
    await asDesk.delete(`/v1/me/sessions/${others.sessionId}`).expect(404);
    await world.as({ token: others.accessToken }).get('/v1/me').expect(200);
    expect((await asDesk.get('/v1/me/sessions').expect(200)).body.items).toHaveLength(1);
  });

  it('changes her password, and whoever knew the old one is out', async () => {
    const sam = await addMember(world, ['counsellor']);
    const [desk, phone] = [await signIn(world, sam), await signIn(world, sam)];
    const asDesk = world.as({ token: desk.accessToken });
    const change = (currentPassword: string, newPassword: string) =>
      asDesk.post('/v1/me/password').send({ currentPassword, newPassword });
    const next = 'copper window thirteen moss';
    expect((await change('not what it was', next).expect(403)).body.code).toBe('password_not_accepted');
    expect((await change(PASSWORD, 'too short').expect(422)).body.code).toBe('password_too_short');
    expect((await change(PASSWORD, 'password password').expect(422)).body.code).toBe('password_too_easy');
    await change(PASSWORD, next).expect(204);
    await asDesk.get('/v1/me').expect(200);
    await world.as({ token: phone.accessToken }).get('/v1/me').expect(401);
    await world.anonymous.post('/v1/auth/login').send({ email: sam.email, password: PASSWORD }).expect(401);
    await world.anonymous.post('/v1/auth/login').send({ email: sam.email, password: next }).expect(200);
  });

  it('keeps no token that could be read from the database', async () => {
    const { refreshToken } = await signIn(world, kim);
    const rows = await world.look<{ row: string }>('SELECT t::text AS row FROM refresh_token t');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(refreshToken, 'base64url').toString('hex'));
  });

  it.each([[{}], [{ refreshToken: '' }], [{ refreshToken: 'x'.repeat(43_000) }], [{ refreshToken: { a: 1 } }]])(
    'is told what is no refresh token: %j',
    async (body) => {
      await world.anonymous.post('/v1/auth/refresh').send(body).expect(400);
    },
  );
});
