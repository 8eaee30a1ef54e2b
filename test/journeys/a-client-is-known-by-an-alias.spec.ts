import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { plusMinutes } from '../../src/kernel/civil-time.js';
import { newId } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';

describe('a client is known by an alias', () => {
  let world: World;
  let peer: Worker;
  let colleague: Worker;
  let coordinator: Worker;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    colleague = await world.worker('counsellor', peer.organisationId);
    coordinator = await world.worker('coordinator', peer.organisationId);
  });
  afterAll(() => world.close());

  const made = async (body: object) => (await world.as(peer).post('/v1/clients').send(body).expect(201)).body;

  it('an alias is enough, and whoever makes the record becomes her primary worker', async () => {
    const answer = await world.as(peer).post('/v1/clients').send({ goesBy: 'Sparrow' }).expect(201);
    const { id } = answer.body;
    expect(answer.headers['location']).toBe(`/v1/clients/${id}`);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toMatchObject({
      goesBy: 'Sparrow',
      province: 'AB',
      timeZone: 'America/Edmonton',
      languages: [],
      birthDate: null,
      homeOrganisationId: peer.organisationId,
      ground: { basis: 'care_team' },
      withheld: [{ class: 'counselling', rule: 'role' }],
      possibleDuplicates: [],
    });
    const team = await world.as(peer).get(`/v1/clients/${id}/care-team`).expect(200);
    expect(team.body.items).toMatchObject([{ membershipId: peer.membershipId, isPrimary: true, endedAt: null }]);
  });

  it('takes an id from a phone that was offline, once', async () => {
    const body = { id: newId(), goesBy: 'Robin' };
    expect((await made(body)).id).toBe(body.id);
    const again = await world.as(peer).post('/v1/clients').send(body).expect(201);
    expect(again.headers['idempotent-replayed']).toBe('true');
    await world
      .as(peer)
      .post('/v1/clients')
      .send({ ...body, goesBy: 'Wren' })
      .expect(409);
    await world.as(colleague).post('/v1/clients').send(body).expect(409);
    const alias = { id: body.id, setting: 'line', name: 'Red' };
    const taken = await world.as(peer).post(`/v1/clients/${body.id}/aliases`).send(alias).expect(409);
    expect(taken.body.code).toBe('id_taken');
  });

  it('is called the same in a list and in her plan, whatever names she has', async () => {
    const { id } = await made({ goesBy: 'Linnet' });
    const saidIn = async () => {
      const [listed, plan] = await Promise.all([
        world.as(peer).get('/v1/clients?limit=200').expect(200),
        world.as(peer).get(`/v1/clients/${id}/care-plan`).expect(200),
      ]);
      const inList = (listed.body.items as { id: string; goesBy: string }[]).find((item) => item.id === id)?.goesBy;
      return [inList, plan.body.person.goesBy];
    };
    const aliases = `/v1/clients/${id}/aliases`;
    const later = () => (world.now = plusMinutes(world.now, 1));
    later();
    await world.as(peer).post(aliases).send({ setting: 'family', name: 'Aunt Lin' }).expect(201);
    later();
    await world.as(peer).post(aliases).send({ setting: 'line', name: 'L.' }).expect(201);
    expect(await saidIn()).toEqual(['Linnet', 'Linnet']);
    later();
    await world.as(peer).post(aliases).send({ setting: 'goes_by', name: 'Redpoll' }).expect(201);
    expect(await saidIn()).toEqual(['Redpoll', 'Redpoll']);
    await world.plant(
      `UPDATE client_name SET ended_at = $2, version = version + 1 WHERE client_id = $1 AND setting = 'goes_by'`,
      [id, world.now],
    );
    expect(await saidIn()).toEqual(['Aunt Lin', 'Aunt Lin']);
  });

  it('is changed by merge patch against the version that was read', async () => {
    const { id } = await made({ goesBy: 'Magpie', pronouns: 'she/her', birthDate: '1991-02-03' });
    const patch = (match: string, body: object) =>
      world.as(peer).patch(`/v1/clients/${id}`).set('if-match', match).send(body);
    const changed = await patch('"1"', { pronouns: null, heardOfUs: 'response_line', languages: ['fr'] }).expect(200);
    expect(changed.headers['etag']).toBe('"2"');
    const read = await world.as(peer).get(`/v1/clients/${id}`).expect(200);
    expect(read.body).toEqual(changed.body);
    expect(read.body).toMatchObject({ pronouns: null, birthDate: '1991-02-03', version: 2 });
    expect((await patch('"1"', { birthDate: null }).expect(412)).body).toMatchObject({ expected: 1, current: 2 });
    await world.as(peer).patch(`/v1/clients/${id}`).send({ birthDate: null }).expect(428);
    await patch('"2"', { birthDate: '1991-02-30', province: null, nickname: 'x' }).expect(400);
  });

  it('is the same not found for a colleague outside the team, for a stranger and for an id that nobody has', async () => {
    const { id } = await made({ goesBy: 'Heron' });
    const stranger = await world.worker('physician');
    const bodies = await Promise.all(
      [
        [colleague, id],
        [stranger, id],
        [stranger, newId()],
      ].map(async ([who, wanted]) => {
        const answer = await world
          .as(who as Worker)
          .get(`/v1/clients/${wanted as string}`)
          .expect(404);
        const { requestId: _, ...body } = answer.body;
        return { body, length: answer.headers['content-length'] };
      }),
    );
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('is seen and not changed by the coordinator, who is told why', async () => {
    const { id } = await made({ goesBy: 'Finch' });
    const read = await world.as(coordinator).get(`/v1/clients/${id}`).expect(200);
    expect(read.body.ground).toEqual({ basis: 'supervision', basisId: peer.organisationId });
    const patch = world.as(coordinator).patch(`/v1/clients/${id}`).set('if-match', '"1"').send({ pronouns: 'x' });
    expect((await patch.expect(403)).body.code).toBe('role_may_not');
  });

  it('leaves an entry for every reading and changing, and none of her words in it', async () => {
    const { id } = await made({ goesBy: 'Kestrel-of-the-Valley', pronouns: 'never-before-noon' });
    await world.as(peer).get(`/v1/clients/${id}`).expect(200);
    await world.as(coordinator).get('/v1/clients').expect(200);
    const entries = await world.look<{ event: string; row: string }>(
      'SELECT event, a::text AS row FROM audit_entry a WHERE client_id = $1 ORDER BY at, id',
      [id],
    );
    expect(entries.map(({ event }) => event).sort()).toEqual(['client.created', 'client.listed', 'client.read']);
    expect(entries.map(({ row }) => row).join()).not.toMatch(/Kestrel|noon/);
  });

  it('pages through a caseload without gaps or doubles', async () => {
    const counsellor = await world.worker('counsellor');
    const ids = new Set<string>();
    for (let i = 0; i < 5; i++) {
      const { body } = await world
        .as(counsellor)
        .post('/v1/clients')
        .send({ goesBy: `Bird ${i}` })
        .expect(201);
      ids.add(body.id);
    }
    const seen: string[] = [];
    for (let path: string | undefined = '/v1/clients?limit=2'; path !== undefined;) {
      const { body, headers }: Response = await world.as(counsellor).get(path).expect(200);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      path = /<([^>]+)>/.exec(headers['link'] ?? '')?.[1];
    }
    expect(seen).toEqual([...ids].sort());
  });
});
