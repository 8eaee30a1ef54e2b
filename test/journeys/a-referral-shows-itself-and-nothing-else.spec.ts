import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { purposesOf } from '../../src/access/actor.js';
import { DATA_CLASSES } from '../../src/access/policy.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { agrees } from '../support/consents.js';
import { contextOf } from '../support/context.js';
import { assertClosed, everyPath, NAME, type Paths } from '../support/every-path.js';
import { sentTo } from '../support/referred.js';
import { World, type Worker } from '../support/world.js';

const SHARED = DATA_CLASSES.filter((name) => name !== 'counselling');

describe('a referral shows itself and nothing else', () => {
  let world: World;
  let sender: Worker;
  let receivers: readonly Worker[];
  let intake: Worker;
  let clientId: Id;
  let consentId: Id;
  let referralId: Id;
  let paths: Paths;
  beforeAll(async () => {
    world = await World.open();
    sender = await world.worker('counsellor');
    const house = await world.organisation('residential_programme');
    intake = await world.worker('intake_worker', house);
    receivers = [
      await world.worker('counsellor', house),
      await world.worker('physician', house),
      await world.worker('peer_navigator', house),
      await world.worker('coordinator', house),
    ];
    clientId = (await world.as(sender).post('/v1/clients').send({ goesBy: NAME }).expect(201)).body.id;
    const agreed = { recipient: { organisationId: house }, classes: SHARED, reach: 'referrals' };
    consentId = (await agrees(world, sender, clientId, agreed)).id;
    paths = await everyPath(world, { clientId, by: sender, owner: sender, consentId });
    referralId = await sentTo(world, sender, clientId, { receiverOrganisationId: house, sharedClasses: SHARED });
    await world.plant(
      `INSERT INTO referral_serves (referral_id, record_id, kind, client_id, class)
         SELECT $1::uuid, id, 'goal', client_id, class FROM goal UNION ALL SELECT $1::uuid, id, 'need', client_id, class FROM need`,
      [referralId],
    );
  });
  afterAll(() => world.close());

  /** As row-level security has it, with or without the referral open: how many rows of each table. */
  const rowsFor = (worker: Worker, open: boolean) =>
    contextOf(world.db).as(worker, async (app) => {
      const settings = [world.now, open ? `{${referralId}}` : ''];
      await app.query(`SELECT set_config('app.now', $1, true), set_config('app.referrals', $2, true)`, settings);
      const counted = ['referral', ...OTHERS].map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
      const { rows } = await app.query<Record<string, number>>(`SELECT ${counted.join(', ')}`);
      return rows[0] ?? {};
    });

  it('to everybody of the house that she agreed to, and to nobody of another', async () => {
    for (const worker of [intake, ...receivers]) {
      const { referral, client, client_name: names, goal, contact } = await rowsFor(worker, true);
      expect([worker.role, referral, client, names, goal, contact]).toEqual([worker.role, 1, 1, 2, 1, 0]);
    }
    const elsewhere = await world.worker('intake_worker');
    expect(Object.values(await rowsFor(elsewhere, true)).filter((count) => count > 0)).toEqual([]);
  });

  it('while nobody has it open, not who she is and not what it serves', async () => {
    for (const worker of [intake, ...receivers]) {
      const { referral, ...others } = await rowsFor(worker, false);
      expect(referral).toBe(1);
      expect(Object.entries(others).filter(([, count]) => count > 0)).toEqual([]);
    }
  });

  it('on no other path is she there, in no role and whatever it is asked for', async () => {
    for (const worker of receivers)
      for (const purpose of purposesOf(worker.role)) await assertClosed(world, worker, { paths, clientId, purpose });
  }, 60_000);

  it('and an intake worker is told of any client what is told of nobody', async () => {
    for (const path of Object.values(paths)) {
      const asked =
        path.body === undefined ? world.as(intake).get(path.path) : world.as(intake).post(path.path).send(path.body);
      const { status, text } = await asked;
      expect([path.path, status === 200 ? text : '']).toEqual([path.path, expect.not.stringContaining(clientId)]);
      expect(text).not.toContain(NAME);
    }
    const known = await world.as(intake).get(`/v1/clients/${clientId}`).expect(403);
    const unknown = await world.as(intake).get(`/v1/clients/${newId()}`).expect(403);
    expect({ ...known.body, requestId: '', instance: '' }).toEqual({ ...unknown.body, requestId: '', instance: '' });
  });

  it('nor does what they hold let them write into her record or join it with another', async () => {
    for (const worker of receivers.slice(0, 3)) {
      const as = world.as(worker);
      await as
        .post(`/v1/clients/${clientId}/contacts`)
        .send({ channel: 'phone', outcome: 'reached', happenedAt: world.now, minutes: 5 })
        .expect(404);
      await as.post(`/v1/clients/${clientId}/goals`).send({ ownWords: 'Sleep.' }).expect(404);
      await as.post(`/v1/clients/${clientId}/tasks`).send({ kind: 'visit', title: 'Visit' }).expect(404);
      await as.post(`/v1/clients/${clientId}/care-team`).send({ membershipId: worker.membershipId }).expect(404);
      const own = (await as.post('/v1/clients').send({ goesBy: 'Somebody else' }).expect(201)).body.id as Id;
      await as.post(`/v1/clients/${own}/links/preview`).send({ otherClientId: clientId }).expect(404);
    }
  });

  it('nor widen what it carries: only the sender says what goes along, to whom and under which agreement', async () => {
    const [counsellor] = receivers;
    const change = (worker: Worker, what: string) =>
      contextOf(world.db).as(worker, async (app) => {
        await app.query(`SELECT set_config('app.now', $1, true)`, [world.now]);
        const { rowCount } = await app.query(
          `UPDATE referral SET ${what}, updated_by = app_membership(), version = version + 1 WHERE id = $1`,
          [referralId],
        );
        return rowCount;
      });
    const terms = [
      `shared_classes = '{coordination,mental_health}'`,
      `consent_id = NULL, agreed_how = 'phone', agreed_at = now()`,
      `receiver_organisation_id = sender_organisation_id`,
      `sent_at = NULL, state = 'drafted'`,
    ];
    for (const term of terms) {
      await expect(change(intake, term)).rejects.toThrow(OF_THE_SENDER);
      if (counsellor) await expect(change(counsellor, term)).rejects.toThrow(OF_THE_SENDER);
    }
    expect(await change(intake, `state = 'accepted', state_since = app_now()`)).toBe(1);
    expect(await change(sender, `shared_classes = '{coordination,mental_health}'`)).toBe(1);
    expect(await change(await world.worker('counsellor'), `state = 'accepted'`)).toBe(0);
  });

  it('would be caught if what is held through it were held over all of her', async () => {
    const [worker] = receivers;
    await world.plant(`UPDATE access_grant SET scope_kind = NULL, scope_id = NULL WHERE basis = 'referral'`);
    await expect(assertClosed(world, worker!, { paths, clientId })).rejects.toThrow();
    await world.plant('SELECT recompute_grants($1)', [clientId]);
    await assertClosed(world, worker!, { paths, clientId });
  });
});

const OF_THE_SENDER = /the sender's to say|not theirs to take/;

const OTHERS = [
  ...['client', 'client_name', 'channel', 'supporter', 'goal', 'goal_step', 'need', 'task', 'contact', 'change'],
  ...['care_team_member', 'consent', 'plan_section', 'search_token', 'record_link', 'hand_link'],
];
