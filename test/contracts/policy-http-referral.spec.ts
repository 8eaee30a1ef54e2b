import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { DATA_CLASSES } from '../../src/access/policy.js';
import type { Id } from '../../src/kernel/ids.js';
import { withClient } from '../../src/platform/database/connect.js';
import { drafts } from '../support/referrals.js';
import { World, type Worker } from '../support/world.js';
import { mutate, RULES_OF_REFERRALS } from './access-mutations.js';
import { REFERRED, sampleOfReferred, type Referred } from './decision-referrals.js';
import { FULL, shuffled } from './drawing.js';
import { differencesThrough } from './referral-http.js';
import { saidOf, STANDS } from './referral-rows.js';
import { at, DAY, NOW, staffOf, type Asker } from './situation-rows.js';
import { plantSources } from './situation-sql.js';

const CARRIED = DATA_CLASSES.filter((name) => name !== 'counselling');
/** What is shared is told apart in SQL; here she shares all that can be. */
const isWhole = ({ shares }: Referred): boolean => shares.length === CARRIED.length;
/** `PROOF=full` asks about every situation; otherwise about so many, others for another SEED. */
const SOME = shuffled(sampleOfReferred().filter(isWhole)).slice(0, 20);
/** Seen in nearly every situation, also in the few that are asked about here; the others are broken in SQL. */
const BROAD = 'only what she agreed to is carried';

describe('what HTTP shows through a referral', () => {
  let world: World;
  let sender: Worker;
  let clientId: Id;
  let referralId: Id;
  let askerIn: (situation: Parameters<Awaited<ReturnType<typeof staffOf<Worker>>>>[0]) => Worker & Asker;
  beforeAll(async () => {
    world = await World.open(NOW);
    sender = await world.worker('physician');
    const places = { home: sender.organisationId, elsewhere: await world.organisation() };
    askerIn = await staffOf(places, (role, where) => world.worker(role, where));
    const as = world.as(sender);
    clientId = (await as.post('/v1/clients').send({ goesBy: 'Chickadee' }).expect(201)).body.id;
    await as
      .post(`/v1/clients/${clientId}/channels`)
      .send({ kind: 'phone', value: '780 555 0101', mayContact: true })
      .expect(201);
    const goal = await as.post(`/v1/clients/${clientId}/goals`).send({ ownWords: 'Sleep.' }).expect(201);
    const terms = {
      ...{ receiverOrganisationId: places.elsewhere, asksFor: 'housing', urgency: 'soon', sharedClasses: CARRIED },
      ...{ summaries: CARRIED.map((name) => ({ class: name, text: name })), goalIds: [goal.body.id] },
    };
    referralId = (await drafts(as, clientId, terms)).id;
    await world.plant('ALTER TABLE care_team_member DISABLE TRIGGER history');
  }, 60_000);
  afterAll(() => world.close());

  const stand = async (owner: pg.Client, referred: Referred, asker: Asker) => {
    const sources = saidOf(referred, clientId, asker);
    await plantSources(owner, [sources]);
    const { state, sent, ended } = STANDS[referred.hop];
    const to = referred.hop === 'to_another_house' ? asker.otherOrganisation : asker.organisationId;
    const values = [referralId, sources.consent[0]?.['id'], state, at(sent * DAY), to];
    await owner.query(
      `UPDATE referral SET consent_id = $2, state = $3, sent_at = CASE WHEN $3 <> 'drafted' THEN $4::timestamptz END,
         receiver_organisation_id = $5, ended_at = $6, version = version + 1 WHERE id = $1`,
      [...values, ended === undefined ? null : at(ended * DAY)],
    );
  };
  const takeBack = (owner: pg.Client, { membershipId }: Asker) =>
    owner.query(`UPDATE referral SET consent_id = NULL, state = 'drafted', sent_at = NULL, ended_at = NULL, version = version + 1;
      DELETE FROM care_team_member WHERE membership_id = '${membershipId}' AND membership_id <> '${sender.membershipId}';
      DELETE FROM consent_history; DELETE FROM consent; SELECT recompute_grants('${clientId}')`);

  const differences = (about: readonly Referred[]) =>
    world.db.as('owner', async (owner) => {
      const found: string[] = [];
      for (const referred of about) {
        const asker = askerIn({ ...referred, glass: 'none', said: undefined });
        await stand(owner, referred, asker);
        const token = await world.tokenOf(asker);
        found.push(...(await differencesThrough(world.as({ token }), referred, referralId)));
        await takeBack(owner, asker);
      }
      return found;
    });

  it(
    'is what the rules say: itself, what was told along by class, her name, how to reach her and the goal',
    async () => expect(await differences(FULL ? REFERRED.filter(isWhole) : SOME)).toEqual([]),
    FULL ? 14_400_000 : 120_000,
  );

  it('differs when nothing that she agreed to is carried', async () => {
    const broken = RULES_OF_REFERRALS.find(({ rule }) => rule === BROAD);
    await withClient(world.db.adminUrl, (superuser) => mutate(superuser, broken!));
    expect((await differences(SOME)).length).toBeGreaterThan(0);
  }, 120_000);
});
