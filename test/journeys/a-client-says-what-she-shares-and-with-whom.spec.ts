import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { agrees, withdraws, type Given } from '../support/consents.js';
import { World, type Worker } from '../support/world.js';

const DAY = 86_400_000;

describe('a client says what she shares and with whom', () => {
  let world: World;
  let peer: Worker;
  let coordinator: Worker;
  let physician: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    coordinator = await world.worker('coordinator', peer.organisationId);
    physician = await world.worker('physician');
  });
  beforeEach(async () => {
    clientId = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body.id;
  });
  afterAll(() => world.close());

  const later = (days: number) => new Date(Date.parse(world.now) + days * DAY).toISOString();
  const wish = (more: object = {}) => ({
    ...{ decision: 'permit', recipient: { organisationId: physician.organisationId, role: 'physician' } },
    ...{ classes: ['identity_name', 'coordination'], howGiven: 'in_person', language: 'fr', copyGiven: true },
    ...more,
  });
  const record = (body: object, by: Worker = peer) => world.as(by).post(`/v1/clients/${clientId}/consents`).send(body);
  const move = ({ id, version }: Given, body: object, by: Worker = peer) =>
    world.as(by).post(`/v1/consents/${id}/moves`).set('if-match', `"${version}"`).send(body);

  it('and it stands as she said it, with her words, and what was explained by whom', async () => {
    const until = later(90);
    const { body, headers } = await record(
      wish({
        purposes: ['treatment'],
        until,
        ownWords: 'She may know how I am.',
        explainedBy: coordinator.membershipId,
      }),
    ).expect(201);
    expect(headers['location']).toBe(`/v1/consents/${body.id}`);
    expect(body).toMatchObject({
      ...{ clientId, decision: 'permit', classes: ['identity_name', 'coordination'], purposes: ['treatment'], until },
      recipient: { kind: 'role', organisationId: physician.organisationId, role: 'physician', membershipId: null },
      ...{ howGiven: 'in_person', explainedBy: coordinator.membershipId, language: 'fr', copyGiven: true },
      ...{
        ownWords: 'She may know how I am.',
        state: 'active',
        inForce: true,
        openMoves: ['withdraw', 'enter_in_error'],
      },
      history: [{ version: 1, state: 'active', byMembership: peer.membershipId }],
    });
    await withdraws(world, peer, body as Given);
    const after = await world.as(peer).get(`/v1/consents/${body.id}`).expect(200);
    expect(after.body).toMatchObject({
      ...{ state: 'withdrawn', inForce: false, endedAt: world.now, openMoves: ['enter_in_error'] },
      history: [
        { version: 1, state: 'active' },
        { version: 2, state: 'withdrawn' },
      ],
    });
  });

  it('to a role of another organisation, and who has it sees just that on the next request', async () => {
    await world.as(physician).get(`/v1/clients/${clientId}`).expect(404);
    const given = await agrees(world, peer, clientId, wish());
    const { body } = await world.as(physician).get(`/v1/clients/${clientId}`).expect(200);
    expect(body).toMatchObject({ goesBy: 'Wren', ground: { basis: 'consent', basisId: given.id } });
    const rules = (body.withheld as { class: string; rule: string }[]).map((one) => `${one.class} ${one.rule}`);
    expect(rules).toEqual(
      ['identity_contact', 'medication', 'substance_use', 'mental_health', 'counselling'].map(
        (one) => `${one} consent`,
      ),
    );
    await withdraws(world, peer, given);
    const gone = await world.as(physician).get(`/v1/clients/${clientId}`).expect(404);
    const unknown = await world.as(physician).get(`/v1/clients/${newId()}`).expect(404);
    const shown = ({ requestId: _, ...rest }: { requestId: string }) => rest;
    expect(shown(gone.body)).toEqual(shown(unknown.body));
  });

  it('for a purpose, and for another one nobody sees by it', async () => {
    const given = await agrees(world, peer, clientId, wish({ purposes: ['treatment'] }));
    const read = (purpose: string) => world.as(physician).get(`/v1/clients/${clientId}`).set('purpose-of-use', purpose);
    await read('treatment').expect(200);
    await read('care_management').expect(404);
    await withdraws(world, peer, given);
  });

  it('until a day, and when it has come it is over without anybody doing anything', async () => {
    const before = world.now;
    const given = await agrees(world, peer, clientId, wish({ from: later(1), until: later(30) }));
    await world.as(physician).get(`/v1/clients/${clientId}`).expect(404);
    world.now = later(1);
    await world.as(physician).get(`/v1/clients/${clientId}`).expect(200);
    world.now = new Date(Date.parse(before) + 30 * DAY).toISOString();
    await world.as(physician).get(`/v1/clients/${clientId}`).expect(404);
    const { body } = await world.as(peer).get(`/v1/consents/${given.id}`).expect(200);
    expect(body).toMatchObject({ state: 'expired', inForce: false, openMoves: ['enter_in_error'] });
    await move(given, { move: 'withdraw' })
      .expect(409)
      .expect(({ body: problem }) => expect(problem.code).toBe('consent_over'));
    const over = await world.as(peer).get(`/v1/clients/${clientId}/consents?state=expired`).expect(200);
    expect(over.body.items.map(({ id }: Given) => id)).toEqual([given.id]);
    world.now = before;
  });

  it('and a task asks in time whether it goes on, until it is renewed or taken back', async () => {
    const owed = async () =>
      (await world.as(peer).get(`/v1/tasks?client=${clientId}&whose=anyone&state=any`).expect(200)).body.items.filter(
        ({ kind }: { kind: string }) => kind === 'renew_consent',
      ) as { source: { id: Id }; state: string; due: object }[];
    const first = await agrees(world, peer, clientId, wish({ until: later(60) }));
    const mine = async (of: Given) => (await owed()).find(({ source }) => source.id === of.id);
    expect(await mine(first)).toMatchObject({ state: 'open', due: { at: later(46) } });
    const second = await agrees(world, peer, clientId, wish({ until: later(120), renews: first.id }));
    expect(await mine(first)).toMatchObject({ state: 'done' });
    expect(await mine(second)).toMatchObject({ state: 'open' });
    const { body } = await world.as(peer).get(`/v1/consents/${second.id}`).expect(200);
    expect(body).toMatchObject({ from: later(60), inForce: false, renewsId: first.id });
    await record(wish({ until: later(200), renews: first.id }))
      .expect(409)
      .expect(({ body: problem }) => expect(problem.code).toBe('nothing_to_renew'));
    await withdraws(world, peer, second);
    await withdraws(world, peer, first);
    expect(await mine(second)).toMatchObject({ state: 'done' });
  });

  it('no to one person of her own team, who reads of it in the words of what was never agreed', async () => {
    const colleague = await world.worker('peer_navigator', peer.organisationId);
    await world
      .as(peer)
      .post(`/v1/clients/${clientId}/care-team`)
      .send({ membershipId: colleague.membershipId })
      .expect(201);
    const denied = await agrees(world, peer, clientId, {
      ...wish(),
      decision: 'deny',
      recipient: { membershipId: colleague.membershipId },
      classes: ['substance_use', 'mental_health'],
    });
    const { body } = await world.as(colleague).get(`/v1/clients/${clientId}`).expect(200);
    const ruleOf = (name: string) =>
      (body.withheld as { class: string; rule: string }[]).find((one) => one.class === name)?.rule;
    expect([ruleOf('substance_use'), ruleOf('mental_health')]).toEqual(['consent', 'consent']);
    expect((await world.as(peer).get(`/v1/clients/${clientId}`)).body.withheld).not.toContainEqual(
      expect.objectContaining({ class: 'substance_use' }),
    );
    await world.as(colleague).get(`/v1/consents/${denied.id}`).expect(404);
    const listed = await world.as(colleague).get(`/v1/clients/${clientId}/consents`).expect(200);
    expect(listed.body.items.map(({ id }: Given) => id)).not.toContain(denied.id);
    expect((await world.as(colleague).get('/v1/notices').expect(200)).body.items).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ source: { kind: 'consent', id: denied.id } })]),
    );
    await withdraws(world, peer, denied);
  });

  it('no to one coordinator, and the others of that role see her as before, also who comes later', async () => {
    const other = await world.worker('coordinator', peer.organisationId);
    const denied = await agrees(world, peer, clientId, {
      ...wish(),
      decision: 'deny',
      recipient: { membershipId: coordinator.membershipId },
      classes: ['identity_name', 'identity_contact', 'coordination'],
    });
    const newcomer = await world.worker('coordinator', peer.organisationId);
    await world.as(coordinator).get(`/v1/clients/${clientId}`).expect(404);
    await world.as(other).get(`/v1/clients/${clientId}`).expect(200);
    await world.as(newcomer).get(`/v1/clients/${clientId}`).expect(200);
    await withdraws(world, peer, denied);
    await world.as(coordinator).get(`/v1/clients/${clientId}`).expect(200);
  });

  it('what a recipient was given it sees and may give back, but it writes down none', async () => {
    const given = await agrees(
      world,
      peer,
      clientId,
      wish({ ownWords: 'For Dr. Roy and nobody else.', classes: ['identity_name', 'medication'] }),
    );
    const { body } = await world.as(physician).get(`/v1/consents/${given.id}`).expect(200);
    expect(body).toMatchObject({ ownWords: null, openMoves: ['withdraw'] });
    await record(wish({ classes: ['medication', 'mental_health'] }), physician).expect(403);
    await move(given, { move: 'enter_in_error' }, physician).expect(403);
    await move(given, { move: 'withdraw' }, physician).expect(200);
    await world.as(physician).get(`/v1/clients/${clientId}`).expect(404);
    const told = await world.as(coordinator).get('/v1/notices').expect(200);
    expect(told.body.items).toContainEqual(
      expect.objectContaining({ kind: 'consent_withdrawn', source: { kind: 'consent', id: given.id }, clientId }),
    );
  });

  it('and who is named is told, of the end without whose it was', async () => {
    const given = await agrees(world, peer, clientId, wish());
    const notices = async () => (await world.as(physician).get('/v1/notices').expect(200)).body.items as object[];
    expect(await notices()).toContainEqual(
      expect.objectContaining({ kind: 'consent_given', source: { kind: 'consent', id: given.id }, clientId }),
    );
    await withdraws(world, peer, given);
    expect(await notices()).not.toContainEqual(
      expect.objectContaining({ kind: 'consent_given', source: { kind: 'consent', id: given.id } }),
    );
    expect(await notices()).toContainEqual(
      expect.objectContaining({ kind: 'consent_withdrawn', source: { kind: 'consent', id: given.id }, clientId: null }),
    );
  });

  it('a physician of elsewhere on her team writes what is agreed, and no more', async () => {
    await world.plant(
      `INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
       VALUES ($1, $2, $3, false, $4, $3, 1)`,
      [newId(), clientId, physician.membershipId, world.now],
    );
    await world.as(physician).get(`/v1/clients/${clientId}`).expect(404);
    const given = await agrees(world, peer, clientId, wish({ classes: ['identity_name', 'coordination'] }));
    const need = (domain: string) => world.as(physician).post(`/v1/clients/${clientId}/needs`).send({ domain });
    await need('housing').expect(201);
    await need('mental_health').expect(403);
    await record(wish({ classes: ['medication'] }), physician)
      .expect(403)
      .expect(({ body }) => expect(body.code).toBe('consent_kept_at_home'));
    await withdraws(world, peer, given);
    await need('housing').expect(404);
  });

  it('the privacy officer of her house reads it without her words, and may end it', async () => {
    const officer = await world.worker('privacy_officer', peer.organisationId);
    const elsewhere = await world.worker('privacy_officer');
    const given = await agrees(world, peer, clientId, wish({ ownWords: 'Only this.' }));
    const { body } = await world.as(officer).get(`/v1/consents/${given.id}`).expect(200);
    expect(body).toMatchObject({ ownWords: null, openMoves: ['withdraw', 'enter_in_error'] });
    await world.as(elsewhere).get(`/v1/consents/${given.id}`).expect(404);
    await world.as(elsewhere).get(`/v1/clients/${clientId}/consents`).expect(404);
    await move(given, { move: 'enter_in_error' }, officer).expect(200);
    await world.as(physician).get(`/v1/clients/${clientId}`).expect(404);
  });
});
