import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { Id } from '../../src/kernel/ids.js';
import { contextOf } from '../support/context.js';
import { act, clientOf } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

interface Entry {
  readonly at?: string;
  readonly person?: Id | null;
  readonly membership?: Id | null;
  readonly organisation?: Id | null;
  readonly role?: string | null;
  readonly client?: Id | null;
  readonly writtenBy?: string;
}

const NOBODY: Entry = { person: null, membership: null, organisation: null, role: null };

const write = (client: pg.Client, { at, person, membership, organisation, role, client: about, writtenBy }: Entry) =>
  client.query(
    `INSERT INTO audit_entry (id, at, request_id, person_id, membership_id, organisation_id, role, client_id, event, outcome,
       classes, facts, written_by)
     VALUES (gen_random_uuid(), coalesce($1::timestamptz, app_now()), gen_random_uuid(), $2, $3, $4, $5, $6, 'test.acted', 'done',
       '{}', '{}', coalesce($7::xid8, pg_current_xact_id()))`,
    [at, person, membership, organisation, role, about, writtenBy],
  );

describe('an entry of the audit', () => {
  let world: World;
  let peer: Worker;
  let other: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    other = await world.worker('physician');
    clientId = await clientOf(world, peer);
  });
  afterAll(() => world.close());

  const named = ({ personId, membershipId, organisationId, role }: Worker): Entry => ({
    ...{ person: personId, membership: membershipId, organisation: organisationId, role },
  });
  const signed = (entry: Entry) =>
    contextOf(world.db).as(peer, (client) => write(client, { ...named(peer), client: clientId, ...entry }));
  const unsigned = (entry: Entry) =>
    world.db.as('app', async (client) => {
      await client.query('BEGIN');
      await write(client, entry);
      await client.query('ROLLBACK');
    });
  const background = (entry: Entry) => world.db.as('jobs', (client) => write(client, { ...NOBODY, ...entry }));

  it('says who acted as what, where and when, as it was', async () => {
    await signed({});
    const lies: readonly Entry[] = [
      { person: other.personId },
      { membership: other.membershipId },
      { organisation: other.organisationId },
      { organisation: null },
      { role: 'physician' },
      { role: null },
      { at: '2020-01-01T00:00:00Z' },
      { writtenBy: '7' },
    ];
    for (const lie of lies) await expect(signed(lie)).rejects.toThrow(/row-level security/);
  });

  it('from before a sign-in is about no client, and names nobody but whoever is recognised', async () => {
    await unsigned(NOBODY);
    await unsigned({ ...NOBODY, person: peer.personId });
    await unsigned(named(peer));
    const lies: readonly Entry[] = [
      { ...NOBODY, client: clientId },
      { ...named(peer), client: clientId },
      { ...NOBODY, role: 'physician' },
      { ...NOBODY, organisation: other.organisationId },
      { ...named(peer), person: other.personId },
      { ...named(peer), organisation: other.organisationId },
      { ...named(peer), role: 'physician' },
      { ...NOBODY, at: '2020-01-01T00:00:00Z' },
    ];
    for (const lie of lies) await expect(unsigned(lie)).rejects.toThrow(/row-level security/);
  });

  it('of background work is in nobody’s name', async () => {
    await background({ client: clientId });
    for (const lie of [named(peer), { role: 'physician' }, { at: '2020-01-01T00:00:00Z' }])
      await expect(background(lie)).rejects.toThrow(/row-level security/);
  });

  it('tells nobody but a privacy officer whether a client is of their organisation', async () => {
    const officer = await world.worker('privacy_officer', peer.organisationId);
    const elsewhere = await world.worker('privacy_officer');
    const ours = (worker: Worker) =>
      act(world, worker, (tx) => tx.query('SELECT client_is_of_our_home($1) AS ours', [clientId]));
    expect(await ours(officer)).toEqual([{ ours: true }]);
    for (const worker of [elsewhere, peer, other]) expect(await ours(worker)).toEqual([{ ours: false }]);
    const homes = await world.look<{ name: string }>(
      `SELECT proname AS name FROM pg_proc WHERE prosecdef AND has_function_privilege('throughline_app', oid, 'EXECUTE')
         AND prosrc ~ 'SELECT home_organisation_id'`,
    );
    expect(homes).toEqual([]);
  });

  it('is read by the privacy officer where the client is at home, and not elsewhere', async () => {
    await act(world, peer, async (tx) => {
      await tx.query('SELECT 1');
      tx.record({ event: 'test.of_client', clientId });
    });
    const seenBy = async (worker: Worker) =>
      (await act(world, worker, (tx) => tx.query(`SELECT FROM audit_entry WHERE event = 'test.of_client'`))).length;
    expect(await seenBy(await world.worker('privacy_officer', peer.organisationId))).toBe(1);
    expect(await seenBy(await world.worker('privacy_officer'))).toBe(0);
  });
});
