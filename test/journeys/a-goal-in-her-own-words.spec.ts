import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GoalsOfClients } from '../../src/goals/application/goals-of-clients.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { act, clientOf, joinTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

const NOW = '2026-11-23T16:00:00.000Z';

describe('a goal in her own words', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open(NOW);
    peer = await world.worker('peer_navigator');
    physician = await world.worker('physician', peer.organisationId);
    clientId = await clientOf(world, peer);
    await joinTeam(world, peer, clientId, physician);
  });
  afterAll(() => world.close());

  const name = (ownWords: string, more: object = {}, client = clientId) =>
    world
      .as(peer)
      .post(`/v1/clients/${client}/goals`)
      .send({ ownWords, ...more });
  const move = (goal: { id: Id; version: number }, body: object, worker = peer) =>
    world.as(worker).post(`/v1/goals/${goal.id}/moves`).set('if-match', `"${goal.version}"`).send(body);
  const change = (goal: { id: Id; version: number }, body: object, worker = peer) =>
    world.as(worker).patch(`/v1/goals/${goal.id}`).set('if-match', `"${goal.version}"`).send(body);
  const events = async (id: Id) => {
    const rows = await world.look<{ event: string }>(
      `SELECT event FROM audit_entry WHERE facts ->> 'goalId' = $1 ORDER BY at, id`,
      [id],
    );
    return rows.map(({ event }) => event);
  };

  it('is named, read by another profession, and every look is written down', async () => {
    const made = await name('I want my own door to lock.', { rank: 1 }).expect(201);
    expect(made.headers['location']).toBe(`/v1/goals/${made.body.id}`);
    expect(made.headers['etag']).toBe('"1"');
    const read = await world.as(physician).get(`/v1/goals/${made.body.id}`).expect(200);
    expect(read.body).toEqual(made.body);
    expect(read.body).toMatchObject({
      ownWords: 'I want my own door to lock.',
      teamNote: null,
      state: 'named',
      rank: 1,
      workedOnBy: { who: 'client' },
      steps: [],
      openMoves: ['begin', 'reach', 'set_aside', 'become', 'retract'],
    });
    expect(await events(made.body.id)).toEqual(['goal.named', 'goal.read']);
  });

  it('keeps her words sealed, and their history too', async () => {
    const { body: goal } = await name('Zanzibar umbrella').expect(201);
    await change(goal, { ownWords: 'Zanzibar parasol' }).expect(200);
    const [kept] = await world.look<{ all: string }>(
      `SELECT (SELECT string_agg(g::text, '') FROM goal g) || (SELECT string_agg(v::text, '') FROM earlier_version v) AS all`,
    );
    expect(kept?.all).toContain(goal.id);
    expect(kept?.all).not.toMatch(/Zanzibar|5a616e7a69626172/i);
  });

  it('is worked on, reached, and taken up again without anybody losing what was said', async () => {
    const { body: named } = await name('See my sister again').expect(201);
    const { body: begun } = await move(named, { move: 'begin' }).expect(200);
    const { body: reached } = await move(begun, { move: 'reach', note: 'We had coffee on Sunday.' }, physician).expect(
      200,
    );
    expect(reached).toMatchObject({ state: 'reached', moveNote: 'We had coffee on Sunday.', version: 3 });
    expect(reached.openMoves).toEqual(['take_up_again', 'retract']);
    const { body: again } = await move(reached, { move: 'take_up_again' }).expect(200);
    expect(again).toMatchObject({ state: 'working_on', ownWords: 'See my sister again', moveNote: null });
  });

  it('refuses a move that is not open, and names the ones that are, in both languages', async () => {
    const { body: goal } = await name('Sleep through the night').expect(201);
    const refused = await move(goal, { move: 'take_up_again' }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'move_not_open',
      state: 'named',
      openMoves: ['begin', 'reach', 'set_aside', 'become', 'retract'],
    });
    const french = await move(goal, { move: 'become' }).set('accept-language', 'fr').expect(422);
    expect(french.body).toMatchObject({ code: 'goal_successor_missing', title: 'Quel but est-il devenu ?' });
  });

  it('becomes another goal of hers, and of nobody else', async () => {
    const { body: before } = await name('Get into the programme').expect(201);
    const { body: after } = await name('Stay near my mother instead').expect(201);
    const elsewhere = await clientOf(world, peer);
    const { body: foreign } = await name('Not hers', {}, elsewhere).expect(201);
    for (const becomes of [foreign.id, before.id, newId()]) {
      const refused = await move(before, { move: 'become', becomes }).expect(422);
      expect(refused.body.code).toBe('goal_successor_not_hers');
    }
    const { body: changed } = await move(before, { move: 'become', becomes: after.id }).expect(200);
    expect(changed).toMatchObject({ state: 'changed', becameId: after.id, openMoves: [] });
    const back = await move(after, { move: 'become', becomes: before.id }).expect(422);
    expect(back.body.code).toBe('goal_successor_not_hers');
    const misplaced = await move(after, { move: 'begin', becomes: before.id }).expect(400);
    expect(misplaced.body.errors).toMatchObject([{ pointer: '/becomes', code: 'not_of_this_move' }]);
  });

  it('stands in her own order, page by page, and shows what was written down by mistake only when asked', async () => {
    const her = await clientOf(world, peer);
    const { body: third } = await name('third', {}, her).expect(201);
    const { body: second } = await name('second', { rank: 2 }, her).expect(201);
    const { body: first } = await name('first', { rank: 1 }, her).expect(201);
    const { body: mistake } = await name('somebody else', { rank: 1 }, her).expect(201);
    await move(mistake, { move: 'retract' }).expect(200);
    const list = (query: string) => world.as(peer).get(`/v1/clients/${her}/goals?${query}`).expect(200);
    const { body: page } = await list('limit=2');
    const { body: rest } = await list(`limit=2&cursor=${page.next}`);
    const ids = [...page.items, ...rest.items].map(({ id }: { id: Id }) => id);
    expect(ids).toEqual([first.id, second.id, third.id]);
    expect(rest).not.toHaveProperty('next');
    expect(page.withheld).toEqual([]);
    expect((await list('state=retracted')).body.items).toHaveLength(1);
    await world.as(peer).get(`/v1/clients/${her}/goals?cursor=WyJ4Il0`).expect(400);
    await world.as(peer).get(`/v1/clients/${her}/goals?state=closed`).expect(400);
  });

  it('has steps that somebody does, late or not, and that can be opened again', async () => {
    const { body: goal } = await name('Finish grade twelve').expect(201);
    const helper = { who: 'member', membershipId: physician.membershipId };
    const made = await world
      .as(peer)
      .post(`/v1/goals/${goal.id}/steps`)
      .send({ text: 'Ask when evening classes begin', dueOn: '2026-11-24', workedOnBy: helper })
      .expect(201);
    const step = made.body;
    expect(made.headers['location']).toBe(`/v1/goal-steps/${step.id}`);
    expect(step.workedOnBy).toEqual({ ...helper, name: expect.any(String), role: 'physician', isHere: true });
    world.now = '2027-03-01T10:00:00.000Z';
    const done = await world
      .as(physician)
      .post(`/v1/goal-steps/${step.id}/moves`)
      .set('if-match', '"1"')
      .send({ move: 'finish' })
      .expect(200);
    expect(done.body).toMatchObject({ state: 'done', openMoves: ['reopen'], dueOn: '2026-11-24', version: 2 });
    const patched = await world
      .as(peer)
      .patch(`/v1/goal-steps/${step.id}`)
      .set('if-match', '"2"')
      .send({ text: 'Asked: in January', dueOn: null })
      .expect(200);
    const read = await world.as(peer).get(`/v1/goals/${goal.id}`).expect(200);
    expect(read.body.steps).toEqual([patched.body]);
    expect(read.body.version).toBe(1);
    expect((await world.as(peer).get(`/v1/goal-steps/${step.id}`).expect(200)).body).toEqual(patched.body);
    world.now = NOW;
  });

  it('is worked on only by somebody who can see it', async () => {
    const stranger = await world.worker('counsellor', peer.organisationId);
    const named = (membershipId: Id) => ({ workedOnBy: { who: 'member', membershipId } });
    const refused = await name('With somebody', named(stranger.membershipId)).expect(409);
    expect(refused.body).toMatchObject({ code: 'owner_does_not_see', class: 'coordination' });
    await name('With nobody', named(newId())).expect(422);
    await name('Half named', { workedOnBy: { who: 'member' } }).expect(400);
    await name('Too much', { workedOnBy: { who: 'client', membershipId: peer.membershipId } }).expect(400);
    const counsellor = await world.worker('counsellor', peer.organisationId);
    await joinTeam(world, peer, clientId, counsellor);
    const { body: goal } = await name('With the counsellor', named(counsellor.membershipId)).expect(201);
    expect(goal.workedOnBy).toMatchObject({ membershipId: counsellor.membershipId, isHere: true });
    await world.plant('UPDATE staff SET disabled_at = now(), version = version + 1 WHERE id = $1', [
      counsellor.personId,
    ]);
    const { body: left } = await world.as(peer).get(`/v1/goals/${goal.id}`).expect(200);
    expect(left).toMatchObject({
      state: 'named',
      workedOnBy: { membershipId: counsellor.membershipId, isHere: false },
    });
  });

  it('sent twice stays once, and an own id with other content is taken', async () => {
    const id = newId();
    const once = await name('Learn to swim', { id }).set('idempotency-key', id).expect(201);
    const again = await name('Learn to swim', { id }).set('idempotency-key', id).expect(201);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toEqual(once.body);
    await name('Something else', { id }).expect(409);
    const begin = () => move(once.body, { move: 'begin' }).set('idempotency-key', 'begin-once').expect(200);
    expect((await begin()).body).toEqual((await begin()).body);
    expect(await events(id)).toEqual(['goal.named', 'goal.read', 'goal.moved', 'goal.read']);
  });

  it('is changed by merge patch, with the version that was read, and not into the future', async () => {
    const { body: goal } = await name('Eat breakfast', { teamNote: 'Community kitchen, mornings.', rank: 3 }).expect(
      201,
    );
    await world.as(peer).patch(`/v1/goals/${goal.id}`).send({ rank: 1 }).expect(428);
    const future = await change(goal, { reviewedAt: '2027-01-01T00:00:00Z' }).expect(400);
    expect(future.body.errors).toEqual([expect.objectContaining({ pointer: '/reviewedAt', code: 'in_future' })]);
    const { body: after } = await change(goal, {
      teamNote: null,
      rank: null,
      reviewedAt: '2026-11-23T08:00:00-07:00',
    }).expect(200);
    expect(after).toMatchObject({ teamNote: null, rank: null, reviewedAt: '2026-11-23T15:00:00.000Z', version: 2 });
    expect((await change(after, {}).expect(200)).body.version).toBe(2);
    const stale = await change(goal, { rank: 2 }, physician).expect(412);
    expect(stale.body).toMatchObject({ code: 'stale', expected: 1, current: 2 });
    await change(after, { state: 'reached' }).expect(400);
    await change(after, { ownWords: null }).expect(400);
  });

  it('stands as it was at an instant, steps and all, for the plan of then', async () => {
    world.now = '2026-12-01T10:00:00.000Z';
    const her = await clientOf(world, peer);
    const { body: goal } = await name('Then', {}, her).expect(201);
    await world.as(peer).post(`/v1/goals/${goal.id}/steps`).send({ text: 'first step' }).expect(201);
    world.now = '2026-12-05T10:00:00.000Z';
    await change(goal, { ownWords: 'Now' }).expect(200);
    await world.as(peer).post(`/v1/goals/${goal.id}/steps`).send({ text: 'second step' }).expect(201);
    const plan = world.app.get(GoalsOfClients);
    const told = async (at?: string) => {
      const goals = await act(world, peer, (tx) => plan.within(tx, [her], at));
      return goals.map(({ ownWords, steps }) => [ownWords, steps.map(({ text }) => text)]);
    };
    expect(await told('2026-11-30T00:00:00.000Z')).toEqual([]);
    expect(await told('2026-12-02T00:00:00.000Z')).toEqual([['Then', ['first step']]]);
    expect(await told()).toEqual([['Now', ['first step', 'second step']]]);
    world.now = NOW;
  });
});
