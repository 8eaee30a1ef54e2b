import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';

const START = '2026-11-23T16:00:00.000Z';
const REASON = 'Brought in without consciousness, medicines unknown.';
const after = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000).toISOString();

describe('a physician breaks the glass and it is reviewed', () => {
  let world: World;
  let home: Id;
  let ana: Worker;
  let coordinator: Worker;
  let officer: Worker;
  let hana: Worker;
  let wren: Id;
  beforeAll(async () => {
    world = await World.open(START);
  });
  beforeEach(async () => {
    world.now = START;
    home = await world.organisation();
    ana = await world.worker('peer_navigator', home);
    coordinator = await world.worker('coordinator', home);
    officer = await world.worker('privacy_officer', home);
    hana = await world.worker('physician');
    const { body } = await world.as(ana).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201);
    wren = body.id;
    await world.as(ana).post(`/v1/clients/${wren}/goals`).send({ ownWords: 'My own door.' }).expect(201);
  });
  afterAll(() => world.close());

  const breakGlass = (by: Worker, clientId = wren, wish: object = {}) =>
    world
      .as(by)
      .post(`/v1/clients/${clientId}/break-glass`)
      .send({ because: 'cannot_be_asked', reason: REASON, ...wish });
  const read = (by: Worker, path: string) => world.as(by).get(path).set('purpose-of-use', 'emergency');
  const move = (by: Worker, id: Id, version: number, wish: object) =>
    world.as(by).post(`/v1/break-glass/${id}/moves`).set('if-match', `"${version}"`).send(wish);
  const board = async (by: Worker, state = 'unreviewed') =>
    (await world.as(by).get(`/v1/break-glass?state=${state}`).expect(200)).body.items as { id: Id; clientId: Id }[];

  it('reads for an hour what her role may hold, when she says that it is an emergency', async () => {
    await read(hana, `/v1/clients/${wren}`).expect(404);
    const { body, headers } = await breakGlass(hana).expect(201);
    expect(body).toMatchObject({
      ...{ clientId: wren, membershipId: hana.membershipId, because: 'cannot_be_asked', reason: REASON, state: 'open' },
      ...{ openedAt: START, endsAt: after(60), reviewDueAt: after(72 * 60), outcome: null, openMoves: ['close'] },
    });
    expect(headers['location']).toBe(`/v1/break-glass/${body.id}`);
    await world.as(hana).get(`/v1/clients/${wren}`).expect(404);
    expect((await read(hana, `/v1/clients/${wren}`).expect(200)).body.goesBy).toBe('Wren');
    const { body: plan } = await read(hana, `/v1/clients/${wren}/care-plan`).expect(200);
    expect(plan).toMatchObject({
      ...{ goals: [{ ownWords: 'My own door.' }], ground: { basis: 'break_glass', basisId: body.id } },
      withheld: [{ class: 'counselling' }],
    });

    world.now = after(59.999);
    await read(hana, `/v1/clients/${wren}`).expect(200);
    world.now = after(60);
    await read(hana, `/v1/clients/${wren}`).expect(404);
    const { body: over } = await world.as(hana).get(`/v1/break-glass/${body.id}`).expect(200);
    expect(over).toMatchObject({ state: 'over', openMoves: [], reason: null });
  });

  it('writes nothing, takes nothing out and makes nobody see more', async () => {
    await breakGlass(hana).expect(201);
    const emergency = { 'purpose-of-use': 'emergency' };
    const tries = [
      world.as(hana).post(`/v1/clients/${wren}/goals`).send({ ownWords: 'x' }),
      world.as(hana).post(`/v1/clients/${wren}/contacts`).send({ channel: 'phone', outcome: 'reached' }),
      world.as(hana).post(`/v1/clients/${wren}/care-team`).send({ membershipId: hana.membershipId }),
    ];
    for (const test of tries) {
      const { body, status } = await test.set(emergency);
      expect([status, body.code]).toEqual([403, 'class_not_held']);
    }
    const page = await read(hana, `/v1/clients/${wren}/care-plan/page`).expect(403);
    expect(page.body.code).toBe('not_in_emergency');
    expect(await world.look('SELECT FROM disclosure WHERE client_id = $1', [wren])).toEqual([]);
    await read(await world.worker('physician', hana.organisationId), `/v1/clients/${wren}`).expect(404);
    // A counsellor reads no counsellor's own notes by it, although the role may hold them.
    const counsellor = await world.worker('counsellor');
    await breakGlass(counsellor).expect(201);
    const { body } = await read(counsellor, `/v1/clients/${wren}/care-plan`).expect(200);
    expect(body.withheld).toEqual([{ class: 'counselling', rule: 'consent' }]);
  });

  it('tells coordinator and privacy officer at once, and stays on the board until somebody else reviewed it', async () => {
    const { body: opened } = await breakGlass(hana).expect(201);
    for (const told of [coordinator, officer]) {
      const { body } = await world.as(told).get('/v1/notices').expect(200);
      expect(body.items).toMatchObject([{ kind: 'break_glass_opened', clientId: null }]);
      expect((await board(told)).map(({ id }) => id)).toEqual([opened.id]);
    }
    expect((await world.as(ana).get('/v1/notices').expect(200)).body.items).toEqual([]);
    const { body: seen } = await world.as(officer).get(`/v1/break-glass/${opened.id}`).expect(200);
    expect(seen).toMatchObject({ reason: REASON, isOverdue: false, openMoves: ['close'] });
    const [clinic] = await world.look<{ name: string }>('SELECT name FROM organisation WHERE id = $1', [
      hana.organisationId,
    ]);
    expect(seen).toMatchObject({
      workerName: `Worker ${hana.personId.slice(-4)}`,
      organisationName: clinic?.name,
    });
    expect((await world.as(coordinator).get(`/v1/break-glass/${opened.id}`).expect(200)).body.reason).toBeNull();
    await world.as(officer).get(`/v1/clients/${wren}`).expect(403);

    const review = { move: 'review', outcome: 'appropriate', note: 'Her chart says so.' };
    expect((await move(officer, opened.id, 1, review).expect(409)).body.code).toBe('break_glass_still_open');
    world.now = after(72 * 60);
    expect((await world.as(officer).get(`/v1/break-glass/${opened.id}`).expect(200)).body.isOverdue).toBe(true);
    await move(officer, opened.id, 1, { move: 'review' }).expect(400);
    await move(coordinator, opened.id, 1, review).expect(403);
    const elsewhere = await world.worker('privacy_officer');
    await move(elsewhere, opened.id, 1, review).expect(404);
    expect(await board(elsewhere)).toEqual([]);
    const { body: reviewed } = await move(officer, opened.id, 1, review).expect(200);
    expect(reviewed).toMatchObject({
      ...{ state: 'reviewed', outcome: 'appropriate', reviewedBy: officer.membershipId, reviewedAt: world.now },
      ...{ reason: REASON, reviewNote: 'Her chart says so.', openMoves: [], isOverdue: false },
    });
    expect(await board(officer)).toEqual([]);
    expect(await board(officer, 'reviewed')).toMatchObject([{ id: opened.id, clientId: wren }]);
    await move(officer, opened.id, 2, review).expect(409);
  });

  it('is never reviewed by whoever opened it, in whichever role they come', async () => {
    const { body } = await breakGlass(ana).expect(201);
    await move(ana, body.id, 1, { move: 'close' }).expect(200);
    const membershipId = newId();
    const sessionId = newId();
    await world.plant(
      `WITH m AS (INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version)
         VALUES ($1, $2, $3, 'privacy_officer', $5, 1))
       INSERT INTO session (id, staff_id, membership_id, started_at, expires_at) VALUES ($4, $2, $1, $5, timestamptz '2099-01-01')`,
      [membershipId, ana.personId, home, sessionId, START],
    );
    const asOfficer = await world.tokenOf({ ...ana, membershipId, sessionId, role: 'privacy_officer' });
    const own = await move({ ...ana, token: asOfficer }, body.id, 2, { move: 'review', outcome: 'appropriate' });
    expect([own.status, own.body.code]).toEqual([409, 'own_break_glass']);
    await expect(
      world.plant(
        `UPDATE break_glass SET state = 'reviewed', outcome = 'appropriate', reviewed_at = $2, reviewed_by = $3,
           reviewed_by_person = person_id WHERE id = $1`,
        [body.id, START, membershipId],
      ),
    ).rejects.toThrow('check constraint');
  });

  it('is closed early by whoever opened it or who answers for the record, in force on the next request', async () => {
    const { body: one } = await breakGlass(hana).expect(201);
    world.now = after(10);
    await move(coordinator, one.id, 1, { move: 'close' }).expect(403);
    const { body: closed } = await move(hana, one.id, 1, { move: 'close' }).expect(200);
    expect(closed).toMatchObject({ state: 'closed', closedAt: after(10) });
    await read(hana, `/v1/clients/${wren}`).expect(404);
    await world.stepUp(hana);
    const { body: two } = await breakGlass(hana).expect(201);
    world.now = after(11);
    await move(officer, two.id, 1, { move: 'close' }).expect(200);
    await read(hana, `/v1/clients/${wren}`).expect(404);
    expect(await board(officer)).toHaveLength(2);
  });

  it('asks for a second factor of the last five minutes, for the right role and for a client who is there', async () => {
    const unknown = await breakGlass(hana, newId()).expect(404);
    expect(unknown.body.code).toBe('not_found');
    for (const role of ['coordinator', 'privacy_officer', 'administrator', 'pharmacist', 'intake_worker'] as const)
      await breakGlass(await world.worker(role)).expect(403);
    await breakGlass(hana, wren, { reason: ' ' }).expect(400);
    await breakGlass(hana, wren, { because: 'curious' }).expect(400);
    world.now = after(5.001);
    expect((await breakGlass(hana).expect(403)).body.code).toBe('step_up_needed');
    expect(await world.look('SELECT FROM break_glass WHERE client_id = $1', [wren])).toEqual([]);
  });

  it('stands once, however many ask at once, and says so to the second', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => breakGlass(hana)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ code: 'break_glass_open', until: after(60) });
    const id = newId();
    const other = await world.worker('counsellor');
    expect((await breakGlass(other, wren, { id }).expect(201)).body.id).toBe(id);
    const again = await breakGlass(other, wren, { id }).expect(201);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(await world.look('SELECT FROM break_glass WHERE client_id = $1', [wren])).toHaveLength(2);
    await expect(
      world.plant(
        `INSERT INTO break_glass SELECT (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid()))).*
           FROM break_glass b WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('one is open');
  });

  it('is in the log that the client can read, with the reading that followed', async () => {
    const { body } = await breakGlass(hana).expect(201);
    await read(hana, `/v1/clients/${wren}`).expect(200);
    world.now = after(61);
    await move(officer, body.id, 1, { move: 'review', outcome: 'to_follow_up' }).expect(200);
    const { body: log } = await world.as(officer).get(`/v1/clients/${wren}/access-log`).expect(200);
    const lines = log.items as { event: string; ground: unknown; purpose: unknown }[];
    expect(lines.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['break_glass.opened', 'client.read', 'break_glass.reviewed']),
    );
    const rows = await world.look(
      `SELECT event, purpose, ground, ground_id FROM audit_entry WHERE client_id = $1 AND person_id = $2 AND outcome = 'done'
        ORDER BY event`,
      [wren, hana.personId],
    );
    const on = { purpose: 'emergency', ground: 'break_glass', ground_id: body.id };
    expect(rows).toEqual([
      { event: 'break_glass.opened', ...on },
      { event: 'client.read', ...on },
    ]);
    expect(JSON.stringify(await world.look('SELECT a::text FROM audit_entry a'))).not.toContain('consciousness');
    expect(JSON.stringify(await world.look('SELECT b::text FROM break_glass b'))).not.toContain('consciousness');
  });

  it('ends with the membership that opened it', async () => {
    await breakGlass(hana).expect(201);
    await world.plant('UPDATE membership SET ended_at = $2, version = version + 1 WHERE id = $1', [
      hana.membershipId,
      world.now,
    ]);
    expect(await world.look('SELECT FROM access_grant WHERE grantee_id = $1', [hana.membershipId])).toEqual([]);
  });
});
