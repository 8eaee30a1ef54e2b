import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { act } from '../support/client-record.js';
import { meetCaller, plantReception, plantReferral } from '../support/line.js';
import { receiverLinksOf } from '../support/receiver-links.js';
import { moves } from '../support/referrals.js';
import { World, type Worker } from '../support/world.js';

interface Erasure {
  readonly id: Id;
  readonly version: number;
}

describe('two people erase a caller', () => {
  let world: World;
  let [operator, colleague, officer, coordinator, counsellor]: Worker[] = [];
  let fox: Id;
  let [accepted, waiting, draft]: Id[] = [];
  let client: Id;
  let note: Id;
  let erasure: Erasure;
  let opened: string;

  beforeAll(async () => {
    world = await World.open();
    operator = await world.worker('line_operator', await world.organisation('response_line'));
    colleague = await world.worker('line_operator', operator.organisationId);
    officer = await world.worker('privacy_officer', operator.organisationId);
    coordinator = await world.worker('coordinator', operator.organisationId);
    counsellor = await world.worker('counsellor');
    const [of, receiver] = [operator, counsellor.organisationId];
    const said = { alias: 'Quillorra', whereToCall: 'Behind the bakery', mayBeCalledBack: true };
    fox = (await meetCaller(world, of, said)).id;
    note = (await world.as(of).get(`/v1/line/callers/${fox}/notes`).expect(200)).body.items[0].id;
    accepted = await plantReferral(world, { callerId: fox, of, receiver });
    waiting = await plantReferral(world, { callerId: fox, of, receiver, state: 'sent', asksFor: 'housing' });
    const asked = { receiverOrganisationId: receiver, asksFor: 'housing', urgency: 'soon', agreedHow: 'phone' };
    const drafted = { ...asked, sharedClasses: ['identity_contact'] };
    draft = (await world.as(of).post(`/v1/line/callers/${fox}/referrals`).send(drafted).expect(201)).body.id;
    client = (await world.as(counsellor).post('/v1/clients').send({ goesBy: 'Marie' }).expect(201)).body.id;
    await plantReception(world, counsellor, accepted, client);
    const link = { referralId: accepted, parts: ['remembered', 'referrals'], howGiven: 'in_person' };
    await world.as(counsellor).post(`/v1/clients/${client}/caller-links`).send(link).expect(201);
  });
  afterAll(() => world.close());

  const ask = (by: Worker, because = 'caller_asked', id = fox) =>
    world.as(by).post(`/v1/line/callers/${id}/erasures`).send({ because });
  const move = (by: Worker, verb: string, { id } = erasure, version = 1) =>
    world.as(by).post(`/v1/erasures/${id}/moves`).set('if-match', `"${version}"`).send({ move: verb });
  const code = (told: { readonly body: unknown }) => (told.body as { code: string }).code;
  async function later(days: number): Promise<void> {
    world.now = new Date(Date.parse(world.now) + days * 86_400_000).toISOString();
    await world.plant('UPDATE session SET verified_at = $1', [world.now]);
  }
  const erasing = (by: Worker, id: Id, called = 'erase_caller', role = 'privacy_officer') =>
    world.db.as('app', async (app) => {
      await app.query('BEGIN');
      const { personId, membershipId, organisationId } = by;
      const who = { person: personId, membership: membershipId, organisation: organisationId, role };
      for (const [name, value] of Object.entries({ ...who, now: world.now }))
        await app.query('SELECT set_config($1, $2, true)', [`app.${name}`, value]);
      await app.query(`SELECT ${called}($1)`, [id]).finally(() => app.query('ROLLBACK'));
    });

  it('asked for by who works her line, with a second factor shown just now, and by nobody else', async () => {
    for (const by of [officer!, coordinator!, counsellor!]) await ask(by).expect(403);
    await ask(await world.worker('line_operator')).expect(404);
    await ask(operator!, 'client_asked').expect(400);
    await ask(operator!, 'retention_over').expect(400);
    await world.plant(`UPDATE session SET verified_at = $2::timestamptz - interval '6 minutes' WHERE id = $1`, [
      operator!.sessionId,
      world.now,
    ]);
    expect(code(await ask(operator!).expect(403))).toBe('step_up_needed');
    await later(0);
    const made = await ask(operator!).expect(201);
    erasure = made.body;
    expect(erasure).toMatchObject({ callerId: fox, clientId: null, state: 'requested', openMoves: ['withdraw'] });
    expect(made.headers['location']).toBe(`/v1/erasures/${erasure.id}`);
    expect(made.headers['etag']).toBe('"1"');
    expect(code(await ask(colleague!).expect(409))).toBe('erasure_stands');
  });

  it('may be taken back by who asked, and by nobody else', async () => {
    expect(code(await move(colleague!, 'withdraw').expect(403))).toBe('erasure_not_yours');
    expect(code(await move(operator!, 'withdraw', erasure, 2).expect(412))).toBe('stale');
    await move(operator!, 'withdraw').expect(200);
    erasure = (await ask(operator!).expect(201)).body;
  });

  it('asked for and taken back in one’s own name alone, whatever is sent to the database', async () => {
    const add = `INSERT INTO erasure (id, client_id, caller_id, organisation_id, state, because, requested_at, requested_by,
      requested_by_person, not_before, version) VALUES (gen_random_uuid(), $1, $2, $3, 'requested', 'court_order', app_now(), $4, $5,
      app_now() + interval '3 days', 1)`;
    const adding = (by: Worker, clientId: Id | null, callerId: Id | null, as = by) =>
      act(world, by, (tx) => tx.query(add, [clientId, callerId, by.organisationId, as.membershipId, as.personId]));
    const shut = 'row-level security';
    const other = (await meetCaller(world, operator!, { alias: 'Wren' })).id;
    await expect(adding(operator!, client, null)).rejects.toThrow(shut);
    await expect(adding(officer!, null, other)).rejects.toThrow(shut);
    await expect(adding(operator!, null, other, colleague)).rejects.toThrow(shut);
    // Of a client whose record the line's own house keeps, where it keeps any.
    const { organisationId, membershipId, personId } = officer!;
    await world.plant(add.replaceAll('app_now()', '$6::timestamptz'), [
      ...[client, null, organisationId, membershipId, personId, world.now],
    ]);
    const listed = (await world.as(operator!).get('/v1/erasures').expect(200)).text;
    expect([listed.includes(erasure.id), listed.includes(client)]).toEqual([true, false]);
    const decided = `UPDATE erasure SET state = $2, decided_at = app_now(), decided_by = $3, decided_by_person = $4 WHERE id = $1`;
    const deciding = (by: Worker, state: string) =>
      act(world, by, (tx) => tx.query(`${decided} RETURNING id`, [erasure.id, state, by.membershipId, by.personId]));
    for (const state of ['erased', 'declined']) await expect(deciding(operator!, state)).rejects.toThrow(shut);
    expect(await deciding(colleague!, 'withdrawn')).toEqual([]);
  });

  it('decided after three days by a privacy officer of the line, who reads nothing of her', async () => {
    await world.as(officer!).get(`/v1/line/callers/${fox}`).expect(403);
    await world
      .as(await world.worker('privacy_officer'))
      .get(`/v1/erasures/${erasure.id}`)
      .expect(404);
    expect(code(await move(officer!, 'approve').expect(409))).toBe('erasure_waits');
    await expect(erasing(officer!, erasure.id)).rejects.toThrow('not open to be carried out');
    await later(3);
    expect(code(await move(colleague!, 'approve').expect(403))).toBe('erasure_takes_officer');
    expect(code(await move(coordinator!, 'approve').expect(403))).toBe('erasure_takes_officer');
    const both = { ...officer!, personId: operator!.personId };
    await expect(erasing(both, erasure.id)).rejects.toThrow('not open to be carried out');
    for (const [by, role] of [
      [colleague!, 'line_operator'],
      [coordinator!, 'coordinator'],
    ] as const)
      await expect(erasing(by, erasure.id, 'erase_caller', role)).rejects.toThrow('not open to be carried out');
    await expect(erasing(officer!, erasure.id, 'erase_client')).rejects.toThrow('of no client');
  });

  it('until then a receiver without an account reads what she shares by a link', async () => {
    const outside = { outside: { name: 'North Clinic', by: 'link' }, asksFor: 'oat', urgency: 'soon' };
    const wish = { ...outside, agreedHow: 'phone', reason: 'Asked for Biscuit to come along' };
    const made = await world.as(operator!).post(`/v1/line/callers/${fox}/referrals`).send(wish).expect(201);
    const referral = made.body.id as Id;
    await moves(world.as(operator!), referral, { move: 'send' });
    const links = receiverLinksOf(world, () => ({ by: operator!, referral }));
    opened = await links.token();
    expect((await links.read(opened).expect(200)).text).toContain('Biscuit');
  });

  it('and then nothing of her opens, while rows, codes, foreign keys and the audit stay whole', async () => {
    const counts = `SELECT (SELECT count(*) FROM caller) AS callers, (SELECT count(*) FROM caller_note) AS notes,
      (SELECT count(*) FROM referral) AS referrals, (SELECT count(*) FROM referral_summary) AS told,
      (SELECT count(*) FROM caller_link) AS links, (SELECT count(*) FROM referral WHERE is_ended) AS over`;
    const before = await world.look(counts);
    await move(officer!, 'approve').expect(200);
    expect(await world.look(counts)).toEqual(before);
    expect(await world.look('SELECT 1 FROM caller_token WHERE caller_id = $1', [fox])).toEqual([]);
    expect(await world.look(`SELECT 1 FROM caller_key WHERE caller_id = $1 AND wrapped <> ''`, [fox])).toEqual([]);
    expect(await world.look('SELECT may_be_called_back FROM caller WHERE id = $1', [fox])).toEqual([
      { may_be_called_back: false },
    ]);
    const audited = await world.look<{ event: string; client_id: Id | null }>(
      `SELECT event, client_id FROM audit_entry WHERE facts ->> 'caller' = $1 AND event LIKE 'caller%' ORDER BY at`,
      [fox],
    );
    expect(audited).toEqual(
      expect.arrayContaining([
        { event: 'caller.created', client_id: null },
        { event: 'caller_erasure.carried_out', client_id: null },
      ]),
    );
  });

  it('to her line she is not there any more, by no route and no search', async () => {
    const as = world.as(operator!);
    for (const path of [`callers/${fox}`, `callers/${fox}/notes`, `callers/${fox}/referrals`, `caller-notes/${note}`])
      await as.get(`/v1/line/${path}`).expect(404);
    const change = { alias: 'Fox' };
    await as.patch(`/v1/line/callers/${fox}`).set('if-match', '"2"').send(change).expect(404);
    await as.post(`/v1/line/callers/${fox}/notes`).send({ text: 'Her dog' }).expect(404);
    expect((await as.post('/v1/line/callers/search').send({ text: 'quillorra' }).expect(200)).body.items).toEqual([]);
    expect((await as.get('/v1/line/callers').expect(200)).text).not.toContain(fox);
    await ask(operator!).expect(404);
  });

  it('her referrals go on, owed by the line, without a word of her', async () => {
    for (const id of [accepted!, waiting!]) {
      const { body } = await world.as(operator!).get(`/v1/referrals/${id}`).expect(200);
      expect(body).toMatchObject({ isAgreed: false, owes: 'sender', reason: null, ownWords: null, goesBy: null });
      expect(body.summaries).toEqual([]);
      const { items } = (await world.as(operator!).get(`/v1/referrals/${id}/moves`).expect(200)).body;
      expect(items.at(-1)).toMatchObject({ move: 'sharing_ended', note: null });
      await world.as(operator!).get(`/v1/referrals/${id}/chain`).expect(200);
    }
    const box = await world.as(operator!).get('/v1/referrals?box=sent').expect(200);
    expect(box.text).toContain(waiting);
  });

  it('and nothing more is written, sent or shared of her', async () => {
    const as = world.as(operator!);
    const post = (id: Id, to: string, version: number, body: object) =>
      as.post(`/v1/referrals/${id}/${to}`).set('if-match', `"${version}"`).send(body);
    const { version } = (await as.get(`/v1/referrals/${waiting}`).expect(200)).body;
    expect(code(await post(waiting!, 'agreement', version, { agreedHow: 'phone' }).expect(409))).toBe('caller_erased');
    const noted = { move: 'withdraw', note: 'She rang' };
    expect(code(await post(waiting!, 'moves', version, noted))).toBe('caller_erased');
    expect(code(await post(draft!, 'moves', 1, { move: 'send' }).expect(409))).toBe('caller_erased');
    const patch = as.patch(`/v1/referrals/${draft}`).set('if-match', '"1"').send({ reason: 'Rings no more' });
    expect(code(await patch.expect(409))).toBe('caller_erased');
    const again = `UPDATE referral SET agreement_ended_at = NULL, updated_by = $2, updated_at = app_now(), version = version + 1 WHERE id = $1`;
    const past = act(world, operator!, (tx) => tx.query(again, [waiting, operator!.membershipId]));
    await expect(past).rejects.toThrow('this caller was erased meanwhile');
    const { note: _, ...silent } = noted;
    await post(waiting!, 'moves', version, silent).expect(200);
  });

  it('whoever had received her sees nothing of it on the next request, nor what she took along', async () => {
    const links = receiverLinksOf(world, () => ({ by: operator!, referral: waiting! }));
    await links.read(opened).expect(401);
    for (const id of [accepted!, waiting!]) await world.as(counsellor!).get(`/v1/referrals/${id}`).expect(404);
    const history = await world.as(counsellor!).get(`/v1/clients/${client}/line-history`).expect(200);
    expect(history.body.items).toEqual([]);
    for (const path of ['line-history', 'caller-links', 'timeline', 'referrals']) {
      const { text } = await world.as(counsellor!).get(`/v1/clients/${client}/${path}`).expect(200);
      expect([path, text.includes('Biscuit'), text.includes(fox), text.includes('housing')]).toEqual([
        path,
        ...[false, false, false],
      ]);
    }
    const wish = { referralId: accepted, parts: ['remembered'], howGiven: 'phone' };
    await world.as(counsellor!).post(`/v1/clients/${client}/caller-links`).send(wish).expect(422);
  });
});
