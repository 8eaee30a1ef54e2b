import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { programmeIn, referTo, type Programme, type Referred } from '../support/referred.js';
import { moves } from '../support/referrals.js';
import { World, type As, type Worker } from '../support/world.js';

interface Made {
  readonly id: Id;
  readonly version: number;
}

const DATE = { offeredFor: '2026-11-30T10:00:00-07:00', zone: 'America/Edmonton', channel: 'phone' };

describe('a bed is offered down the waiting list', () => {
  let world: World;
  let maya: Worker;
  let programme: Programme;
  let [intake, atSender]: As[] = [];
  let [first, second, third]: Referred[] = [];
  let bed: Made;
  beforeAll(async () => {
    world = await World.open('2026-11-02T16:00:00.000Z');
    maya = await world.worker('peer_navigator');
    programme = await programmeIn(world);
    [intake, atSender] = [world.as(programme.intake), world.as(maya)];
    const waits = (line: { placeInLine?: number; reviewOn?: string }) => referTo(world, maya, programme, line);
    third = await waits({ reviewOn: '2026-12-21' });
    world.now = '2026-11-20T16:00:00.000Z';
    second = await waits({ placeInLine: 2, reviewOn: '2026-12-20' });
    first = await waits({ placeInLine: 1, reviewOn: '2026-11-23' });
    world.now = '2026-11-23T16:00:00.000Z';
  });
  afterAll(() => world.close());

  const line = async (query = '') =>
    (await intake!.get(`/v1/services/${programme.serviceId}/waiting-list${query}`).expect(200)).body as {
      items: { referralId: Id; lastOffer: { outcome: string | null; isLapsed: boolean } | null }[];
      capacity: object | null;
      next?: string;
    };
  const offer = (to: Referred, wish: object = {}) =>
    intake!.post(`/v1/referrals/${to.referralId}/attempts`).send({ ...DATE, ...wish });
  const beds = async () =>
    (await intake!.get(`/v1/services/${programme.serviceId}/beds`).expect(200)).body.items as { standing: string }[];

  it('whoever looks after the house adds its beds; none is called like another', async () => {
    const path = `/v1/services/${programme.serviceId}/beds`;
    bed = (await intake!.post(path).send({ label: 'Room 4, window' }).expect(201)).body as Made;
    expect((await intake!.post(path).send({ label: 'Room 4, window' }).expect(409)).body.code).toBe('label_taken');
    expect(await beds()).toMatchObject([{ label: 'Room 4, window', standing: 'free', heldUntil: null }]);
    await atSender!.get(path).expect(403);
  });

  it('those who wait stand in order, with what is due; the count of places says when it was made', async () => {
    expect((await line()).capacity).toBeNull();
    await intake!.post(`/v1/services/${programme.serviceId}/capacity`).send({ free: 1 }).expect(201);
    const { items, capacity } = await line();
    expect(capacity).toMatchObject({ free: 1, isStale: false, confirmedAt: world.now });
    expect(items).toMatchObject([
      { referralId: first!.referralId, goesBy: 'Wren', placeInLine: 1, isReviewDue: true, offers: 0, lastOffer: null },
      { referralId: second!.referralId, placeInLine: 2, isReviewDue: false },
      { referralId: third!.referralId, placeInLine: null, since: '2026-11-02T16:00:00.000Z' },
    ]);
    const page = await line('?limit=1');
    expect((await line(`?limit=2&cursor=${page.next}`)).items.map(({ referralId }) => referralId)).toEqual([
      ...[second!.referralId, third!.referralId],
    ]);
  });

  it('nobody is passed over without a reason', async () => {
    expect((await offer(third!).expect(409)).body).toMatchObject({ code: 'others_before', before: 2 });
  });

  it('the first is offered the bed, which is kept for an answer', async () => {
    expect((await offer(first!, { bedId: bed.id }).expect(400)).body.errors).toMatchObject([{ pointer: '/answerBy' }]);
    await offer(first!, { bedId: bed.id, answerBy: '2026-11-24T16:00:00Z' }).expect(201);
    expect(await beds()).toMatchObject([{ standing: 'promised', heldUntil: '2026-11-24T16:00:00.000Z' }]);
    const asked = (await atSender!.get(`/v1/referrals/${first!.referralId}`).expect(200)).body;
    expect(asked).toMatchObject({ owes: 'sender', nextStepBy: '2026-11-24T16:00:00.000Z' });
  });

  it('as long as it is kept, nobody else is offered it, and it says until when', async () => {
    const refused = await offer(second!, { bedId: bed.id, answerBy: '2026-11-25T16:00:00Z' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'bed_taken', until: '2026-11-24T16:00:00.000Z' });
    expect((await line()).items).toMatchObject([
      {
        referralId: first!.referralId,
        state: 'date_offered',
        placeInLine: 1,
        lastOffer: { bedId: bed.id, isLapsed: false },
      },
      { referralId: second!.referralId, state: 'waitlisted', lastOffer: null },
      { referralId: third!.referralId },
    ]);
    const closing = intake!.patch(`/v1/beds/${bed.id}`).set('if-match', '"1"').send({ isClosed: true });
    expect((await closing.expect(409)).body.code).toBe('bed_in_use');
  });

  it('the time to answer passes: the offer is seen to be lapsed, and nothing has happened by itself', async () => {
    world.now = '2026-11-24T16:00:00.000Z';
    expect(await beds()).toMatchObject([{ standing: 'promise_over' }]);
    const { body } = await intake!.get(`/v1/referrals/${first!.referralId}/attempts`).expect(200);
    expect(body.items).toMatchObject([{ state: 'offered', isLapsed: true, openMoves: ['confirm', 'end', 'retract'] }]);
  });

  it('the second is offered it, which ends the first offer in the same step, without shutting anybody out', async () => {
    await offer(second!, { bedId: bed.id, answerBy: '2026-11-26T16:00:00Z' }).expect(201);
    const { body } = await intake!.get(`/v1/referrals/${first!.referralId}/attempts`).expect(200);
    expect(body.items).toMatchObject([{ state: 'ended', outcome: 'offer_lapsed' }]);
    expect(await world.look('SELECT state, is_ended FROM referral WHERE id = $1', [first!.referralId])).toEqual([
      { state: 'next_date_owed', is_ended: false },
    ]);
  });

  it('the second chooses not to take it, and the bed is free again', async () => {
    const { body } = await atSender!.get(`/v1/referrals/${second!.referralId}/attempts`).expect(200);
    const [{ id, version }] = body.items as [Made];
    await atSender!
      .post(`/v1/attempts/${id}/moves`)
      .set('if-match', `"${version}"`)
      .send({ move: 'end', outcome: 'offer_not_taken', inTheWay: 'My brother’s funeral is that week.' })
      .expect(200);
    expect(await beds()).toMatchObject([{ standing: 'free' }]);
  });

  it('whose offers did not work out stand where they stood, and are not passed over without a reason either', async () => {
    const id = second!.referralId;
    expect((await offer(third!).expect(409)).body).toMatchObject({ code: 'others_before', before: 2 });
    await moves(intake!, id, { move: 'put_on_waiting_list' });
    const stood = { placeInLine: 2, reviewOn: '2026-12-20', since: '2026-11-20T16:00:00.000Z' };
    expect((await line()).items).toMatchObject([
      { referralId: first!.referralId, state: 'next_date_owed', lastOffer: { outcome: 'offer_lapsed' } },
      { referralId: id, state: 'waitlisted', ...stood, lastOffer: { outcome: 'offer_not_taken' } },
      { referralId: third!.referralId, placeInLine: null, since: '2026-11-02T16:00:00.000Z' },
    ]);
    expect((await offer(third!).expect(409)).body).toMatchObject({ code: 'others_before', before: 2 });
  });

  it('and nobody is put in line without a place or a day on which it is looked at again', async () => {
    const { referralId } = await referTo(world, maya, programme);
    const unseen = await moves(intake!, referralId, { move: 'put_on_waiting_list' }, 400);
    expect(unseen).toMatchObject({ code: 'invalid', errors: [{ pointer: '/reviewOn', code: 'place_or_day_needed' }] });
  });

  it('is given another place, or another day to look again, without leaving the line', async () => {
    const id = second!.referralId;
    world.now = new Date(Date.parse(world.now) + 60_000).toISOString();
    const changed = await moves(intake!, id, { move: 'put_on_waiting_list', placeInLine: 3, reviewOn: '2026-12-01' });
    expect(changed).toMatchObject({ state: 'waitlisted', placeInLine: 3, reviewOn: '2026-12-01' });
    expect((await line()).items[1]).toMatchObject({ referralId: id, since: '2026-11-20T16:00:00.000Z' });
    await moves(intake!, id, { move: 'owe_next_date' });
  });

  it('a count of places that has grown old is flagged', async () => {
    world.now = '2026-11-27T16:00:00.000Z';
    expect((await line()).capacity).toMatchObject({ free: 1, isStale: true, confirmedAt: '2026-11-23T16:00:00.000Z' });
  });

  it('the third is confirmed for it by the sender: the bed is theirs until given back', async () => {
    const wish = { bedId: bed.id, answerBy: '2026-11-28T16:00:00Z', beforeOthersBecause: 'offered_and_unable' };
    const made = await offer(third!, wish).expect(201);
    const { id, version } = made.body as Made;
    await atSender!
      .post(`/v1/attempts/${id}/moves`)
      .set('if-match', `"${version}"`)
      .send({ move: 'confirm', channel: 'in_person' })
      .expect(200);
    expect(await beds()).toMatchObject([{ standing: 'in_use', heldUntil: null }]);
    // Whoever offered it says what came of it when that day is over.
    const confirmed = (await intake!.get(`/v1/referrals/${third!.referralId}`).expect(200)).body;
    expect(confirmed).toMatchObject({ owes: 'receiver', nextStepBy: '2026-12-01T06:00:00.000Z' });
  });

  it('an offer that lapsed and whose bed went to another can no longer be confirmed, and says why', async () => {
    const spare = await intake!.post(`/v1/services/${programme.serviceId}/beds`).send({ label: 'Room 5' }).expect(201);
    const bedId = (spare.body as Made).id;
    const late = await offer(first!, { bedId, answerBy: '2026-11-28T16:00:00Z' }).expect(201);
    await world.plant('UPDATE bed_hold SET held_for = $2 WHERE bed_id = $1', [bedId, second!.referralId]);
    const { id, version } = late.body as Made;
    const confirming = atSender!.post(`/v1/attempts/${id}/moves`).set('if-match', `"${version}"`);
    expect((await confirming.send({ move: 'confirm', channel: 'phone' }).expect(409)).body.code).toBe('bed_gone');
  });

  it('who was offered what, and what came of it, stands there for the house', async () => {
    const { body } = await intake!.get(`/v1/services/${programme.serviceId}/offers`).expect(200);
    expect(body.items).toMatchObject([
      { referralId: first!.referralId, state: 'offered' },
      { referralId: third!.referralId, state: 'confirmed', beforeOthersBecause: 'offered_and_unable' },
      { referralId: second!.referralId, outcome: 'offer_not_taken' },
      {
        referralId: first!.referralId,
        outcome: 'offer_lapsed',
        outcomeSaid: { en: 'The offer was not answered in time' },
      },
    ]);
    await atSender!.get(`/v1/services/${programme.serviceId}/offers`).expect(403);
    const seen = await world.look<{ client_id: Id }>(
      `SELECT DISTINCT client_id FROM audit_entry WHERE event = 'waiting_list.read' AND client_id IS NOT NULL AND ground = 'referral'`,
    );
    expect(seen).toHaveLength(3);
  });

  it('whoever takes her consent back is no longer on the list that the house sees', async () => {
    const fourth = await referTo(world, maya, programme, { reviewOn: '2026-12-22' });
    const before = [first!, second!, third!].map(({ referralId }) => referralId);
    expect((await line()).items.map(({ referralId }) => referralId)).toEqual([...before, fourth.referralId]);
    await atSender!
      .post(`/v1/consents/${fourth.consent.id}/moves`)
      .set('if-match', `"${fourth.consent.version}"`)
      .send({ move: 'withdraw' })
      .expect(200);
    expect((await line()).items.map(({ referralId }) => referralId)).toEqual(before);
  });
});
