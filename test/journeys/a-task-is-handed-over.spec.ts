import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { clientOf, joinTeam, leaveTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

type Body = Record<string, unknown> & { id: Id; version: number };

describe('a task is handed over', () => {
  let world: World;
  let peer: Worker;
  let counsellor: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    counsellor = await world.worker('counsellor', peer.organisationId);
    clientId = await clientOf(world, peer);
    await joinTeam(world, peer, clientId, counsellor);
  });
  afterAll(() => world.close());

  const open = async (more: object = {}, worker = peer): Promise<Body> =>
    (
      await world
        .as(worker)
        .post(`/v1/clients/${clientId}/tasks`)
        .send({ kind: 'visit', title: 'Visit', ...more })
        .expect(201)
    ).body;
  const move = (task: Body, body: object, worker = peer) =>
    world.as(worker).post(`/v1/tasks/${task.id}/moves`).set('if-match', `"${task.version}"`).send(body);
  const list = async (query: string, worker: Worker): Promise<Id[]> => {
    const { body } = await world.as(worker).get(`/v1/tasks?${query}`).expect(200);
    return body.items.map(({ id }: Body) => id);
  };
  const noticesOf = async (worker: Worker): Promise<Body[]> =>
    (await world.as(worker).get('/v1/notices?state=unread').expect(200)).body.items;

  it('with a note, keeps its history, is hers from then on, and she is told in ids and codes only', async () => {
    const task = await open();
    const note = 'You know the building better.';
    const { body } = await move(task, {
      move: 'hand_over',
      to: { membershipId: counsellor.membershipId },
      note,
    }).expect(200);
    expect(body.owner.membershipId).toBe(counsellor.membershipId);
    expect(
      body.history.map((each: Body) => [
        each['move'],
        (each['owner'] as Body)['membershipId'],
        each['by'],
        each['note'],
      ]),
    ).toEqual([
      ['open', peer.membershipId, peer.membershipId, null],
      ['hand_over', counsellor.membershipId, peer.membershipId, note],
    ]);
    expect(await list('whose=mine', counsellor)).toContain(task.id);
    expect(await list('whose=mine', peer)).not.toContain(task.id);
    const [notice] = await noticesOf(counsellor);
    expect(notice).toEqual({
      id: notice?.id,
      kind: 'task_handed_over',
      source: { kind: 'task', id: task.id },
      clientId,
      class: 'coordination',
      state: 'unread',
      openMoves: ['mark_read'],
      createdAt: world.now,
      readAt: null,
      version: 1,
    });
    expect(await noticesOf(peer)).toEqual([]);
  });

  it('to a role, of whom everybody who sees it is told and nobody else', async () => {
    const other = await world.worker('counsellor', peer.organisationId);
    const task = await open();
    const { body } = await move(task, { move: 'hand_over', to: { role: 'counsellor' } }).expect(200);
    expect(body.owner).toEqual({ organisationId: peer.organisationId, membershipId: null, role: 'counsellor' });
    expect(await list('whose=role', counsellor)).toContain(task.id);
    expect(await list('', counsellor)).toContain(task.id);
    expect(await list('whose=mine', counsellor)).not.toContain(task.id);
    expect((await noticesOf(counsellor)).map(({ source }) => source)).toContainEqual({ kind: 'task', id: task.id });
    expect(await list('whose=role', other)).toEqual([]);
    expect(await noticesOf(other)).toEqual([]);
  });

  it('only to somebody who sees its class, and is told the mend otherwise', async () => {
    const outsider = await world.worker('physician', peer.organisationId);
    const elsewhere = await world.worker('physician');
    const task = await open();
    for (const to of [
      { membershipId: outsider.membershipId },
      { membershipId: elsewhere.membershipId },
      { role: 'physician' },
      { role: 'counsellor', organisationId: elsewhere.organisationId },
    ]) {
      const { body } = await move(task, { move: 'hand_over', to }).expect(409);
      expect(body).toMatchObject({ code: 'owner_does_not_see', class: 'coordination' });
      expect(body.detail).toMatch(/care team/);
    }
    expect((await move(task, { move: 'hand_over', to: { membershipId: newId() } }).expect(422)).body.code).toBe(
      'owner_unknown',
    );
    await move(task, { move: 'hand_over', to: { membershipId: 'x' } }).expect(400);
    await move(task, { move: 'hand_over', to: {} }).expect(400);
    expect((await world.as(peer).get(`/v1/tasks/${task.id}`)).body.version).toBe(1);
    await joinTeam(world, peer, clientId, outsider);
    await move(task, { move: 'hand_over', to: { membershipId: outsider.membershipId } }).expect(200);
    const secret = await open({ class: 'mental_health' }, counsellor);
    const coordinator = await world.worker('coordinator', peer.organisationId);
    await move(secret, { move: 'hand_over', to: { membershipId: coordinator.membershipId } }, counsellor).expect(409);
  });

  it('also to somebody who reads its class and writes nothing of it, who can then finish it', async () => {
    const task = await open({ class: 'mental_health' }, counsellor);
    expect((await world.as(peer).get(`/v1/tasks/${task.id}`)).body.openMoves).toEqual([]);
    const given = await move(task, { move: 'hand_over', to: { membershipId: peer.membershipId } }, counsellor).expect(
      200,
    );
    const mine = await world.as(peer).get(`/v1/tasks/${task.id}`).expect(200);
    expect(mine.body.openMoves).toContain('complete');
    const patch = world.as(peer).patch(`/v1/tasks/${task.id}`).set('if-match', '"2"').send({ title: 'Other' });
    expect((await patch.expect(403)).body.code).toBe('class_not_held');
    await move(given.body, { move: 'complete', note: 'Went with her.' }).expect(200);
  });

  it('and its notice is no longer shown to whom it was sent when she no longer holds the class', async () => {
    const other = await world.worker('physician', peer.organisationId);
    await joinTeam(world, peer, clientId, other);
    const task = await open({ owner: { membershipId: other.membershipId } });
    const [notice] = await noticesOf(other);
    expect(notice).toMatchObject({ kind: 'task_given', source: { kind: 'task', id: task.id } });
    await leaveTeam(world, clientId, other);
    expect(await noticesOf(other)).toEqual([]);
    await world
      .as(other)
      .post(`/v1/notices/${notice!.id}/moves`)
      .set('if-match', '"1"')
      .send({ move: 'mark_read' })
      .expect(404);
  });

  it('back from the notice: read, unread, and nobody else reaches it', async () => {
    await open({ owner: { membershipId: counsellor.membershipId } });
    const [notice] = await noticesOf(counsellor);
    const mark = (worker: Worker, body: object, version: number) =>
      world.as(worker).post(`/v1/notices/${notice!.id}/moves`).set('if-match', `"${version}"`).send(body);
    const { body: read } = await mark(counsellor, { move: 'mark_read' }, 1).expect(200);
    expect(read).toMatchObject({ state: 'read', readAt: world.now, openMoves: ['mark_unread'], version: 2 });
    expect((await noticesOf(counsellor)).map(({ id }) => id)).not.toContain(notice!.id);
    const again = await mark(counsellor, { move: 'mark_read' }, 2).expect(409);
    expect(again.body).toMatchObject({ code: 'move_not_open', openMoves: ['mark_unread'] });
    await mark(counsellor, { move: 'mark_unread' }, 1).expect(412);
    await mark(counsellor, { move: 'mark_unread' }, 2).expect(200);
    await mark(peer, { move: 'mark_read' }, 3).expect(404);
  });

  it('by the database itself to nobody whom the teller does not share a client with', async () => {
    const stranger = await world.worker('counsellor');
    const tell = (actor: Worker, subject: Id | null, to: Worker) =>
      world.db.as('app', async (client) => {
        await client.query('BEGIN');
        await client.query(
          `SELECT set_config('app.membership', $1, true), set_config('app.organisation', $2, true), set_config('app.role', $3, true),
             set_config('app.grantees', $4, true), set_config('app.now', $5, true)`,
          [actor.membershipId, actor.organisationId, actor.role, `{${actor.membershipId}}`, world.now],
        );
        await client.query(`SELECT tell($1, $2, NULL, 'task_given', 'task', $3, $4, $5, '1')`, [
          to.membershipId,
          to.organisationId,
          newId(),
          subject,
          subject && 'coordination',
        ]);
      });
    await expect(tell(stranger, clientId, counsellor)).rejects.toThrow(/what they do not see/);
    await expect(tell(stranger, null, counsellor)).rejects.toThrow(/what they do not see/);
    await expect(tell(peer, clientId, counsellor)).resolves.toBeUndefined();
    const { rows } = await world.db.as('app', (client) => client.query('SELECT FROM notice'));
    expect(rows).toEqual([]);
  });
});
