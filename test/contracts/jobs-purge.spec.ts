import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { act, clientOf } from '../support/client-record.js';
import { eventually } from '../support/eventually.js';
import { jobsLeft } from '../support/jobs.js';
import { World, type Worker } from '../support/world.js';

describe('what nobody asks for any more', () => {
  let world: World;
  let peer: Worker;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    await world.app.get(JobRunner).start();
  });
  afterAll(() => world.close());

  const purge = async (task: 'purge-receipts' | 'purge-sessions' | 'purge-hand-links') => {
    await act(world, peer, (tx) => world.app.get(Jobs).enqueue(tx, task, {}));
    await eventually(async () => expect(await jobsLeft(world)).toBe(0));
  };

  it('goes: receipts past their days, and no others', async () => {
    const plant = (until: string) =>
      world.plant(
        `INSERT INTO receipt (membership_id, slot, content, made, resource_id, at, keep_until)
         VALUES ($1, sha256(convert_to($2::text, 'UTF8')), sha256('x'), 'task', $2::uuid, $3::timestamptz - interval '7 days', $3::timestamptz)`,
        [peer.membershipId, newId(), until],
      );
    await plant('2026-11-23T15:59:59.000Z');
    await plant('2026-11-23T16:00:01.000Z');
    await purge('purge-receipts');
    const left = await world.look<{ keep_until: string }>('SELECT keep_until FROM receipt');
    expect(left.map((row) => row.keep_until)).toEqual(['2026-11-23T16:00:01.000Z']);
  });

  it('goes: links of clients over for 90 days, with their sessions and grants, and none that a legal hold keeps', async () => {
    const made = async () => ({ client: await clientOf(world, peer), id: newId() });
    const plant = async ({ client, id }: { client: Id; id: Id }, at: string, revoked: string | null = null) => {
      await world.plant(
        `INSERT INTO hand_link (id, client_id, token_hash, code_hash, code_told, language, classes, created_at, created_by, open_until,
           ends_at, opened_at, revoked_at, misses, wait_until, version)
         VALUES ($1::uuid, $2, sha256(convert_to($1::uuid::text, 'UTF8')), sha256('x'), 'phone', 'en', '{coordination}', $3, $4,
           $3::timestamptz + interval '1 day', $3::timestamptz + interval '2 days', $3, $5, 0, $3, 1)`,
        [id, client, at, peer.membershipId, revoked],
      );
      await world.plant(
        `INSERT INTO hand_session (id, link_id, client_id, token_hash, started_at, expires_at)
         VALUES ($1::uuid, $1::uuid, $2, sha256(convert_to($1::uuid::text, 'UTF8')), $3, $3::timestamptz + interval '1 hour')`,
        [id, client, at],
      );
      return id;
    };
    const [over, held] = [await made(), await made()];
    await plant(over, '2026-08-20T16:00:00Z');
    await plant({ ...over, id: newId() }, '2026-08-24T15:00:00Z', '2026-08-25T15:00:00Z');
    const kept = [
      await plant({ ...over, id: newId() }, '2026-08-24T17:00:00Z'),
      await plant(held, '2026-08-01T16:00:00Z'),
    ];
    await world.plant(
      `INSERT INTO legal_hold (id, client_id, organisation_id, state, because, placed_at, placed_by, version)
       VALUES ($1, $2, $3, 'in_force', 'complaint', $4, $5, 1)`,
      [newId(), held.client, peer.organisationId, world.now, peer.membershipId],
    );
    await purge('purge-hand-links');
    for (const [table, id] of [
      ['hand_link', 'id'],
      ['hand_session', 'link_id'],
      ['grantee', 'id'],
    ]) {
      const left = await world.look<{ id: Id }>(
        `SELECT ${id} AS id FROM ${table} ${table === 'grantee' ? `WHERE kind = 'link'` : ''} ORDER BY 1`,
      );
      expect([table, left.map((row) => row.id)]).toEqual([table, [...kept].sort()]);
    }
    const grants = await world.look<{ id: Id }>(
      `SELECT grantee_id AS id FROM access_grant WHERE basis = 'client_link' ORDER BY 1`,
    );
    expect(grants.map((row) => row.id)).toEqual([...kept].sort());
  });

  it('goes: sessions over for 90 days, with their tokens, and no others', async () => {
    const plant = async (expires: string, ended: string | null) => {
      const id = newId();
      await world.plant(
        `INSERT INTO session (id, staff_id, membership_id, started_at, expires_at, ended_at)
         VALUES ($1, $2, $3, '2025-01-01', $4, $5)`,
        [id, peer.personId, peer.membershipId, expires, ended],
      );
      await world.plant(
        `INSERT INTO refresh_token (hash, session_id, issued_at) VALUES (sha256(convert_to($1::text, 'UTF8')), $1::uuid, '2025-01-01')`,
        [id],
      );
      return id;
    };
    await plant('2026-08-01T00:00:00Z', null);
    await plant('2027-01-01T00:00:00Z', '2026-08-01T00:00:00Z');
    const kept = [await plant('2026-10-01T00:00:00Z', null), await plant('2027-01-01T00:00:00Z', null)];
    await purge('purge-sessions');
    const left = await world.look<{ id: string }>('SELECT id FROM session WHERE id <> $1 ORDER BY id', [
      peer.sessionId,
    ]);
    expect(left.map(({ id }) => id)).toEqual(kept.sort());
    expect(await world.look('SELECT FROM refresh_token')).toHaveLength(2);
  });
});
