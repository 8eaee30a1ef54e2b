import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { act, clientOf, joinTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

/** What the application may change of the tables with a class: whose a row is, its class, its home, who made it when. */
const ORIGIN_OPEN = `
  SELECT c.table_name || '.' || c.column_name AS open FROM information_schema.columns c
   WHERE c.table_schema = 'public' AND c.column_name IN ('id', 'client_id', 'class', 'section', 'home_organisation_id',
       'created_at', 'created_by', 'membership_id', 'started_at')
     AND EXISTS (SELECT FROM information_schema.columns k WHERE k.table_schema = 'public' AND k.table_name = c.table_name
       AND k.column_name = 'class')
     AND has_column_privilege('throughline_app', c.table_name::regclass, c.column_name, 'UPDATE') ORDER BY 1`;

/**
 * Policies of writing that let a row through which is signed by somebody else. A client signs with her link; a receiver
 * without an account is nobody of the staff, and their rows are signed by none.
 */
const UNSIGNED = `
  SELECT tablename || ' ' || policyname AS unsigned FROM pg_policies p
    JOIN information_schema.columns c ON c.table_schema = 'public' AND c.table_name = p.tablename
      AND (c.column_name IN ('updated_by', 'written_by') OR (c.column_name = 'created_by' AND p.cmd = 'INSERT'))
   WHERE p.schemaname = 'public' AND p.cmd IN ('INSERT', 'UPDATE') AND 'throughline_app' = ANY (p.roles) AND permissive = 'PERMISSIVE'
     AND tablename NOT IN ('audit_entry', 'invitation')
     AND p.with_check !~ (c.column_name || ' = \\( SELECT app_(membership|link)')
     AND NOT (p.with_check ~ '= ''receiver''::text' AND p.with_check ~ (c.column_name || ' IS NULL')) ORDER BY 1`;

describe('a row of a client', () => {
  let world: World;
  let peer: Worker;
  let clientId: Id;
  let other: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    clientId = await clientOf(world, peer);
    other = await clientOf(world, peer);
  });
  afterAll(() => world.close());

  const change = (worker: Worker, sql: string, values: readonly unknown[] = []) =>
    act(world, worker, (tx) => tx.query(sql, [...values]));
  const nameOf = async (): Promise<Id> => {
    const id = newId();
    await change(
      peer,
      `INSERT INTO client_name (id, client_id, class, setting, words, created_at, created_by, version)
       VALUES ($1, $2, 'identity_name', 'other', '\\x01', app_now(), $3, 1)`,
      [id, clientId, peer.membershipId],
    );
    return id;
  };

  it('keeps its client, its class, its home and its origin', async () => {
    expect(await world.look(ORIGIN_OPEN)).toEqual([]);
    const elsewhere = await world.organisation();
    const id = await nameOf();
    const moves: readonly (readonly [string, readonly unknown[]])[] = [
      ['UPDATE client SET home_organisation_id = $1, version = version + 1 WHERE id = $2', [elsewhere, clientId]],
      ['UPDATE client_name SET client_id = $1, version = version + 1 WHERE id = $2', [other, id]],
      [`UPDATE client_name SET class = 'coordination', version = version + 1 WHERE id = $1`, [id]],
      ['UPDATE care_team_member SET membership_id = $1, version = version + 1 WHERE client_id = $2', [newId(), other]],
    ];
    for (const [sql, values] of moves) await expect(change(peer, sql, values)).rejects.toThrow(/permission denied/);
    await expect(change(peer, 'UPDATE client_name SET version = version + 1 WHERE id = $1', [id])).resolves.toEqual([]);
  });

  it('has the one class of its table, whoever plants it', async () => {
    await nameOf();
    const misfit = world.plant(
      `UPDATE client_name SET class = 'coordination', version = version + 1 WHERE client_id = $1`,
      [clientId],
    );
    await expect(misfit).rejects.toThrow(/client_name_class_check/);
  });

  it('is signed by whoever writes it', async () => {
    expect(await world.look(UNSIGNED)).toEqual([]);
    const inAnothersName = change(
      peer,
      `INSERT INTO supporter (id, client_id, class, may_be_told, words, created_at, created_by, version)
       VALUES ($1, $2, 'identity_contact', 'nothing', '\\x01', app_now(), $3, 1)`,
      [newId(), clientId, newId()],
    );
    await expect(inAnothersName).rejects.toThrow(/row-level security/);
  });

  it('lets nobody into a table whose columns that may change are not named, or are those of its origin', async () => {
    const shut = (call: string) =>
      world.plant(`CREATE TABLE another (id uuid, client_id uuid, class data_class); ${call}; DROP TABLE another`);
    await expect(shut(`CALL protect_client_table('another')`)).rejects.toThrow(/name the columns of another/);
    await expect(shut(`CALL protect_client_table('another', may_change => '{class}')`)).rejects.toThrow(/never change/);
  });

  describe('that is a task', () => {
    let coordinator: Worker;
    let counsellor: Worker;
    let task: Id;
    beforeAll(async () => {
      counsellor = await world.worker('counsellor', peer.organisationId);
      coordinator = await world.worker('coordinator', peer.organisationId);
      await joinTeam(world, peer, clientId, counsellor);
      // Of a class that a peer reads and does not write, owed by the peer.
      const { body } = await world
        .as(counsellor)
        .post(`/v1/clients/${clientId}/tasks`)
        .send({ kind: 'visit', title: 'Visit', class: 'mental_health', owner: { membershipId: peer.membershipId } })
        .expect(201);
      task = body.id;
    });

    const by = `updated_by = $2, version = version + 1 WHERE id = $1 RETURNING id`;

    it('is moved by who owes it, in no other name', async () => {
      const aside = `UPDATE task SET state = 'done', ${by}`;
      await expect(change(peer, aside, [task, counsellor.membershipId])).rejects.toThrow(/row-level security/);
      await expect(change(coordinator, aside, [task, coordinator.membershipId])).resolves.toEqual([]);
      await expect(change(peer, aside, [task, peer.membershipId])).resolves.toEqual([{ id: task }]);
    });

    it('and reworded only by who writes its class', async () => {
      for (const what of [
        `words = '\\x02'`,
        `zone = 'America/Vancouver'`,
        `due_at = app_now(), overdue_at = app_now()`,
      ]) {
        const reworded = `UPDATE task SET ${what}, ${by}`;
        await expect(change(peer, reworded, [task, peer.membershipId])).rejects.toThrow(
          /neither its words nor its day/,
        );
        await expect(change(counsellor, reworded, [task, counsellor.membershipId])).resolves.toEqual([{ id: task }]);
      }
    });
  });
});
