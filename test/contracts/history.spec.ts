import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork, type Tx } from '../../src/audit/unit-of-work.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';

const act = <T>(world: World, worker: Worker, work: (tx: Tx) => Promise<T>): Promise<T> =>
  world.app.get(UnitOfWork).run({ ...worker, requestId: newId(), purpose: 'treatment' }, (tx) => {
    tx.record({ event: 'test.acted' });
    return work(tx);
  });

/** A client with one supporter, planted past the application, cared for by this worker. */
async function plantClient(world: World, worker: Worker): Promise<{ id: Id; supporter: Id }> {
  const [id, supporter] = [newId(), newId()];
  await world.plant(
    `WITH clock AS (SELECT set_config('app.now', $3::text, false)),
      made AS (INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
        SELECT $1, $2, 'AB', 'America/Edmonton', '{en}', '\\x01', $3::timestamptz, $4, $3::timestamptz, 1 FROM clock)
     INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
       VALUES ($5, $1, $4, true, $3::timestamptz, $4, 1)`,
    [id, worker.organisationId, world.now, worker.membershipId, newId()],
  );
  await act(world, worker, (tx) =>
    tx.query(
      `INSERT INTO supporter (id, client_id, class, may_be_told, words, created_at, created_by, version)
       VALUES ($1, $2, 'identity_contact', 'nothing', '\\x02', $3, $4, 1)`,
      [supporter, id, tx.now, worker.membershipId],
    ),
  );
  return { id, supporter };
}

/** About her, of the class that everybody on a team reads. */
async function plantTask(world: World, { membershipId, organisationId }: Worker, clientId: Id): Promise<Id> {
  const id = newId();
  await world.plant(
    `INSERT INTO task (id, client_id, class, kind, words, owner_organisation_id, owner_membership_id, zone, state, created_at,
       created_by, updated_at, updated_by, version)
     VALUES ($1, $2, 'coordination', 'visit', '\\x01', $3, $4, 'America/Edmonton', 'open', $5, $4, $5, $4, 1)`,
    [id, clientId, organisationId, membershipId, world.now],
  );
  return id;
}

const asOf = (world: World, worker: Worker, client: Id, instant: string) =>
  act(world, worker, (tx) =>
    tx.query<{ may_be_told: string; version: number; words: Buffer }>('SELECT * FROM as_of(NULL::supporter, $1, $2)', [
      [client],
      instant,
    ]),
  );

describe('history', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open('2026-10-01T10:00:00.000Z');
  });
  afterAll(() => world.close());

  it('gives each record as it stood at an instant, sealed words and all', async () => {
    const peer = await world.worker('peer_navigator');
    const { id, supporter } = await plantClient(world, peer);
    world.now = '2026-10-05T10:00:00.000Z';
    const change = `UPDATE supporter SET may_be_told = 'appointments', words = '\\x03', version = 2 WHERE id = $1`;
    await act(world, peer, (tx) => tx.query(change, [supporter]));

    expect(await asOf(world, peer, id, '2026-09-30T00:00:00Z')).toEqual([]);
    expect(await asOf(world, peer, id, '2026-10-04T00:00:00Z')).toMatchObject([
      { may_be_told: 'nothing', version: 1, words: Buffer.of(2) },
    ]);
    expect(await asOf(world, peer, id, '2026-10-06T00:00:00Z')).toMatchObject([
      { may_be_told: 'appointments', version: 2, words: Buffer.of(3) },
    ]);
  });

  it('shows the past under the grants of now', async () => {
    const peer = await world.worker('peer_navigator');
    const { id } = await plantClient(world, peer);
    await world.plant('UPDATE care_team_member SET ended_at = $2, version = 2 WHERE client_id = $1', [id, world.now]);
    expect(await asOf(world, peer, id, '2026-12-01T00:00:00Z')).toEqual([]);
  });

  it('guards earlier versions by the class that the record has today', async () => {
    const peer = await world.worker('peer_navigator');
    const coordinator = await world.worker('coordinator', peer.organisationId);
    const { id } = await plantClient(world, peer);
    const task = await plantTask(world, coordinator, id);
    const past = () =>
      act(world, coordinator, (tx) =>
        tx.query(
          'SELECT version FROM change WHERE record_id = $1 UNION ALL SELECT version FROM earlier_version WHERE record_id = $1',
          [task],
        ),
      );
    await world.plant(`UPDATE task SET version = 2 WHERE id = $1`, [task]);
    expect(await past()).toHaveLength(3);
    await world.plant(`UPDATE task SET class = 'mental_health', version = 3 WHERE id = $1`, [task]);
    expect(await past()).toEqual([]);
    const tasks = `SELECT id FROM as_of(NULL::task, $1, $2)`;
    expect(await act(world, coordinator, (tx) => tx.query(tasks, [[id], '2026-12-01T00:00:00Z']))).toEqual([]);
  });

  it('lets no class be lowered or exchanged for another, as the past would be shown to others', async () => {
    const peer = await world.worker('peer_navigator');
    const { id } = await plantClient(world, peer);
    const task = await plantTask(world, peer, id);
    const become = (to: string, version: number) =>
      world.plant('UPDATE task SET class = $2, version = $3 WHERE id = $1', [task, to, version]);
    await expect(become('identity_contact', 2)).rejects.toThrow(/keeps its class/);
    await become('mental_health', 2);
    for (const other of ['coordination', 'counselling', 'medication', 'substance_use'])
      await expect(become(other, 3)).rejects.toThrow(/keeps its class/);
  });

  it('lets no record become another client’s, or nobody’s', async () => {
    const peer = await world.worker('peer_navigator');
    const [{ id, supporter }, other] = [await plantClient(world, peer), await plantClient(world, peer)];
    const task = await plantTask(world, peer, id);
    const given = world.plant('UPDATE supporter SET client_id = $2, version = 2 WHERE id = $1', [supporter, other.id]);
    await expect(given).rejects.toThrow(/whose supporter .* is never changes/);
    const nobodys = 'UPDATE task SET client_id = NULL, class = NULL, words = NULL, version = 2 WHERE id = $1';
    await expect(world.plant(nobodys, [task])).rejects.toThrow(/whose task .* is never changes/);
  });

  it('stops a change that does not raise the version', async () => {
    const peer = await world.worker('peer_navigator');
    const { supporter } = await plantClient(world, peer);
    const silently = act(world, peer, (tx) =>
      tx.query(`UPDATE supporter SET may_be_told = 'appointments' WHERE id = $1`, [supporter]),
    );
    await expect(silently).rejects.toThrow(/without a new version/);
  });
});
