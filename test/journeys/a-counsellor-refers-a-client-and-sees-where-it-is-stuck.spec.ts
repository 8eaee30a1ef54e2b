import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { agrees } from '../support/consents.js';
import { drafts, moves, seen, type Seen } from '../support/referrals.js';
import { World, type As, type Worker } from '../support/world.js';

describe('a counsellor refers a client and sees where it is stuck', () => {
  let world: World;
  let counsellor: Worker;
  let asCounsellor: As;
  let asIntake: As;
  let asElsewhere: As;
  let clientId: Id;
  let programme: Id;
  let service: Id;
  let goalId: Id;
  let referral: Seen;

  beforeAll(async () => {
    world = await World.open();
    counsellor = await world.worker('counsellor');
    asCounsellor = world.as(counsellor);
    programme = await world.organisation('residential_programme');
    asIntake = world.as(await world.worker('intake_worker', programme));
    asElsewhere = world.as(await world.worker('intake_worker'));
    const made = await asCounsellor.post('/v1/clients').send({ goesBy: 'Wren' }).expect(201);
    clientId = made.body.id;
    const river = { name: 'Ninety days by the river', kind: 'residential_programme', languages: ['en'] };
    service = (await asIntake.post('/v1/services').send(river).expect(201)).body.id;
    const goal = await asCounsellor
      .post(`/v1/clients/${clientId}/goals`)
      .send({ ownWords: 'I want my own door to lock.' })
      .expect(201);
    goalId = goal.body.id;
    await agrees(world, counsellor, clientId, {
      recipient: { organisationId: programme },
      classes: ['identity_name', 'coordination', 'medication', 'substance_use'],
      reach: 'referrals',
    });
  });
  afterAll(() => world.close());

  const box = async (as: As, query: string) =>
    (await as.get(`/v1/referrals?${query}`).expect(200)).body.items as readonly Seen[];

  it('drafts it, and nobody there sees it yet', async () => {
    referral = await drafts(asCounsellor, clientId, {
      serviceId: service,
      asksFor: 'residential_programme',
      urgency: 'urgent',
      sharedClasses: ['identity_name', 'substance_use'],
      reason: 'Wants ninety days away from the house',
      ownWords: 'I am ready to go far away for a while',
      summaries: [{ class: 'substance_use', text: 'Uses fentanyl by day, wants to stop' }],
      goalIds: [goalId],
    });
    expect(referral).toMatchObject({
      state: 'drafted',
      owes: 'sender',
      goesBy: 'Wren',
      parties: ['sender'],
      sharedClasses: ['identity_name', 'coordination', 'substance_use'],
      serves: [{ kind: 'goal', id: goalId, ownWords: 'I want my own door to lock.' }],
      openMoves: ['send', 'withdraw', 'retract'],
    });
    expect(await box(asIntake, 'box=received')).toEqual([]);
    await asIntake.get(`/v1/referrals/${referral.id}`).expect(404);
  });

  it('may change it while it is a draft', async () => {
    const path = `/v1/referrals/${referral.id}`;
    const changed = await asCounsellor
      .patch(path)
      .set('if-match', `"${referral.version}"`)
      .send({ urgency: 'soon', ownWords: null, summaries: [{ class: 'substance_use', text: 'Wants to stop' }] })
      .expect(200);
    expect(changed.body).toMatchObject({ urgency: 'soon', ownWords: null, version: 2, reason: referral['reason'] });
    expect(changed.body.summaries).toEqual([{ class: 'substance_use', text: 'Wants to stop' }]);
  });

  it('sends it, and the programme owes an answer', async () => {
    const sent = await moves(asCounsellor, referral.id, { move: 'send' });
    expect(sent).toMatchObject({
      state: 'sent',
      owes: 'receiver',
      isAgreed: true,
      isOverdue: false,
      nextStepBy: '2026-11-26T16:00:00.000Z',
      inFhir: { request: 'active', task: 'requested', business: 'sent' },
    });
  });

  it('is read by its receiver: what was shared and nothing besides', async () => {
    const there = await seen(asIntake, referral.id);
    expect(there).toMatchObject({
      goesBy: 'Wren',
      sender: expect.stringContaining('Organisation'),
      service: 'Ninety days by the river',
      summaries: [{ class: 'substance_use', text: 'Wants to stop' }],
      serves: [{ kind: 'goal', id: goalId, ownWords: 'I want my own door to lock.' }],
      channels: [],
      parties: ['receiver'],
      withheld: [],
    });
    expect(there.openMoves).toEqual(['ask', 'accept', 'decline', 'stop']);
    await asIntake.get(`/v1/clients/${clientId}`).expect(403);
    await asIntake.get(`/v1/clients/${clientId}/referrals`).expect(404);
    await asElsewhere.get(`/v1/referrals/${referral.id}`).expect(404);
    expect(await box(asElsewhere, 'box=received')).toEqual([]);
    expect(await box(asIntake, 'box=received')).toMatchObject([{ id: referral.id, owes: 'receiver' }]);
  });

  it('shows whose step it is, question by question, and what is late', async () => {
    await moves(asIntake, referral.id, { move: 'ask' }, 400);
    const asked = await moves(asIntake, referral.id, { move: 'ask', question: 'Is methadone arranged?' });
    expect(asked).toMatchObject({ state: 'info_requested', owes: 'sender' });
    world.now = '2026-11-30T16:00:00.000Z';
    expect(await box(asCounsellor, 'box=sent&overdue=true')).toMatchObject([{ id: referral.id, isOverdue: true }]);
    const answered = await moves(asCounsellor, referral.id, { move: 'answer', answer: 'Yes, with the pharmacy' });
    expect(answered).toMatchObject({
      question: 'Is methadone arranged?',
      answer: 'Yes, with the pharmacy',
      isOverdue: false,
    });
    const { body } = await asCounsellor.get('/v1/referrals/counts?box=sent').expect(200);
    expect(body.items).toEqual([{ state: 'sent', owes: 'receiver', count: 1, overdue: 0 }]);
  });

  it('waits in line until a day on which somebody looks again', async () => {
    await moves(asIntake, referral.id, { move: 'accept' });
    const waits = await moves(asIntake, referral.id, {
      move: 'put_on_waiting_list',
      placeInLine: 4,
      reviewOn: '2026-12-14',
    });
    expect(waits).toMatchObject({ state: 'waitlisted', placeInLine: 4, reviewOn: '2026-12-14', owes: 'receiver' });
    expect(waits['inFhir']).toEqual({ request: 'active', task: 'on-hold', business: 'waitlisted' });
  });

  it('keeps every move, by which side and with what was said', async () => {
    await moves(asIntake, referral.id, {
      move: 'await_step',
      because: 'medical_clearance',
      note: 'The form is with us',
    });
    const { body } = await asCounsellor.get(`/v1/referrals/${referral.id}/moves`).expect(200);
    const made = body.items as readonly { move: string; party: string; note: string | null }[];
    expect(made.map(({ move, party }) => `${party} ${move}`)).toEqual([
      'sender draft',
      'sender send',
      'receiver ask',
      'sender answer',
      'receiver accept',
      'receiver put_on_waiting_list',
      'receiver await_step',
    ]);
    expect(made.at(-1)).toMatchObject({ because: 'medical_clearance', note: 'The form is with us' });
    const first = await asCounsellor.get(`/v1/referrals/${referral.id}/moves?limit=3`).expect(200);
    const rest = await asCounsellor
      .get(`/v1/referrals/${referral.id}/moves?limit=9&cursor=${encodeURIComponent(first.body.next)}`)
      .expect(200);
    expect(rest.body.items).toHaveLength(4);
  });

  it('tells the other side each time, and of nobody', async () => {
    const { body } = await asCounsellor.get('/v1/notices').expect(200);
    const kinds = body.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['referral_info_requested', 'referral_accepted', 'referral_waitlisted']),
    );
    expect(JSON.stringify(body)).not.toContain(clientId);
  });

  it('ends when it has an outcome that both know, and not before', async () => {
    const path = `/v1/referrals/${referral.id}/outcome-known`;
    const { version } = await seen(asCounsellor, referral.id);
    const early = await asCounsellor.post(path).set('if-match', `"${version}"`).send({ to: 'client' }).expect(409);
    expect(early.body.code).toBe('outcome_open');
    const declined = await moves(asIntake, referral.id, { move: 'arrive' });
    expect(declined.state).toBe('in_progress');
    const done = await moves(asIntake, referral.id, { move: 'finish', because: 'goal_met' });
    expect(done).toMatchObject({ state: 'completed', owes: 'sender', isLoopClosed: false });
    const told = await asCounsellor.post(path).set('if-match', `"${done.version}"`).send({ to: 'sender' }).expect(200);
    expect(told.body).toMatchObject({ owes: 'sender', isLoopClosed: false });
    const both = await asCounsellor
      .post(path)
      .set('if-match', `"${told.body.version}"`)
      .send({ to: 'client', note: 'On the phone' })
      .expect(200);
    expect(both.body).toMatchObject({ owes: 'nobody', isLoopClosed: true });
    expect(await box(asCounsellor, 'box=sent')).toEqual([]);
    expect(await box(asCounsellor, 'box=sent&owes=nobody')).toMatchObject([{ id: referral.id }]);
  });

  it('is looked up by its receiver for thirty days, however it ended, and then no more', async () => {
    const before = world.now;
    const later = (days: number) => new Date(Date.parse(before) + days * 86_400_000).toISOString();
    world.now = later(29);
    await asIntake.get(`/v1/referrals/${referral.id}`).expect(200);
    world.now = later(31);
    await asIntake.get(`/v1/referrals/${referral.id}`).expect(404);
    expect(await box(asIntake, 'box=received&owes=nobody')).toEqual([]);
    await asCounsellor.get(`/v1/referrals/${referral.id}`).expect(200);
  });

  it('can be opened again: another round under the same referral', async () => {
    const again = await moves(asCounsellor, referral.id, { move: 'reopen', note: 'Asks to come back' });
    expect(again).toMatchObject({ state: 'sent', round: 2, isLoopClosed: false, endedAt: null, because: null });
    await asIntake.get(`/v1/referrals/${referral.id}`).expect(200);
  });

  it('goes out for the first time where a draft was laid aside and is taken up again', async () => {
    const aside = await drafts(asCounsellor, clientId, { receiverOrganisationId: programme, asksFor: 'peer_support' });
    expect(await moves(asCounsellor, aside.id, { move: 'withdraw' })).toMatchObject({ sentAt: null });
    expect(await moves(asCounsellor, aside.id, { move: 'reopen' })).toMatchObject({ state: 'sent', sentAt: world.now });
    await moves(asCounsellor, aside.id, { move: 'withdraw' });
  });

  it('follows one that came before, hop by hop, each as far as it is seen', async () => {
    const next = await drafts(asCounsellor, clientId, {
      outside: { name: 'Housing office', phone: '403 555 0142', by: 'phone' },
      asksFor: 'housing',
      agreedHow: 'in_person',
      followsId: referral.id,
    });
    const { body } = await asCounsellor.get(`/v1/referrals/${next.id}/chain`).expect(200);
    expect(body.items.map(({ id }: Seen) => id)).toEqual([referral.id, next.id]);
    const path = `/v1/referrals/${next.id}/chain?limit=1`;
    const page = await asCounsellor.get(path).expect(200);
    const rest = await asCounsellor.get(`${path}&cursor=${page.body.next}`).expect(200);
    expect([...page.body.items, ...rest.body.items].map(({ id }: Seen) => id)).toEqual([referral.id, next.id]);
    expect(rest.body.next).toBeUndefined();
    const there = await asIntake.get(`/v1/referrals/${referral.id}/chain`).expect(200);
    expect(there.body.items.map(({ id }: Seen) => id)).toEqual([referral.id]);
    await moves(asCounsellor, next.id, { move: 'send' });
    await moves(asCounsellor, next.id, { move: 'accept' }, 409);
    const said = await moves(asCounsellor, next.id, { move: 'accept', onBehalfOfReceiver: true, note: 'Called back' });
    expect(said.state).toBe('accepted');
  });

  it('stands in the client’s own list', async () => {
    const { body } = await asCounsellor.get(`/v1/clients/${clientId}/referrals?limit=1`).expect(200);
    expect(body.items).toMatchObject([{ asksFor: 'housing', outside: { name: 'Housing office' } }]);
    const more = await asCounsellor
      .get(`/v1/clients/${clientId}/referrals?cursor=${encodeURIComponent(body.next)}`)
      .expect(200);
    expect(more.body.items).toMatchObject([{ asksFor: 'peer_support' }, { id: referral.id }]);
    expect(more.body.withheld).toEqual([]);
  });
});
