import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { addMember, PASSWORD, signIn, type Member } from '../support/accounts.js';
import { World } from '../support/world.js';

describe('a worker signs in and out', () => {
  let world: World;
  let kim: Member;
  let both: Id;
  beforeAll(async () => {
    world = await World.open();
    kim = await addMember(world, ['peer_navigator']);
  });
  afterAll(() => world.close());

  it('with e-mail and password, and is who the tokens say', async () => {
    const session = await signIn(world, { email: ` ${kim.email.toUpperCase()} ` });
    expect(session).toMatchObject({ state: 'signed_in', tokenType: 'Bearer', expiresIn: 300, role: 'peer_navigator' });
    const { body: me } = await world.as({ token: session.accessToken }).get('/v1/me').expect(200);
    expect(me).toMatchObject({
      person: { id: kim.personId, email: kim.email },
      membership: { id: kim.memberships[0]!.id, role: 'peer_navigator' },
      organisation: { id: kim.memberships[0]!.organisationId, timeZone: 'America/Edmonton', languages: ['en', 'fr'] },
      session: { id: session.sessionId },
    });
    expect(me.allowance.permissions).toContainEqual({ permission: 'client:create', reach: 'organisation' });
    expect(me.allowance.mayRead).toContain('identity_name');
  });

  it('chooses among several memberships, and may switch to another with a session of its own', async () => {
    const member = await addMember(world, ['counsellor', 'administrator']);
    both = member.personId;
    const [counsellor, administrator] = member.memberships;
    const toChoose = await signIn(world, member);
    expect(toChoose.state).toBe('choose_membership');
    expect(toChoose.accessToken).toBeUndefined();
    expect(toChoose.memberships.map(({ role }: { role: string }) => role)).toEqual(['counsellor', 'administrator']);

    const session = await signIn(world, member, counsellor!.id);
    const { body: mine } = await world.as({ token: session.accessToken }).get('/v1/me/memberships').expect(200);
    expect(mine.items).toHaveLength(2);
    const { body: other } = await world
      .as({ token: session.accessToken })
      .post('/v1/me/membership')
      .send({ membershipId: administrator!.id })
      .expect(201);
    const { body: me } = await world.as({ token: other.accessToken }).get('/v1/me').expect(200);
    expect(me.role).toBe('administrator');
    await world.as({ token: session.accessToken }).get('/v1/me').expect(401);
    const again = await world
      .as({ token: other.accessToken })
      .post('/v1/me/membership')
      .send({ membershipId: administrator!.id })
      .expect(409);
    expect(again.body.code).toBe('membership_present');
    await world.as({ token: other.accessToken }).get('/v1/me').expect(200);
  });

  it('is told the same, whatever did not fit', async () => {
    const disabled = await addMember(world, ['counsellor']);
    await world.plant('UPDATE staff SET disabled_at = $2 WHERE id = $1', [disabled.personId, world.now]);
    const former = await addMember(world, []);
    const answers = [];
    for (const entry of [
      { email: kim.email, password: 'not the password of kim' },
      { email: 'nobody@example.org', password: PASSWORD },
      { email: disabled.email, password: PASSWORD },
      { email: former.email, password: PASSWORD },
      { email: kim.email, password: PASSWORD, membershipId: disabled.memberships[0]!.id },
    ]) {
      const { body } = await world.anonymous.post('/v1/auth/login').send(entry).expect(401);
      expect(body.code).toBe('sign_in_not_accepted');
      answers.push({ ...body, requestId: undefined });
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('leaves rows that name the account and never the address', async () => {
    const rows = await world.look<{ event: string; person_id: string | null; facts: Record<string, unknown> }>(
      `SELECT event, person_id, facts FROM audit_entry WHERE event ~ '^(session.started|sign_in)'`,
    );
    expect(rows).toContainEqual(expect.objectContaining({ event: 'session.started', person_id: kim.personId }));
    expect(rows).toContainEqual({ event: 'sign_in.not_accepted', person_id: null, facts: { accountId: kim.personId } });
    expect(rows).toContainEqual({ event: 'sign_in.not_accepted', person_id: null, facts: { accountId: null } });
    // A right password with several roles to choose from opened nothing yet, and is written down all the same.
    expect(rows).toContainEqual({ event: 'sign_in.membership_asked', person_id: both, facts: { accountId: both } });
    expect(JSON.stringify(rows)).not.toContain('@');
  });

  it('signs out, and the token is worth nothing on the next request', async () => {
    const { accessToken, refreshToken } = await signIn(world, kim);
    await world.as({ token: accessToken }).post('/v1/auth/logout').expect(204);
    const { body } = await world.as({ token: accessToken }).get('/v1/me').expect(401);
    expect(body.code).toBe('session_over');
    await world.anonymous.post('/v1/auth/refresh').send({ refreshToken }).expect(401);
  });

  it.each([
    [{}],
    [{ email: 'kim@example.org' }],
    [{ email: { $ne: '' }, password: PASSWORD }],
    [{ email: 'kim@example.org', password: ['a'] }],
    [{ email: 'kim@example.org', password: PASSWORD, role: 'administrator' }],
    [{ email: 'kim@example.org\0', password: PASSWORD }],
    [{ email: 'kim@example.org', password: '\ud800 lone' }],
    [{ email: 'kim@example.org', password: 'x'.repeat(201) }],
    [{ email: 'kim@example.org', password: PASSWORD, membershipId: 'x' }],
    [{ email: 'kim@example.org', password: PASSWORD, membershipId: null }],
  ])('is told each fault of what was sent: %j', async (body) => {
    const answer = await world.anonymous.post('/v1/auth/login').send(body).expect(400);
    expect(answer.body.errors.length).toBeGreaterThan(0);
  });
});
