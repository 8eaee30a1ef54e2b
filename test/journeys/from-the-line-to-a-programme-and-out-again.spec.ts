import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { agrees, withdraws, type Given } from '../support/consents.js';
import { programmeIn, type Programme } from '../support/referred.js';
import { drafts, moves, seen } from '../support/referrals.js';
import { World, type As, type Worker } from '../support/world.js';

const ZONE = 'America/Edmonton';

describe('from the line to a programme of ninety days, and out again', () => {
  let world: World;
  let counsellor: Worker;
  let programme: Programme;
  let [asLine, atClinic, inside]: As[] = [];
  let first: Id;
  let next: Id;
  let clientId: Id;
  let given: Given;
  beforeAll(async () => {
    world = await World.open('2026-11-02T16:00:00.000Z');
    counsellor = await world.worker('counsellor');
    programme = await programmeIn(world);
    asLine = world.as(await world.worker('line_operator', await world.organisation('response_line')));
    [atClinic, inside] = [world.as(counsellor), world.as(programme.intake)];
  });
  afterAll(() => world.close());

  const date = async (day: string, outcome: string, more: object = {}) => {
    world.now = `2026-11-${day}T18:00:00.000Z`;
    const wish = { offeredFor: `2026-11-${day}T17:00:00.000Z`, zone: ZONE, channel: 'phone', outcome, ...more };
    await inside!.post(`/v1/referrals/${next}/attempts`).send(wish).expect(201);
    return seen(atClinic!, next);
  };
  const arrive = async (): Promise<{ id: Id; version: number }> =>
    (await inside!.post(`/v1/referrals/${next}/stay`).send({}).expect(201)).body;

  it('a line operator refers by alias, and the clinic accepts', async () => {
    const caller = (await asLine!.post('/v1/line/callers').send({ alias: 'Fox', language: 'en' }).expect(201)).body.id;
    const terms = { receiverOrganisationId: counsellor.organisationId, asksFor: 'counselling', urgency: 'soon' };
    const draft = { ...terms, agreedHow: 'phone', sharedClasses: ['identity_name'] };
    first = (await asLine!.post(`/v1/line/callers/${caller}/referrals`).send(draft).expect(201)).body.id;
    await moves(asLine!, first, { move: 'send' });
    await moves(atClinic!, first, { move: 'accept' });
    const taken = await atClinic!.post(`/v1/referrals/${first}/reception`).send({ goesBy: 'Fox' }).expect(200);
    clientId = taken.body.receivedAs;
  });

  it('she links herself at her own word, and is referred on, hop after hop', async () => {
    const draft = { serviceId: programme.serviceId, asksFor: 'residential_programme', urgency: 'soon' };
    given = await agrees(world, counsellor, clientId, {
      recipient: { organisationId: programme.organisationId },
      classes: ['identity_name', 'coordination'],
      reach: 'referrals',
    });
    const unlinked = { ...draft, followsId: first, sharedClasses: ['identity_name'] };
    const path = `/v1/clients/${clientId}/referrals`;
    expect((await atClinic!.post(path).send(unlinked).expect(409)).body.code).toBe('not_linked');
    const wish = { referralId: first, parts: ['referrals'], howGiven: 'in_person' };
    await atClinic!.post(`/v1/clients/${clientId}/caller-links`).send(wish).expect(201);
    next = (await drafts(atClinic!, clientId, unlinked)).id;
    await moves(atClinic!, next, { move: 'send' });
    await moves(inside!, next, { move: 'accept' });
    const { body } = await atClinic!.get(`/v1/referrals/${next}/chain`).expect(200);
    expect((body.items as { id: Id }[]).map(({ id }) => id)).toEqual([first, next]);
  });

  it('three dates do not work out, each for its own reason, and nothing ends by them', async () => {
    expect(await date('05', 'transport')).toMatchObject({ state: 'next_date_owed' });
    expect(await date('09', 'childcare', { inTheWay: 'Nobody for the little one.' })).toMatchObject({
      state: 'next_date_owed',
    });
    expect(await date('12', 'did_not_attend')).toMatchObject({
      state: 'date_not_attended',
      owes: 'sender',
      isOverdue: false,
    });
    const { body } = await atClinic!.get(`/v1/referrals/${next}/attempts`).expect(200);
    expect((body.items as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual([
      ...['transport', 'childcare', 'did_not_attend'],
    ]);
  });

  it('it is stopped, opened again when she asks, accepted, and she stays', async () => {
    expect(await moves(atClinic!, next, { move: 'stop', because: 'no_longer_needed' })).toMatchObject({
      state: 'stopped',
    });
    world.now = '2026-11-23T16:00:00.000Z';
    expect(await moves(atClinic!, next, { move: 'reopen' })).toMatchObject({ state: 'sent', round: 2 });
    await moves(inside!, next, { move: 'accept' });
    await arrive();
    expect(await seen(atClinic!, next)).toMatchObject({ state: 'in_progress', round: 2 });
    const { body } = await atClinic!.get(`/v1/tasks?client=${clientId}&whose=anyone`).expect(200);
    expect((body.items as { kind: string }[]).filter(({ kind }) => kind === 'warm_outreach')).toEqual([]);
  });

  it('she takes her consent back while she is there: the programme sees nothing from then on, and the history says so', async () => {
    await withdraws(world, counsellor, given);
    await inside!.get(`/v1/referrals/${next}`).expect(404);
    expect(await seen(atClinic!, next)).toMatchObject({
      ...{ state: 'in_progress', isAgreed: false, owes: 'sender' },
      openMoves: [],
    });
    const { body } = await atClinic!.get(`/v1/referrals/${next}/moves`).expect(200);
    expect((body.items as { move: string }[]).at(-1)?.move).toBe('sharing_ended');
  });

  it('she is discharged with what comes after it', async () => {
    const { body } = await atClinic!.get(`/v1/clients/${clientId}/stays`).expect(200);
    const [{ id, version }] = body.items as [{ id: Id; version: number }];
    const end = { because: 'completed', naloxone: 'given', toldOfLowerTolerance: true };
    const ends = atClinic!.post(`/v1/stays/${id}/moves`).set('if-match', `"${version}"`).send({ move: 'end', end });
    expect((await ends.expect(200)).body).toMatchObject({ state: 'ended' });
    expect(await seen(atClinic!, next)).toMatchObject({ state: 'completed', owes: 'sender' });
  });

  it('her timeline tells each step of it where it belongs, and not why', async () => {
    const { body } = await atClinic!.get(`/v1/clients/${clientId}/timeline?kind=referral&limit=200`).expect(200);
    const told = (body.items as { recordId: Id; what: string; step: string | null }[])
      .filter(({ recordId }) => recordId === next)
      .map(({ what, step }) => step ?? what);
    expect(told.toSorted()).toEqual([
      ...['accept', 'accept', 'arrive', 'finish', 'made', 'miss_date', 'owe_next_date', 'reopen', 'send'],
      ...['sharing_ended', 'stop'],
    ]);
    expect(JSON.stringify(body)).not.toContain('childcare');
  });

  it('the line sees that its referral arrived, and no more', async () => {
    await moves(atClinic!, first, { move: 'arrive' });
    for (const [move, because] of Object.entries({ leave_early: 'in_custody', stop: 'deceased' }))
      expect(await moves(atClinic!, first, { move, because }, 409)).toMatchObject({ code: 'caller_arrived' });
    expect(await seen(asLine!, first)).toMatchObject({ state: 'in_progress', clientId: null, receivedAs: null });
    const { body, text } = await asLine!.get(`/v1/referrals/${first}/chain`).expect(200);
    expect((body.items as { id: Id }[]).map(({ id }) => id)).toEqual([first]);
    expect(text).not.toContain(clientId);
    await asLine!.get(`/v1/referrals/${next}`).expect(404);
    await moves(atClinic!, first, { move: 'finish', because: 'service_received_partial', note: 'Went on to Larch.' });
    expect(await seen(asLine!, first)).toMatchObject({ state: 'completed', because: null });
    const { body: told, text: said } = await asLine!.get(`/v1/referrals/${first}/moves`).expect(200);
    expect(told.items.at(-1)).toMatchObject({ move: 'finish', because: null, note: null });
    expect(said).not.toContain('Larch');
    expect(await seen(atClinic!, first)).toMatchObject({ because: 'service_received_partial' });
  });
});
