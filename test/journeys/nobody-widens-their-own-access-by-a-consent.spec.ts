import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { act, joinTeam } from '../support/client-record.js';
import { agrees, type Given } from '../support/consents.js';
import { World, type Worker } from '../support/world.js';

const SAID = { howGiven: 'in_person', language: 'en', copyGiven: true };

describe('nobody widens their own access by a consent', () => {
  let world: World;
  let [peer, physician, coordinator, officer]: Worker[] = [];
  let clientId: Id;
  /** The coordinator's other membership, at another organisation. */
  let elsewhere: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    const home = peer.organisationId;
    physician = await world.worker('physician', home);
    coordinator = await world.worker('coordinator', home);
    officer = await world.worker('privacy_officer', home);
    clientId = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Kestrel' }).expect(201)).body.id;
    await joinTeam(world, peer, clientId, physician);
    elsewhere = newId();
    await world.plant(
      `INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version)
       VALUES ($1, $2, $3, 'peer_navigator', $4, 1)`,
      [elsewhere, coordinator.personId, await world.organisation(), world.now],
    );
  });
  afterAll(() => world.close());

  const records = (worker: Worker, wish: object) =>
    world
      .as(worker)
      .post(`/v1/clients/${clientId}/consents`)
      .send({ decision: 'permit', ...SAID, ...wish });
  const ends = (worker: Worker, { id, version }: Given, move = 'withdraw') =>
    world.as(worker).post(`/v1/consents/${id}/moves`).set('if-match', `"${version}"`).send({ move });
  const counselling = (recipient: object) => ({ recipient, classes: ['counselling'] });

  it('neither as the one named, nor in the role or organisation named, nor in another membership', async () => {
    const { organisationId, membershipId } = physician!;
    const wishes: readonly (readonly [Worker, object])[] = [
      [physician!, counselling({ membershipId })],
      [physician!, counselling({ organisationId, role: 'physician' })],
      [physician!, counselling({ organisationId })],
      [coordinator!, { recipient: { membershipId: elsewhere }, classes: ['mental_health'] }],
    ];
    for (const [worker, wish] of wishes) {
      const { body } = await records(worker, wish).expect(403);
      expect(body.code).toBe('consent_for_oneself');
    }
    expect(await world.look('SELECT FROM consent')).toEqual([]);
    expect(await world.look(`SELECT FROM audit_entry WHERE facts ->> 'code' = 'consent_for_oneself'`)).toHaveLength(4);
    await records(peer!, { ...counselling({ membershipId }), explainedBy: membershipId }).expect(201);
  });

  it('and neither past the application', async () => {
    const permit = act(world, coordinator!, (tx) =>
      tx.query(
        `INSERT INTO consent (id, client_id, decision, recipient_kind, recipient_organisation_id, recipient_membership_id,
           classes, valid_from, how_given, explained_by, language, copy_given, words, state, created_at, created_by,
           updated_at, updated_by, version)
         SELECT $1, $2, 'permit', 'person', organisation_id, id, '{mental_health}', app_now(), 'phone', $4, 'en', false,
           '\\x01', 'active', app_now(), $4, app_now(), $4, 1 FROM membership WHERE id = $3`,
        [newId(), clientId, elsewhere, coordinator!.membershipId],
      ),
    );
    await expect(permit).rejects.toThrow(/row-level security/);
  });

  describe('where the client said no to somebody', () => {
    const denies = (by: Worker, of: Worker, more: object = {}) =>
      agrees(world, by, clientId, {
        ...{ decision: 'deny', recipient: { membershipId: of.membershipId }, classes: ['mental_health'] },
        ...more,
      });

    it('who heard it from her and is kept out by it does not end it; the privacy officer does', async () => {
      const given = await denies(peer!, peer!);
      for (const move of ['withdraw', 'enter_in_error']) {
        const { body } = await ends(peer!, given, move).expect(403);
        expect(body.code).toBe('consent_for_oneself');
      }
      const { body } = await world.as(peer!).get(`/v1/consents/${given.id}`).expect(200);
      expect(body.openMoves).toEqual([]);
      const past = await act(world, peer!, (tx) =>
        tx.query(
          `UPDATE consent SET state = 'withdrawn', ended_at = app_now(), updated_by = $2, version = version + 1
            WHERE id = $1 RETURNING id`,
          [given.id, peer!.membershipId],
        ),
      );
      expect(past).toEqual([]);
      await ends(officer!, given).expect(200);
    });

    it('nor is it ended by a privacy officer who is kept out by it in her other role', async () => {
      const both = newId();
      await world.plant(
        `INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version)
         VALUES ($1, $2, $3, 'counsellor', $4, 1)`,
        [both, officer!.personId, officer!.organisationId, world.now],
      );
      const given = await agrees(world, peer!, clientId, {
        ...{ decision: 'deny', recipient: { membershipId: both }, classes: ['mental_health'] },
      });
      expect((await ends(officer!, given).expect(403)).body.code).toBe('consent_for_oneself');
      await ends(coordinator!, given).expect(200);
    });

    it('it is not there for them in any of their memberships', async () => {
      const given = await agrees(world, peer!, clientId, {
        ...{ decision: 'deny', recipient: { membershipId: elsewhere }, classes: ['coordination'] },
      });
      await world.as(coordinator!).get(`/v1/consents/${given.id}`).expect(404);
      await ends(coordinator!, given).expect(404);
    });

    it('nor is there a task about her that tells them, and who wrote it down is asked all the same', async () => {
      const given = await denies(peer!, physician!, { until: '2027-11-23T16:00:00.000Z' });
      await world.as(physician!).get(`/v1/consents/${given.id}`).expect(404);
      const seen = async (worker: Worker, query: string) =>
        (await world.as(worker).get(`/v1/tasks?${query}`).expect(200)).body.items.filter(
          ({ kind }: { kind: string }) => kind === 'renew_consent',
        );
      expect(await seen(physician!, `client=${clientId}`)).toEqual([]);
      expect(await seen(physician!, `source=${given.id}`)).toEqual([]);
      expect(await seen(peer!, '')).toHaveLength(1);
      await ends(coordinator!, given).expect(200);
    });
  });
});
