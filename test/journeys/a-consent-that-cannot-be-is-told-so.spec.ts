import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { agrees, withdraws, type Given } from '../support/consents.js';
import { World, type Worker } from '../support/world.js';

const DAY = 86_400_000;

describe('a consent that cannot be', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
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
  const grants = () => world.look('SELECT * FROM access_grant ORDER BY 1, 2, 3, 4');
  const refusals = () =>
    world.look<{ facts: { code: string } }>(
      `SELECT facts FROM audit_entry WHERE event = 'access.refused' AND client_id = $1`,
      [clientId],
    );

  it.each([
    [
      'an organisation that does not exist',
      () => wish({ recipient: { organisationId: newId() } }),
      422,
      'recipient_unknown',
    ],
    ['a person who does not exist', () => wish({ recipient: { membershipId: newId() } }), 422, 'recipient_unknown'],
    [
      'a person of another organisation than is named',
      () => wish({ recipient: { membershipId: physician.membershipId, organisationId: peer.organisationId } }),
      ...([422, 'recipient_unknown'] as const),
    ],
    ['somebody who explained it and is nobody', () => wish({ explainedBy: newId() }), 422, 'explainer_unknown'],
    ['an end that has passed', () => wish({ until: later(-1) }), 422, 'consent_over_before_it_begins'],
    [
      'an end before its beginning',
      () => wish({ from: later(5), until: later(2) }),
      422,
      'consent_over_before_it_begins',
    ],
    ['a renewal of nothing', () => wish({ renews: newId() }), 409, 'nothing_to_renew'],
    ['all partners', () => wish({ recipient: 'all' }), 400, 'invalid'],
    ['a role without an organisation', () => wish({ recipient: { role: 'physician' } }), 400, 'invalid'],
    [
      'a role that reads no records',
      () => wish({ recipient: { organisationId: newId(), role: 'administrator' } }),
      400,
      'invalid',
    ],
    ['no class at all', () => wish({ classes: [] }), 400, 'invalid'],
    ['a class that there is not', () => wish({ classes: ['everything'] }), 400, 'invalid'],
    ['an unknown purpose', () => wish({ purposes: ['curiosity'] }), 400, 'invalid'],
    ['no purpose', () => wish({ purposes: [] }), 400, 'invalid'],
  ])('is told what is wrong with %s, and nothing changes', async (_, body, status, code) => {
    const before = await grants();
    const consents = await world.look('SELECT id, version FROM consent ORDER BY 1');
    await record(body())
      .expect(status)
      .expect(({ body: problem }) => expect(problem.code).toBe(code));
    expect(await grants()).toEqual(before);
    expect(await world.look('SELECT id, version FROM consent ORDER BY 1')).toEqual(consents);
    // What has the wrong form was never understood as an act on her record.
    expect((await refusals()).map(({ facts }) => facts.code)).toEqual(status === 400 ? [] : [code]);
  });

  it('is told so of an organisation that is closed, and of a person who left', async () => {
    const closed = await world.organisation();
    await world.plant('UPDATE organisation SET closed_at = $2 WHERE id = $1', [closed, world.now]);
    await record(wish({ recipient: { organisationId: closed } })).expect(422);
    const left = await world.worker('physician');
    await world.plant('UPDATE membership SET ended_at = $2 WHERE id = $1', [left.membershipId, world.now]);
    await record(wish({ recipient: { membershipId: left.membershipId } })).expect(422);
  });

  it('that a withdrawal holds from now, neither from yesterday nor from tomorrow', async () => {
    const given = await agrees(world, peer, clientId, wish());
    const before = await grants();
    for (const at of [later(-1), later(1)]) {
      await move(given, { move: 'withdraw', at })
        .expect(422)
        .expect(({ body }) => expect(body).toMatchObject({ code: 'withdrawal_is_now' }));
    }
    await move(given, { move: 'enter_in_error', at: later(-1) }).expect(400);
    expect(await grants()).toEqual(before);
    const [refused] = await world.look<{ codes: number }>(
      `SELECT count(*)::int AS codes FROM audit_entry WHERE event = 'access.refused' AND facts ->> 'code' = 'withdrawal_is_now'`,
    );
    expect(refused).toEqual({ codes: 2 });
    await withdraws(world, peer, given);
  });

  it('that the same is agreed already, while permits and denials over one another mean something', async () => {
    const narrow = wish({ classes: ['identity_name'], purposes: ['treatment'], until: later(10) });
    const given = await agrees(world, peer, clientId, wish());
    for (const same of [wish(), narrow, wish({ classes: ['coordination'], from: later(3) })]) {
      await record(same)
        .expect(409)
        .expect(({ body }) => expect(body).toMatchObject({ code: 'consent_adds_nothing', consentId: given.id }));
    }
    expect((await refusals()).map(({ facts }) => facts.code)).toContain('consent_adds_nothing');
    const wider = await agrees(world, peer, clientId, wish({ classes: ['identity_name', 'medication'] }));
    const denied = await agrees(world, peer, clientId, { ...wish(), decision: 'deny', classes: ['coordination'] });
    const { body } = await world.as(physician).get(`/v1/clients/${clientId}`).expect(200);
    const withheld = (body.withheld as { class: string }[]).map((one) => one.class);
    expect(withheld).toContain('coordination');
    expect(withheld).not.toContain('medication');
    for (const one of [denied, wider, given]) await withdraws(world, peer, one);
  });

  it('once, also where the request comes twice', async () => {
    const id = newId();
    const first = await record({ id, ...wish() }).expect(201);
    const again = await record({ id, ...wish() }).expect(201);
    expect(again.body.id).toBe(first.body.id);
    const [{ count } = { count: 0 }] = await world.look<{ count: number }>(
      'SELECT count(*)::int FROM consent WHERE id = $1',
      [id],
    );
    expect(count).toBe(1);
    await withdraws(world, peer, first.body as Given);
    await move(first.body as Given, { move: 'withdraw' }).expect(412);
  });
});
