import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { programmeIn, referTo, type Programme, type Referred } from '../support/referred.js';
import { World, type As, type Worker } from '../support/world.js';

interface Attempt {
  readonly id: Id;
  readonly version: number;
}

const ZONE = 'America/Edmonton';

describe('a service that has begun has further dates', () => {
  let world: World;
  let maya: Worker;
  let atSender: As;
  let groups: Programme;
  let talks: Referred;
  let host: As;
  beforeAll(async () => {
    world = await World.open('2026-12-16T17:30:00.000Z');
    maya = await world.worker('peer_navigator');
    atSender = world.as(maya);
    groups = await programmeIn(world, 'counselling');
    talks = await referTo(world, maya, groups);
    host = world.as(groups.intake);
  });
  afterAll(() => world.close());

  const move = async (by: As, { id, version }: Attempt, wish: object): Promise<Attempt> =>
    (await by.post(`/v1/attempts/${id}/moves`).set('if-match', `"${version}"`).send(wish).expect(200)).body as Attempt;
  const dates = () => `/v1/referrals/${talks.referralId}/attempts`;
  const wish = (day: string) => ({ offeredFor: `${day}T10:00:00-07:00`, zone: ZONE, channel: 'phone' });
  const stands = async () => {
    const rows = await world.look<{ state: string; version: number }>(
      'SELECT state, version FROM referral WHERE id = $1',
      [talks.referralId],
    );
    return rows[0]!;
  };
  const owed = async () => {
    const { body } = await atSender.get(`/v1/tasks?client=${talks.clientId}&whose=anyone`).expect(200);
    return (body as { items: { kind: string }[] }).items.map(({ kind }) => kind);
  };
  const last = async () => ((await host.get(dates()).expect(200)).body.items as Attempt[]).at(-1)!;

  it('the first date was attended and the next one set with it: the referral stays in progress', async () => {
    const first = (await host.post(dates()).send(wish('2026-12-17')).expect(201)).body as Attempt;
    world.now = '2026-12-17T18:00:00.000Z';
    await move(host, first, { move: 'end', outcome: 'attended', next: wish('2026-12-24') });
    expect(await last()).toMatchObject({ number: 2, state: 'offered' });
    expect(await stands()).toMatchObject({ state: 'in_progress' });
  });

  it('one date at a time, by whoever gives them, and without a bed; the referral does not end meanwhile', async () => {
    const before = await stands();
    expect((await host.post(dates()).send(wish('2026-12-28')).expect(409)).body.code).toBe('date_stands');
    expect((await atSender.post(dates()).send(wish('2026-12-28')).expect(409)).body.code).toBe('date_stands');
    const withBed = { ...wish('2026-12-28'), bedId: talks.clientId, answerBy: '2026-12-20T10:00:00Z' };
    expect((await host.post(dates()).send(withBed).expect(409)).body.code).toBe('bed_before_start');
    const finish = host.post(`/v1/referrals/${talks.referralId}/moves`).set('if-match', `"${before.version}"`);
    expect((await finish.send({ move: 'finish', because: 'goal_met' }).expect(409)).body.code).toBe('date_stands');
  });

  it('the sender confirms one to which she does not come: somebody reaches out, and nothing else moves', async () => {
    const before = await stands();
    await move(atSender, await last(), { move: 'confirm', channel: 'phone' });
    world.now = '2026-12-24T20:00:00.000Z';
    await move(host, await last(), { move: 'end', outcome: 'did_not_attend' });
    expect(await stands()).toEqual(before);
    expect(await owed()).toEqual(['warm_outreach']);
    expect((await atSender.post(dates()).send(wish('2026-12-30')).expect(409)).body.code).toBe('for_the_receiver');
  });

  it('two dates at once: one stands; confirmed, it settles the outreach; and attended, nothing begins again', async () => {
    const answers = await Promise.all(['2026-12-30', '2026-12-31'].map((day) => host.post(dates()).send(wish(day))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    await move(atSender, await last(), { move: 'confirm', channel: 'phone' });
    expect(await owed()).toEqual([]);
    world.now = '2026-12-31T20:00:00.000Z';
    await move(host, await last(), { move: 'end', outcome: 'attended' });
    expect(await stands()).toMatchObject({ state: 'in_progress' });
    expect(await world.look('SELECT id FROM stay WHERE referral_id = $1', [talks.referralId])).toEqual([]);
  });
});
