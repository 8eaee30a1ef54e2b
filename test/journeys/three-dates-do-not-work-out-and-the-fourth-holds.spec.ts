import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { moveReferral, programmeIn, referTo, type Programme, type Referred } from '../support/referred.js';
import { World, type As, type Worker } from '../support/world.js';

interface Attempt {
  readonly id: Id;
  readonly number: number;
  readonly state: string;
  readonly outcome: string | null;
  readonly version: number;
  readonly openMoves: readonly string[];
  readonly [more: string]: unknown;
}

const ZONE = 'America/Edmonton';

describe('three dates do not work out, and the fourth holds', () => {
  let world: World;
  let maya: Worker;
  let programme: Programme;
  let wren: Referred;
  let intake: As;
  let atSender: As;
  beforeAll(async () => {
    world = await World.open('2026-11-23T16:00:00.000Z');
    maya = await world.worker('peer_navigator');
    programme = await programmeIn(world);
    wren = await referTo(world, maya, programme);
    [intake, atSender] = [world.as(programme.intake), world.as(maya)];
  });
  afterAll(() => world.close());

  const stateOf = async () =>
    (
      await world.look<{ state: string; is_ended: boolean; owes: string }>(
        'SELECT state, is_ended, owes FROM referral WHERE id = $1',
        [wren.referralId],
      )
    )[0];
  const ledger = () => `/v1/referrals/${wren.referralId}/attempts`;
  const offer = async (day: string, more: object = {}): Promise<Attempt> => {
    const wish = { offeredFor: `${day}T10:00:00-07:00`, zone: ZONE, channel: 'phone', ...more };
    return (await intake.post(ledger()).send(wish).expect(201)).body as Attempt;
  };
  const move = async (by: As, { id, version }: Attempt, wish: object, status = 200): Promise<Attempt> =>
    (await by.post(`/v1/attempts/${id}/moves`).set('if-match', `"${version}"`).send(wish).expect(status))
      .body as Attempt;
  const outreach = async () => {
    const { body } = await atSender.get(`/v1/tasks?client=${wren.clientId}&whose=anyone`).expect(200);
    return (body as { items: { kind: string; state: string; title: string; source?: object }[] }).items.filter(
      ({ kind }) => kind === 'warm_outreach',
    );
  };

  it('an intake worker, who holds nothing but through the referral, offers the first one', async () => {
    const first = await offer('2026-11-26', {
      answerBy: '2026-11-25T16:00:00-07:00',
      beforeSteps: [{ step: 'test' }, { step: 'documents', done: true }],
    });
    expect(first).toMatchObject({
      ...{ number: 1, state: 'offered', outcome: null, isLapsed: false, openMoves: ['confirm', 'end', 'retract'] },
      beforeSteps: [
        { step: 'test', done: null },
        { step: 'documents', done: true },
      ],
    });
    expect(await stateOf()).toMatchObject({ state: 'date_offered', owes: 'sender' });
  });

  it('a second one at the same time is refused, and so is one that has passed', async () => {
    const wish = { offeredFor: '2026-11-27T10:00:00-07:00', zone: ZONE, channel: 'phone' };
    expect((await intake.post(ledger()).send(wish).expect(409)).body).toMatchObject({ code: 'date_stands' });
    const past = { ...wish, offeredFor: '2026-11-20T10:00:00-07:00' };
    expect((await intake.post(ledger()).send(past).expect(422)).body).toMatchObject({ code: 'date_past' });
    expect(
      (
        await intake
          .post(ledger())
          .send({ ...wish, inTheWay: 'x' })
          .expect(400)
      ).body,
    ).toMatchObject({
      errors: [{ pointer: '/inTheWay' }],
    });
  });

  it('the sender confirms it with her, and says how she gets there and who goes along', async () => {
    const [standing] = (await atSender.get(ledger()).expect(200)).body.items as Attempt[];
    const confirmed = await move(atSender, standing!, { move: 'confirm', channel: 'through_worker' });
    expect(confirmed).toMatchObject({ state: 'confirmed', confirmedByChannel: 'through_worker' });
    const patch = (accompaniedBy: Id) =>
      atSender
        .patch(`/v1/attempts/${confirmed.id}`)
        .set('if-match', `"${confirmed.version}"`)
        .send({ transport: 'arranged', accompaniedBy, beforeSteps: [{ step: 'test', done: false }] });
    expect((await patch(wren.clientId).expect(409)).body).toMatchObject({ code: 'companion_unknown' });
    expect((await patch(maya.membershipId).expect(200)).body).toMatchObject({ transport: 'arranged' });
    expect(await stateOf()).toMatchObject({ state: 'date_confirmed', owes: 'receiver' });
  });

  it('nobody says before that day that she was not there', async () => {
    const [standing] = (await intake.get(ledger()).expect(200)).body.items as Attempt[];
    expect(await move(intake, standing!, { move: 'end', outcome: 'did_not_attend' }, 409)).toMatchObject({
      code: 'not_yet_that_day',
    });
    expect(await move(intake, standing!, { move: 'end' }, 400)).toMatchObject({ code: 'invalid' });
  });

  it('a test result was outside the criteria: history, in her words, and somebody reaches out', async () => {
    const [standing] = (await intake.get(ledger()).expect(200)).body.items as Attempt[];
    const ended = await move(intake, standing!, {
      ...{ move: 'end', outcome: 'test_result_outside_program_criteria', nextTryOn: '2026-12-01' },
      ...{ inTheWay: 'I used on Monday and said so.', wouldHelp: 'A programme that takes me as I am.' },
    });
    expect(ended).toMatchObject({
      ...{ state: 'ended', inTheWay: 'I used on Monday and said so.', nextTryOn: '2026-12-01' },
      outcomeSaid: { fr: 'Un résultat de test était hors de ce que demande le programme' },
    });
    expect(await stateOf()).toEqual({ state: 'next_date_owed', is_ended: false, owes: 'receiver' });
    expect(await outreach()).toMatchObject([
      { state: 'open', title: 'Reach out, asking for nothing: a date did not work out' },
    ]);
  });

  it('the bus does not go there: another date at once, and the outreach is not owed twice', async () => {
    const second = await offer('2026-12-02');
    world.now = '2026-12-02T18:00:00.000Z';
    const next = { offeredFor: '2026-12-09T10:00:00-07:00', zone: ZONE, channel: 'phone' };
    await move(intake, second, { move: 'end', outcome: 'transport', inTheWay: 'No bus on Wednesdays.', next });
    expect(await stateOf()).toMatchObject({ state: 'date_offered' });
    expect(await outreach()).toHaveLength(1);
  });

  it('the third one she did not come to: that is a state and no end, and nobody is shut out', async () => {
    world.now = '2026-12-09T20:00:00.000Z';
    const third = ((await intake.get(ledger()).expect(200)).body.items as Attempt[])[2]!;
    await move(intake, third, { move: 'end', outcome: 'did_not_attend' });
    expect(await stateOf()).toEqual({ state: 'date_not_attended', is_ended: false, owes: 'sender' });
  });

  it('somebody walked in on a day that was not the day for it: written down afterwards, with its words', async () => {
    const walked = {
      ...{ offeredFor: '2026-12-10T10:00:00-07:00', zone: ZONE, channel: 'in_person' },
      ...{ outcome: 'client_not_ready_today', wouldHelp: 'To come with Maya.' },
    };
    world.now = '2026-12-10T19:00:00.000Z';
    const { body } = await intake.post(ledger()).send(walked).expect(201);
    expect(body).toMatchObject({ number: 4, state: 'ended', wouldHelp: 'To come with Maya.' });
    expect(await stateOf()).toMatchObject({ state: 'next_date_owed' });
  });

  it('the next date is confirmed, which settles the outreach', async () => {
    const fourth = await offer('2026-12-16');
    await move(intake, fourth, { move: 'confirm', channel: 'phone' });
    expect(await outreach()).toEqual([]);
  });

  it('she is there: the referral is in progress, and a stay of ninety days has begun with it', async () => {
    world.now = '2026-12-16T17:30:00.000Z';
    const fourth = ((await intake.get(ledger()).expect(200)).body.items as Attempt[])[4]!;
    await move(intake, fourth, { move: 'end', outcome: 'attended' });
    expect(await stateOf()).toMatchObject({ state: 'in_progress', is_ended: false });
    const { body } = await atSender.get(`/v1/clients/${wren.clientId}/stays`).expect(200);
    expect((body as { items: unknown[] }).items).toMatchObject([
      { state: 'inside', attemptId: fourth.id, admittedAt: '2026-12-16T17:00:00.000Z', plannedEndOn: '2027-03-16' },
    ]);
  });

  it('what was written by mistake is taken back: a date of another referral, but none that a stay began with', async () => {
    const attended = ((await intake.get(ledger()).expect(200)).body.items as Attempt[])[4]!;
    expect(await move(intake, attended, { move: 'retract' }, 409)).toMatchObject({ code: 'stay_stands' });
    const change = intake.patch(`/v1/attempts/${attended.id}`).set('if-match', `"${attended.version}"`);
    expect((await change.send({ transport: 'arranged' }).expect(409)).body).toMatchObject({ code: 'attempt_over' });
    const other = await referTo(world, maya, programme);
    const wish = { offeredFor: '2027-01-20T10:00:00-07:00', zone: ZONE, channel: 'phone' };
    expect((await intake.post(ledger()).send(wish).expect(409)).body).toMatchObject({ code: 'stay_already' });
    const dates = `/v1/referrals/${other.referralId}/attempts`;
    expect((await atSender.post(dates).send(wish).expect(409)).body).toMatchObject({ code: 'for_the_receiver' });
    const { body } = await intake.post(dates).send(wish).expect(201);
    expect(await move(intake, body as Attempt, { move: 'retract' })).toMatchObject({
      state: 'retracted',
      openMoves: [],
    });
    const { body: referral } = await intake.get(`/v1/referrals/${other.referralId}`).expect(200);
    expect(referral).toMatchObject({ state: 'next_date_owed' });
  });

  it('what is said to have been a century ago is a slip of the pen, and a next try is still to come', async () => {
    const other = await referTo(world, maya, programme);
    const dates = intake.post(`/v1/referrals/${other.referralId}/attempts`);
    const came = { offeredFor: '1926-12-16T10:00:00-07:00', zone: ZONE, channel: 'phone', outcome: 'attended' };
    expect((await dates.send(came).expect(422)).body).toMatchObject({ code: 'too_long_ago', field: 'offeredFor' });
    const again = { ...came, offeredFor: world.now, outcome: 'transport', nextTryOn: '2026-01-01' };
    const past = intake.post(`/v1/referrals/${other.referralId}/attempts`).send(again);
    expect((await past.expect(422)).body).toMatchObject({ code: 'date_past', field: 'nextTryOn' });
    const stay = intake
      .post(`/v1/referrals/${other.referralId}/stay`)
      .send({ admittedAt: '1926-12-16T10:00:00-07:00' });
    expect((await stay.expect(422)).body).toMatchObject({ code: 'too_long_ago', field: 'admittedAt' });
  });

  it('and whoever was to reach out because of it need not: nobody was missed', async () => {
    const other = await referTo(world, maya, programme);
    const missed = { offeredFor: world.now, zone: ZONE, channel: 'phone', outcome: 'did_not_attend' };
    const owed = async () =>
      ((await atSender.get(`/v1/tasks?client=${other.clientId}&whose=anyone`).expect(200)).body as { items: object[] })
        .items.length;
    const noted = async () =>
      (await intake.post(`/v1/referrals/${other.referralId}/attempts`).send(missed).expect(201)).body as Attempt;
    const [one, two] = [await noted(), await noted()];
    expect(await owed()).toBe(1);
    await move(intake, one, { move: 'retract' });
    expect(await owed()).toBe(1);
    await move(intake, two, { move: 'retract' });
    expect(await owed()).toBe(0);
    const { body: stands } = await intake.get(`/v1/referrals/${other.referralId}`).expect(200);
    expect(stands).toMatchObject({ state: 'next_date_owed' });
    await noted();
    expect(await owed()).toBe(1);
    await moveReferral(world, maya, other.referralId, { move: 'stop', because: 'deceased' });
    expect(await owed()).toBe(0);
  });

  it('every date stands in the ledger, and each look at it in the audit, on the ground of the referral', async () => {
    const items = (await intake.get(`${ledger()}?limit=2`).expect(200)).body as { items: Attempt[]; next: string };
    expect(items.items.map(({ number }) => number)).toEqual([1, 2]);
    const rest = await intake.get(`${ledger()}?limit=10&cursor=${items.next}`).expect(200);
    expect((rest.body.items as Attempt[]).map(({ outcome }) => outcome)).toEqual([
      ...['did_not_attend', 'client_not_ready_today', 'attended'],
    ]);
    const rows = await world.look<{ ground: string }>(
      `SELECT DISTINCT ground FROM audit_entry WHERE event LIKE 'attempt.%' AND outcome = 'done' AND membership_id = $1`,
      [programme.intake.membershipId],
    );
    expect(rows).toEqual([{ ground: 'referral' }]);
  });

  it('once she takes her consent back, the programme sees none of it from the next request on', async () => {
    await atSender
      .post(`/v1/consents/${wren.consent.id}/moves`)
      .set('if-match', `"${wren.consent.version}"`)
      .send({ move: 'withdraw' })
      .expect(200);
    await intake.get(ledger()).expect(404);
    await atSender.get(ledger()).expect(200);
  });
});
