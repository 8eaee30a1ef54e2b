import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { newId, type Id } from '../../src/kernel/ids.js';
import { act } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

/** Milliseconds: long enough for the second to have met the first, or not to be waiting at all. */
const A_WHILE = 300;
const pause = () => new Promise((wake) => setTimeout(wake, A_WHILE));

describe('an erasure meets whoever writes', () => {
  let world: World;
  let ana: Worker;
  let officer: Worker;
  let other: Worker;
  beforeAll(async () => {
    world = await World.open();
    ana = await world.worker('counsellor');
    officer = await world.worker('privacy_officer', ana.organisationId);
    other = await world.worker('privacy_officer', ana.organisationId);
  });
  afterAll(() => world.close());

  /** A record whose erasure the officer asked for four days ago. */
  async function asked(): Promise<{ client: Id; erasure: Id }> {
    const made = await world.as(ana).post('/v1/clients').send({ goesBy: 'Quillorra Vashtenby' }).expect(201);
    const [client, erasure] = [(made.body as { id: Id }).id, newId()];
    await world.plant(
      `INSERT INTO erasure (id, client_id, organisation_id, state, because, requested_at, requested_by, requested_by_person, not_before, version)
       VALUES ($1, $2, $3, 'requested', 'client_asked', $4::timestamptz - interval '4 days', $5, $6, $4::timestamptz - interval '1 day', 1)`,
      [erasure, client, ana.organisationId, world.now, officer.membershipId, officer.personId],
    );
    return { client, erasure };
  }

  const approve = (erasure: Id) =>
    world.as(other).post(`/v1/erasures/${erasure}/moves`).set('if-match', '"1"').send({ move: 'approve' });

  const tokensOf = (client: Id) => world.look('SELECT 1 FROM search_token WHERE client_id = $1', [client]);

  /** Somebody has written by what she is found and has not committed when her record is erased. */
  async function tokensThatSurvive(): Promise<number> {
    const { client, erasure } = await asked();
    let erased: Promise<unknown> | undefined;
    await act(world, ana, async (tx) => {
      await tx.query(
        `INSERT INTO search_token (client_id, class, source_id, hmac) VALUES ($1, 'identity_name', $1, decode(repeat('07', 16), 'hex'))`,
        [client],
      );
      erased = approve(erasure).expect(200).then();
      await pause();
    });
    await erased;
    return (await tokensOf(client)).length;
  }

  it('and takes away what they had not committed yet', async () => {
    expect(await tokensThatSurvive()).toBe(0);
  });

  /** The erasure as the application asks for it, held open. */
  async function erasing(app: pg.Client, erasure: Id): Promise<void> {
    await app.query('BEGIN');
    for (const [name, value] of [
      ['app.person', other.personId],
      ['app.membership', other.membershipId],
      ['app.organisation', other.organisationId],
      ['app.role', 'privacy_officer'],
      ['app.now', world.now],
    ])
      await app.query('SELECT set_config($1, $2, true)', [name, value]);
    await app.query('SELECT erase_client($1)', [erasure]);
  }

  it('and whoever waited for it is told that there is nobody', async () => {
    const { client, erasure } = await asked();
    await world.db.as('app', async (app) => {
      await erasing(app, erasure);
      const writing = world
        .as(ana)
        .post(`/v1/clients/${client}/aliases`)
        .send({ setting: 'community', name: 'Ferrowen' })
        .then(({ status }) => status);
      await pause();
      await app.query('COMMIT');
      expect(await writing).toBe(404);
    });
    expect(await tokensOf(client)).toEqual([]);
  });

  it('would leave them where the two did not take turns', async () => {
    await world.plant('ALTER TABLE search_token DISABLE TRIGGER tokens_hold_the_key');
    expect(await tokensThatSurvive()).toBe(1);
    await world.plant('ALTER TABLE search_token ENABLE TRIGGER tokens_hold_the_key');
  });
});
