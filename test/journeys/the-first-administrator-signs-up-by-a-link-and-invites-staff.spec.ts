import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FirstAdministratorLink } from '../../src/accounts/application/first-administrator-link.js';
import { PasswordLink } from '../../src/accounts/application/password-link.js';
import { newId } from '../../src/kernel/ids.js';
import { addMember, signIn } from '../support/accounts.js';
import { World, type As } from '../support/world.js';

const CLINIC = {
  name: 'Sarcee Trail Clinic',
  kind: 'clinic',
  province: 'AB',
  timeZone: 'America/Edmonton',
  languages: ['en', 'fr'],
};
const FIRST = { email: 'robin@example.org', displayName: 'Robin Test', language: 'en', organisation: CLINIC };
const GOOD = 'harbour violet seventeen kettle';

describe('the first administrator signs up by a link and invites staff', () => {
  let world: World;
  let asRobin: As;
  const link = () => world.app.get(FirstAdministratorLink, { strict: false }).make();
  const accept = (body: object) => world.anonymous.post('/v1/auth/invitations/accept').send(body);
  const login = (email: string, password: string) => world.anonymous.post('/v1/auth/login').send({ email, password });

  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('by any link that a start printed, which no look at it consumes and no log on the way sees', async () => {
    const links = await Promise.all([link(), link(), link()]);
    const newer = links[2];
    expect(newer!.url).toBe(`http://127.0.0.1:3000/v1/auth/invitations#${newer!.token}`);
    const guide = await world.anonymous.get('/v1/auth/invitations').expect(200);
    expect(guide.body.accept).toBe('/v1/auth/invitations/accept');
    const kept = await world.look<{ row: string }>('SELECT invitation::text AS row FROM invitation');
    expect(JSON.stringify(kept)).not.toContain(newer!.token);

    const needs = await accept({ token: newer!.token, password: GOOD }).expect(422);
    expect(needs.body.code).toBe('first_account_needs');
    await accept({ token: newer!.token, password: 'too short', ...FIRST }).expect(422);
    await accept({ token: newer!.token, password: 'robin robin robin', ...FIRST }).expect(422);
    expect(await world.look('SELECT FROM staff')).toHaveLength(0);

    // Once, also when two take one at the same instant, and others the other ones.
    const answers = await Promise.all(
      [...links, newer].map((each, at) =>
        accept({ token: each!.token, password: GOOD, ...FIRST, email: `robin${at}@example.org` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
    expect(await world.look('SELECT FROM staff')).toHaveLength(1);
    expect(await world.look('SELECT FROM organisation')).toHaveLength(1);
    const { email } = answers.find(({ status }) => status === 200)!.body;
    const session = await signIn(world, { email, password: GOOD });
    expect(session.role).toBe('administrator');
    asRobin = world.as({ token: session.accessToken });
    expect(await link()).toBeUndefined();
  });

  it('invites somebody once, who chooses a password with the link and signs in', async () => {
    const id = newId();
    const wanted = { id, email: 'sam@example.org', displayName: 'Sam Test', language: 'fr', role: 'counsellor' };
    const { body: invited } = await asRobin.post('/v1/staff').send(wanted).expect(201);
    expect(invited).toMatchObject({ id, email: 'sam@example.org', role: 'counsellor' });
    const { body: again } = await asRobin.post('/v1/staff').send(wanted).expect(201);
    expect(again).toMatchObject({ id });
    expect(again.invitation).toBeUndefined();
    const { body: seen } = await asRobin.get(`/v1/staff/${id}`).expect(200);
    expect(seen).toMatchObject({ activated: false, state: 'enabled' });
    await login('sam@example.org', GOOD).expect(401);

    const { token } = invited.invitation;
    await accept({ token, password: 'password1234' }).expect(422);
    await accept({ token, password: GOOD }).expect(200);
    await accept({ token, password: GOOD }).expect(422);
    const session = await signIn(world, { email: 'sam@example.org', password: GOOD });
    const { body: me } = await world.as({ token: session.accessToken }).get('/v1/me').expect(200);
    expect(me.person).toMatchObject({ id, language: 'fr' });
    expect((await asRobin.get(`/v1/staff/${id}`)).body.activated).toBe(true);
    await world
      .as({ token: session.accessToken })
      .post('/v1/staff')
      .send({ ...wanted, id: newId() })
      .expect(403);
  });

  it('is told when the address has an account, and makes none', async () => {
    const wanted = { email: 'SAM@example.org', displayName: 'Sam Two', language: 'en', role: 'physician' };
    const answer = await asRobin.post('/v1/staff').send(wanted).expect(409);
    expect(answer.body.code).toBe('email_taken');
  });

  it('renews a link until a password was chosen; from then on nobody else hands one out', async () => {
    const wanted = { email: 'kim@example.org', displayName: 'Kim Test', language: 'en', role: 'counsellor' };
    const { body: invited } = await asRobin.post('/v1/staff').send(wanted).expect(201);
    const { body: renewed } = await asRobin.post(`/v1/staff/${invited.id}/invitations`).expect(201);
    await accept({ token: invited.invitation.token, password: GOOD }).expect(422);
    // Two at once, as it were: one was made before the password was chosen and is taken after.
    await world.plant('UPDATE invitation SET staff_id = NULL WHERE staff_id = $1 AND withdrawn_at IS NULL', [
      invited.id,
    ]);
    const { body: second } = await asRobin.post(`/v1/staff/${invited.id}/invitations`).expect(201);
    await accept({ token: second.token, password: GOOD }).expect(200);
    await world.plant('UPDATE invitation SET staff_id = $1 WHERE staff_id IS NULL AND created_by IS NOT NULL', [
      invited.id,
    ]);
    await accept({ token: renewed.token, password: 'gravel trumpet olive sixty' }).expect(422);

    const none = await asRobin.post(`/v1/staff/${invited.id}/invitations`).expect(409);
    expect(none.body.code).toBe('password_chosen');
    await login('kim@example.org', GOOD).expect(200);
  });

  it('has no part in a new password: its link is printed on the host, and ends what the old one opened', async () => {
    const print = (email: string) => world.app.get(PasswordLink, { strict: false }).make(email);
    const session = await signIn(world, { email: 'sam@example.org', password: GOOD });
    const [first, link] = [await print('sam@example.org'), await print(' SAM@example.org ')];
    await accept({ token: first!.token, password: 'gravel trumpet olive sixty' }).expect(422);
    await accept({ token: link!.token, password: 'gravel trumpet olive sixty' }).expect(200);
    await accept({ token: link!.token, password: 'gravel trumpet olive seventy' }).expect(422);
    await world.as({ token: session.accessToken }).get('/v1/me').expect(401);
    await login('sam@example.org', GOOD).expect(401);
    await login('sam@example.org', 'gravel trumpet olive sixty').expect(200);
    expect(await print('nobody@example.org')).toBeUndefined();
  });

  it('lets a link stand for a day', async () => {
    const wanted = { email: 'late@example.org', displayName: 'Late Test', language: 'en', role: 'counsellor' };
    const { body } = await asRobin.post('/v1/staff').send(wanted).expect(201);
    const then = world.now;
    world.now = '2026-11-24T16:00:00.001Z';
    await accept({ token: body.invitation.token, password: GOOD }).expect(422);
    world.now = then;
    await accept({ token: body.invitation.token, password: GOOD }).expect(200);
  });

  it('lets links be tried thirty times in ten minutes from one address', async () => {
    await world.plant('DELETE FROM limit_window');
    const token = 'x'.repeat(43);
    for (let time = 0; time < 30; time++) await accept({ token, password: GOOD }).expect(422);
    const answer = await accept({ token, password: GOOD }).expect(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await world.plant('DELETE FROM limit_window');
  });

  it('cannot reach an account of another organisation by its invitation', async () => {
    const elsewhere = await addMember(world, ['administrator']);
    const asElsewhere = world.as({ token: (await signIn(world, elsewhere)).accessToken });
    const wanted = { email: 'noor@example.org', displayName: 'Noor Test', language: 'en', role: 'counsellor' };
    const { body: noor } = await asElsewhere.post('/v1/staff').send(wanted).expect(201);
    // Nobody has chosen a password, so nobody has told Robin this id.
    await asRobin.post(`/v1/staff/${noor.id}/memberships`).send({ role: 'counsellor' }).expect(404);
    await asRobin.post(`/v1/staff/${noor.id}/invitations`).expect(404);
    await accept({ token: noor.invitation.token, password: GOOD }).expect(200);
    await asRobin.post(`/v1/staff/${noor.id}/memberships`).send({ role: 'counsellor' }).expect(201);
    for (const administrator of [asElsewhere, asRobin]) {
      const answer = await administrator.post(`/v1/staff/${noor.id}/invitations`).expect(409);
      expect(answer.body.code).toBe('password_chosen');
    }
    await asElsewhere.post(`/v1/staff/${newId()}/invitations`).expect(404);
  });
});
