import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { newId, type Id } from '../../src/kernel/ids.js';
import { act } from '../support/client-record.js';
import { meetCaller, plantReception, plantReferral } from '../support/line.js';
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
  async function erasing(
    app: pg.Client,
    erasure: Id,
    { by, called }: { by: Worker; called: string } = { by: other, called: 'erase_client' },
  ): Promise<void> {
    await app.query('BEGIN');
    for (const [name, value] of [
      ['app.person', by.personId],
      ['app.membership', by.membershipId],
      ['app.organisation', by.organisationId],
      ['app.role', 'privacy_officer'],
      ['app.now', world.now],
    ])
      await app.query('SELECT set_config($1, $2, true)', [name, value]);
    await app.query(`SELECT ${called}($1)`, [erasure]);
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

  /** A caller whose erasure was asked for four days ago, with somebody of the line and somebody who decides. */
  async function askedOfCaller() {
    const operator = await world.worker('line_operator');
    const decides = await world.worker('privacy_officer', operator.organisationId);
    const { id: caller } = await meetCaller(world, operator);
    const made = await world.as(operator).post(`/v1/line/callers/${caller}/erasures`).send({ because: 'caller_asked' });
    const { id } = made.body as { id: Id };
    const earlier = `requested_at = requested_at - interval '4 days', not_before = not_before - interval '4 days'`;
    await world.plant(`UPDATE erasure SET ${earlier} WHERE id = $1`, [id]);
    const moved = () =>
      world.as(decides).post(`/v1/erasures/${id}/moves`).set('if-match', '"1"').send({ move: 'approve' });
    return { operator, caller, decides, id, moved };
  }

  /** An alias, or something to be remembered, is written and not committed when its caller is erased. */
  async function callersTokensThatSurvive(): Promise<number> {
    const { operator, caller, moved } = await askedOfCaller();
    let erased: Promise<unknown> | undefined;
    await act(world, operator, async (tx) => {
      const token = `INSERT INTO caller_token (caller_id, hmac) VALUES ($1, decode(repeat('07', 16), 'hex'))`;
      await tx.query(token, [caller]);
      erased = moved().expect(200).then();
      await pause();
    });
    await erased;
    return (await world.look('SELECT 1 FROM caller_token WHERE caller_id = $1', [caller])).length;
  }

  it('of a caller too', async () => {
    expect(await callersTokensThatSurvive()).toBe(0);
  });

  it('where whoever waited with a note, a name or a referral is told that there is nobody', async () => {
    const { operator, caller, decides, id } = await askedOfCaller();
    const wish = { asksFor: 'oat', urgency: 'soon', agreedHow: 'phone', receiverOrganisationId: ana.organisationId };
    const as = world.as(operator);
    const draft = (await as.post(`/v1/line/callers/${caller}/referrals`).send(wish).expect(201)).body as { id: Id };
    await world.db.as('app', async (app) => {
      await erasing(app, id, { by: decides, called: 'erase_caller' });
      const sending = as.post(`/v1/referrals/${draft.id}/moves`).set('if-match', '"1"').send({ move: 'send' });
      const naming = as.patch(`/v1/line/callers/${caller}`).set('if-match', '"1"').send({ alias: 'Wren' });
      const writing = Promise.all(
        [as.post(`/v1/line/callers/${caller}/notes`).send({ text: 'My dog' }), naming, sending].map((each) =>
          each.then(({ status }) => status),
        ),
      );
      await pause();
      await app.query('COMMIT');
      expect(await writing).toEqual([404, 404, 409]);
    });
    expect(await world.look('SELECT 1 FROM caller_token WHERE caller_id = $1', [caller])).toEqual([]);
    const sent = 'SELECT 1 FROM referral WHERE caller_id = $1 AND sent_at IS NOT NULL';
    expect(await world.look(sent, [caller])).toEqual([]);
  });

  it('and tokens of a caller would stay where the two did not take turns', async () => {
    await world.plant('ALTER TABLE caller_token DISABLE TRIGGER tokens_hold_key');
    expect(await callersTokensThatSurvive()).toBe(1);
    await world.plant('ALTER TABLE caller_token ENABLE TRIGGER tokens_hold_key');
  });

  /** She takes along what the line remembers, and that is not committed when she is erased. */
  async function linksThatSurvive(): Promise<number> {
    const { operator, caller, moved } = await askedOfCaller();
    const client = ((await world.as(ana).post('/v1/clients').send({ goesBy: 'Marie' }).expect(201)).body as { id: Id })
      .id;
    const referral = await plantReferral(world, { callerId: caller, of: operator, receiver: ana.organisationId });
    await plantReception(world, ana, referral, client);
    let erased: Promise<unknown> | undefined;
    await act(world, ana, async (tx) => {
      const link = `INSERT INTO caller_link (id, client_id, caller_id, referral_id, parts, how_given, explained_by, words, state, linked_at,
        linked_by, version) VALUES ($1, $2, $3, $4, '{remembered}', 'phone', $5, '\\x00', 'linked', app_now(), $5, 1)`;
      await tx.query(link, [newId(), client, caller, referral, ana.membershipId]);
      erased = moved().expect(200).then();
      await pause();
    });
    await erased;
    return (await world.look(`SELECT 1 FROM caller_link WHERE caller_id = $1 AND state = 'linked'`, [caller])).length;
  }

  it('and a link that she makes meanwhile is undone with the others, or would stand where they did not take turns', async () => {
    expect(await linksThatSurvive()).toBe(0);
    await world.plant('ALTER TABLE caller_link DISABLE TRIGGER links_hold_key');
    expect(await linksThatSurvive()).toBe(1);
    await world.plant('ALTER TABLE caller_link ENABLE TRIGGER links_hold_key');
  });
});
