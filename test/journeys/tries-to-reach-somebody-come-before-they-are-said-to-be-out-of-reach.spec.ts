import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { moveReferral, programmeIn, referCaller, referTo, type Programme, type Referred } from '../support/referred.js';
import { World, type Worker } from '../support/world.js';

describe('tries to reach somebody come before they are said to be out of reach', () => {
  let world: World;
  let maya: Worker;
  let programme: Programme;
  let wren: Referred;
  beforeAll(async () => {
    world = await World.open('2026-11-23T16:00:00.000Z');
    maya = await world.worker('peer_navigator');
    programme = await programmeIn(world);
    wren = await referTo(world, maya, programme);
    world.now = '2026-11-27T16:00:00.000Z';
  });
  afterAll(() => world.close());

  const tried = (by: Worker, referralId: Id, channel: string, happenedAt = '2026-11-27T09:00:00-07:00') =>
    world.as(by).post(`/v1/referrals/${referralId}/reach-attempts`).send({ happenedAt, channel, reached: false });
  const stop = (by: Worker) => moveReferral(world, by, wren.referralId, { move: 'stop', because: 'unable_to_contact' });

  it('either side writes down each try, with the time when it was', async () => {
    await tried(programme.intake, wren.referralId, 'phone').expect(201);
    const path = `/v1/referrals/${wren.referralId}/reach-attempts`;
    const own = { id: newId(), happenedAt: '2026-11-27T08:50:00-07:00', channel: 'phone', reached: false };
    await world.as(maya).post(path).send(own).expect(201);
    expect((await world.as(maya).post(path).send(own).expect(201)).body).toMatchObject({ id: own.id });
    const ahead = await tried(maya, wren.referralId, 'phone', '2026-11-28T09:00:00-07:00').expect(422);
    expect(ahead.body).toMatchObject({ code: 'date_ahead', field: 'happenedAt' });
    const before = await tried(maya, wren.referralId, 'phone', '2026-11-22T09:00:00-07:00').expect(422);
    expect(before.body).toMatchObject({ code: 'reached_before_sent', sentAt: '2026-11-23T16:00:00.000Z' });
  });

  it('three on one day, or by one way, or before she was reached, are too little: enough is somebody’s decision', async () => {
    const tooLittle = { status: 409, code: 'tried_too_little' };
    await tried(maya, wren.referralId, 'in_person').expect(201);
    expect((await stop(programme.intake)).body).toMatchObject(tooLittle);
    world.now = '2026-11-30T16:00:00.000Z';
    const reached = { happenedAt: '2026-11-28T09:00:00-07:00', channel: 'phone', reached: true };
    await world.as(maya).post(`/v1/referrals/${wren.referralId}/reach-attempts`).send(reached).expect(201);
    for (const day of ['28T10', '29T09', '30T08'])
      await tried(maya, wren.referralId, 'phone', `2026-11-${day}:00:00-07:00`).expect(201);
    expect((await stop(programme.intake)).body).toMatchObject(tooLittle);
    await tried(maya, wren.referralId, 'text', '2026-11-30T08:30:00-07:00').expect(201);
    expect((await stop(programme.intake)).body).toMatchObject({ state: 'stopped' });
    const { body } = await world.as(maya).get(`/v1/referrals/${wren.referralId}/reach-attempts`).expect(200);
    expect((body.items as { channel: string }[]).map(({ channel }) => channel)).toEqual([
      ...['phone', 'phone', 'in_person', 'phone', 'phone', 'phone', 'phone', 'text'],
    ]);
  });

  it('of somebody who called the line, the line writes it down; dates are for a client’s record', async () => {
    const operator = await world.worker('line_operator', await world.organisation('response_line'));
    const referralId = await referCaller(world, operator, programme);
    await tried(operator, referralId, 'phone', world.now).expect(201);
    await tried(programme.intake, referralId, 'text', world.now).expect(201);
    const { body } = await world.as(operator).get(`/v1/referrals/${referralId}/reach-attempts`).expect(200);
    expect(body.items).toHaveLength(2);
    const date = { offeredFor: '2026-12-03T10:00:00-07:00', zone: 'America/Edmonton', channel: 'phone' };
    const offered = await world.as(programme.intake).post(`/v1/referrals/${referralId}/attempts`).send(date);
    expect([offered.status, offered.body.code]).toEqual([409, 'not_of_a_caller']);
    const other = await world.worker('line_operator');
    await world.as(other).get(`/v1/referrals/${referralId}/reach-attempts`).expect(404);
  });
});
