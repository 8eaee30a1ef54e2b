import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { act, joinTeam } from '../support/client-record.js';
import { agrees, type Given } from '../support/consents.js';
import { handLinksOf } from '../support/hand-links.js';
import { World, type Worker } from '../support/world.js';

describe('a link shows no more than its maker reads', () => {
  let world: World;
  let peer: Worker;
  let coordinator: Worker;
  let physician: Worker;
  let client: Id;
  let denial: Given;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    coordinator = await world.worker('coordinator', peer.organisationId);
    physician = await world.worker('physician', peer.organisationId);
    client = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Kestrel' }).expect(201)).body.id;
    await joinTeam(world, peer, client, physician);
    denial = await agrees(world, peer, client, {
      ...{ decision: 'deny', recipient: { membershipId: physician.membershipId }, classes: ['mental_health'] },
    });
  });
  afterAll(() => world.close());

  const holds = async (by: Worker): Promise<As> => {
    const links = handLinksOf(world, () => ({ peer: by, client }));
    return world.as({ token: await links.token(await links.make()) });
  };
  type As = ReturnType<World['as']>;
  const withheld = async (as: As): Promise<string[]> =>
    (await as.get(`/v1/clients/${client}/care-plan`).expect(200)).body.withheld.map(
      (each: { class: string }) => each.class,
    );

  it('to whoever holds it, the maker as well, who knows the code', async () => {
    expect(await withheld(await holds(peer))).toEqual(['counselling']);
    for (const maker of [coordinator, physician]) {
      const own = await withheld(world.as(maker));
      expect(await withheld(await holds(maker))).toEqual(expect.arrayContaining(own));
    }
    expect(await withheld(await holds(physician))).toContain('mental_health');
  });

  it('and nobody makes one who reads by her consent, and would read on when she took it back', async () => {
    const far = await world.worker('physician');
    await joinTeam(world, peer, client, far);
    const recipient = { organisationId: far.organisationId };
    await agrees(world, peer, client, { recipient, classes: ['identity_name', 'coordination'] });
    const { body } = await world
      .as(far)
      .post(`/v1/clients/${client}/hand-links`)
      .send({ codeTold: 'phone', language: 'en' })
      .expect(403);
    expect(body.code).toBe('link_made_at_home');
  });

  it('neither past the application', async () => {
    const made = act(world, coordinator, (tx) =>
      tx.query(
        `INSERT INTO hand_link (id, client_id, token_hash, code_hash, code_told, language, classes, created_at, created_by,
           open_until, ends_at, misses, wait_until, version)
         VALUES ($1, $2, decode(repeat('01', 32), 'hex'), decode(repeat('01', 32), 'hex'), 'phone', 'en', '{mental_health}',
           app_now(), $3, app_now() + interval '1 hour', app_now() + interval '2 hours', 0, app_now(), 1)`,
        [newId(), client, coordinator.membershipId],
      ),
    );
    await expect(made).rejects.toThrow(/row-level security/);
  });

  it('nor is it made of what was opened in an emergency', async () => {
    await world
      .as(physician)
      .post(`/v1/clients/${client}/break-glass`)
      .send({ because: 'life_in_danger', reason: 'Nobody could reach her.' })
      .expect(201);
    const { body } = await world
      .as(physician)
      .post(`/v1/clients/${client}/hand-links`)
      .set('purpose-of-use', 'emergency')
      .send({ codeTold: 'phone', language: 'en' })
      .expect(403);
    expect(body.code).toBe('not_in_emergency');
  });

  it('and ends nothing that the client said no to', async () => {
    const hers = await holds(physician);
    const { body: read } = await hers.get(`/v1/consents/${denial.id}`).expect(200);
    expect(read.openMoves).toEqual([]);
    const { body } = await hers
      .post(`/v1/consents/${denial.id}/moves`)
      .set('if-match', '"1"')
      .send({ move: 'withdraw' })
      .expect(403);
    expect(body.code).toBe('denial_ended_together');
    expect(await world.look('SELECT state FROM consent WHERE id = $1', [denial.id])).toEqual([{ state: 'active' }]);
  });
});
