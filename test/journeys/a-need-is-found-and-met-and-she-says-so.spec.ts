import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { NeedsOfClients } from '../../src/needs/application/needs-of-clients.js';
import { act, clientOf, joinTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

const NOW = '2026-11-23T16:00:00.000Z';

describe('a need', () => {
  let world: World;
  let peer: Worker;
  let counsellor: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open(NOW);
    peer = await world.worker('peer_navigator');
    counsellor = await world.worker('counsellor', peer.organisationId);
    clientId = await clientOf(world, peer);
    await joinTeam(world, peer, clientId, counsellor);
  });
  afterAll(() => world.close());

  type Versioned = { id: Id; version: number };
  const note = (domain: string, more: object = {}, worker = peer, client = clientId) =>
    world
      .as(worker)
      .post(`/v1/clients/${client}/needs`)
      .send({ domain, ...more });
  const move = (need: Versioned, body: object, worker = peer) =>
    world.as(worker).post(`/v1/needs/${need.id}/moves`).set('if-match', `"${need.version}"`).send(body);
  const change = (need: Versioned, body: object, worker = peer) =>
    world.as(worker).patch(`/v1/needs/${need.id}`).set('if-match', `"${need.version}"`).send(body);
  const events = async (id: Id) =>
    world.look<{ event: string; classes: string[] }>(
      `SELECT event, classes::text[] FROM audit_entry WHERE facts ->> 'needId' = $1 ORDER BY at, id`,
      [id],
    );

  it('is found with nothing but what it is about, and read by another profession', async () => {
    const made = await note('food').expect(201);
    expect(made.headers['location']).toBe(`/v1/needs/${made.body.id}`);
    expect(made.body).toMatchObject({
      domain: 'food',
      sdohCategory: 'food-insecurity',
      class: 'coordination',
      state: 'found',
      wantsHelp: 'unknown',
      ownWords: null,
      rank: null,
      workedOnBy: null,
      openMoves: ['begin', 'meet', 'confirm', 'set_aside', 'retract'],
    });
    const read = await world.as(counsellor).get(`/v1/needs/${made.body.id}`).expect(200);
    expect(read.body).toEqual(made.body);
    expect(await events(made.body.id)).toEqual([
      { event: 'need.found', classes: ['coordination'] },
      { event: 'need.read', classes: ['coordination'] },
    ]);
  });

  it('is worked on, met, confirmed by her, and comes back', async () => {
    const { body: found } = await note('income', {
      ownWords: 'The cheque stopped in May.',
      since: '2026-05-01',
    }).expect(201);
    const { body: begun } = await move(found, { move: 'begin' }).expect(200);
    expect(begun).toMatchObject({
      state: 'working_on',
      workedOnBy: { who: 'member', membershipId: peer.membershipId, role: 'peer_navigator', isHere: true },
    });
    const { body: met } = await move(begun, { move: 'meet', note: 'First payment arrived.' }, counsellor).expect(200);
    expect(met).toMatchObject({ state: 'met', moveNote: 'First payment arrived.', confirmedBy: null });
    const silent = await move(met, { move: 'confirm' }).set('accept-language', 'fr').expect(422);
    expect(silent.body).toMatchObject({ code: 'confirmation_missing', title: 'Qui dit que le besoin est comblé ?' });
    world.now = '2026-12-01T09:00:00.000Z';
    const { body: confirmed } = await move(met, { move: 'confirm', confirmedBy: 'client' }).expect(200);
    expect(confirmed).toMatchObject({
      state: 'confirmed',
      confirmedBy: 'client',
      confirmedAt: '2026-12-01T09:00:00.000Z',
      ownWords: 'The cheque stopped in May.',
      openMoves: ['reopen', 'retract'],
    });
    const { body: again } = await move(confirmed, { move: 'reopen' }).expect(200);
    expect(again).toMatchObject({ state: 'found', confirmedBy: null, confirmedAt: null, since: '2026-05-01' });
    world.now = NOW;
  });

  it('is not begun while she does not want that, and stays hers to set aside', async () => {
    const { body: found } = await note('legal', { wantsHelp: 'not_now' }).expect(201);
    expect(found.openMoves).toEqual(['meet', 'confirm', 'set_aside', 'retract']);
    const refused = await move(found, { move: 'begin' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'help_not_wanted_now', openMoves: found.openMoves });
    const { body: wanted } = await change(found, { wantsHelp: 'yes', rank: 1 }).expect(200);
    const { body: begun } = await move(wanted, { move: 'begin' }).expect(200);
    const { body: aside } = await move(begun, { move: 'set_aside', note: 'After the birthday.' }).expect(200);
    expect(aside).toMatchObject({ state: 'set_aside', rank: 1, openMoves: ['reopen', 'retract'] });
    const misplaced = await move(aside, { move: 'reopen', confirmedBy: 'client' }).expect(400);
    expect(misplaced.body.errors).toMatchObject([{ pointer: '/confirmedBy', code: 'not_of_this_move' }]);
  });

  it('keeps words sealed, knows papers by what became of them, and takes no numbers', async () => {
    const { body: need } = await note('identity_documents', {
      ownWords: 'Zanzibar umbrella',
      documents: { health_card: 'lost', birth_certificate: 'held_by_somebody' },
    }).expect(201);
    expect(need.documents).toEqual({ health_card: 'lost', birth_certificate: 'held_by_somebody' });
    const { body: after } = await change(need, { documents: { health_card: 'applied_for' } }).expect(200);
    expect(after.documents).toEqual({ health_card: 'applied_for' });
    const numbers = await change(after, { documents: { health_card: '9876 543 210' } }).expect(400);
    expect(numbers.body.errors).toEqual([expect.objectContaining({ pointer: '/documents', code: 'documents' })]);
    const [kept] = await world.look<{ all: string }>(
      `SELECT (SELECT string_agg(n::text, '') FROM need n) || (SELECT string_agg(v::text, '') FROM earlier_version v) AS all`,
    );
    expect(kept?.all).toContain(need.id);
    expect(kept?.all).not.toMatch(/Zanzibar|5a616e7a69626172/i);
  });

  it('says how she is housed by group, and only where it is about housing', async () => {
    const { body: need } = await note('housing', { housingStatus: 'emergency_sheltered' }).expect(201);
    expect(need).toMatchObject({ housingStatus: 'emergency_sheltered', sdohCategory: 'homelessness' });
    const { body: after } = await change(need, { housingStatus: 'at_risk' }).expect(200);
    expect(after.sdohCategory).toBe('housing-instability');
    const both = await note('food', { housingStatus: 'housed', documents: {}, since: '2026-11-26' }).expect(400);
    expect(both.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/housingStatus',
      '/documents',
      '/since',
    ]);
    await change(need, { rank: 2 }).expect(412);
  });

  it('stands in her own order, narrowed by state and by what it is about', async () => {
    const her = await clientOf(world, peer);
    const { body: last } = await note('food', {}, peer, her).expect(201);
    const { body: second } = await note('housing', { rank: 2 }, peer, her).expect(201);
    const { body: first } = await note('transport', { rank: 1 }, peer, her).expect(201);
    const { body: mistake } = await note('utilities', {}, peer, her).expect(201);
    await move(mistake, { move: 'retract' }).expect(200);
    const list = async (query: string) =>
      (await world.as(peer).get(`/v1/clients/${her}/needs?${query}`).expect(200)).body;
    const page = await list('limit=2');
    const rest = await list(`limit=2&cursor=${page.next}`);
    const ids = [...page.items, ...rest.items].map(({ id }: Versioned) => id);
    expect(ids).toEqual([first.id, second.id, last.id]);
    expect((await list('domain=housing')).items.map(({ id }: Versioned) => id)).toEqual([second.id]);
    expect((await list('state=retracted')).items.map(({ id }: Versioned) => id)).toEqual([mistake.id]);
    await world.as(peer).get(`/v1/clients/${her}/needs?domain=money`).expect(400);
  });

  it('gives rise to a task of its own class that says where it comes from', async () => {
    const { body: need } = await note('housing', {}).expect(201);
    const action = { title: 'Call the agency together', dueOn: '2026-11-25', membershipId: counsellor.membershipId };
    const made = await world.as(peer).post(`/v1/needs/${need.id}/actions`).send(action).expect(201);
    expect(made.headers['location']).toBe(`/v1/tasks/${made.body.id}`);
    const { body: task } = await world.as(counsellor).get(`/v1/tasks/${made.body.id}`).expect(200);
    expect(task).toMatchObject({
      title: action.title,
      class: 'coordination',
      source: { kind: 'need', id: need.id },
      owner: { membershipId: counsellor.membershipId },
      due: { on: '2026-11-25' },
    });
    const api = await world.client(counsellor);
    const { body: other } = await note('income', {}).expect(201);
    const ofSource = async (source: string) => {
      const { body } = await api.get('/v1/tasks', { query: { client: need.clientId, source, state: 'any' } });
      return body.items.map(({ id }) => id);
    };
    expect(await ofSource(need.id)).toEqual([made.body.id]);
    expect(await ofSource(other.id)).toEqual([]);
  });

  it('sent twice stays once', async () => {
    const id = newId();
    const once = await note('language', { id }).set('idempotency-key', id).expect(201);
    const again = await note('language', { id }).set('idempotency-key', id).expect(201);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toEqual(once.body);
    await note('other', { id }).expect(409);
    const action = () =>
      world
        .as(peer)
        .post(`/v1/needs/${id}/actions`)
        .set('idempotency-key', 'ask')
        .send({ title: 'Find an interpreter' });
    expect((await action().expect(201)).body).toEqual((await action().expect(201)).body);
  });

  it('stands as it was at an instant', async () => {
    const her = await clientOf(world, peer);
    const { body: need } = await note('food', { ownWords: 'Then' }, peer, her).expect(201);
    world.now = '2026-12-05T10:00:00.000Z';
    await change(need, { ownWords: 'Now', rank: 1 }).expect(200);
    const plan = world.app.get(NeedsOfClients);
    const told = async (at?: string) => {
      const needs = await act(world, peer, (tx) => plan.within(tx, [her], at));
      return needs.map(({ ownWords, rank }) => [ownWords, rank]);
    };
    expect(await told('2026-11-30T00:00:00.000Z')).toEqual([['Then', null]]);
    expect(await told()).toEqual([['Now', 1]]);
    world.now = NOW;
  });
});
