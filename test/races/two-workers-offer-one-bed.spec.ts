import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { programmeIn, referTo, type Programme } from '../support/referred.js';
import { World, type Worker } from '../support/world.js';

const ROUNDS = 6;

describe('two workers offer one bed at the same time', () => {
  let world: World;
  let maya: Worker;
  let programme: Programme;
  beforeAll(async () => {
    world = await World.open('2026-11-23T16:00:00.000Z');
    maya = await world.worker('peer_navigator');
    programme = await programmeIn(world);
  });
  afterAll(() => world.close());

  const bedOf = async (label: string): Promise<Id> => {
    const path = `/v1/services/${programme.serviceId}/beds`;
    return ((await world.as(programme.intake).post(path).send({ label }).expect(201)).body as { id: Id }).id;
  };
  const offered = (worker: Worker, referralId: Id, bedId: Id, answerBy: string) =>
    world
      .as(worker)
      .post(`/v1/referrals/${referralId}/attempts`)
      .send({ offeredFor: '2026-12-30T10:00:00-07:00', zone: 'America/Edmonton', channel: 'phone', bedId, answerBy });

  it('one has it, and the other is told until when; a promise that is over is given to one of them as well', async () => {
    const colleague = await world.worker('intake_worker', programme.organisationId);
    for (let round = 0; round < ROUNDS; round++) {
      const bedId = await bedOf(`Room ${round}`);
      const [before, one, other] = [
        ...[await referTo(world, maya, programme), await referTo(world, maya, programme)],
        await referTo(world, maya, programme),
      ];
      if (round % 2 === 0) {
        await offered(programme.intake, before.referralId, bedId, '2026-11-23T17:00:00Z').expect(201);
        world.now = '2026-11-23T18:00:00.000Z';
      }
      const until = '2026-11-25T16:00:00.000Z';
      const answers = await Promise.all([
        offered(programme.intake, one!.referralId, bedId, until),
        offered(colleague, other!.referralId, bedId, until),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'bed_taken', until });
      const held = await world.look('SELECT bed_id FROM bed_hold WHERE bed_id = $1', [bedId]);
      const live = await world.look(`SELECT id FROM attempt WHERE bed_id = $1 AND state = 'offered'`, [bedId]);
      expect([held.length, live.length]).toEqual([1, 1]);
      world.now = '2026-11-23T16:00:00.000Z';
    }
  }, 60_000);

  it('somebody comes without a date and sleeps there: whose promise was over is told so, and nobody holds it twice', async () => {
    for (const isOver of [true, false]) {
      const bedId = await bedOf(`Room of whoever comes, ${isOver}`);
      const [promised, comes] = [await referTo(world, maya, programme), await referTo(world, maya, programme)];
      const until = '2026-11-23T17:00:00.000Z';
      await offered(programme.intake, promised.referralId, bedId, until).expect(201);
      world.now = isOver ? until : world.now;
      const begun = await world.as(programme.intake).post(`/v1/referrals/${comes.referralId}/stay`).send({ bedId });
      expect([begun.status, begun.body.code]).toEqual(isOver ? [201, undefined] : [409, 'bed_taken']);
      const dates = await world.look('SELECT state, outcome FROM attempt WHERE bed_id = $1', [bedId]);
      const holds = await world.look('SELECT held_until IS NULL AS kept FROM bed_hold WHERE bed_id = $1', [bedId]);
      const told = await world.look(`SELECT id FROM notice WHERE source_id = $1 AND kind = 'referral_next_date_owed'`, [
        promised.referralId,
      ]);
      expect([dates, holds, told.length > 0]).toEqual([
        [isOver ? { state: 'ended', outcome: 'offer_lapsed' } : { state: 'offered', outcome: null }],
        [{ kept: isOver }],
        isOver,
      ]);
      world.now = '2026-11-23T16:00:00.000Z';
    }
  });

  it('two who stay there are moved to one bed at once: one sleeps in it, and the other stays where they were', async () => {
    const as = world.as(programme.intake);
    for (let round = 0; round < ROUNDS; round++) {
      const [wanted, ...before] = [
        await bedOf(`Wanted ${round}`),
        await bedOf(`A ${round}`),
        await bedOf(`B ${round}`),
      ];
      const stays = [];
      for (const bedId of before) {
        const { referralId } = await referTo(world, maya, programme);
        stays.push((await as.post(`/v1/referrals/${referralId}/stay`).send({ bedId }).expect(201)).body as { id: Id });
      }
      const answers = await Promise.all(
        stays.map(({ id }) => as.patch(`/v1/stays/${id}`).set('if-match', '"1"').send({ bedId: wanted })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'bed_in_use' });
      const held = await world.look('SELECT bed_id FROM bed_hold WHERE bed_id = ANY ($1)', [[wanted, ...before]]);
      expect(held).toHaveLength(2);
    }
  }, 60_000);

  it('two dates for one person at once: one stands, and the other is told so', async () => {
    const colleague = await world.worker('intake_worker', programme.organisationId);
    for (let round = 0; round < ROUNDS; round++) {
      const { referralId } = await referTo(world, maya, programme);
      const wish = { offeredFor: '2026-12-30T10:00:00-07:00', zone: 'America/Edmonton', channel: 'phone' };
      const answers = await Promise.all(
        [programme.intake, colleague].map((worker) =>
          world.as(worker).post(`/v1/referrals/${referralId}/attempts`).send(wish),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'date_stands' });
    }
  }, 60_000);
});
