import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { joinTeam, leaveTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

describe('a physician opens the shared plan before a visit', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let client: Id;
  beforeAll(async () => {
    world = await World.open('2026-11-01T16:00:00.000Z');
    peer = await world.worker('peer_navigator');
    physician = await world.worker('physician', peer.organisationId);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.now = '2026-11-01T16:00:00.000Z';
    client = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Kestrel', pronouns: 'she/her' }).expect(201))
      .body.id;
    await joinTeam(world, peer, client, physician);
  });

  const plan = async (worker: Worker, query = '') =>
    (await world.as(worker).get(`/v1/clients/${client}/care-plan${query}`).expect(200)).body;
  const logContact = (note: string) =>
    world
      .as(peer)
      .post(`/v1/clients/${client}/contacts`)
      .send({ channel: 'phone', startedBy: 'client', outcome: 'reached', note })
      .expect(201);
  const kinds = (body: { changed: { items: { kind: string }[] } }) => body.changed.items.map(({ kind }) => kind);

  it('sees in one call what the team knows, why, and what is withheld by name', async () => {
    await world
      .as(peer)
      .post(`/v1/clients/${client}/goals`)
      .send({ ownWords: 'I want my own door to lock.' })
      .expect(201);
    await world
      .as(peer)
      .post(`/v1/clients/${client}/needs`)
      .send({ domain: 'housing', ownWords: 'A room by winter.' })
      .expect(201);
    await world
      .as(peer)
      .post(`/v1/clients/${client}/tasks`)
      .send({ kind: 'call_her_back', title: 'Call about the room' })
      .expect(201);
    await world
      .as(peer)
      .post(`/v1/clients/${client}/supporters`)
      .send({ name: 'Aunt Jo', mayBeTold: 'appointments' })
      .expect(201);
    await world
      .as(peer)
      .post(`/v1/clients/${client}/care-plan/sections`)
      .send({ section: 'what_helps', text: 'Tea first.' })
      .expect(201);
    await logContact('She slept at a friend’s.');

    expect(await plan(physician)).toMatchObject({
      clientId: client,
      asOf: world.now,
      person: {
        goesBy: 'Kestrel',
        pronouns: 'she/her',
        team: expect.arrayContaining([expect.objectContaining({ membershipId: peer.membershipId, isPrimary: true })]),
        supporters: [{ name: 'Aunt Jo', mayBeTold: 'appointments' }],
      },
      sections: [{ section: 'what_helps', text: 'Tea first.' }],
      goals: [{ ownWords: 'I want my own door to lock.', state: 'named' }],
      needs: [{ domain: 'housing', ownWords: 'A room by winter.' }],
      nextSteps: [{ kind: 'call_her_back', title: 'Call about the room' }],
      contacts: [{ channel: 'phone', note: 'She slept at a friend’s.' }],
      ground: { basis: 'care_team' },
      withheld: [{ class: 'counselling', rule: 'consent' }],
    });
  });

  it('shows what others changed since this person last looked, twice when asked twice', async () => {
    await plan(physician);
    world.now = '2026-11-03T09:00:00.000Z';
    await logContact('She asked about the winter shelter.');

    const first = await plan(physician);
    expect(first.changed).toMatchObject({ since: '2026-11-01T16:00:00.000Z', more: false });
    expect(kinds(first)).toEqual(['contact']);
    world.now = '2026-11-03T09:20:00.000Z';
    expect((await plan(physician)).changed).toEqual(first.changed);
    world.now = '2026-11-03T09:51:00.000Z';
    expect(kinds(await plan(physician))).toEqual([]);
    expect(kinds(await plan(physician, '?since=2026-11-02T00:00:00Z'))).toEqual(['contact']);
    expect(kinds(await plan(peer, '?since=2026-11-02T00:00:00Z'))).toEqual([]);
  });

  it('leaves one audit row for each look, with the classes and the ground', async () => {
    await plan(physician);
    const rows = await world.look<{ classes: string[]; ground: string; purpose: string }>(
      `SELECT classes::text[], ground, purpose FROM audit_entry WHERE client_id = $1 AND person_id = $2`,
      [client, physician.personId],
    );
    expect(rows).toEqual([
      { classes: expect.arrayContaining(['coordination', 'medication']), ground: 'care_team', purpose: 'treatment' },
    ]);
  });

  it('is the same not found for a peer elsewhere and for an id that nobody has', async () => {
    const elsewhere = await world.worker('peer_navigator');
    const answer = async (id: Id) => {
      const { status, body } = await world.as(elsewhere).get(`/v1/clients/${id}/care-plan`);
      return { status, body: { ...body, requestId: '' } };
    };
    expect(await answer(client)).toEqual(await answer(newId()));
    expect((await answer(client)).status).toBe(404);
    const tries = await world.look(
      `SELECT FROM audit_entry WHERE client_id = $1 AND person_id = $2 AND outcome = 'refused'`,
      [client, elsewhere.personId],
    );
    expect(tries).toHaveLength(2);
  });

  it('is cut off on the next request when the worker leaves the team in the middle', async () => {
    await plan(physician);
    await leaveTeam(world, client, physician);
    await world.as(physician).get(`/v1/clients/${client}/care-plan`).expect(404);
  });

  it('is shown as it stood, under the grants in force now', async () => {
    const { id } = (
      await world
        .as(peer)
        .post(`/v1/clients/${client}/care-plan/sections`)
        .send({ section: 'what_helps', text: 'Tea first.' })
    ).body;
    const safety = { section: 'safety', text: 'Sit near the door.' };
    await world.as(physician).post(`/v1/clients/${client}/care-plan/sections`).send(safety).expect(201);
    world.now = '2026-11-10T09:00:00.000Z';
    const change = world.as(peer).patch(`/v1/plan-sections/${id}`).set('if-match', '"1"').send({ text: 'Coffee now.' });
    await change.expect(200);
    await logContact('Later.');

    const then = await plan(physician, '?as-of=2026-11-05T00:00:00Z');
    expect(then.sections.map(({ text }: { text: string }) => text).sort()).toEqual([
      'Sit near the door.',
      'Tea first.',
    ]);
    expect(then.contacts).toEqual([]);
    expect(then.changed.items.every(({ at }: { at: string }) => at <= '2026-11-05')).toBe(true);
    expect((await plan(physician)).sections).toContainEqual(expect.objectContaining({ text: 'Coffee now.' }));

    const coordinator = await world.worker('coordinator', peer.organisationId);
    const theirs = await plan(coordinator, '?as-of=2026-11-05T00:00:00Z');
    expect(theirs.sections.map(({ text }: { text: string }) => text)).toEqual(['Tea first.']);
    expect(theirs.withheld).toContainEqual({ class: 'mental_health', rule: 'role' });
  });

  it('is signed by several professions, each for what they saw', async () => {
    const path = `/v1/clients/${client}/care-plan/sign-offs`;
    await world.as(peer).post(path).send({}).expect(201);
    const signed = await world.as(physician).post(path).send({ planAsOf: '2026-11-01T15:00:00Z' }).expect(201);
    expect(signed.body).toMatchObject({ byRole: 'physician', planAsOf: '2026-11-01T15:00:00.000Z' });
    expect(signed.body.seenClasses).toContain('mental_health');
    expect(
      (
        await world
          .as(peer)
          .get(signed.headers['location'] ?? '')
          .expect(200)
      ).body.id,
    ).toBe(signed.body.id);
    await world.as(physician).post(path).send({ planAsOf: '2027-01-01T00:00:00Z' }).expect(422);
    expect((await plan(peer)).signOffs.map(({ byRole }: { byRole: string }) => byRole).sort()).toEqual([
      'peer_navigator',
      'physician',
    ]);
    expect((await world.as(peer).get(path).expect(200)).body.items).toHaveLength(2);
  });

  it('keeps a part of the plan once, and says where it stands', async () => {
    const path = `/v1/clients/${client}/care-plan/sections`;
    const first = await world.as(peer).post(path).send({ section: 'my_strengths', text: 'Patient.' }).expect(201);
    const second = await world.as(physician).post(path).send({ section: 'my_strengths', text: 'Funny.' }).expect(409);
    expect(second.body).toMatchObject({ code: 'section_written', sectionId: first.body.id });
    await world.as(peer).post(path).send({ section: 'safety', text: 'x' }).expect(403);
  });

  it('lets one of four who write a part at once win, and tells the others where it stands', async () => {
    const path = `/v1/clients/${client}/care-plan/sections`;
    const write = (text: string) => world.as(peer).post(path).send({ section: 'know_about_me', text });
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((text) => write(text)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('is signed once when the signature comes twice, in the audit as well', async () => {
    const path = `/v1/clients/${client}/care-plan/sign-offs`;
    const sign = () => world.as(peer).post(path).set('idempotency-key', 'once').send({}).expect(201);
    expect((await sign()).body.id).toBe((await sign()).body.id);
    const rows = await world.look<{ event: string }>(
      `SELECT event FROM audit_entry WHERE client_id = $1 AND event IN ('care_plan.signed', 'plan_sign_off.read') ORDER BY id`,
      [client],
    );
    expect(rows.map(({ event }) => event)).toEqual(['care_plan.signed', 'plan_sign_off.read']);
  });

  it('tells in one timeline what happened, where it belongs in time', async () => {
    world.now = '2026-11-08T09:00:00.000Z';
    await world.as(peer).post(`/v1/clients/${client}/goals`).send({ ownWords: 'Sleep.' }).expect(201);
    const late = { channel: 'phone', startedBy: 'client', outcome: 'reached', happenedAt: '2026-11-04T20:00:00Z' };
    await world.as(peer).post(`/v1/clients/${client}/contacts`).send(late).expect(201);
    const timeline = (await world.as(physician).get(`/v1/clients/${client}/timeline?limit=2`).expect(200)).body;
    expect(timeline.items.map(({ kind }: { kind: string }) => kind)).toEqual(['goal', 'contact']);
    expect(timeline.items[1]).toMatchObject({ occurredAt: '2026-11-04T20:00:00.000Z', at: world.now });
    const rest = (
      await world.as(physician).get(`/v1/clients/${client}/timeline?limit=2&cursor=${timeline.next}`).expect(200)
    ).body;
    expect(rest.items.map(({ id }: { id: Id }) => id)).not.toContain(timeline.items[0].id);
    const contacts = (await world.as(physician).get(`/v1/clients/${client}/timeline?kind=contact`).expect(200)).body;
    expect(contacts.items).toHaveLength(1);
  });

  it('fits on a page to print, in French and English, with her words safe and no name in the address', async () => {
    const wish = { ownWords: 'I want <b>my</b> own door to lock.' };
    await world.as(peer).post(`/v1/clients/${client}/goals`).send(wish).expect(201);
    const page = world.as(peer).get(`/v1/clients/${client}/care-plan/page`).set('accept-language', 'fr-CA');
    const { text, headers } = await page.expect(200);
    expect(text).toContain('1 novembre 2026');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).toContain('Ce que je veux');
    expect(text).toContain('I want &lt;b&gt;my&lt;/b&gt; own door to lock.');
    expect(text).not.toContain('<b>my');
  });
});
