import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Worker } from '../support/world.js';

describe('a client says how she may be reached', () => {
  let world: World;
  let peer: Worker;
  let id: string;
  beforeAll(async () => {
    world = await World.open('2026-11-23T16:00:00.000Z'); // Monday, 09:00 in Edmonton at permanent summer time is 10:00
    peer = await world.worker('peer_navigator');
    id = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Junco' }).expect(201)).body.id;
  });
  afterAll(() => world.close());

  const channels = async (who = peer) => (await world.as(who).get(`/v1/clients/${id}/channels`).expect(200)).body;
  const add = async (body: object) =>
    (await world.as(peer).post(`/v1/clients/${id}/channels`).send(body).expect(201)).body;

  it('in the hours she named, over midnight too, in her own time zone', async () => {
    const evenings = [{ days: [1, 3], from: '18:00', to: '01:30' }];
    const made = await add({
      ...{ kind: 'text', value: '403 555 0188', mayContact: true, safeHours: evenings },
      ...{ sayWho: 'Sam from the library', sayWhat: 'Your book is in.' },
    });
    expect(made).toMatchObject({
      contactableNow: false,
      notNowBecause: 'outside_safe_hours',
      mayLeaveVoicemail: false,
    });
    const start = Date.parse(made.nextSafeAt);
    world.now = new Date(start - 1).toISOString();
    expect((await channels()).items[0]).toMatchObject({ contactableNow: false, nextSafeAt: made.nextSafeAt });
    world.now = made.nextSafeAt;
    expect((await channels()).items[0]).toMatchObject({ contactableNow: true, notNowBecause: null });
    world.now = new Date(start + 7.5 * 3_600_000 - 1).toISOString();
    expect((await channels()).items[0].contactableNow).toBe(true);
    world.now = new Date(start + 7.5 * 3_600_000).toISOString();
    const closed = (await channels()).items[0];
    expect(closed.contactableNow).toBe(false);
    expect(Date.parse(closed.nextSafeAt) - start).toBe(48 * 3_600_000);
    // Two zones further east the same wall-clock hours begin earlier.
    const client = await world.as(peer).get(`/v1/clients/${id}`).expect(200);
    const patch = world.as(peer).patch(`/v1/clients/${id}`).set('if-match', client.headers['etag']!);
    await patch.send({ timeZone: 'America/Toronto' }).expect(200);
    expect(Date.parse((await channels()).items[0].nextSafeAt)).toBeLessThan(Date.parse(closed.nextSafeAt));
  });

  it('and a channel she said no to is not used at any hour', async () => {
    const made = await add({ kind: 'letter', value: '12 Elm Street', mayContact: false });
    expect(made).toMatchObject({ contactableNow: false, notNowBecause: 'asked_not_to', nextSafeAt: null });
    const path = `/v1/clients/${id}/channels/${made.id}`;
    const changed = await world.as(peer).patch(path).set('if-match', '"1"').send({ mayContact: true }).expect(200);
    expect(changed.body).toMatchObject({ contactableNow: true, value: '12 Elm Street', version: 2 });
    const ended = await world.as(peer).post(`${path}/moves`).set('if-match', '"2"').send({ move: 'end' }).expect(200);
    expect(ended.body).toMatchObject({ contactableNow: false, notNowBecause: 'ended' });
  });

  it('and whom she chose to stand by her, and what they may be told', async () => {
    const body = {
      name: 'Auntie Rose',
      mayBeTold: 'only_that_we_try_to_reach',
      relation: 'my auntie',
      reachedBy: '555 0199',
    };
    const made = await world.as(peer).post(`/v1/clients/${id}/supporters`).send(body).expect(201);
    expect(made.body).toMatchObject({ ...body, openMoves: ['end'] });
    const coordinator = await world.worker('coordinator', peer.organisationId);
    const seen = await world.as(coordinator).get(`/v1/clients/${id}/supporters`).expect(200);
    expect(seen.body).toMatchObject({
      items: [{ name: 'Auntie Rose', openMoves: [] }],
      ground: { basis: 'supervision' },
    });
    const add = world.as(coordinator).post(`/v1/clients/${id}/supporters`).send(body);
    expect((await add.expect(403)).body.code).toBe('role_may_not');
  });

  it('and a class that is withheld is an empty list that says so, and a record of it is not found', async () => {
    const physician = await world.worker('physician', peer.organisationId);
    const join = { membershipId: physician.membershipId };
    await world.as(peer).post(`/v1/clients/${id}/care-team`).send(join).expect(201);
    const { items } = await channels(physician);
    expect(items).toHaveLength(1);
    const one = () => world.as(physician).get(`/v1/clients/${id}/channels/${items[0].id}`);
    expect((await one().expect(200)).body).toEqual(items[0]);
    // Consent will withhold a class by a row here; until it does, the table's owner stands in for it.
    await world.plant(
      `UPDATE access_grant SET read_classes = array_remove(read_classes, 'identity_contact'),
        write_classes = array_remove(write_classes, 'identity_contact') WHERE grantee_id = $1`,
      [physician.membershipId],
    );
    const withheld = await channels(physician);
    expect(withheld.items).toEqual([]);
    const unseen = world.as(physician).get(`/v1/clients/${id}/channels/${id}`);
    const told = [(await one().expect(404)).body, (await unseen.expect(404)).body];
    expect({ ...told[0], requestId: '' }).toEqual({ ...told[1], requestId: '' });
    expect(withheld.withheld).toContainEqual({ class: 'identity_contact', rule: 'consent' });
    const patch = (of: string) =>
      world.as(physician).patch(`/v1/clients/${id}/channels/${of}`).set('if-match', '"1"').send({ mayContact: false });
    expect((await patch(items[0].id).expect(403)).body.code).toBe('class_not_held');
  });
});
