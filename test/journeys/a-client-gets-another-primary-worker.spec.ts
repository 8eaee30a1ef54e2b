import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Worker } from '../support/world.js';

describe('a client gets another primary worker', () => {
  let world: World;
  let peer: Worker;
  let counsellor: Worker;
  let coordinator: Worker;
  let id: string;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    counsellor = await world.worker('counsellor', peer.organisationId);
    coordinator = await world.worker('coordinator', peer.organisationId);
    id = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Plover' }).expect(201)).body.id;
  });
  afterAll(() => world.close());

  const team = async (who: Worker) => (await world.as(who).get(`/v1/clients/${id}/care-team`).expect(200)).body.items;
  const move = (who: Worker, of: { id: string; version: number }, body: object) =>
    world.as(who).post(`/v1/clients/${id}/care-team/${of.id}/moves`).set('if-match', `"${of.version}"`).send(body);

  it('who joins the team and sees her from the next request on', async () => {
    await world.as(counsellor).get(`/v1/clients/${id}`).expect(404);
    const joining = { membershipId: counsellor.membershipId };
    const joined = await world.as(peer).post(`/v1/clients/${id}/care-team`).send(joining).expect(201);
    expect(joined.body).toMatchObject({ isPrimary: false, role: 'counsellor', openMoves: ['make_primary', 'end'] });
    await world.as(counsellor).get(`/v1/clients/${id}`).expect(200);
    const again = await world.as(peer).post(`/v1/clients/${id}/care-team`).send(joining).expect(409);
    expect(again.body).toMatchObject({ code: 'already_on_team', memberId: joined.body.id });
  });

  it('but nobody of elsewhere, and nobody whose role works without client data', async () => {
    const stranger = await world.worker('physician');
    const administrator = await world.worker('administrator', peer.organisationId);
    const join = (who: Worker) =>
      world.as(peer).post(`/v1/clients/${id}/care-team`).send({ membershipId: who.membershipId }).expect(422);
    expect((await join(stranger)).body.code).toBe('worker_not_here');
    expect((await join(administrator)).body.code).toBe('role_not_on_teams');
    await world.as(stranger).get(`/v1/clients/${id}`).expect(404);
  });

  it('and the one before hands over when leaving, and sees her no more', async () => {
    const [mine, theirs] = await team(peer);
    expect((await move(peer, mine, { move: 'end' }).expect(422)).body.code).toBe('leaving_needs_reason');
    const alone = await move(peer, mine, { move: 'end', because: 'worker_left' }).expect(409);
    expect(alone.body).toMatchObject({ code: 'primary_needs_successor' });
    await move(peer, mine, { move: 'end', because: 'worker_left', primaryTo: mine.id }).expect(422);
    const left = await move(peer, mine, { move: 'end', because: 'worker_left', primaryTo: theirs.id }).expect(200);
    expect(left.body).toMatchObject({ endedBecause: 'worker_left', endedAt: world.now, isPrimary: false });
    await world.as(peer).get(`/v1/clients/${id}`).expect(404);
    const after = await team(counsellor);
    expect(after).toMatchObject([
      { id: theirs.id, isPrimary: true, endedAt: null },
      { id: mine.id, endedBecause: 'worker_left', openMoves: [] },
    ]);
  });

  it('whom the coordinator may change, and the history stays', async () => {
    const joining = { membershipId: peer.membershipId, primary: true };
    await world.as(coordinator).post(`/v1/clients/${id}/care-team`).send(joining).expect(201);
    const now = await team(peer);
    expect(now.map(({ isPrimary }: { isPrimary: boolean }) => isPrimary)).toEqual([true, false, false]);
    const made = await move(coordinator, now[1], { move: 'make_primary' }).expect(200);
    expect(made.body).toMatchObject({ membershipId: counsellor.membershipId, isPrimary: true });
    const refused = await move(coordinator, made.body, { move: 'make_primary' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'primary_already', openMoves: ['end'] });
    expect(await team(counsellor)).toHaveLength(3);
  });
});
