import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { programmeIn, referTo, type Programme, type Referred } from '../support/referred.js';
import { World, type As, type Worker } from '../support/world.js';

interface Stay {
  readonly id: Id;
  readonly version: number;
  readonly state: string;
  readonly [more: string]: unknown;
}

describe('a stay ends, and the follow-up is already there', () => {
  let world: World;
  let maya: Worker;
  let programme: Programme;
  let wren: Referred;
  let stay: Stay;
  let bedId: Id;
  let [intake, atSender]: As[] = [];
  beforeAll(async () => {
    world = await World.open('2026-11-23T16:00:00.000Z');
    maya = await world.worker('peer_navigator');
    programme = await programmeIn(world);
    wren = await referTo(world, maya, programme);
    [intake, atSender] = [world.as(programme.intake), world.as(maya)];
    const bed = await intake.post(`/v1/services/${programme.serviceId}/beds`).send({ label: 'Room 2' }).expect(201);
    bedId = (bed.body as { id: Id }).id;
  });
  afterAll(() => world.close());

  const move = async (wish: object, status = 200): Promise<Stay> =>
    (await intake!.post(`/v1/stays/${stay.id}/moves`).set('if-match', `"${stay.version}"`).send(wish).expect(status))
      .body as Stay;
  const tasks = async () =>
    (await atSender!.get(`/v1/tasks?client=${wren.clientId}&whose=anyone`).expect(200)).body.items as {
      kind: string;
      title: string;
      dueOn?: string;
    }[];
  const beds = async () =>
    (await intake!.get(`/v1/services/${programme.serviceId}/beds`).expect(200)).body.items as { standing: string }[];
  const end = { because: 'completed', naloxone: 'given', toldOfLowerTolerance: true };

  it('somebody comes without a date: the referral has begun, and the end is planned by the length of the service', async () => {
    const begin = intake!.post(`/v1/referrals/${wren.referralId}/stay`);
    stay = (await begin.send({ bedId }).expect(201)).body as Stay;
    expect(stay).toMatchObject({ state: 'inside', plannedEndOn: '2027-02-21', bedId, attemptId: null, leaves: [] });
    expect(await world.look('SELECT state FROM referral WHERE id = $1', [wren.referralId])).toEqual([
      { state: 'in_progress' },
    ]);
    expect(await beds()).toMatchObject([{ standing: 'in_use' }]);
    const again = await intake!.post(`/v1/referrals/${wren.referralId}/stay`).send({}).expect(409);
    expect(again.body.code).toBe('stay_already');
  });

  it('it does not begin a second time with a date either, whichever came first', async () => {
    const walkedIn = { offeredFor: world.now, zone: 'America/Edmonton', channel: 'in_person', outcome: 'attended' };
    const came = intake!.post(`/v1/referrals/${wren.referralId}/attempts`).send(walkedIn);
    expect((await came.expect(409)).body.code).toBe('stay_already');
    const other = await referTo(world, maya, programme);
    await intake!.post(`/v1/referrals/${other.referralId}/attempts`).send(walkedIn).expect(201);
    const begin = intake!.post(`/v1/referrals/${other.referralId}/stay`).send({});
    expect((await begin.expect(409)).body.code).toBe('stay_already');
  });

  it('she means to stay longer and sleeps elsewhere: the bed before is free again, and a taken one is not hers', async () => {
    const change = (wish: object, version = stay.version) =>
      intake!.patch(`/v1/stays/${stay.id}`).set('if-match', `"${version}"`).send(wish);
    const made = await intake!.post(`/v1/services/${programme.serviceId}/beds`).send({ label: 'Room 3' }).expect(201);
    const other = (made.body as { id: Id }).id;
    expect((await change({ plannedEndOn: '2026-11-01' }).expect(422)).body.code).toBe('date_past');
    expect((await change({ bedId: wren.clientId }).expect(409)).body.code).toBe('bed_elsewhere');
    const mate = await referTo(world, maya, programme);
    await intake!.post(`/v1/referrals/${mate.referralId}/stay`).send({ bedId: other }).expect(201);
    expect((await change({ bedId: other }).expect(409)).body.code).toBe('bed_in_use');
    expect(await beds()).toMatchObject([{ standing: 'in_use' }, { standing: 'in_use' }]);
    expect((await change({ plannedEndOn: null }).expect(200)).body).toMatchObject({ plannedEndOn: null, version: 2 });
    expect((await change({ plannedEndOn: '2027-03-01' }).expect(412)).body.code).toBe('stale');
    const spare = await intake!.post(`/v1/services/${programme.serviceId}/beds`).send({ label: 'Room 4' }).expect(201);
    const moved = await change({ plannedEndOn: '2027-02-21', bedId: (spare.body as { id: Id }).id }, 2).expect(200);
    stay = moved.body as Stay;
    expect(stay).toMatchObject({ plannedEndOn: '2027-02-21', bedId: (spare.body as { id: Id }).id, version: 3 });
    expect((await beds()).map(({ standing }) => standing)).toEqual(['free', 'in_use', 'in_use']);
    const kept = await world.look(`SELECT version FROM earlier_version WHERE record_id = $1`, [stay.id]);
    expect(kept).toHaveLength(2);
  });

  it('she is away for a weekend and comes back; nobody is out by time', async () => {
    world.now = '2026-12-04T22:00:00.000Z';
    const leave = { because: 'weekend', expectedAt: '2026-12-06T20:00:00-07:00' };
    stay = await move({ move: 'leave', leave });
    expect(stay).toMatchObject({ state: 'on_leave', openMoves: ['return', 'end', 'retract'] });
    world.now = '2026-12-08T16:00:00.000Z';
    expect((await intake!.get(`/v1/stays/${stay.id}`).expect(200)).body).toMatchObject({ state: 'on_leave' });
    stay = await move({ move: 'return', at: '2026-12-07T09:00:00-07:00' });
    expect(stay).toMatchObject({
      state: 'inside',
      leaves: [{ because: 'weekend', leftAt: '2026-12-04T22:00:00.000Z', backAt: '2026-12-07T16:00:00.000Z' }],
    });
  });

  it('whoever ends it says what goes along: without these answers it does not end', async () => {
    expect(await move({ move: 'end' }, 400)).toMatchObject({ errors: [{ pointer: '/end' }] });
    const short = await move({ move: 'end', end: { because: 'completed' } }, 400);
    expect(short['errors']).toMatchObject([{ pointer: '/end/naloxone' }, { pointer: '/end/toldOfLowerTolerance' }]);
    expect(await move({ move: 'end', end, at: '2026-12-09T16:00:00Z' }, 422)).toMatchObject({ code: 'date_ahead' });
    expect(await move({ move: 'end', end, at: '2026-11-01T16:00:00Z' }, 422)).toMatchObject({ code: 'date_past' });
  });

  it('it ends: the bed is given back, the referral is completed, and a call and a visit are owed at the sender', async () => {
    world.now = '2027-02-21T18:00:00.000Z';
    stay = await move({ move: 'end', end: { ...end, note: 'She leaves with a plan and a kit.' } });
    expect(stay).toMatchObject({
      ...{ state: 'ended', because: 'completed', naloxone: 'given', toldOfLowerTolerance: true, openMoves: [] },
      endNote: 'She leaves with a plan and a kit.',
      becauseSaid: { en: 'You stayed as long as planned' },
    });
    expect((await beds()).map(({ standing }) => standing)).toEqual(['free', 'in_use', 'free']);
    const late = intake!
      .patch(`/v1/stays/${stay.id}`)
      .set('if-match', `"${stay.version}"`)
      .send({ plannedEndOn: null });
    expect((await late.expect(409)).body.code).toBe('stay_over');
    expect(await world.look('SELECT state, because, owes FROM referral WHERE id = $1', [wren.referralId])).toEqual([
      { state: 'completed', because: 'goal_met', owes: 'sender' },
    ]);
    expect(await tasks()).toMatchObject([
      { kind: 'after_care', title: 'Call after the stay', due: { on: '2027-02-23' } },
      { kind: 'after_care', title: 'Visit after the stay', due: { on: '2027-02-28' } },
    ]);
  });

  it('whoever asked for it is told that tolerance is lower, and the notice names nobody', async () => {
    const { body } = await atSender!.get('/v1/notices').expect(200);
    const told = (body.items as { kind: string; source: object }[]).filter(({ kind }) => kind === 'lowered_tolerance');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('Wren');
    const others = await intake!.get('/v1/notices').expect(200);
    expect((others.body.items as { kind: string }[]).map(({ kind }) => kind)).not.toContain('lowered_tolerance');
  });

  it('the team reads of it in the record; the programme reads this stay, and no list of a client’s stays', async () => {
    const { body } = await atSender!.get(`/v1/clients/${wren.clientId}/stays`).expect(200);
    expect(body.items).toMatchObject([{ id: stay.id, endedAt: '2027-02-21T18:00:00.000Z' }]);
    await intake!.get(`/v1/clients/${wren.clientId}/stays`).expect(404);
    await world
      .as(await world.worker('intake_worker'))
      .get(`/v1/stays/${stay.id}`)
      .expect(404);
  });

  it('other follow-ups can be named, and who leaves early is no different', async () => {
    const other = await referTo(world, maya, programme);
    const begun = await intake!.post(`/v1/referrals/${other.referralId}/stay`).send({ plannedEndOn: null }).expect(201);
    stay = begun.body as Stay;
    const named = [{ title: 'Go to the pharmacy together', dueOn: '2027-02-22' }];
    await move({ move: 'end', end: { ...end, because: 'client_decided', naloxone: 'not_offered', followUps: named } });
    expect(await world.look('SELECT state FROM referral WHERE id = $1', [other.referralId])).toEqual([
      { state: 'left_early' },
    ]);
    const { body } = await atSender!.get(`/v1/tasks?client=${other.clientId}&whose=anyone`).expect(200);
    expect(body.items).toMatchObject([
      { kind: 'after_care', title: 'Offer naloxone', due: { on: '2027-02-22' } },
      { kind: 'after_care', title: 'Go to the pharmacy together' },
    ]);
    expect(body.items).toHaveLength(2);
  });

  it('where the person who asked has left, their role keeps the follow-up', async () => {
    const gone = await world.worker('counsellor', maya.organisationId);
    const other = await referTo(world, gone, programme);
    const mate = await world.worker('counsellor', maya.organisationId);
    await world
      .as(gone)
      .post(`/v1/clients/${other.clientId}/care-team`)
      .send({ membershipId: mate.membershipId })
      .expect(201);
    await world.plant('UPDATE membership SET ended_at = $2, version = 2 WHERE id = $1', [gone.membershipId, world.now]);
    const begun = await intake!.post(`/v1/referrals/${other.referralId}/stay`).send({}).expect(201);
    stay = begun.body as Stay;
    await move({ move: 'end', end });
    const { body } = await world.as(mate).get(`/v1/tasks?client=${other.clientId}&whose=anyone`).expect(200);
    expect(body.items).toMatchObject([{ owner: { role: 'counsellor' } }, { owner: { role: 'counsellor' } }]);
  });

  const ofNew = async (begins: object = {}) => {
    const other = await referTo(world, maya, programme);
    stay = (await intake!.post(`/v1/referrals/${other.referralId}/stay`).send(begins).expect(201)).body as Stay;
    const stands = async () =>
      (await world.look('SELECT state, because, owes FROM referral WHERE id = $1', [other.referralId]))[0];
    return { ...other, stands };
  };

  it('what nobody knows is told as not known, and why it ended goes along to the referral', async () => {
    const { stands } = await ofNew();
    const unknown = { because: 'client_decided', naloxone: 'not_known', toldOfLowerTolerance: null };
    expect(await move({ move: 'end', end: unknown })).toMatchObject({
      naloxone: 'not_known',
      toldOfLowerTolerance: null,
    });
    expect(await stands()).toMatchObject({ state: 'left_early', because: 'client_decided' });
  });

  it('of somebody who died nothing is asked that was for later, nothing is owed, and nobody is to tell them', async () => {
    const { clientId, referralId, stands } = await ofNew();
    const asked = await move({ move: 'end', end: { ...end, because: 'deceased' } }, 400);
    expect(asked['errors']).toMatchObject([{ pointer: '/end/naloxone' }, { pointer: '/end/toldOfLowerTolerance' }]);
    expect(await move({ move: 'end', end: { because: 'deceased' } })).toMatchObject({ state: 'ended', naloxone: null });
    expect(await stands()).toEqual({ state: 'stopped', because: 'deceased', owes: 'sender' });
    const path = `/v1/referrals/${referralId}`;
    const { version } = (await atSender!.get(path).expect(200)).body as Stay;
    const known = atSender!.post(`${path}/outcome-known`).set('if-match', `"${version}"`).send({ to: 'sender' });
    expect((await known.expect(200)).body).toMatchObject({ owes: 'nobody', isLoopClosed: true });
    expect(await stands()).toMatchObject({ owes: 'nobody' });
    expect((await atSender!.get(`/v1/tasks?client=${clientId}&whose=anyone`).expect(200)).body.items).toEqual([]);
  });

  it('what began by mistake is taken back: the next date is owed again, and the history says so', async () => {
    const { referralId, stands } = await ofNew();
    expect(await move({ move: 'retract' })).toMatchObject({ state: 'retracted' });
    expect(await stands()).toMatchObject({ state: 'next_date_owed', owes: 'receiver' });
    const { body } = await atSender!.get(`/v1/referrals/${referralId}/moves`).expect(200);
    expect((body.items as { move: string }[]).map((made) => made.move).slice(-2)).toEqual([
      'arrive',
      'take_back_start',
    ]);
    const walkedIn = { offeredFor: world.now, zone: 'America/Edmonton', channel: 'in_person', outcome: 'attended' };
    await intake!.post(`/v1/referrals/${referralId}/attempts`).send(walkedIn).expect(201);
    expect(await stands()).toMatchObject({ state: 'in_progress' });
  });
});
