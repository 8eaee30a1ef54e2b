import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { agrees, withdraws, type Given } from '../support/consents.js';
import { contextOf } from '../support/context.js';
import { handLinksOf } from '../support/hand-links.js';
import { plantReferral } from '../support/planted-referral.js';
import { drafts, moves } from '../support/referrals.js';
import { World, type Worker } from '../support/world.js';

const DAY = 86_400_000;

describe('a consent that reaches no further than referrals', () => {
  let world: World;
  let peer: Worker;
  let counsellor: Worker;
  let intake: Worker;
  let clientId: Id;
  let given: Given;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    intake = await world.worker('intake_worker', await world.organisation('residential_programme'));
    counsellor = await world.worker('counsellor', intake.organisationId);
    clientId = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body.id;
  });
  afterAll(() => world.close());

  const later = (days: number) => new Date(Date.parse(world.now) + days * DAY).toISOString();
  const wish = (more: object = {}) => ({
    ...{ recipient: { organisationId: intake.organisationId }, classes: ['identity_name', 'coordination'] },
    ...{ reach: 'referrals', ...more },
  });
  const record = (more: object) =>
    world
      .as(peer)
      .post(`/v1/clients/${clientId}/consents`)
      .send({ decision: 'permit', howGiven: 'in_person', language: 'fr', copyGiven: true, ...wish(more) });
  /** What row-level security shows whoever holds it, with this referral open. */
  const seenBy = (worker: Worker, referralId: Id | null) =>
    contextOf(world.db).as(worker, async (app) => {
      await app.query(`SELECT set_config('app.now', $1, true), set_config('app.referrals', $2, true)`, [
        world.now,
        referralId === null ? '' : `{${referralId}}`,
      ]);
      const { rows } = await app.query<Record<string, number>>(
        `SELECT (SELECT count(*)::int FROM referral) AS referrals, (SELECT count(*)::int FROM client) AS clients,
           (SELECT count(*)::int FROM client_name) AS names, (SELECT count(*)::int FROM channel) AS channels`,
      );
      return rows[0];
    });

  it('stands as it was said, and opens nothing alone', async () => {
    given = await agrees(world, peer, clientId, wish({ until: later(60) }));
    const { body } = await world.as(peer).get(`/v1/consents/${given.id}`).expect(200);
    expect(body).toMatchObject({
      reach: 'referrals',
      opens: [],
      inForce: true,
      history: [{ version: 1, state: 'active' }],
    });
    const [grants] = await world.look<{ count: number }>(
      `SELECT count(*)::int FROM access_grant WHERE basis IN ('consent', 'referral')`,
    );
    expect(grants).toEqual({ count: 0 });
    await world.as(counsellor).get(`/v1/clients/${clientId}`).expect(404);
    const told = await world.as(counsellor).get('/v1/notices').expect(200);
    expect(told.body.items).toEqual([]);
  });

  it('is written into the audit with how far it reaches', async () => {
    const rows = await world.look<{ reach: string }>(
      `SELECT facts ->> 'reach' AS reach FROM audit_entry WHERE event = 'consent.recorded'`,
    );
    expect(rows).toEqual([{ reach: 'referrals' }]);
  });

  it('lets a referral carry what it names, to that house and through that referral alone', async () => {
    const shared = { classes: ['identity_name', 'identity_contact', 'coordination'], consentId: given.id };
    const referral = { clientId, from: peer, to: intake.organisationId, at: world.now, ...shared };
    const id = await world.db.as('owner', (owner) => plantReferral(owner, referral));
    expect(await seenBy(intake, id)).toEqual({ referrals: 1, clients: 1, names: 1, channels: 0 });
    expect(await seenBy(intake, null)).toEqual({ referrals: 1, clients: 0, names: 0, channels: 0 });
    await world.as(counsellor).get(`/v1/clients/${clientId}`).expect(404);
    // The role never reads records: it is told the same of any id.
    await world.as(intake).get(`/v1/clients/${clientId}`).expect(403);
    await world.as(intake).get(`/v1/clients/${newId()}`).expect(403);
    const elsewhere = await world.worker('intake_worker');
    expect(await seenBy(elsewhere, id)).toEqual({ referrals: 0, clients: 0, names: 0, channels: 0 });
  });

  it('tells of the referral whoever can open it, and nobody else of that house', async () => {
    const colleague = await world.worker('intake_worker', intake.organisationId);
    const only = { membershipId: counsellor.membershipId };
    const one = await agrees(world, peer, clientId, {
      ...wish({ recipient: only }),
      classes: ['identity_name', 'coordination'],
    });
    const terms = { receiverOrganisationId: intake.organisationId, asksFor: 'counselling' };
    const { id } = await drafts(world.as(peer), clientId, terms);
    await moves(world.as(peer), id, { move: 'send', consentId: one.id });
    const told = async (worker: Worker) =>
      ((await world.as(worker).get('/v1/notices').expect(200)).body.items as { source: { id: Id } | null }[]).filter(
        ({ source }) => source?.id === id,
      ).length;
    expect([await told(counsellor), await told(intake), await told(colleague)]).toEqual([1, 0, 0]);
    await world.as(counsellor).get(`/v1/referrals/${id}`).expect(200);
    await world.as(colleague).get(`/v1/referrals/${id}`).expect(404);
    // Who was told that it came is told that it went.
    await moves(world.as(peer), id, { move: 'withdraw' });
    expect([await told(counsellor), await told(intake)]).toEqual([2, 0]);
    await world.as(counsellor).get(`/v1/referrals/${id}`).expect(404);
    await withdraws(world, peer, one);
  });

  it('is no denial: a no holds for everything, and says so', async () => {
    await record({ decision: 'deny' })
      .expect(422)
      .expect(({ body }) => expect(body).toMatchObject({ code: 'denial_is_of_all' }));
    await record({ decision: 'deny', reach: 'everywhere' }).expect(400);
  });

  it('adds nothing a second time or beside the record itself, while the record adds to it', async () => {
    // Nobody there who takes in reads a record, whatever she agrees to: the answer says so.
    const intakeOnly = { organisationId: intake.organisationId, role: 'intake_worker' };
    const nothing = await agrees(
      world,
      peer,
      clientId,
      wish({ recipient: intakeOnly, reach: 'record', classes: ['coordination'] }),
    );
    expect((await world.as(peer).get(`/v1/consents/${nothing.id}`).expect(200)).body).toMatchObject({ opens: [] });
    await withdraws(world, peer, nothing);
    const wider = await agrees(world, peer, clientId, wish({ reach: 'record', classes: ['identity_name'] }));
    expect((await world.as(peer).get(`/v1/consents/${wider.id}`).expect(200)).body.opens).toEqual(['identity_name']);
    await record({ until: later(30) }).expect(409);
    await record({ classes: ['identity_name'], until: later(90) }).expect(409);
    await world.as(counsellor).get(`/v1/clients/${clientId}`).expect(200);
    await withdraws(world, peer, wider);
    await world.as(counsellor).get(`/v1/clients/${clientId}`).expect(404);
  });

  it('goes on as far as it reached, unless something else is said', async () => {
    const next = await agrees(world, peer, clientId, {
      ...wish({ until: later(120) }),
      reach: undefined,
      renews: given.id,
    });
    const { body } = await world.as(peer).get(`/v1/consents/${next.id}`).expect(200);
    expect(body).toMatchObject({ reach: 'referrals', from: later(60), renewsId: given.id });
    await withdraws(world, peer, next);
  });

  it('is on the client’s own page in plain words, French and English', async () => {
    const links = handLinksOf(world, () => ({ peer, client: clientId }));
    const cookie = await links.opened(await links.make());
    const words = { en: 'only what a referral of yours carries', fr: 'seulement ce que transmet un aiguillage' };
    for (const [language, text] of Object.entries(words))
      expect((await links.page(cookie, `/h/p/2?l=${language}`).expect(200)).text).toContain(text);
  });

  it('is over for the house on its next request when it is taken back', async () => {
    await withdraws(world, peer, { ...given, version: 1 });
    expect(await seenBy(intake, null)).toEqual({ referrals: 0, clients: 0, names: 0, channels: 0 });
  });
});
