import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tx } from '../../src/audit/unit-of-work.js';
import type { Id } from '../../src/kernel/ids.js';
import { referralLifecycle } from '../../src/referrals/domain/referral.lifecycle.js';
import { agrees } from '../support/consents.js';
import { act } from '../support/client-record.js';
import { drafts, moves, seen } from '../support/referrals.js';
import { World, type Worker } from '../support/world.js';
import { FREELY, OF_SENDER, WITH_A_STEP } from './referral-columns.js';

const { states } = referralLifecycle;

const WITHDRAWN = `state = 'withdrawn', state_since = app_now(), ended_at = app_now()`;
const UNTOLD = /without its line/;
const REFUSED = /the sender's to say|not theirs to take|told as it was/;

describe('a referral in the database', () => {
  let world: World;
  let counsellor: Worker;
  let intake: Worker;
  let clientId: Id;
  let id: Id;
  beforeAll(async () => {
    world = await World.open();
    counsellor = await world.worker('counsellor');
    intake = await world.worker('intake_worker', await world.organisation('residential_programme'));
    clientId = (await world.as(counsellor).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body.id;
    id = await sentTo(intake.organisationId);
  });
  afterAll(() => world.close());

  async function sentTo(receiverOrganisationId: Id): Promise<Id> {
    const recipient = { organisationId: receiverOrganisationId, role: 'intake_worker' };
    await agrees(world, counsellor, clientId, { recipient, classes: ['coordination'], reach: 'referrals' });
    const terms = {
      receiverOrganisationId,
      asksFor: 'residential_programme',
      sharedClasses: [],
      reason: 'Ninety days',
    };
    const made = await drafts(world.as(counsellor), clientId, terms);
    await moves(world.as(counsellor), made.id, { move: 'send' });
    return made.id;
  }

  /** By SQL alone, in the place of this worker; and nothing of it stays. */
  const tried = async <T>(worker: Worker, work: (tx: Tx) => Promise<T>): Promise<T | undefined> => {
    let result: T | undefined;
    const undone = act(world, worker, async (tx) => {
      result = await work(tx);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    return result;
  };
  const atItsEnd = (tx: Tx) => tx.query('SET CONSTRAINTS ALL IMMEDIATE');
  const change = (worker: Worker, set: string, of = id) =>
    act(world, worker, async (tx) => {
      await changed(tx, set, of);
      throw new Error('let through');
    });
  const changed = (tx: Tx, set: string, of = id) => {
    const raised = /\bversion =/.test(set) ? '' : ', version = version + 1';
    const text = `UPDATE referral SET ${set}, updated_by = app_membership(), updated_at = app_now()${raised} WHERE id = $1 RETURNING id`;
    return tx.query<{ id: Id }>(text, [of]);
  };

  it('has no column that may be changed of which it is not said by whom', async () => {
    const rows = await world.look<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'referral'::regclass AND attnum > 0 AND NOT attisdropped
         AND has_column_privilege('throughline_app', 'referral', attnum, 'UPDATE')`,
    );
    const said = [...Object.keys(OF_SENDER), ...Object.keys(WITH_A_STEP), ...FREELY];
    expect(rows.map(({ name }) => name).sort()).toEqual([...said].sort());
  });

  it.each(Object.entries({ ...OF_SENDER, ...WITH_A_STEP }))(
    'keeps its %s from who received it, also along with a step of theirs',
    async (column, value) => {
      await expect(change(intake, `${column} = ${value}`)).rejects.toThrow(REFUSED);
      if (column in WITH_A_STEP) return;
      const step = `state = 'accepted', state_since = app_now()`;
      await expect(change(intake, `${step}, ${column} = ${value}`)).rejects.toThrow(REFUSED);
    },
  );

  it.each(states.filter((state) => !['accepted', 'declined', 'info_requested', 'stopped', 'sent'].includes(state)))(
    'is not %s because its receiver says so',
    async (state) => {
      const set = `state = '${state}', state_since = app_now(), ended_at = CASE WHEN '${state}' = ANY ($q$${ENDED}$q$) THEN app_now() END`;
      await expect(change(intake, set)).rejects.toThrow(REFUSED);
      await expect(change(counsellor, set)).rejects.toThrow(
        ['withdrawn', 'entered_in_error'].includes(state) ? 'let through' : REFUSED,
      );
    },
  );

  it('is answered, and asked about, by who received it; and its day is the day on which that was done', async () => {
    const now = 'state_since = app_now()';
    const done = (set: string) => tried(intake, (tx) => changed(tx, set));
    expect(await done(`state = 'accepted', ${now}`)).toEqual([{ id }]);
    expect(await done(`state = 'info_requested', asked_words = '\\x01', ${now}`)).toEqual([{ id }]);
    expect(await done(`state = 'declined', because = 'no_capacity', ended_at = app_now(), ${now}`)).toEqual([{ id }]);
    for (const earlier of [`state_since = app_now() - interval '1 day'`, `${now}, asked_words = '\\x01'`])
      await expect(change(intake, `state = 'accepted', ${earlier}`)).rejects.toThrow(REFUSED);
    const ended = `state = 'declined', ${now}, ended_at = app_now() - interval '1 day'`;
    await expect(change(intake, ended)).rejects.toThrow(REFUSED);
  });

  it('begins as a draft of one’s own house, and as nothing else', async () => {
    const copied = (as: string) =>
      act(world, counsellor, (tx) =>
        tx.query(
          `INSERT INTO referral (id, client_id, asked_by, sender_organisation_id, requested_by, receiver_kind, receiver_organisation_id,
             asks_for, urgency, shared_classes, consent_id, state, round, state_since, sent_at, words, created_at, created_by, updated_at,
             updated_by, version)
           SELECT gen_random_uuid(), client_id, asked_by, sender_organisation_id, requested_by, receiver_kind, receiver_organisation_id,
             asks_for, urgency, shared_classes, consent_id, ${as}, words, app_now(), app_membership(), app_now(), app_membership(), 1
             FROM referral WHERE id = $1`,
          [id],
        ),
      );
    for (const as of [`'sent', 1, app_now(), app_now()`, `'drafted', 2, app_now(), NULL`])
      await expect(copied(as)).rejects.toThrow(/own_house/);
    await expect(copied(`'drafted', 1, app_now(), NULL`)).rejects.toThrow(UNTOLD);
  });

  describe('has a history', () => {
    const RIGHT = {
      ...{ round: '1', move: `'accept'`, from_state: `'sent'`, to_state: `'accepted'`, because: 'NULL' },
      ...{ party: `'receiver'`, at: 'app_now()', version: '3', by_membership: 'app_membership()' },
    };
    const told = (tx: Tx, more: Partial<typeof RIGHT>, of = id) => {
      const line = { ...RIGHT, ...more };
      return tx.query(
        `INSERT INTO referral_move (id, referral_id, client_id, ${Object.keys(line).join(', ')})
           VALUES (gen_random_uuid(), $1, $2, ${Object.values(line).join(', ')})`,
        [of, clientId],
      );
    };
    const accepted = (tx: Tx) => changed(tx, `state = 'accepted', state_since = app_now()`);
    const forging = (more: Partial<typeof RIGHT>) =>
      act(world, intake, async (tx) => {
        await accepted(tx);
        await told(tx, more);
        throw new Error('let through');
      });

    it('that tells of the step that was taken', async () => {
      const all = await tried(intake, async (tx) => [await accepted(tx), await told(tx, {}), await atItsEnd(tx)]);
      expect(all).toEqual([[{ id }], [], []]);
    });

    it.each<[string, Partial<typeof RIGHT>]>([
      ['another round', { round: '2' }],
      ['another state before it', { from_state: `'info_requested'` }],
      ['none before it', { from_state: 'NULL' }],
      ['another state after it', { to_state: `'declined'` }],
      ['another step', { move: `'decline'` }],
      ['a step that there is not', { move: `'sharing_ended'` }],
      ['a reason that was not given', { because: `'no_capacity'` }],
      ['the sender’s part', { party: `'sender'` }],
      ['her part', { party: `'client'` }],
      ['the part of somebody without an account', { party: `'outside'` }],
      ['another version', { version: '2' }],
      ['a later version', { version: '4' }],
      ['another day', { at: `app_now() - interval '1 day'` }],
      ['another name', { by_membership: 'gen_random_uuid()' }],
      ['what nobody was told', { move: `'outcome_known_to_client'`, from_state: `'accepted'` }],
      ['an agreement that goes on', { move: `'agreement_ended'`, from_state: `'accepted'`, party: `'sender'` }],
    ])('and not of %s', async (_, more) => {
      await expect(forging(more)).rejects.toThrow(/not made|told as what it was|row-level security/);
    });

    it('and would be of anything without the trigger that looks at what was made', async () => {
      await world.plant('ALTER TABLE referral_move DISABLE TRIGGER referral_move_as_it_was');
      await expect(forging({ move: `'decline'`, party: `'sender'` })).rejects.toThrow('let through');
      await world.plant('ALTER TABLE referral_move ENABLE TRIGGER referral_move_as_it_was');
    });

    it('of every step that was taken, when the transaction ends', async () => {
      await expect(act(world, intake, accepted)).rejects.toThrow(UNTOLD);
      const ended = (tx: Tx) => changed(tx, 'agreement_ended_at = app_now()');
      await expect(act(world, counsellor, ended)).rejects.toThrow(UNTOLD);
      const later = (tx: Tx) => changed(tx, 'next_step_by = app_now()');
      expect(await tried(counsellor, async (tx) => [await later(tx), await atItsEnd(tx)])).toEqual([[{ id }], []]);
    });

    it('of one line for a version, and of none that nobody made', async () => {
      const twice = tried(intake, async (tx) => {
        await accepted(tx);
        await told(tx, {});
        await told(tx, { from_state: `'accepted'` });
      });
      await expect(twice).rejects.toThrow(/told as what it was/);
      await expect(tried(intake, (tx) => told(tx, {}))).rejects.toThrow(/not made/);
    });
  });

  it('within one house is received by who holds nothing of her besides, and sent by who holds her record', async () => {
    const here = await world.worker('intake_worker', counsellor.organisationId);
    const within = await sentTo(counsellor.organisationId);
    const received = await seen(world.as(here), within);
    expect(received).toMatchObject({ parties: ['receiver'] });
    expect(received.openMoves).not.toContain('withdraw');
    expect(await seen(world.as(counsellor), within)).toMatchObject({ parties: ['sender', 'receiver'] });
    await expect(change(here, WITHDRAWN, within)).rejects.toThrow(REFUSED);
    await expect(change(here, `words = '\\x01'`, within)).rejects.toThrow(REFUSED);
    await expect(change(counsellor, WITHDRAWN, within)).rejects.toThrow('let through');
    await moves(world.as(here), within, { move: 'accept' });
  });

  it.each([
    ['referral_keeps_steps', WITHDRAWN],
    ['referral_keeps_terms', `words = '\\x01'`],
  ])('would be open without the trigger %s', async (trigger, set) => {
    await world.plant(`ALTER TABLE referral DISABLE TRIGGER ${trigger}`);
    await expect(change(intake, set)).rejects.toThrow('let through');
    await world.plant(`ALTER TABLE referral ENABLE TRIGGER ${trigger}`);
    await expect(change(intake, set)).rejects.toThrow(REFUSED);
  });
});

const ENDED = '{declined,completed,left_early,withdrawn,stopped,entered_in_error}';
