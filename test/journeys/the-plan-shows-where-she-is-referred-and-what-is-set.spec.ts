import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CarePlanResponse } from '../../client/api.js';
import { programmeIn, referTo, type Programme, type Referred } from '../support/referred.js';
import { World, type Worker } from '../support/world.js';

describe('the plan shows where she is referred and what is set', () => {
  let world: World;
  let maya: Worker;
  let programme: Programme;
  let wren: Referred;
  beforeAll(async () => {
    world = await World.open('2026-11-23T16:00:00.000Z');
    maya = await world.worker('peer_navigator');
    programme = await programmeIn(world);
    wren = await referTo(world, maya, programme);
  });
  afterAll(() => world.close());

  const plan = async (query = ''): Promise<CarePlanResponse> =>
    (await world.as(maya).get(`/v1/clients/${wren.clientId}/care-plan${query}`).expect(200)).body;
  const intake = () => world.as(programme.intake);

  it('while the receiver owes a date', async () => {
    const { referrals, dates, stays, openMoves } = await plan();
    expect(referrals).toMatchObject([
      {
        id: wren.referralId,
        asksFor: 'residential_programme',
        service: 'Ninety days',
        state: 'accepted',
        owes: 'receiver',
      },
    ]);
    expect([dates, stays]).toEqual([[], []]);
    expect(openMoves).toContain('refer');
  });

  it('when one is offered, and on her own page in her own time', async () => {
    world.now = '2026-11-24T16:00:00.000Z';
    const offer = { offeredFor: '2026-12-01T16:00:00Z', zone: 'America/Edmonton', channel: 'phone' };
    await intake().post(`/v1/referrals/${wren.referralId}/attempts`).send(offer).expect(201);
    const { referrals, dates, changed } = await plan();
    expect(referrals).toMatchObject([{ state: 'date_offered', owes: 'sender' }]);
    expect(dates).toMatchObject([{ referralId: wren.referralId, number: 1, state: 'offered', lapsed: false }]);
    expect(changed.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['attempt', 'referral']));
    const page = world.as(maya).get(`/v1/clients/${wren.clientId}/care-plan/page`).set('accept-language', 'fr');
    const { text } = await page.expect(200);
    expect(text).toContain('Un programme résidentiel');
    expect(text).toContain('une date est offerte');
    expect(text).toMatch(/1 décembre 2026, 10\sh\s00/);
  });

  it('while she stays there, and then what is owed after it; and as it stood before', async () => {
    const [attempt] = (await plan()).dates;
    const moved = (wish: object) =>
      intake().post(`/v1/attempts/${attempt?.id}/moves`).set('if-match', `"${attempt?.version}"`).send(wish);
    world.now = '2026-12-01T17:00:00.000Z';
    await moved({ move: 'end', outcome: 'attended' }).expect(200);
    const inside = await plan();
    expect(inside).toMatchObject({ dates: [], referrals: [{ state: 'in_progress' }] });
    expect(inside.stays).toMatchObject([{ service: 'Ninety days', state: 'inside', lowerTolerance: false }]);

    world.now = '2026-12-20T17:00:00.000Z';
    const [stay] = inside.stays;
    const end = { because: 'client_decided', naloxone: 'given', toldOfLowerTolerance: true };
    const leaves = intake().post(`/v1/stays/${stay?.id}/moves`).set('if-match', `"${stay?.version}"`);
    await leaves.send({ move: 'end', end }).expect(200);
    const after = await plan();
    expect(after.stays).toMatchObject([{ state: 'ended', lowerTolerance: true, naloxone: 'given' }]);
    expect(after.nextSteps.map(({ kind }) => kind)).toEqual(['after_care', 'after_care']);

    const before = await plan('?as-of=2026-11-25T00:00:00Z');
    expect(before).toMatchObject({ stays: [], dates: [{ state: 'offered' }], referrals: [{ state: 'date_offered' }] });
  });

  it('and nothing of it stands there once what was owed is done', async () => {
    for (const { id } of (await plan()).nextSteps) {
      const done = world.as(maya).post(`/v1/tasks/${id}/moves`).set('if-match', '"1"');
      await done.send({ move: 'complete' }).expect(200);
    }
    expect((await plan()).stays).toEqual([]);
  });
});
