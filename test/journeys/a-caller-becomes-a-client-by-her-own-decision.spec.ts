import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { meetCaller, plantReception, plantReferral, type Call } from '../support/line.js';
import { World, type Worker } from '../support/world.js';

interface Link {
  readonly id: Id;
  readonly version: number;
}
interface Taken {
  readonly callerLinkId: Id;
  readonly remembered: readonly { text: string }[];
  readonly referrals: readonly { asksFor: string; state: string }[];
}

describe('a caller becomes a client by her own decision', () => {
  let world: World;
  let operator: Worker;
  let counsellor: Worker;
  let colleague: Worker;
  let fox: Call;
  let accepted: Id;
  let client: Id;
  let link: Link;
  beforeAll(async () => {
    world = await World.open();
    operator = await world.worker('line_operator', await world.organisation('response_line'));
    counsellor = await world.worker('counsellor');
    colleague = await world.worker('peer_navigator', counsellor.organisationId);
    fox = await meetCaller(world, operator, { remember: ['My dog is Biscuit'] });
    const of = operator;
    accepted = await plantReferral(world, { callerId: fox.id, of, receiver: counsellor.organisationId });
    const elsewhere = await world.organisation();
    const waiting = { state: 'sent', asksFor: 'housing' };
    await plantReferral(world, { callerId: fox.id, of, receiver: elsewhere, ...waiting });
    client = await newClient('Marie');
  });
  afterAll(() => world.close());

  async function newClient(goesBy: string, by = counsellor): Promise<Id> {
    return ((await world.as(by).post('/v1/clients').send({ goesBy }).expect(201)).body as { id: Id }).id;
  }

  const wish = (more: object = {}) => ({ referralId: accepted, parts: ['remembered'], howGiven: 'in_person', ...more });
  const linking = (more: object = {}, by = counsellor, of = client) =>
    world.as(by).post(`/v1/clients/${of}/caller-links`).send(wish(more));
  const history = async (by = counsellor): Promise<readonly Taken[]> =>
    (await world.as(by).get(`/v1/clients/${client}/line-history`).expect(200)).body.items;
  /** What it is said to follow from, and what its chain shows. */
  const hopsOf = async (id: Id): Promise<readonly [Id | null, readonly Id[]]> => {
    const one = (await world.as(counsellor).get(`/v1/referrals/${id}`).expect(200)).body as { followsId: Id | null };
    const { body } = await world.as(counsellor).get(`/v1/referrals/${id}/chain`).expect(200);
    return [one.followsId, (body.items as { id: Id }[]).map((hop) => hop.id)];
  };
  const unlinking = (version: number, key = 'first') =>
    world
      .as(counsellor)
      .post(`/v1/caller-links/${link.id}/moves`)
      .set('if-match', `"${version}"`)
      .set('idempotency-key', key)
      .send({ move: 'unlink' });

  it('and before that nothing that she told the line is read where she is a client', async () => {
    expect(await history()).toEqual([]);
    for (const id of [accepted, newId()]) {
      const { body } = await linking({ referralId: id }).expect(422);
      expect(body.code).toBe('not_taken_for_client');
    }
    await plantReception(world, counsellor, accepted, client);
    expect(await history()).toEqual([]);
    const another = await newClient('Robin');
    expect((await linking({}, counsellor, another).expect(422)).body.code).toBe('not_taken_for_client');
    expect((await linking({ parts: [] }).expect(400)).body.errors[0].pointer).toBe('/parts');
  });

  it('which only somebody writes down who holds her record and sees the referral', async () => {
    await linking({}, colleague).expect(404);
    const elsewhere = await world.worker('counsellor');
    await linking({}, elsewhere).expect(404);
    const coordinator = await world.worker('coordinator', counsellor.organisationId);
    expect((await linking({}, coordinator).expect(403)).body.code).toBe('role_may_not');
    const { body } = await world.as(coordinator).get(`/v1/clients/${client}/line-history`).expect(200);
    expect(body).toMatchObject({ items: [], withheld: [{ class: 'substance_use', rule: 'role' }] });
    await linking({}, operator).expect(403);
    expect((await linking({ explainedBy: newId() }).expect(422)).body.code).toBe('explainer_unknown');
  });

  it('she says so, and takes along what she chooses and no more', async () => {
    const said = 'Yes, that was me, and Biscuit should stand here too';
    const made = await linking({ said, explainedBy: colleague.membershipId, id: newId() }).expect(201);
    link = made.body;
    expect(made.headers['location']).toBe(`/v1/caller-links/${link.id}`);
    expect(made.body).toMatchObject({ clientId: client, referralId: accepted, parts: ['remembered'], said });
    expect(made.body).toMatchObject({ state: 'linked', openMoves: ['unlink'], explainedBy: colleague.membershipId });
    expect(JSON.stringify(made.body)).not.toContain(fox.id);
    const again = await linking({ said, explainedBy: colleague.membershipId, id: link.id }).expect(201);
    expect([again.body, again.headers['idempotent-replayed']]).toEqual([made.body, 'true']);
    expect((await linking().expect(409)).body.code).toBe('already_linked');
    const [taken, ...more] = await history();
    expect([taken?.callerLinkId, taken?.remembered.map(({ text }) => text)]).toEqual([link.id, ['My dog is Biscuit']]);
    expect([taken?.referrals, more]).toEqual([[], []]);
  });

  it('while the line reads its caller as before and learns nothing of a client', async () => {
    const { body } = await world.as(operator).get(`/v1/line/callers/${fox.id}`).expect(200);
    expect(JSON.stringify(body)).not.toContain(client);
    for (const path of [`clients/${client}/caller-links`, `clients/${client}/line-history`, `caller-links/${link.id}`])
      await world.as(operator).get(`/v1/${path}`).expect(403);
    await world.as(counsellor).get(`/v1/line/callers/${fox.id}`).expect(403);
  });

  it('and what she lets go with the line is gone here too, and what she adds is here', async () => {
    const path = `/v1/line/callers/${fox.id}/notes`;
    await world.as(operator).post(path).send({ text: 'I sleep better by day' }).expect(201);
    expect((await history())[0]?.remembered).toHaveLength(2);
    const [dog] = (await world.as(operator).get(path).expect(200)).body.items as { id: Id }[];
    const move = world.as(operator).post(`/v1/line/caller-notes/${dog?.id}/moves`).set('if-match', '"1"');
    await move.send({ move: 'let_go' }).expect(200);
    expect((await history())[0]?.remembered.map(({ text }) => text)).toEqual(['I sleep better by day']);
  });

  it('until she takes it back: on the very next request there are two sides again, each whole', async () => {
    const undone = await unlinking(1).expect(200);
    expect(undone.body).toMatchObject({ state: 'unlinked', unlinkedAt: world.now, openMoves: [], version: 2 });
    expect(await history()).toEqual([]);
    expect((await unlinking(1).expect(200)).body).toEqual(undone.body);
    expect((await unlinking(1, 'other').expect(412)).body.code).toBe('stale');
    expect((await unlinking(2, 'third').expect(409)).body.code).toBe('move_not_open');
    const listed = await world.as(counsellor).get(`/v1/clients/${client}/caller-links`).expect(200);
    expect(listed.body).toMatchObject({ items: [{ id: link.id, state: 'unlinked' }], withheld: [] });
    const { body } = await world.as(operator).get(`/v1/line/callers/${fox.id}`).expect(200);
    expect(body.remembered).toHaveLength(1);
    await world.as(counsellor).get(`/v1/clients/${client}`).expect(200);
  });

  it('and she may take along where else the line asked: what for, where it stands and since when', async () => {
    const { body } = await linking({ parts: ['referrals', 'referrals'] }).expect(201);
    expect(body.parts).toEqual(['referrals']);
    link = body;
    const [taken] = await history();
    expect(taken?.remembered).toEqual([]);
    expect(taken?.referrals).toEqual([
      expect.objectContaining({ asksFor: 'housing', urgency: 'soon', state: 'sent', stateSince: world.now }),
    ]);
    const next = { outside: { name: 'Larchwood House', by: 'phone' }, asksFor: 'housing', agreedHow: 'in_person' };
    const path = `/v1/clients/${client}/referrals`;
    const draft = { ...next, followsId: accepted };
    const { id } = (await world.as(counsellor).post(path).send(draft).expect(201)).body as Link;
    expect(await hopsOf(id)).toEqual([accepted, [accepted, id]]);
    expect((await hopsOf(accepted))[1]).toEqual([accepted, id]);
    await unlinking(1, 'fourth').expect(200);
    expect(await history()).toEqual([]);
    // Each of the two is still seen; that they are of one person is not.
    expect(await hopsOf(id)).toEqual([null, [id]]);
    expect((await hopsOf(accepted))[1]).toEqual([accepted]);
    const listed = (await world.as(counsellor).get(path).expect(200)).body.items as { followsId: Id | null }[];
    expect(listed.map(({ followsId }) => followsId)).toEqual([null]);
  });

  it('also long after what she was referred for is over', async () => {
    await world.plant(
      `UPDATE referral SET state = 'completed', ended_at = $2::timestamptz - interval '40 days', version = version + 1 WHERE id = $1`,
      [accepted, world.now],
    );
    await world.as(counsellor).get(`/v1/referrals/${accepted}`).expect(404);
    link = (await linking().expect(201)).body;
    await unlinking(1, 'fifth').expect(200);
  });

  it('and the audit of her record says that there was a link, and never to whom of the line', async () => {
    const rows = await world.look<{ event: string; facts: object; client_id: Id }>(
      `SELECT event, facts, client_id FROM audit_entry WHERE event LIKE 'caller\\_link.%' OR event LIKE 'line\\_history.%'`,
    );
    expect(new Set(rows.map(({ event }) => event))).toEqual(
      new Set([
        'caller_link.made',
        'caller_link.read',
        'caller_link.undone',
        'caller_link.listed',
        'line_history.read',
      ]),
    );
    expect(rows.every((row) => row.client_id === client)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(fox.id);
  });
});
