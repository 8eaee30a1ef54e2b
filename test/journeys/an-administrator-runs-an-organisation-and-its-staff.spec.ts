import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { newId, type Id } from '../../src/kernel/ids.js';
import { addMember, signIn, type Member } from '../support/accounts.js';
import { World, type As } from '../support/world.js';

const CLINIC = {
  name: 'Sarcee Trail Clinic',
  kind: 'clinic',
  province: 'AB',
  timeZone: 'America/Edmonton',
  languages: ['en', 'fr', 'cr'],
};

describe('an administrator runs an organisation and its staff', () => {
  let world: World;
  let alex: Member;
  let asAlex: As;
  let home: Id;

  const signedIn = async (member: Member): Promise<As> =>
    world.as({ token: (await signIn(world, member, member.memberships[0]!.id)).accessToken });
  const move = (as: As, path: string, version: number, body: object) =>
    as.post(`${path}/moves`).set('if-match', `"${version}"`).send(body);

  beforeAll(async () => {
    world = await World.open();
    home = await world.organisation();
    alex = await addMember(world, ['administrator'], home);
    asAlex = await signedIn(alex);
  });
  afterAll(() => world.close());

  it('registers another organisation once, is its first administrator, and changes it only from there', async () => {
    const id = newId();
    const made = await asAlex
      .post('/v1/organisations')
      .send({ id, ...CLINIC })
      .expect(201);
    expect(made.headers['location']).toBe(`/v1/organisations/${id}`);
    expect(made.body).toMatchObject({ id, ...CLINIC, version: 1 });
    await asAlex
      .post('/v1/organisations')
      .send({ id, ...CLINIC })
      .expect(201);
    const read = await asAlex.get(`/v1/organisations/${id}`).expect(200);
    expect(read.headers['etag']).toBe('"1"');

    const change = { name: 'Sarcee Trail Community Clinic' };
    const refused = await asAlex.patch(`/v1/organisations/${id}`).set('if-match', '"1"').send(change).expect(403);
    expect(refused.body.code).toBe('not_your_organisation');
    const { body: mine } = await asAlex.get('/v1/me/memberships').expect(200);
    const there = mine.items.find((each: { organisationId: Id }) => each.organisationId === id);
    expect(there).toMatchObject({ role: 'administrator', organisation: CLINIC.name });

    const asHeadThere = await signedIn({
      ...alex,
      memberships: [{ id: there.membershipId, organisationId: id, role: 'administrator' }],
    });
    await asHeadThere.patch(`/v1/organisations/${id}`).send(change).expect(428);
    const changed = await asHeadThere.patch(`/v1/organisations/${id}`).set('if-match', '"1"').send(change).expect(200);
    expect(changed.body).toMatchObject({ ...CLINIC, ...change, version: 2 });
    await asHeadThere.patch(`/v1/organisations/${id}`).set('if-match', '"1"').send(change).expect(412);
  });

  it('is the only role that registers; everybody reads the directory, by name and page', async () => {
    const kim = await signedIn(await addMember(world, ['peer_navigator']));
    await kim.post('/v1/organisations').send(CLINIC).expect(403);
    const names: string[] = [];
    let path: string | undefined = '/v1/organisations?limit=2';
    while (path !== undefined) {
      const { body, headers }: Response = await kim.get(path).expect(200);
      names.push(...body.items.map(({ name }: { name: string }) => name));
      path = /<(.*)>; rel="next"/.exec(headers['link'] ?? '')?.[1];
    }
    expect(names.length).toBeGreaterThan(2);
    expect(names).toEqual([...names].sort());
    const { body } = await kim.get('/v1/organisations?kind=pharmacy').expect(200);
    expect(body.items).toEqual([]);
  });

  it.each([
    [{ ...CLINIC, kind: 'bank' }],
    [{ ...CLINIC, province: 'XX' }],
    [{ ...CLINIC, timeZone: 'Calgary' }],
    [{ ...CLINIC, languages: [] }],
    [{ ...CLINIC, languages: ['english'] }],
    [{ ...CLINIC, closedAt: '2026-01-01T00:00:00Z' }],
    [{ ...CLINIC, name: '   ' }],
  ])('is told what does not fit: %j', async (body) => {
    await asAlex.post('/v1/organisations').send(body).expect(400);
  });

  it('sees the own people only, whoever asks for others gets what an unknown id gets', async () => {
    const colleague = await addMember(world, ['counsellor'], home);
    const stranger = await addMember(world, ['counsellor']);
    const { body } = await asAlex.get('/v1/staff').expect(200);
    const ids = body.items.map(({ id }: { id: Id }) => id);
    expect(ids).toEqual(expect.arrayContaining([alex.personId, colleague.personId]));
    expect(ids).not.toContain(stranger.personId);
    const unseen = await asAlex.get(`/v1/staff/${stranger.personId}`).expect(404);
    const unknown = await asAlex.get(`/v1/staff/${newId()}`).expect(404);
    expect({ ...unseen.body, requestId: 0 }).toEqual({ ...unknown.body, requestId: 0 });
    const membership = stranger.memberships[0]!.id;
    await asAlex.get(`/v1/memberships/${membership}`).expect(404);
    await move(asAlex, `/v1/memberships/${membership}`, 1, { move: 'end' }).expect(404);
    await move(asAlex, `/v1/staff/${stranger.personId}`, 1, { move: 'disable' }).expect(404);
    await asAlex.patch(`/v1/staff/${stranger.personId}`).set('if-match', '"1"').send({ displayName: 'X' }).expect(404);
  });

  it('disables an account and every next request of it is over, also after enabling it again', async () => {
    const kim = await addMember(world, ['peer_navigator'], home);
    const session = await signIn(world, kim);
    const asKim = world.as({ token: session.accessToken });
    await asKim.get('/v1/me').expect(200);
    const { body: before } = await asAlex.get(`/v1/staff/${kim.personId}`).expect(200);
    expect(before.openMoves).toEqual(['disable']);
    const { body: after } = await move(asAlex, `/v1/staff/${kim.personId}`, before.version, { move: 'disable' }).expect(
      200,
    );
    expect(after).toMatchObject({ state: 'disabled', openMoves: ['enable'] });
    expect((await asKim.get('/v1/me').expect(401)).body.code).toBe('session_over');
    await world.anonymous.post('/v1/auth/refresh').send({ refreshToken: session.refreshToken }).expect(401);
    await move(asAlex, `/v1/staff/${kim.personId}`, after.version, { move: 'disable' }).expect(409);
    await move(asAlex, `/v1/staff/${kim.personId}`, after.version, { move: 'enable' }).expect(200);
    expect((await asKim.get('/v1/me').expect(401)).body.code).toBe('session_over');
    await world.anonymous.post('/v1/auth/refresh').send({ refreshToken: session.refreshToken }).expect(401);
    await signIn(world, kim);
  });

  it('ends a membership and the very next request is over', async () => {
    const kim = await addMember(world, ['peer_navigator'], home);
    const asKim = await signedIn(kim);
    const path = `/v1/memberships/${kim.memberships[0]!.id}`;
    const { body } = await asAlex.get(path).expect(200);
    expect(body.openMoves).toEqual(['end', 'change_role']);
    await move(asAlex, path, body.version, { move: 'end' }).expect(200);
    expect((await asKim.get('/v1/me').expect(401)).body.code).toBe('session_over');
    expect((await asAlex.get('/v1/staff?state=former').expect(200)).body.items).toContainEqual(
      expect.objectContaining({ id: kim.personId }),
    );
    await move(asAlex, path, Number(body.version) + 1, { move: 'end' }).expect(409);
  });

  it('changes a role and the very next request is over; the next sign-in has the new one', async () => {
    const kim = await addMember(world, ['peer_navigator'], home);
    const session = await signIn(world, kim);
    const asKim = world.as({ token: session.accessToken });
    const path = `/v1/memberships/${kim.memberships[0]!.id}`;
    await move(asAlex, path, 1, { move: 'change_role', role: 'coordinator' }).expect(200);
    expect((await asKim.get('/v1/me').expect(401)).body.code).toBe('session_over');
    await world.anonymous.post('/v1/auth/refresh').send({ refreshToken: session.refreshToken }).expect(401);
    expect((await signIn(world, kim)).role).toBe('coordinator');
    await move(asAlex, path, 2, { move: 'change_role' }).expect(422);
  });

  it('gives another role, once; also to an account of another organisation whose owner told its id', async () => {
    const kim = await addMember(world, ['peer_navigator']);
    const made = await asAlex.post(`/v1/staff/${kim.personId}/memberships`).send({ role: 'counsellor' }).expect(201);
    expect(made.headers['location']).toBe(`/v1/memberships/${made.body.id}`);
    const again = await asAlex.post(`/v1/staff/${kim.personId}/memberships`).send({ role: 'counsellor' }).expect(409);
    expect(again.body.code).toBe('membership_stands');
    await asAlex.post(`/v1/staff/${newId()}/memberships`).send({ role: 'counsellor' }).expect(404);
    expect((await signIn(world, kim)).memberships).toHaveLength(2);

    const shared = await asAlex.get(`/v1/staff/${kim.personId}`).expect(200);
    expect(shared.body.memberships).toHaveLength(1);
    expect(shared.body.openMoves).toEqual([]);
    const kept = await move(asAlex, `/v1/staff/${kim.personId}`, shared.body.version, { move: 'disable' }).expect(409);
    expect(kept.body.code).toBe('works_elsewhere');
    await asAlex
      .patch(`/v1/staff/${kim.personId}`)
      .set('if-match', `"${shared.body.version}"`)
      .send({ email: 'mine@example.org' })
      .expect(409);
    await signIn(world, kim, kim.memberships[0]!.id);
  });

  it('gives nobody herself a role, so that she reaches no client by it; another administrator does', async () => {
    const there = await world.organisation();
    const [bo, other] = [
      await addMember(world, ['administrator'], there),
      await addMember(world, ['administrator'], there),
    ];
    const [asBo, asOther] = [await signedIn(bo), await signedIn(other)];
    const path = `/v1/staff/${bo.personId}/memberships`;
    const own = `/v1/memberships/${bo.memberships[0]!.id}`;
    const refused = [
      await asBo.post(path).send({ role: 'coordinator' }).expect(403),
      await move(asBo, own, 1, { move: 'change_role', role: 'coordinator' }).expect(403),
    ];
    for (const { body } of refused) expect(body.code).toBe('not_for_yourself');
    expect((await asBo.get(own).expect(200)).body.openMoves).toEqual(['end']);
    expect((await asOther.get(own).expect(200)).body.openMoves).toEqual(['end', 'change_role']);
    const rows = await world.look('SELECT role FROM membership WHERE staff_id = $1', [bo.personId]);
    expect(rows).toEqual([{ role: 'administrator' }]);
    await asOther.post(path).send({ role: 'coordinator' }).expect(201);
  });

  it('tells whoever has the account, and the privacy officers, of each role that it is given here', async () => {
    const kim = await addMember(world, ['counsellor'], home);
    const [asKim, asOfficer] = [await signedIn(kim), await signedIn(await addMember(world, ['privacy_officer'], home))];
    const told = async (as: As) =>
      (await as.get('/v1/notices').expect(200)).body.items.map((each: { kind: string; source: { id: Id } }) => [
        each.kind,
        each.source.id,
      ]);
    const { body: made } = await asAlex.post(`/v1/staff/${kim.personId}/memberships`).send({ role: 'coordinator' });
    expect(await told(asKim)).toEqual([['membership_given', made.id]]);
    const changed = { move: 'change_role', role: 'peer_navigator' };
    await move(asAlex, `/v1/memberships/${made.id}`, 1, changed).expect(200);
    const both = [
      ['membership_role_changed', made.id],
      ['membership_given', made.id],
    ];
    expect((await told(asKim)).sort()).toEqual([...both].sort());
    const someone = { email: 'new@example.org', displayName: 'New Test', language: 'en', role: 'physician' };
    const { body: invited } = await asAlex.post('/v1/staff').send(someone).expect(201);
    expect((await told(asOfficer)).sort()).toEqual([...both, ['membership_given', invited.membershipId]].sort());
    expect(await told(asAlex)).toEqual([]);
  });

  it('cannot lock the house out by ending, changing or disabling the last administrator', async () => {
    const { body: me } = await asAlex.get(`/v1/staff/${alex.personId}`).expect(200);
    expect(me.openMoves).toEqual([]);
    // Somebody who was invited and never came does not count: nobody could sign in.
    const invited = await addMember(world, ['administrator'], home);
    await world.plant('UPDATE staff SET activated_at = NULL WHERE id = $1', [invited.personId]);
    const own = `/v1/memberships/${alex.memberships[0]!.id}`;
    for (const body of [{ move: 'end' }, { move: 'change_role', role: 'counsellor' }]) {
      const answer = await move(asAlex, own, 1, body).expect(409);
      expect(answer.body.code).toBe('last_administrator');
    }
    const answer = await move(asAlex, `/v1/staff/${alex.personId}`, me.version, { move: 'disable' }).expect(409);
    expect(['last_administrator', 'works_elsewhere']).toContain(answer.body.code);
  });

  it('leaves a row for each change, with ids and the names of fields only', async () => {
    const events = await world.look<{ event: string; facts: object }>(
      `SELECT event, facts FROM audit_entry WHERE event ~ '^(organisation|staff|membership)\\.'`,
    );
    const kinds = new Set(events.map(({ event }) => event));
    expect([...kinds].sort()).toEqual([
      ...['membership.ended', 'membership.role_changed', 'membership.started'],
      ...['organisation.changed', 'organisation.registered', 'staff.added', 'staff.disabled', 'staff.enabled'],
    ]);
    expect(JSON.stringify(events)).not.toMatch(/@|Sarcee/);
  });
});
