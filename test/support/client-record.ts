import { UnitOfWork, type Tx } from '../../src/audit/unit-of-work.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { Words } from '../../src/platform/sealing/words.js';
import type { Worker, World } from './world.js';

/** Something done as this worker, past HTTP but under the same rows. */
export const act = <T>(world: World, worker: Worker, work: (tx: Tx) => Promise<T>): Promise<T> =>
  world.app.get(UnitOfWork).run({ ...worker, requestId: newId(), purpose: 'treatment' }, (tx) => {
    tx.record({ event: 'test.acted' });
    return work(tx);
  });

/** The least that a record can be: an alias's worth, its key, and the worker as primary on the care team. */
export async function clientOf(world: World, worker: Worker): Promise<Id> {
  const id = newId();
  const words = world.app.get(Words);
  const key = words.newKey();
  const sealed = words.seal(key, { table: 'client', id, class: 'identity_name' }, {});
  await act(world, worker, async (tx) => {
    await tx.query(
      `INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
       VALUES ($1, $2, 'AB', 'America/Edmonton', '{en}', $5, $3, $4, $3, 1)`,
      [id, worker.organisationId, tx.now, worker.membershipId, sealed],
    );
    await join(tx, id, worker, true);
    await words.keep(tx, id, key);
  });
  return id;
}

/** Adds somebody to the care team, as whoever is on it may. */
export const joinTeam = (world: World, by: Worker, clientId: Id, worker: Worker): Promise<void> =>
  act(world, by, (tx) => join(tx, clientId, worker, false));

async function join(tx: Tx, clientId: Id, worker: Worker, isPrimary: boolean): Promise<void> {
  await tx.query(
    `INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
     VALUES ($1, $2, $3, $4, $5, $6, 1)`,
    [newId(), clientId, worker.membershipId, isPrimary, tx.now, tx.actor.membershipId],
  );
}

export const leaveTeam = (world: World, clientId: Id, worker: Worker): Promise<void> =>
  world.plant(
    'UPDATE care_team_member SET ended_at = $3, version = version + 1 WHERE client_id = $1 AND membership_id = $2',
    [clientId, worker.membershipId, world.now],
  );
