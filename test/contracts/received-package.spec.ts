import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { AGrantIsAskedOnce1764000100000 } from '../../migrations/1764000100000-a-grant-is-asked-once.js';
import { APartOfAReferralAsksForOneGrant1764000200700 } from '../../migrations/1764000200700-a-part-of-a-referral-asks-for-one-grant.js';
import { ReceiverLinks1764000098000 } from '../../migrations/1764000098000-receiver-links.js';
import type { Actor } from '../../src/access/actor.js';
import { UnitOfWork, type Tx } from '../../src/audit/unit-of-work.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { cloneDatabase } from '../support/database.js';
import { agrees } from '../support/consents.js';
import { everyPath } from '../support/every-path.js';
import { receiverLinksOf } from '../support/receiver-links.js';
import { sentReferral } from '../support/sent-referrals.js';
import { World, type Worker } from '../support/world.js';

/** Every table that is shut, and in which the application may read. */
const SHUT = `SELECT c.relname AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relrowsecurity
  AND c.relnamespace = 'public'::regnamespace AND has_table_privilege('throughline_app', c.oid, 'SELECT') ORDER BY 1`;
/** Read by everybody who is signed in: who works where, and the services that there are. Nothing of a client. */
const DIRECTORY = ['organisation', 'staff', 'membership', 'service', 'service_capacity', 'service_eligibility'];

describe('what a link of a referral reaches in the database', () => {
  let world: World;
  let peer: Worker;
  let client: Id;
  let referral: Id;
  let holder: Actor;
  let token: string;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    client = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Plover' }).expect(201)).body.id;
    referral = await sentReferral(world, peer, {
      clientId: client,
      shared: ['identity_name', 'substance_use'],
      summaries: {
        coordination: 'Comes with a peer.',
        substance_use: 'Three weeks.',
        identity_contact: 'Not to be told.',
      },
    });
    const links = receiverLinksOf(world, () => ({ by: peer, referral }));
    const made = await links.make();
    token = await links.token(made);
    const [session] = await world.look<{ id: Id }>('SELECT id FROM receiver_session WHERE link_id = $1', [made.id]);
    holder = {
      ...{ sessionId: session?.id ?? '', personId: made.id, membershipId: made.id },
      ...{ organisationId: peer.organisationId, role: 'receiver', purpose: 'care_management', requestId: newId() },
    };
  });

  const asHolder = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    world.app.get(UnitOfWork).run({ ...holder, requestId: newId() }, (tx) => {
      tx.record({ event: 'received_referral.read', clientId: client });
      return work(tx);
    });
  const seen = async (): Promise<Readonly<Record<string, number>>> => {
    const tables = await world.look<{ name: string }>(SHUT);
    const counts = await asHolder(async (tx) => {
      const found: [string, number][] = [];
      for (const { name } of tables.filter((each) => !DIRECTORY.includes(each.name))) {
        const [row] = await tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`);
        found.push([name, row?.n ?? 0]);
      }
      return found;
    });
    return Object.fromEntries(counts.filter(([, n]) => n > 0));
  };

  /** A record as full as any, of which the referral names a goal, and another referral of the same client. */
  async function fillRecord() {
    const opened = world.now;
    const owner = await world.worker('coordinator', peer.organisationId);
    const recipient = { organisationId: await world.organisation() };
    const { id: consentId } = await agrees(world, peer, client, { recipient, classes: ['coordination'] });
    const paths = await everyPath(world, { clientId: client, by: peer, owner, consentId });
    const [goal] = await world.look<{ id: Id }>('SELECT id FROM goal WHERE client_id = $1', [client]);
    await world.plant(
      `INSERT INTO referral_serves (referral_id, record_id, kind, client_id, class) VALUES ($1, $2, 'goal', $3, 'coordination')`,
      [referral, goal?.id, client],
    );
    await world.plant(
      `UPDATE task SET source_kind = 'referral', source_id = $1, version = version + 1 WHERE client_id = $2`,
      [referral, client],
    );
    await sentReferral(world, peer, { clientId: client, summaries: { coordination: 'Another one.' } });
    world.now = opened; // the session of the link would be over
    return paths;
  }

  it('is the package of that one referral, however full the record is', async () => {
    await fillRecord();
    expect(await seen()).toEqual({
      ...{ access_grant: 1, receiver_link: 1, receiver_session: 1, sealing_key: 1 },
      ...{ referral: 1, referral_summary: 2, client: 1, client_name: 2, audit_entry: expect.any(Number) },
    });
  });

  it('would be more, and is noticed here, with one policy too many', async () => {
    await fillRecord();
    await world.plant(`CREATE POLICY too_much ON goal FOR SELECT TO throughline_app USING (app_role() = 'receiver')`);
    expect(await seen()).toHaveProperty('goal');
    await world.plant('DROP POLICY too_much ON goal');
    expect(await seen()).not.toHaveProperty('goal');
  });

  it('is on no path of the record: each says that this is not theirs', async () => {
    for (const [name, { path, body }] of Object.entries(await fillRecord())) {
      const asked = body === undefined ? world.as({ token }).get(path) : world.as({ token }).post(path).send(body);
      expect([name, (await asked).status]).toEqual([name, 403]);
    }
  });

  const answerIn = (set: string) => (tx: Tx) =>
    tx.query(
      `UPDATE referral SET ${set}, updated_by = NULL, updated_at = app_now(), version = version + 1 WHERE id = '${referral}' RETURNING id`,
    );

  it.each([
    [`state = 'completed', ended_at = app_now()`],
    [`state = 'withdrawn', ended_at = app_now()`],
    [`state = 'accepted', urgency = 'tonight'`],
    [`state = 'accepted', answer_by = app_now()`],
    [`state = 'accepted', round = 2`],
    [`state = 'accepted', state_since = app_now(), place_in_line = 1`],
    [`state = 'accepted', state_since = app_now(), words = '\\x01'`],
    [`state = 'accepted', state_since = app_now(), known_to_sender_at = app_now()`],
    [`urgency = 'routine'`],
  ])('changes nothing but an answer: %s', async (set) => {
    await expect(asHolder(answerIn(set))).rejects.toThrow(
      /a link answers|not theirs to take|the sender's to say|told as it/,
    );
  });

  it('would change more without the trigger that holds it to an answer', async () => {
    await world.plant('ALTER TABLE referral DISABLE TRIGGER link_only_answers');
    const inLine = answerIn(`state = 'accepted', state_since = app_now(), place_in_line = 1`);
    const through = asHolder(async (tx) => {
      await inLine(tx);
      throw new Error('let through');
    });
    await expect(through).rejects.toThrow('let through');
    await world.plant('ALTER TABLE referral ENABLE TRIGGER link_only_answers');
  });

  it('changes no other referral, no summary and no name, and makes no move that it did not make', async () => {
    const another = await sentReferral(world, peer, { clientId: client });
    const none = (sql: string, values: readonly unknown[]) =>
      asHolder(async (tx) => expect(await tx.query(sql, values)).toEqual([]));
    await none(
      `UPDATE referral SET state = 'accepted', updated_by = NULL, version = version + 1 WHERE id = $1 RETURNING id`,
      [another],
    );
    await none(`UPDATE referral_summary SET version = version + 1 WHERE referral_id = $1 RETURNING id`, [referral]);
    await none(`UPDATE client_name SET version = version + 1 WHERE client_id = $1 RETURNING id`, [client]);
    const move = (of: Id) =>
      asHolder((tx) =>
        tx.query(
          `INSERT INTO referral_move (id, referral_id, client_id, class, round, move, from_state, to_state, party, at)
           VALUES ($1, $2, $3, 'coordination', 1, 'accept', 'sent', 'sent', 'outside', app_now())`,
          [newId(), of, client],
        ),
      );
    await expect(move(referral)).rejects.toThrow(/a move that was not made/);
    await expect(move(another)).rejects.toThrow(/a move that was not made/);
  });

  it('is written down about nobody else', async () => {
    const other = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Sora' }).expect(201)).body.id as Id;
    const write = world.app.get(UnitOfWork).run(holder, (tx) => {
      tx.record({ event: 'received_referral.read', clientId: other });
      return Promise.resolve();
    });
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('is nothing once its migration is taken back, and can be laid again', async () => {
    const scratch = await cloneDatabase();
    try {
      const left = await scratch.as('owner', async (owner) => {
        const runner = { query: (sql: string) => owner.query(sql) } as unknown as QueryRunner;
        // What came after it and holds the same policies goes first.
        const migration = new ReceiverLinks1764000098000();
        const after = [new AGrantIsAskedOnce1764000100000(), new APartOfAReferralAsksForOneGrant1764000200700()];
        for (const each of after.toReversed()) await each.down(runner);
        await migration.down(runner);
        const { rows } = await owner.query<{ name: string }>(
          `SELECT policyname AS name FROM pg_policies WHERE policyname ~ 'by_link|receiver'
            UNION SELECT proname FROM pg_proc WHERE proname ~ 'receive[rd]_(link|session|standing|referral)|by_link'`,
        );
        await migration.up(runner);
        for (const each of after) await each.up(runner);
        return rows;
      });
      expect(left).toEqual([]);
    } finally {
      await scratch.drop();
    }
  });
});
