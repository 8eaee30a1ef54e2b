import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response, Test } from 'supertest';
import { newId } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';

const ROUNDS = process.env['PROOF'] === 'full' ? 200 : 8;

describe('two at once on one client', () => {
  let world: World;
  let peer: Worker;
  let coordinator: Worker;
  let physician: Worker;
  let counsellor: Worker;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    [coordinator, physician, counsellor] = await Promise.all([
      world.worker('coordinator', peer.organisationId),
      world.worker('physician', peer.organisationId),
      world.worker('counsellor', peer.organisationId),
    ]);
  });
  afterAll(() => world.close());

  const make = async () => (await world.as(peer).post('/v1/clients').send({ goesBy: 'Swift' }).expect(201)).body.id;
  const statuses = async (...requests: readonly Test[]) => {
    const answers: readonly Response[] = await Promise.all(requests);
    return answers.map(({ status }) => status).sort();
  };
  const rounds = async (round: (i: number) => Promise<void>) => {
    for (let i = 0; i < ROUNDS; i++) await round(i);
  };
  /** Grants that are not as they should be; there are none, whoever came first. */
  const drift = () =>
    world.look(
      '(TABLE access_grant EXCEPT TABLE expected_grants) UNION ALL (TABLE expected_grants EXCEPT TABLE access_grant)',
    );

  it('edits: one is saved, the other is told that it worked from an old version', () =>
    rounds(async () => {
      const id = await make();
      const edit = (pronouns: string) =>
        world.as(peer).patch(`/v1/clients/${id}`).set('if-match', '"1"').send({ pronouns });
      expect(await statuses(edit('one'), edit('two'))).toEqual([200, 412]);
      const [row] = await world.look<{ version: number }>('SELECT version FROM client WHERE id = $1', [id]);
      expect(row?.version).toBe(2);
    }));

  it('ends of one name: once', () =>
    rounds(async () => {
      const id = await make();
      const { items } = (await world.as(peer).get(`/v1/clients/${id}/aliases`).expect(200)).body;
      const end = () =>
        world
          .as(peer)
          .post(`/v1/clients/${id}/aliases/${items[0].id}/moves`)
          .set('if-match', '"1"')
          .send({ move: 'end' });
      expect(await statuses(end(), end())).toEqual([200, 412]);
    }));

  it('same ids: one record', () =>
    rounds(async () => {
      const body = { id: newId(), goesBy: 'Martin' };
      const told = await statuses(...Array.from({ length: 3 }, () => world.as(peer).post('/v1/clients').send(body)));
      expect(told.every((status) => status === 201 || status === 409)).toBe(true);
      expect(told).toContain(201);
      expect(await world.look('SELECT FROM client WHERE id = $1', [body.id])).toHaveLength(1);
      await world.as(peer).post('/v1/clients').send(body).expect(201);
    }));

  it('same ids of two workers: one has it, the other is told that it is taken', () =>
    rounds(async () => {
      const id = newId();
      const send = (who: Worker) => world.as(who).post('/v1/clients').send({ id, goesBy: 'Dunlin' });
      expect(await statuses(send(peer), send(physician))).toEqual([201, 409]);
    }));

  it('same keys: one record', () =>
    rounds(async () => {
      const key = newId();
      const send = () =>
        world
          .as(peer)
          .post('/v1/clients')
          .set('idempotency-key', key)
          .send({ goesBy: `Once ${key}` });
      const answers: readonly Response[] = await Promise.all([send(), send(), send()]);
      expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
      const ids = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id));
      expect(ids.size).toBe(1);
    }));

  it('new members of a team: both see her, and the grants are as they should be', () =>
    rounds(async () => {
      const id = await make();
      const join = (who: Worker, by: Worker) =>
        world.as(by).post(`/v1/clients/${id}/care-team`).send({ membershipId: who.membershipId });
      expect(await statuses(join(physician, peer), join(counsellor, coordinator))).toEqual([201, 201]);
      await world.as(physician).get(`/v1/clients/${id}`).expect(200);
      await world.as(counsellor).get(`/v1/clients/${id}`).expect(200);
      expect(await drift()).toEqual([]);
    }));

  it('the same new member twice: on the team once', () =>
    rounds(async () => {
      const id = await make();
      const join = (by: Worker) =>
        world.as(by).post(`/v1/clients/${id}/care-team`).send({ membershipId: physician.membershipId });
      expect(await statuses(join(peer), join(coordinator))).toEqual([201, 409]);
      expect(await drift()).toEqual([]);
    }));

  it('primary workers: one is, in the end', () =>
    rounds(async () => {
      const id = await make();
      const join = (who: Worker, by: Worker) =>
        world.as(by).post(`/v1/clients/${id}/care-team`).send({ membershipId: who.membershipId, primary: true });
      expect(await statuses(join(physician, peer), join(counsellor, coordinator))).toEqual([201, 201]);
      const team = (await world.as(peer).get(`/v1/clients/${id}/care-team`).expect(200)).body.items;
      const move = (member: { id: string; version: number }) =>
        world
          .as(coordinator)
          .post(`/v1/clients/${id}/care-team/${member.id}/moves`)
          .set('if-match', `"${member.version}"`)
          .send({ move: 'make_primary' });
      const others = team.filter(({ isPrimary }: { isPrimary: boolean }) => !isPrimary);
      const told = await statuses(...others.map(move));
      expect(told.every((status) => status === 200 || status === 412)).toBe(true);
      const primary = await world.look(
        'SELECT FROM care_team_member WHERE client_id = $1 AND is_primary AND ended_at IS NULL',
        [id],
      );
      expect(primary).toHaveLength(1);
    }));

  it('a membership that ends while its worker joins: no grant is left standing', () =>
    rounds(async () => {
      const id = await make();
      const leaving = await world.worker('physician', peer.organisationId);
      const join = world.as(peer).post(`/v1/clients/${id}/care-team`).send({ membershipId: leaving.membershipId });
      const [told] = await Promise.all([
        statuses(join),
        world.plant('UPDATE membership SET ended_at = started_at, version = version + 1 WHERE id = $1', [
          leaving.membershipId,
        ]),
      ]);
      expect([201, 422]).toContain(told[0]);
      expect(await drift()).toEqual([]);
    }));
});
