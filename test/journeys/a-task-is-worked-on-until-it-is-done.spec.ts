import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { TASK_KIND_LABELS, TASK_KINDS } from '../../src/tasks/domain/task.kinds.js';
import { clientOf, joinTeam, leaveTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

const NOW = '2026-11-23T16:00:00.000Z';

describe('a task about a client', () => {
  let world: World;
  let peer: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open(NOW);
    peer = await world.worker('peer_navigator');
    clientId = await clientOf(world, peer);
  });
  afterAll(() => world.close());

  const open = (more: object = {}, worker = peer) =>
    world
      .as(worker)
      .post(`/v1/clients/${clientId}/tasks`)
      .send({ kind: 'call_her_back', title: 'Call about the room', ...more });
  const move = (task: { id: Id; version: number }, body: object, worker = peer) =>
    world.as(worker).post(`/v1/tasks/${task.id}/moves`).set('if-match', `"${task.version}"`).send(body);
  const list = async (query: string, worker = peer): Promise<Id[]> => {
    const { body } = await world.as(worker).get(`/v1/tasks?${query}`).expect(200);
    return body.items.map((item: { id: Id }) => item.id);
  };

  it('is opened, read and listed with its words, its open moves and its version', async () => {
    const made = await open({ note: 'She prefers mornings.', due: { on: '2026-11-24' } }).expect(201);
    expect(made.headers['location']).toBe(`/v1/tasks/${made.body.id}`);
    expect(made.headers['etag']).toBe('"1"');
    const read = await world.as(peer).get(`/v1/tasks/${made.body.id}`).expect(200);
    expect(read.body).toEqual({
      ...made.body,
      title: 'Call about the room',
      note: 'She prefers mornings.',
      class: 'coordination',
      state: 'open',
      overdue: false,
      due: { on: '2026-11-24', at: '2026-11-24T06:00:00.000Z' },
      owner: { membershipId: peer.membershipId, organisationId: peer.organisationId, role: null },
      openMoves: ['complete', 'set_aside', 'hand_over', 'client_declines'],
    });
    expect(read.body.history).toHaveLength(1);
    expect(await list('whose=mine')).toContain(made.body.id);
    expect(await list(`client=${clientId}`)).toContain(made.body.id);
  });

  it.each(['marie_is_pregnant', 'need_action', 'CALL_HER_BACK', '', null])(
    'has a kind out of the list, since that stands in the clear and in the audit; not %p',
    async (kind) => {
      const { body } = await open({ kind }).expect(400);
      expect(body.errors).toEqual([expect.objectContaining({ pointer: '/kind' })]);
      const contact = { channel: 'phone', outcome: 'reached', followUps: [{ title: 'Call', kind }] };
      await world.as(peer).post(`/v1/clients/${clientId}/contacts`).send(contact).expect(400);
    },
  );

  it('has the kinds that the database takes and no others, each with a label in both languages', async () => {
    const [check] = await world.look<{ text: string }>(
      `SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = 'task_kind'`,
    );
    const kept = [...(check?.text ?? '').matchAll(/'(\w+)'::text/g)].map(([, kind]) => kind);
    expect(kept.sort()).toEqual([...TASK_KINDS].sort());
    for (const { en, fr } of Object.values(TASK_KIND_LABELS)) expect([en.trim(), fr.trim()]).not.toContain('');
  });

  it('keeps its words sealed in the database', async () => {
    const { body } = await open({ title: 'Zanzibar umbrella' }).expect(201);
    const [row] = await world.look<{ words: Buffer; all: string }>(
      'SELECT words, task::text AS all FROM task WHERE id = $1',
      [body.id],
    );
    expect(row?.words.includes('Zanzibar')).toBe(false);
    expect(row?.all).not.toMatch(/Zanzibar/);
  });

  it('falls due by a day in its own zone, is overdue from the next one, and done late is done', async () => {
    const { body: task } = await open({ due: { on: '2026-11-25' } }).expect(201);
    const overdueAt = async (now: string) => {
      world.now = now;
      const { body } = await world.as(peer).get(`/v1/tasks/${task.id}`).expect(200);
      return [body.state, body.overdue];
    };
    expect(await overdueAt('2026-11-26T05:59:59.999Z')).toEqual(['open', false]);
    expect(await overdueAt('2026-11-26T06:00:00.000Z')).toEqual(['open', true]);
    expect(await list('state=overdue')).toContain(task.id);
    expect(await overdueAt('2028-01-01T00:00:00.000Z')).toEqual(['open', true]);
    const done = await move(task, { move: 'complete', note: 'Two years late, and done.' }).expect(200);
    expect(done.body).toMatchObject({ state: 'done', overdue: false, openMoves: ['reopen'], version: 2 });
    expect(await list('state=done')).toContain(task.id);
    expect(await list('')).not.toContain(task.id);
    world.now = NOW;
  });

  it('is set aside with a reason until a day, and is back on that day without anybody touching it', async () => {
    const { body: task } = await open().expect(201);
    const aside = { move: 'set_aside', reason: 'waiting_for_other', until: '2026-11-26' };
    const { body } = await move(task, aside).expect(200);
    expect(body).toMatchObject({ state: 'set_aside', setAside: { reason: 'waiting_for_other', until: '2026-11-26' } });
    expect(await list('')).not.toContain(task.id);
    expect(await list('state=set_aside')).toContain(task.id);
    world.now = '2026-11-26T06:00:00.000Z';
    const back = await world.as(peer).get(`/v1/tasks/${task.id}`).expect(200);
    expect(back.body).toMatchObject({ state: 'open', version: 2 });
    expect(back.body.openMoves).toEqual(['complete', 'set_aside', 'hand_over', 'client_declines']);
    expect(await list('')).toContain(task.id);
    expect(await list('state=set_aside')).not.toContain(task.id);
    world.now = NOW;
  });

  it('is not set aside until a day that has begun', async () => {
    const { body: task } = await open().expect(201);
    const { body } = await move(task, { move: 'set_aside', reason: 'not_yet', until: '2026-11-23' }).expect(422);
    expect(body.code).toBe('aside_until_past');
  });

  it('says which parts a move takes', async () => {
    const { body: task } = await open().expect(201);
    for (const [wrong, pointer, code] of [
      [{ move: 'set_aside', reason: 'not_yet' }, '/until', 'needed_by_this_move'],
      [{ move: 'set_aside', until: '2026-11-30' }, '/reason', 'needed_by_this_move'],
      [{ move: 'hand_over' }, '/to', 'needed_by_this_move'],
      [{ move: 'complete', until: '2026-11-30' }, '/until', 'not_of_this_move'],
    ] as const) {
      const { body } = await move(task, wrong).expect(400);
      expect(body).toMatchObject({ code: 'invalid', errors: [{ in: 'body', pointer, code }] });
      expect(body.errors).toHaveLength(1);
    }
    expect((await world.as(peer).get(`/v1/tasks/${task.id}`)).body.version).toBe(1);
  });

  it('can be declined by her, and opened again', async () => {
    const { body: task } = await open().expect(201);
    const { body: declined } = await move(task, { move: 'client_declines', note: 'Not this month.' }).expect(200);
    expect(declined).toMatchObject({ state: 'client_declined', openMoves: ['reopen'] });
    const { body: reopened } = await move(declined, { move: 'reopen' }).expect(200);
    expect(reopened.state).toBe('open');
    expect(
      reopened.history.map((each: Record<string, unknown>) => [each['move'], each['from'], each['to'], each['note']]),
    ).toEqual([
      ['open', null, 'open', null],
      ['client_declines', 'open', 'client_declined', 'Not this month.'],
      ['reopen', 'client_declined', 'open', null],
    ]);
  });

  it('answers an illegal move with the reason and the moves that are open, and changes nothing', async () => {
    const { body: task } = await open().expect(201);
    const { body: done } = await move(task, { move: 'complete' }).expect(200);
    const { body } = await move(done, { move: 'complete' }).expect(409);
    expect(body).toMatchObject({ code: 'move_not_open', state: 'done', openMoves: ['reopen'] });
    const read = await world.as(peer).get(`/v1/tasks/${task.id}`);
    expect(read.body.history).toHaveLength(2);
  });

  it('asks for the version that was read, and names both when it is no longer that one', async () => {
    const { body: task } = await open().expect(201);
    await world.as(peer).post(`/v1/tasks/${task.id}/moves`).send({ move: 'complete' }).expect(428);
    await move(task, { move: 'set_aside', reason: 'other', until: '2026-12-01' }).expect(200);
    const { body } = await move(task, { move: 'complete' }).expect(412);
    expect(body).toMatchObject({ code: 'stale', expected: 1, current: 2 });
  });

  it('makes one move of two that are sent at once', async () => {
    const { body: task } = await open().expect(201);
    const both = await Promise.all([move(task, { move: 'complete' }), move(task, { move: 'client_declines' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is made and moved once, however often the same request comes', async () => {
    const id = newId();
    const first = await open({ id }).expect(201);
    const again = await open({ id }).expect(201);
    expect(again.body.id).toBe(id);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect((await open({ id, kind: 'other' }).expect(409)).body.code).toBe('id_taken');
    const send = () => move(first.body, { move: 'complete' }).set('idempotency-key', 'once');
    await send().expect(200);
    expect((await send().expect(200)).body.history).toHaveLength(2);
  });

  it('has its words and due date changed by merge patch', async () => {
    const { body: task } = await open({ note: 'Old', due: { at: '2026-11-24T09:00:00-07:00' } }).expect(201);
    const patch = (body: object, version: number) =>
      world.as(peer).patch(`/v1/tasks/${task.id}`).set('if-match', `"${version}"`).send(body);
    const changed = await patch({ title: 'Call about the lease', note: null }, 1).expect(200);
    expect(changed.body).toMatchObject({ title: 'Call about the lease', note: null, version: 2 });
    expect(changed.body.due).toEqual({ on: null, at: '2026-11-24T16:00:00.000Z' });
    expect((await patch({ due: null }, 2).expect(200)).body.due).toBeNull();
    await patch({ due: null }, 2).expect(412);
    expect((await patch({ title: null }, 3).expect(400)).body.code).toBe('invalid');
    expect((await patch({ state: 'done' }, 3).expect(400)).body.code).toBe('invalid');
  });

  it('is not found any more once its reader has left the care team, like one that never was', async () => {
    const colleague = await world.worker('counsellor', peer.organisationId);
    await joinTeam(world, peer, clientId, colleague);
    const { body: task } = await open().expect(201);
    await world.as(colleague).get(`/v1/tasks/${task.id}`).expect(200);
    await leaveTeam(world, clientId, colleague);
    const unseen = await world.as(colleague).get(`/v1/tasks/${task.id}`).expect(404);
    const unknown = await world.as(colleague).get(`/v1/tasks/${newId()}`).expect(404);
    expect({ ...unseen.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    await world.as(colleague).get(`/v1/tasks?client=${clientId}`).expect(404);
    await move(task, { move: 'complete' }, colleague).expect(404);
    await open({}, colleague).expect(404);
  });

  it('takes the class of what it is about: who does not hold it neither sees nor opens it', async () => {
    const physician = await world.worker('physician', peer.organisationId);
    const coordinator = await world.worker('coordinator', peer.organisationId);
    await joinTeam(world, peer, clientId, physician);
    const { body: task } = await open({ class: 'mental_health' }, physician).expect(201);
    await world.as(coordinator).get(`/v1/tasks/${task.id}`).expect(404);
    const { body: found } = await world.as(coordinator).get(`/v1/tasks?client=${clientId}`).expect(200);
    expect(found.items.map((item: { id: Id }) => item.id)).not.toContain(task.id);
    expect(found.withheld).toContainEqual({ class: 'mental_health', rule: 'role' });
    const seen = await world.as(peer).get(`/v1/tasks/${task.id}`).expect(200);
    expect(seen.body.openMoves).toEqual([]);
    expect((await move(task, { move: 'complete' }).expect(403)).body.code).toBe('class_not_held');
    expect((await open({ class: 'mental_health' }).expect(403)).body.code).toBe('class_not_held');
  });

  it('writes down every read, list and move, without a word of it', async () => {
    const { body: task } = await open({ title: 'Kaleidoscope' }).expect(201);
    await move(task, { move: 'complete' }).expect(200);
    await world.as(peer).get(`/v1/tasks/${task.id}`).expect(200);
    const rows = await world.look<{ event: string; ground: string; row: string }>(
      `SELECT event, ground, audit_entry::text AS row FROM audit_entry WHERE client_id = $1 AND facts->>'taskId' = $2 ORDER BY at, id`,
      [clientId, task.id],
    );
    expect(rows.map(({ event }) => event).sort()).toEqual([
      'task.moved',
      'task.opened',
      'task.read',
      'task.read',
      'task.read',
    ]);
    expect(rows.every(({ ground }) => ground === 'care_team')).toBe(true);
    expect(rows.some(({ row }) => row.includes('Kaleidoscope'))).toBe(false);
  });
});
