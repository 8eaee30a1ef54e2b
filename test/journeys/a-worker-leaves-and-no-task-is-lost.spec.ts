import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { TaskOpening } from '../../src/tasks/application/task-opening.js';
import { act, clientOf, joinTeam } from '../support/client-record.js';
import { eventually } from '../support/eventually.js';
import { World, type Worker } from '../support/world.js';

describe('a worker leaves', () => {
  let world: World;
  let peer: Worker;
  let leaver: Worker;
  let coordinator: Worker;
  let administrator: Worker;
  let clientId: Id;
  let taskId: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    leaver = await world.worker('counsellor', peer.organisationId);
    coordinator = await world.worker('coordinator', peer.organisationId);
    administrator = await world.worker('administrator', peer.organisationId);
    clientId = await clientOf(world, peer);
    await joinTeam(world, peer, clientId, leaver);
    await world.app.get(JobRunner).start();
  });
  afterAll(() => world.close());

  const open = async (more: object = {}, worker = leaver): Promise<Id> =>
    (
      await world
        .as(worker)
        .post(`/v1/clients/${clientId}/tasks`)
        .send({ kind: 'visit', title: 'Visit', ...more })
        .expect(201)
    ).body.id;
  const leaves = async (path: string, move: 'end' | 'disable') => {
    await world.stepUp(administrator);
    return world.as(administrator).post(`${path}/moves`).set('if-match', '"1"').send({ move }).expect(200);
  };
  const orphans = async (worker: Worker): Promise<Id[]> =>
    (await world.as(worker).get('/v1/tasks?whose=orphaned').expect(200)).body.items.map(({ id }: { id: Id }) => id);
  const notices = async (worker: Worker): Promise<Record<string, unknown>[]> =>
    (await world.as(worker).get('/v1/notices').expect(200)).body.items;

  it('and her open tasks stand with the coordinator, who is told once for each client', async () => {
    taskId = await open();
    await open({ kind: 'call_her_back' });
    const done = await open();
    await world
      .as(leaver)
      .post(`/v1/tasks/${done}/moves`)
      .set('if-match', '"1"')
      .send({ move: 'complete' })
      .expect(200);
    const house = await act(world, leaver, (tx) =>
      world.app.get(TaskOpening).within(tx, { about: null, kind: 'debrief_offer' }, {}),
    );
    expect(await orphans(coordinator)).toEqual([]);
    world.now = '2026-11-24T09:00:00.000Z';
    await leaves(`/v1/memberships/${leaver.membershipId}`, 'end');
    expect(await orphans(coordinator)).toHaveLength(3);
    expect(await orphans(coordinator)).toEqual(expect.arrayContaining([taskId, house.id]));
    await eventually(async () => expect(await notices(coordinator)).toHaveLength(2));
    expect(await notices(coordinator)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'tasks_left_behind', clientId, source: { kind: 'client', id: clientId } }),
        expect.objectContaining({ clientId: null, source: { kind: 'membership', id: leaver.membershipId } }),
      ]),
    );
  });

  it('and the coordinator hands them on', async () => {
    const to = { membershipId: peer.membershipId };
    await world
      .as(coordinator)
      .post(`/v1/tasks/${taskId}/moves`)
      .set('if-match', '"1"')
      .send({ move: 'hand_over', to })
      .expect(200);
    expect(await orphans(coordinator)).not.toContain(taskId);
    const { body } = await world.as(peer).get('/v1/tasks').expect(200);
    expect(body.items.map(({ id }: { id: Id }) => id)).toContain(taskId);
  });

  it('with a task of a class that no coordinator holds: whoever on the team holds it finds it left behind', async () => {
    const physician = await world.worker('physician', peer.organisationId);
    await joinTeam(world, peer, clientId, physician);
    const second = await world.worker('counsellor', peer.organisationId);
    await joinTeam(world, peer, clientId, second);
    const hidden = await open({ class: 'mental_health' }, second);
    world.now = '2026-11-25T09:00:00.000Z';
    await leaves(`/v1/staff/${second.personId}`, 'disable');
    expect(await orphans(physician)).toContain(hidden);
    expect(await orphans(coordinator)).not.toContain(hidden);
    await eventually(async () => expect(await notices(coordinator)).toHaveLength(3));
  });

  it('and another organisation hears nothing of it', async () => {
    const elsewhere = await world.worker('coordinator');
    expect(await orphans(elsewhere)).toEqual([]);
    expect(await notices(elsewhere)).toEqual([]);
  });

  it('while a task about no client carries no words, stays in its organisation and shows to those who owe it', async () => {
    const operator = await world.worker('line_operator', peer.organisationId);
    const elsewhere = await world.worker('line_operator');
    const opening = world.app.get(TaskOpening);
    const wish = { about: null, kind: 'review_rule_pack' as const, owner: { role: 'line_operator' as const } };
    const house = await act(world, coordinator, (tx) => opening.within(tx, wish, {}));
    const words = { title: 'Words' };
    await expect(act(world, coordinator, (tx) => opening.within(tx, { ...wish, words }, {}))).rejects.toThrow(
      'words_need_client',
    );
    const { body } = await world.as(operator).get('/v1/tasks?whose=role').expect(200);
    expect(body.items).toMatchObject([{ id: house.id, clientId: null, class: null, title: null }]);
    expect(body.items[0].openMoves).not.toContain('client_declines');
    const move = (wanted: object) =>
      world.as(operator).post(`/v1/tasks/${house.id}/moves`).set('if-match', '"1"').send(wanted);
    expect((await move({ move: 'client_declines' }).expect(409)).body.code).toBe('task_about_no_client');
    expect((await move({ move: 'complete', note: 'Words' }).expect(422)).body.code).toBe('words_need_client');
    const away = { move: 'hand_over', to: { membershipId: elsewhere.membershipId } };
    expect((await move(away).expect(409)).body.code).toBe('owner_not_here');
    await world.as(elsewhere).get(`/v1/tasks/${house.id}`).expect(404);
    await world.as(peer).get(`/v1/tasks/${house.id}`).expect(404);
    await move({ move: 'complete' }).expect(200);
    await world.as(operator).get(`/v1/tasks/${newId()}`).expect(404);
  });
});
