import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Grants } from '../../src/access/grants.js';
import { UnitOfWork, type Tx } from '../../src/audit/unit-of-work.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';

/** As a use case would: the client, then herself as first team member, then everything else by grant. */
async function makeClient(world: World, worker: Worker): Promise<Id> {
  const id = newId();
  await act(world, worker, async (tx) => {
    await tx.query(
      `INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
       VALUES ($1, $2, 'AB', 'America/Edmonton', '{en}', '\\x01', $3, $4, $3, 1)`,
      [id, worker.organisationId, tx.now, worker.membershipId],
    );
    await tx.query(
      `INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
       VALUES ($1, $2, $3, true, $4, $3, 1)`,
      [newId(), id, worker.membershipId, tx.now],
    );
  });
  return id;
}

const act = <T>(world: World, worker: Worker, work: (tx: Tx) => Promise<T>): Promise<T> =>
  world.app.get(UnitOfWork).run({ ...worker, requestId: newId(), purpose: 'treatment' }, (tx) => {
    tx.record({ event: 'test.acted' });
    return work(tx);
  });

const visibleTo = (world: World, worker: Worker): Promise<Id[]> =>
  act(world, worker, async (tx) => (await tx.query<{ id: Id }>('SELECT id FROM client')).map((row) => row.id));

describe('grants', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('lets the maker of a record see it at once, and nobody of another organisation or outside the team', async () => {
    const peer = await world.worker('peer_navigator');
    const colleague = await world.worker('physician', peer.organisationId);
    const stranger = await world.worker('physician');
    const id = await makeClient(world, peer);
    expect(await visibleTo(world, peer)).toEqual([id]);
    expect(await visibleTo(world, colleague)).toEqual([]);
    expect(await visibleTo(world, stranger)).toEqual([]);
  });

  it('shows the application role nothing at all when nobody is named', async () => {
    await makeClient(world, await world.worker('counsellor'));
    const { rows } = await world.db.as('app', (client) => client.query('SELECT id FROM client'));
    expect(rows).toEqual([]);
  });

  it('takes access away on the next request when the membership on the team ends', async () => {
    const peer = await world.worker('peer_navigator');
    const coordinator = await world.worker('coordinator', peer.organisationId);
    const id = await makeClient(world, peer);
    await world.plant('UPDATE care_team_member SET ended_at = $2, version = version + 1 WHERE client_id = $1', [
      id,
      world.now,
    ]);
    expect(await visibleTo(world, peer)).toEqual([]);
    expect(await visibleTo(world, coordinator)).toEqual([id]);
  });

  it('refuses a role on the team that may not hold client data, whoever asks', async () => {
    const administrator = await world.worker('administrator');
    await expect(makeClient(world, administrator)).rejects.toThrow(/row-level security/);
  });

  it('says what is held, and the same not found for a client unknown and a client unseen', async () => {
    const peer = await world.worker('peer_navigator');
    const id = await makeClient(world, peer);
    const grants = world.app.get(Grants);
    const held = await act(world, peer, (tx) => grants.permit(tx, 'client:read', id));
    expect([...held.write].sort()).toEqual(['coordination', 'identity_contact', 'identity_name', 'substance_use']);
    expect(held.ground.basis).toBe('care_team');
    const stranger = await world.worker('peer_navigator');
    const refusal = (wanted: Id) =>
      act(world, stranger, (tx) => grants.permit(tx, 'client:read', wanted)).catch((fault: unknown) => fault);
    expect(await refusal(id)).toEqual(await refusal(newId()));
  });
});
