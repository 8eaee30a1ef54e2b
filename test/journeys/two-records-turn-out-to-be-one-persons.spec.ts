import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { AGREED, answersAbout, fullRecord, join, part } from '../support/joined-records.js';
import { World, type Worker } from '../support/world.js';

interface Item {
  readonly clientId: Id;
}

describe('two records turn out to be one person’s', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let coordinator: Worker;
  let robin: Id;
  let marie: Id;
  const told = new Map<Worker, [Readonly<Record<string, string>>, Readonly<Record<string, string>>]>();
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    physician = await world.worker('physician', peer.organisationId);
    coordinator = await world.worker('coordinator', peer.organisationId);
    robin = await fullRecord(world, peer, 'Robin');
    marie = await fullRecord(world, peer, 'Marie Tremblay', '1994-03-02');
    const joining = { membershipId: physician.membershipId };
    await world.as(peer).post(`/v1/clients/${robin}/care-team`).send(joining).expect(201);
    for (const who of [peer, physician])
      told.set(who, [await answersAbout(world, who, robin), await answersAbout(world, who, marie)]);
  });
  afterAll(() => world.close());

  const items = async (path: string, who = peer): Promise<readonly Item[]> =>
    (await world.as(who).get(path).expect(200)).body.items;
  const whose = (of: readonly Item[]) => [...new Set(of.map(({ clientId }) => clientId))].sort();
  const both = () => [robin, marie].sort();
  const preview = (who: Worker, id: Id, otherClientId: Id) =>
    world.as(who).post(`/v1/clients/${id}/links/preview`).send({ otherClientId });
  let link: { id: Id; version: number };

  it('and whoever sees both is shown beforehand what each holds, what they would be together, and what cannot both be so', async () => {
    const { body } = await preview(peer, robin, marie).expect(200);
    expect(body).toMatchObject({ isJoined: false, mayJoin: true, setAside: null, conflicts: [] });
    expect(body.records.map(({ clientId, goesBy }: { clientId: Id; goesBy: string }) => [clientId, goesBy])).toEqual([
      [robin, 'Robin'],
      [marie, 'Marie Tremblay'],
    ]);
    for (const { holds } of body.records) expect(holds).toContainEqual({ kind: 'need', count: 1 });
    expect(body.together).toContainEqual({ kind: 'need', count: 2 });
    await world
      .as(peer)
      .patch(`/v1/clients/${robin}`)
      .set('if-match', '"1"')
      .send({ birthDate: '1993-03-02' })
      .expect(200);
    const again = await preview(coordinator, robin, marie).expect(200);
    expect(again.body).toMatchObject({ conflicts: [{ code: 'two_birth_dates', clientIds: both() }], mayJoin: false });
    expect(JSON.stringify(again.body)).not.toMatch(/1993|1994/);
    await world.as(peer).patch(`/v1/clients/${robin}`).set('if-match', '"2"').send({ birthDate: null }).expect(200);
    told.set(peer, [await answersAbout(world, peer, robin), await answersAbout(world, peer, marie)]);
    told.set(physician, [await answersAbout(world, physician, robin), await answersAbout(world, physician, marie)]);
  });

  it('and somebody joins them, with a reason and with the client’s own agreement', async () => {
    expect((await join(world, peer, robin, robin).expect(422)).body.code).toBe('same_record');
    const notYet = { otherClientId: marie, ...AGREED, agreedAt: '2026-11-24T10:00:00Z' };
    const early = await world.as(peer).post(`/v1/clients/${robin}/links`).send(notYet).expect(422);
    expect(early.body.code).toBe('agreement_in_future');
    expect((await join(world, coordinator, robin, marie).expect(403)).body.code).toBe('role_may_not');
    const made = await join(world, peer, robin, marie).expect(201);
    expect(made.headers['location']).toBe(`/v1/record-links/${made.body.id}`);
    expect(made.body).toMatchObject({ clientIds: both(), state: 'joined', joinedAt: world.now, openMoves: ['part'] });
    expect((await join(world, peer, marie, robin).expect(409)).body.code).toBe('already_joined');
    link = made.body;
  });

  it('so that who sees both reads them as one, and each thing says of which record it is', async () => {
    for (const [id, other] of [
      [robin, marie],
      [marie, robin],
    ] as const) {
      for (const name of ['aliases', 'channels', 'supporters', 'care-team', 'contacts', 'goals', 'needs', 'timeline'])
        expect([name, whose(await items(`/v1/clients/${id}/${name}`))]).toEqual([name, both()]);
      expect(whose(await items(`/v1/tasks?client=${id}`))).toEqual(both());
      const { body: plan } = await world.as(peer).get(`/v1/clients/${id}/care-plan`).expect(200);
      expect(plan.records.map((one: Item) => one.clientId)).toEqual([id, other]);
      for (const name of ['sections', 'goals', 'needs', 'nextSteps', 'contacts', 'signOffs'])
        expect([name, whose(plan[name])]).toEqual([name, both()]);
      expect(whose(plan.person.team)).toEqual(both());
      const page = await world.as(peer).get(`/v1/clients/${id}/care-plan/page`).expect(200);
      expect(page.text).toContain('This page shows 2 records that were joined');
      expect(page.text).toContain('Robin wants');
      expect(page.text).toContain('Marie Tremblay wants');
    }
    const past = await world.as(peer).get(`/v1/clients/${robin}/care-plan?as-of=${world.now}`).expect(200);
    expect(whose(past.body.goals)).toEqual(both());
  });

  it('page after page, without a gap and without a double', async () => {
    const seen: Id[] = [];
    for (let path = `/v1/clients/${robin}/timeline?limit=3`; path !== '';) {
      const { body } = await world.as(peer).get(path).expect(200);
      seen.push(...body.items.map(({ id }: { id: Id }) => id));
      path = body.next ? `/v1/clients/${robin}/timeline?limit=3&cursor=${body.next}` : '';
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await items(`/v1/clients/${robin}/timeline?limit=200`)).length);
  });

  it('while who sees one of them is told nothing, to the letter', async () => {
    expect(await answersAbout(world, physician, robin)).toEqual(told.get(physician)?.[0]);
    expect(await answersAbout(world, physician, marie)).toEqual(told.get(physician)?.[1]);
    const unknown = await world.as(physician).get(`/v1/record-links/${newId()}`).expect(404);
    const unseen = await world.as(physician).get(`/v1/record-links/${link.id}`).expect(404);
    expect({ ...unseen.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    await part(world, physician, link).expect(404);
  });

  it('and what is written goes to the record that is named, never to the other one', async () => {
    const [theirs] = (await items(`/v1/clients/${robin}/aliases`)).filter(
      ({ clientId }) => clientId === marie,
    ) as unknown as [{ id: Id }];
    await world.as(peer).get(`/v1/clients/${robin}/aliases/${theirs.id}`).expect(404);
    const end = { move: 'end' };
    const path = `aliases/${theirs.id}/moves`;
    await world.as(peer).post(`/v1/clients/${robin}/${path}`).set('if-match', '"1"').send(end).expect(404);
    const rows = await world.look('SELECT FROM client_name WHERE client_id = $1 AND ended_at IS NULL', [marie]);
    expect(rows).toHaveLength(1);
  });

  it('and the log of each record says that it was read, by whom and on which ground', async () => {
    world.now = '2026-11-23T17:00:00.000Z';
    await world.as(peer).get(`/v1/clients/${robin}/needs`).expect(200);
    const rows = await world.look<{ client_id: Id; ground_id: Id; request_id: Id }>(
      `SELECT client_id, ground_id, request_id FROM audit_entry WHERE event = 'need.listed' AND at = $1`,
      [world.now],
    );
    expect(rows.map((row) => row.client_id).sort()).toEqual(both());
    expect(new Set(rows.map((row) => row.ground_id)).size).toBe(2);
    expect(new Set(rows.map((row) => row.request_id)).size).toBe(1);
    const joined = await world.look<{ client_id: Id; facts: object }>(
      `SELECT client_id, facts FROM audit_entry WHERE event = 'record_link.joined'`,
    );
    expect(joined.map((row) => row.client_id).sort()).toEqual(both());
    for (const { client_id: of, facts } of joined)
      expect(JSON.stringify(facts)).not.toContain(both().find((id) => id !== of));
    world.now = '2026-11-23T16:00:00.000Z';
  });

  it('until it is undone, and from the next request on there are two records, each as it was', async () => {
    const parted = await part(world, peer, link).expect(200);
    expect(parted.body).toMatchObject({ state: 'parted', partedBecause: 'client_asked', openMoves: [], version: 2 });
    expect((await part(world, peer, parted.body).expect(409)).body.code).toBe('move_not_open');
    const [ofLinks, ofTimeline] = [`/v1/clients/${robin}/links`, `/v1/clients/${robin}/timeline`];
    const { [ofLinks]: links, [ofTimeline]: timeline, ...now } = await answersAbout(world, peer, robin);
    const { [ofLinks]: _, [ofTimeline]: __, ...before } = told.get(peer)?.[0] ?? {};
    expect(now).toEqual(before);
    expect(links).toContain('"parted"');
    expect(timeline).toMatch(/"record_link".*"record_link"/);
    expect(await answersAbout(world, physician, robin)).toEqual(told.get(physician)?.[0]);
    const again = await join(world, peer, marie, robin).expect(201);
    expect(again.body.id).not.toBe(link.id);
    expect((await items(`/v1/clients/${robin}/links`)).length).toBe(2);
  });
});
