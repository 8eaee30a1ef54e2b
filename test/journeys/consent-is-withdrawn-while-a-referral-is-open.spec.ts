import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BackgroundWork } from '../../src/audit/background-work.js';
import type { Id } from '../../src/kernel/ids.js';
import { JobsDatabase } from '../../src/platform/jobs/jobs-database.js';
import { EndSharingByTime } from '../../src/referrals/application/end-sharing-by-time.js';
import { agrees, withdraws, type Given } from '../support/consents.js';
import { drafts, moves, seen } from '../support/referrals.js';
import { World, type As, type Worker } from '../support/world.js';

describe('consent is withdrawn while a referral is open', () => {
  let world: World;
  let counsellor: Worker;
  let asCounsellor: As;
  let intake: Worker;
  let asIntake: As;
  let programme: Id;
  let clientId: Id;
  let consent: Given;
  let id: Id;

  beforeAll(async () => {
    world = await World.open();
    counsellor = await world.worker('counsellor');
    asCounsellor = world.as(counsellor);
    programme = await world.organisation('residential_programme');
    intake = await world.worker('intake_worker', programme);
    asIntake = world.as(intake);
    clientId = (await asCounsellor.post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body.id;
    consent = await agreed();
    const draft = {
      receiverOrganisationId: programme,
      asksFor: 'residential_programme',
      sharedClasses: ['identity_name'],
    };
    ({ id } = await drafts(asCounsellor, clientId, draft));
    await moves(asCounsellor, id, { move: 'send' });
    await moves(asIntake, id, { move: 'accept' });
  });
  afterAll(() => world.close());

  const agreed = (until?: string) =>
    agrees(world, counsellor, clientId, {
      ...(until !== undefined && { until }),
      recipient: { organisationId: programme },
      classes: ['identity_name', 'coordination'],
      reach: 'referrals',
    });

  it('is shut to its receiver on the next request, on every path', async () => {
    await withdraws(world, counsellor, consent);
    await asIntake.get(`/v1/referrals/${id}`).expect(404);
    await asIntake.get(`/v1/referrals/${id}/moves`).expect(404);
    await asIntake.get(`/v1/referrals/${id}/chain`).expect(404);
    const { body } = await asIntake.get('/v1/referrals').expect(200);
    expect(body.items).toEqual([]);
    const counts = await asIntake.get('/v1/referrals/counts').expect(200);
    expect(counts.body.items).toEqual([]);
    await asIntake.post(`/v1/referrals/${id}/moves`).set('if-match', '"4"').send({ move: 'arrive' }).expect(404);
  });

  it('stays open at its sender, who owes the next step, and says so in its history', async () => {
    expect(await seen(asCounsellor, id)).toMatchObject({
      state: 'accepted',
      isAgreed: false,
      owes: 'sender',
      isOverdue: true,
    });
    const { body } = await asCounsellor.get(`/v1/referrals/${id}/moves`).expect(200);
    expect(body.items.at(-1)).toMatchObject({ move: 'sharing_ended', fromState: 'accepted', toState: 'accepted' });
    const box = await asCounsellor.get('/v1/referrals?box=sent&owes=sender').expect(200);
    expect(box.body.items).toMatchObject([{ id }]);
  });

  it('goes on when the client agrees again, and not before', async () => {
    const path = `/v1/referrals/${id}/agreement`;
    const { version } = await seen(asCounsellor, id);
    const early = await asCounsellor.post(path).set('if-match', `"${version}"`).send({}).expect(409);
    expect(early.body.code).toBe('not_agreed_to');
    await agreed();
    const again = await asCounsellor.post(path).set('if-match', `"${version}"`).send({}).expect(200);
    expect(again.body).toMatchObject({ isAgreed: true, owes: 'receiver', state: 'accepted' });
    expect(await seen(asIntake, id)).toMatchObject({ goesBy: 'Wren', state: 'accepted' });
  });

  describe('and another was given until a day, which comes', () => {
    const UNTIL = '2026-11-25T16:00:00.000Z';
    const box = async (owes: string) =>
      (await asCounsellor.get(`/v1/referrals?box=sent&owes=${owes}`).expect(200)).body.items as { id: Id }[];
    const ended = () =>
      world.look(`SELECT version FROM referral_move WHERE referral_id = $1 AND move = 'sharing_ended'`, [id]);
    const byTime = async (workers: number) => {
      const database = new JobsDatabase(world.db.urlAs('jobs'));
      await database.open();
      const work = new BackgroundWork(database, { now: world.now });
      await Promise.all(Array.from({ length: workers }, () => new EndSharingByTime(work).run()));
      await database.close();
    };

    beforeAll(async () => {
      await withdraws(world, counsellor, (consent = await again()));
      consent = await agreed(UNTIL);
      const { version } = await seen(asCounsellor, id);
      await asCounsellor.post(`/v1/referrals/${id}/agreement`).set('if-match', `"${version}"`).send({}).expect(200);
    });
    /** The one that it goes by until now. */
    const again = async (): Promise<Given> => {
      const [stands] = await world.look<Given>(
        `SELECT id, version FROM consent WHERE client_id = $1 AND state = 'active'`,
        [clientId],
      );
      if (!stands) throw new Error('She agreed to nothing.');
      return stands;
    };

    it('is not touched before it', async () => {
      const before = (await ended()).length;
      await byTime(1);
      expect((await ended()).length).toBe(before);
      expect(await seen(asIntake, id)).toMatchObject({ isAgreed: true, owes: 'receiver' });
    });

    it('then is its sender’s to go on with, in their box and its history, once, however many workers look', async () => {
      const before = (await ended()).length;
      world.now = '2026-11-25T16:00:30.000Z';
      await asIntake.get(`/v1/referrals/${id}`).expect(404);
      expect(await box('receiver')).toMatchObject([{ id }]);
      await byTime(3);
      expect([await box('receiver'), await box('sender')]).toMatchObject([[], [{ id }]]);
      expect(await seen(asCounsellor, id)).toMatchObject({
        ...{ state: 'accepted', isAgreed: false, owes: 'sender', agreementEndedAt: UNTIL, nextStepBy: world.now },
      });
      expect((await ended()).length).toBe(before + 1);
      const { body } = await asCounsellor.get(`/v1/referrals/${id}/moves`).expect(200);
      const line = { move: 'sharing_ended', fromState: 'accepted', toState: 'accepted', party: 'client', byName: null };
      expect(body.items.at(-1)).toMatchObject({ ...line, at: world.now });
      const told = await world.look<{ whose: Id }>(
        `SELECT membership_id AS whose FROM notice WHERE source_id = $1 AND created_at = $2 AND kind = 'referral_sharing_ended'`,
        [id, world.now],
      );
      expect(told.map(({ whose }) => whose).toSorted()).toEqual(
        [counsellor.membershipId, intake.membershipId].toSorted(),
      );
      expect(await world.look(`SELECT client_id FROM audit_entry WHERE event = 'referral.sharing_ended'`)).toEqual([
        { client_id: clientId },
      ]);
    });

    it('and goes on as soon as she agrees again', async () => {
      await agreed();
      const { version } = await seen(asCounsellor, id);
      const path = `/v1/referrals/${id}/agreement`;
      await asCounsellor.post(path).set('if-match', `"${version}"`).send({}).expect(200);
      expect(await seen(asIntake, id)).toMatchObject({ isAgreed: true, owes: 'receiver' });
      await byTime(1);
      expect(await seen(asIntake, id)).toMatchObject({ isAgreed: true });
    });
  });
});
