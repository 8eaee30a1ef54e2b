import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { addMember, PASSWORD, signIn, type Member } from '../support/accounts.js';
import { codeAt } from '../support/codes.js';
import { World } from '../support/world.js';

const START = '2026-11-23T16:00:00.000Z';
const after = (seconds: number) => new Date(Date.parse(START) + seconds * 1000).toISOString();

describe('a worker shows a second factor', () => {
  let world: World;
  let kim: Member;
  beforeAll(async () => {
    world = await World.open(START);
  });
  beforeEach(async () => {
    world.now = START;
    await world.plant('DELETE FROM sign_in_misses');
    kim = await addMember(world, ['physician']);
  });
  afterAll(() => world.close());

  const login = async ({ email }: Member, membershipId?: Id) =>
    (await world.anonymous.post('/v1/auth/login').send({ email, password: PASSWORD, membershipId }).expect(200)).body;
  const finish = (pendingToken: string, code: string) =>
    world.anonymous.post('/v1/auth/second-factor').send({ pendingToken, code });
  const eventsOf = async (member: Member) =>
    (
      await world.look<{ event: string }>(
        `SELECT event FROM audit_entry WHERE person_id = $1 OR facts->>'accountId' = $1::text ORDER BY event`,
        [member.personId],
      )
    ).map(({ event }) => event);
  /** Signed in for the first time: her app, her codes, her session. */
  const enrolled = async (member: Member) => {
    const half = await login(member);
    const { body: session } = await finish(half.pendingToken, codeAt(half.secret, world.now)).expect(200);
    return { secret: String(half.secret), session, as: world.as({ token: session.accessToken }) };
  };

  it('sets one up where her role asks for it, before anything is opened', async () => {
    const half = await login(kim);
    expect(half).toMatchObject({ state: 'second_factor_to_set_up', otpauthUrl: expect.stringContaining(half.secret) });
    expect(half.accessToken).toBeUndefined();
    // It is no access token, and no refresh token either.
    await world.as({ token: half.pendingToken }).get('/v1/me').expect(401);
    await world.anonymous.post('/v1/auth/refresh').send({ refreshToken: half.pendingToken }).expect(401);

    const { body } = await finish(half.pendingToken, '000000').expect(403);
    expect(body.code).toBe('code_not_accepted');
    const { body: session } = await finish(half.pendingToken, codeAt(half.secret, world.now)).expect(200);
    expect(session).toMatchObject({ state: 'signed_in', role: 'physician' });
    expect(new Set(session.recoveryCodes).size).toBe(10);
    const { body: me } = await world.as({ token: session.accessToken }).get('/v1/me').expect(200);
    expect(me.session.verifiedAt).toBe(START);
    expect((await finish(half.pendingToken, codeAt(half.secret, after(30))).expect(401)).body.code).toBe(
      'sign_in_half_over',
    );
    expect(await eventsOf(kim)).toEqual([
      ...['second_factor.begun', 'second_factor.confirmed', 'second_factor.not_accepted'],
      ...['second_factor.recovery_codes_made', 'session.started', 'sign_in.second_factor_asked'],
    ]);
  });

  it('is asked for the code at each sign-in, and each code is good once', async () => {
    const { secret, session } = await enrolled(kim);
    expect(session.recoveryCodes).toHaveLength(10);
    const half = await login(kim);
    expect(half).toEqual({ state: 'second_factor_needed', pendingToken: half.pendingToken, expiresAt: after(600) });
    // The code that set it up was read over her shoulder.
    const { body } = await finish(half.pendingToken, codeAt(secret, START)).expect(409);
    expect(body.code).toBe('code_used');
    expect(await eventsOf(kim)).toContain('second_factor.code_reused');
    expect((await finish(half.pendingToken, codeAt(secret, after(-30))).expect(409)).body.code).toBe('code_used');
    await finish(half.pendingToken, codeAt(secret, after(60))).expect(403);
    const { body: again } = await finish(half.pendingToken, codeAt(secret, after(30))).expect(200);
    expect(again.recoveryCodes).toBeUndefined();
  });

  it('shows one code twice at the same instant, and one of the two comes in', async () => {
    const { secret, as } = await enrolled(kim);
    world.now = after(60);
    const [one, other] = [await login(kim), await login(kim)];
    const answers = await Promise.all([one, other].map((half) => finish(half.pendingToken, codeAt(secret, world.now))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    world.now = after(120);
    const half = await login(kim);
    const twice = await Promise.all(
      [0, 30].map((ahead) => finish(half.pendingToken, codeAt(secret, after(120 + ahead)))),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 401]);
    world.now = after(240);
    const code = codeAt(secret, world.now);
    const shown = await Promise.all([as, as, as].map((each) => each.post('/v1/me/step-up').send({ code })));
    expect(shown.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('lost her phone: a recovery code lets her in once, and she replaces the factor', async () => {
    const { secret, session } = await enrolled(kim);
    const [code, other] = session.recoveryCodes as string[];
    const half = await login(kim);
    const { body: back } = await finish(half.pendingToken, ` ${code!.toUpperCase().replaceAll('-', ' ')}`).expect(200);
    const again = await login(kim);
    expect((await finish(again.pendingToken, code!).expect(409)).body.code).toBe('code_used');

    const asBack = world.as({ token: back.accessToken });
    expect((await asBack.get('/v1/me/second-factor').expect(200)).body).toEqual({
      ...{ state: 'stands', required: true, confirmedAt: START, recoveryCodesLeft: 9 },
    });
    const { body: begun } = await asBack.post('/v1/me/second-factor').expect(201);
    await asBack
      .post('/v1/me/second-factor/confirmations')
      .send({ code: codeAt(secret, world.now) })
      .expect(403);
    const { body: confirmed } = await asBack
      .post('/v1/me/second-factor/confirmations')
      .send({ code: codeAt(begun.secret, world.now) })
      .expect(200);
    expect(confirmed.recoveryCodes).toHaveLength(10);
    await Promise.all([1, 2, 3, 4].map(() => asBack.post('/v1/me/second-factor/recovery-codes').expect(201)));
    expect((await asBack.get('/v1/me/second-factor').expect(200)).body.recoveryCodesLeft).toBe(10);
    // What belonged to the lost one opens nothing any more.
    const last = await login(kim);
    await finish(last.pendingToken, other!).expect(403);
    await finish(last.pendingToken, codeAt(secret, after(30))).expect(403);
    await finish(last.pendingToken, codeAt(begun.secret, after(30))).expect(200);
  });

  it('shows it again after five minutes for what changes it, and for roles', async () => {
    const alex = await addMember(world, ['administrator']);
    const { as, secret } = await enrolled(alex);
    const invite = (name: string) =>
      as
        .post('/v1/staff')
        .send({ email: `${name}@example.org`, displayName: name, language: 'en', role: 'counsellor' });
    await invite('one').expect(201);
    world.now = after(301);
    for (const refused of [
      invite('two'),
      as.post('/v1/me/second-factor'),
      as.post('/v1/me/second-factor/recovery-codes'),
      as.delete('/v1/me/second-factor'),
    ])
      expect((await refused.expect(403)).body.code).toBe('step_up_needed');
    expect((await as.post('/v1/me/step-up').send({ code: '000000' }).expect(403)).body.code).toBe('code_not_accepted');
    const code = codeAt(secret, world.now);
    const { body } = await as.post('/v1/me/step-up').send({ code }).expect(200);
    expect(body).toEqual({ verifiedAt: after(301), until: after(601) });
    expect((await as.post('/v1/me/step-up').send({ code }).expect(409)).body.code).toBe('code_used');
    await invite('two').expect(201);
    expect((await as.post('/v1/me/second-factor/recovery-codes').expect(201)).body.recoveryCodes).toHaveLength(10);
    expect((await as.delete('/v1/me/second-factor').expect(409)).body.code).toBe('second_factor_required');
    world.now = after(602);
    expect((await invite('three').expect(403)).body.code).toBe('step_up_needed');
  });

  it('has it reset by an administrator when everything is lost, and is told', async () => {
    const home = kim.memberships[0]!.organisationId;
    const { as: asKim, secret } = await enrolled(kim);
    const alex = await addMember(world, ['administrator'], home);
    const { as: asAlex } = await enrolled(alex);
    const elsewhere = await enrolled(await addMember(world, ['administrator']));
    const reset = (by: typeof asAlex, { personId }: Member) => by.post(`/v1/staff/${personId}/second-factor/resets`);
    const half = await login(kim);

    await reset(elsewhere.as, kim).expect(404);
    await reset(asKim, kim).expect(403);
    expect((await reset(asAlex, alex).expect(409)).body.code).toBe('own_second_factor');
    await reset(asAlex, kim).expect(204);
    await asKim.get('/v1/me').expect(401);
    await finish(half.pendingToken, codeAt(secret, after(30))).expect(401);
    const { as, secret: next } = await enrolled(kim);
    expect(next).not.toBe(secret);
    const { body } = await as.get('/v1/notices').expect(200);
    expect(body.items).toMatchObject([{ kind: 'second_factor_reset', clientId: null }]);
    expect(await eventsOf(kim)).toContain('second_factor.reset');
  });

  it('may have one where no role asks for it, and remove it', async () => {
    const jo = await addMember(world, ['line_operator']);
    const session = await signIn(world, jo);
    const as = world.as({ token: session.accessToken });
    expect((await as.get('/v1/me').expect(200)).body.session.verifiedAt).toBeNull();
    expect((await as.post('/v1/me/step-up').send({ code: '000000' }).expect(409)).body.code).toBe('no_second_factor');
    expect((await as.delete('/v1/me/second-factor').expect(403)).body.code).toBe('step_up_needed');
    const { body: begun } = await as.post('/v1/me/second-factor').expect(201);
    const first = codeAt(begun.secret, world.now);
    await as.post('/v1/me/second-factor/confirmations').send({ code: first }).expect(200);
    expect((await login(jo)).state).toBe('second_factor_needed');
    await as.delete('/v1/me/second-factor').expect(204);
    expect((await login(jo)).state).toBe('signed_in');
  });

  it('goes on as a membership that asks for one only when this session showed it', async () => {
    const sam = await addMember(world, ['line_operator', 'coordinator']);
    const [line, coordinator] = sam.memberships;
    const session = await signIn(world, sam, line!.id);
    const as = world.as({ token: session.accessToken });
    const goOn = () => as.post('/v1/me/membership').send({ membershipId: coordinator!.id });
    expect((await goOn().expect(409)).body.code).toBe('no_second_factor');
    const { body: begun } = await as.post('/v1/me/second-factor').expect(201);
    await as
      .post('/v1/me/second-factor/confirmations')
      .send({ code: codeAt(begun.secret, world.now) })
      .expect(200);
    const { body: other } = await goOn().expect(201);
    const { body: me } = await world.as({ token: other.accessToken }).get('/v1/me').expect(200);
    expect(me).toMatchObject({ role: 'coordinator', session: { verifiedAt: START } });
  });

  it('finishes no sign-in that is too old, or whose account changed in between', async () => {
    const { secret } = await enrolled(kim);
    const code = () => codeAt(secret, world.now);
    const old = await login(kim);
    world.now = after(600);
    await finish(old.pendingToken, code()).expect(401);
    const changed = await login(kim);
    await world.plant('UPDATE credential SET changed_at = $2 WHERE staff_id = $1', [kim.personId, after(601)]);
    world.now = after(602);
    await finish(changed.pendingToken, code()).expect(401);
    const disabled = await login(kim);
    await world.plant('UPDATE staff SET disabled_at = $2 WHERE id = $1', [kim.personId, world.now]);
    await finish(disabled.pendingToken, code()).expect(401);
  });

  it('guesses slow down, apart from those at the password, which give none of them back', async () => {
    const { secret } = await enrolled(kim);
    for (let miss = 0; miss < 5; miss++) {
      const { pendingToken } = await login(kim);
      await finish(pendingToken, '000000').expect(403);
    }
    const { pendingToken } = await login(kim);
    const { body } = await finish(pendingToken, codeAt(secret, after(30))).expect(429);
    expect(body).toMatchObject({ code: 'sign_in_slowed', retryAfter: 1 });
    world.now = after(30);
    await finish(pendingToken, codeAt(secret, after(30))).expect(200);
  });

  it('keeps neither secret nor recovery code where the database could be read', async () => {
    const { secret, session } = await enrolled(kim);
    await login(kim);
    const rows = JSON.stringify([
      await world.look('SELECT f::text FROM second_factor f'),
      await world.look('SELECT r::text FROM recovery_code r'),
      await world.look('SELECT p::text FROM pending_sign_in p'),
      await world.look('SELECT a::text FROM audit_entry a'),
    ]);
    for (const text of [secret, ...session.recoveryCodes]) expect(rows).not.toContain(text);
  });
});
