import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import type { Id } from '../../src/kernel/ids.js';
import { clientOf } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

describe('tasks', () => {
  let world: World;
  let peer: Worker;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
  });
  afterAll(() => world.close());

  const list = async (query: string): Promise<Id[]> => {
    const { body } = await world.as(peer).get(`/v1/tasks?${query}`).expect(200);
    return body.items.map((item: { id: Id }) => item.id);
  };

  it('are listed page by page, what falls due first, first, and what has no day, last', async () => {
    const other = await clientOf(world, peer);
    const openAt = async (due?: object) =>
      (
        await world
          .as(peer)
          .post(`/v1/clients/${other}/tasks`)
          .send({ kind: 'visit', title: 'Visit', ...(due && { due }) })
          .expect(201)
      ).body.id;
    const never = await openAt();
    const late = await openAt({ on: '2026-12-24' });
    const soon = await openAt({ at: '2026-11-24T10:00:00Z' });
    const seen: Id[] = [];
    for (let path: string | undefined = `/v1/tasks?client=${other}&limit=1`; path;) {
      const { body, headers }: Response = await world.as(peer).get(path).expect(200);
      seen.push(...body.items.map((item: { id: Id }) => item.id));
      path = /<([^>]+)>/.exec(headers['link'] ?? '')?.[1];
    }
    expect(seen).toEqual([soon, late, never]);
    expect(await list(`client=${other}&due[before]=2026-12-01T00:00:00Z`)).toEqual([soon]);
    const broken = Buffer.from('["x","y"]').toString('base64url');
    await world.as(peer).get(`/v1/tasks?cursor=${broken}`).expect(400);
  });

  it('are those for me, unless somebody asks otherwise: my own and my role’s in one order', async () => {
    const colleague = await world.worker('peer_navigator');
    const clientId = await clientOf(world, colleague);
    const given = async (on: string, owner: object) => {
      const wish = { kind: 'visit', title: 'Visit', due: { on }, owner };
      return (await world.as(colleague).post(`/v1/clients/${clientId}/tasks`).send(wish).expect(201)).body.id as Id;
    };
    const [me, role] = [{ membershipId: colleague.membershipId }, { role: 'peer_navigator' }];
    const ids = [await given('2026-12-01', me), await given('2026-12-02', role), await given('2026-12-03', me)];
    const seen: Id[] = [];
    for (let path: string | undefined = '/v1/tasks?limit=1'; path;) {
      const { body, headers }: Response = await world.as(colleague).get(path).expect(200);
      seen.push(...body.items.map((item: { id: Id }) => item.id));
      path = /<([^>]+)>/.exec(headers['link'] ?? '')?.[1];
    }
    expect(seen).toEqual(ids);
    const only = async (whose: string) =>
      (await world.as(colleague).get(`/v1/tasks?whose=${whose}`).expect(200)).body.items.map(
        ({ id }: { id: Id }) => id,
      );
    expect([await only('mine'), await only('role')]).toEqual([[ids[0], ids[2]], [ids[1]]]);
  });

  it('are asked for by whose they are, and all that ever were only of one client', async () => {
    const clientId = await clientOf(world, peer);
    const { body: task } = await world
      .as(peer)
      .post(`/v1/clients/${clientId}/tasks`)
      .send({ kind: 'visit', title: 'Visit' });
    await world
      .as(peer)
      .post(`/v1/tasks/${task.id}/moves`)
      .set('if-match', '"1"')
      .send({ move: 'complete' })
      .expect(200);
    expect(await list(`client=${clientId}`)).toEqual([]);
    expect(await list(`client=${clientId}&state=any`)).toEqual([task.id]);
    expect(await list('whose=organisation&state=done')).toContain(task.id);
    for (const query of [
      'state=any',
      'whose=anyone',
      'state=late',
      'whose=hers',
      'client=x',
      'client=%00',
      'due[before]=soon',
    ]) {
      await world.as(peer).get(`/v1/tasks?${query}`).expect(400);
    }
    for (const role of ['pharmacist', 'administrator', 'privacy_officer'] as const) {
      const other = await world.worker(role, peer.organisationId);
      const { body } = await world.as(other).get('/v1/tasks?whose=organisation').expect(200);
      expect(body.items).toEqual([]);
      await world.as(other).get(`/v1/tasks/${task.id}`).expect(404);
    }
  });
});
