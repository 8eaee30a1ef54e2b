import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';

const RULE = 'bc_record_16_years';

describe('a record is kept as long as an approved rule says', () => {
  let world: World;
  let [ana, officer]: Worker[] = [];
  let old: Id;

  beforeAll(async () => {
    world = await World.open('2026-11-23T16:00:00.000Z');
    ana = await world.worker('counsellor', await world.organisation('clinic', 'BC'));
    officer = await world.worker('privacy_officer', ana.organisationId);
    old = await record('2026-11-23T16:00:00.000Z');
    await record('2026-11-24T16:00:00.000Z');
    world.now = '2061-11-24T15:00:00.000Z'; // 19 years to come of age, 16 more, and some hours
    await world.plant('UPDATE session SET verified_at = $1', [world.now]);
  });
  afterAll(() => world.close());

  async function record(now: string): Promise<Id> {
    world.now = now;
    const made = await world.as(ana!).post('/v1/clients').send({ goesBy: 'Wren', province: 'BC' }).expect(201);
    return (made.body as { id: Id }).id;
  }

  const night = () =>
    world.db.as('jobs', async (client) => {
      await client.query(`SELECT set_config('app.now', $1, false)`, [world.now]);
      return (await client.query('SELECT list_retention_due() AS n')).rows[0] as { n: number };
    });
  const move = (verb: string) => world.as(officer!).post(`/v1/retention/rules/${RULE}/moves`).send({ move: verb });
  const due = async () =>
    (await world.as(officer!).get('/v1/retention/due').expect(200)).body as { items: { clientId: Id }[] };
  const ask = () => world.as(officer!).post(`/v1/clients/${old}/erasures`).send({ because: 'retention_over' });

  it('each rule names its source, and none acts before a privacy officer approved it', async () => {
    const { items } = (await world.as(officer!).get('/v1/retention/rules').expect(200)).body as { items: object[] };
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: RULE, years: 16, state: 'not_approved', isSourced: true }),
        expect.objectContaining({ province: 'AB', years: 10, covers: 'disclosure_notes', isSourced: false }),
      ]),
    );
    const french = world.as(officer!).get('/v1/retention/rules').set('accept-language', 'fr');
    expect((await french.expect(200)).text).toContain('Le dossier est conservé 16 ans');
    expect(JSON.stringify(items)).toContain('A record is kept for 16 years');
    expect(await night()).toEqual({ n: 0 });
    await move('set_aside').expect(409);
    await world.as(ana!).get('/v1/retention/rules').expect(403);
    await world.as(officer!).post('/v1/retention/rules/of_nobody/moves').send({ move: 'approve' }).expect(404);
  });

  it('approved, it lists whom it concerns, and erases nobody', async () => {
    expect((await ask().expect(409)).body).toMatchObject({ code: 'retention_not_due' });
    expect((await move('approve').expect(200)).body).toMatchObject({
      state: 'approved',
      approvedBy: officer!.membershipId,
    });
    expect(await night()).toEqual({ n: 1 });
    expect((await due()).items).toEqual([expect.objectContaining({ clientId: old, rule: RULE })]);
    await world.as(ana!).get(`/v1/clients/${old}`).expect(200);
  });

  it('a legal hold takes the record off the list; so does setting the rule aside', async () => {
    const placed = await world
      .as(officer!)
      .post(`/v1/clients/${old}/legal-holds`)
      .send({ because: 'court_order' })
      .expect(201);
    expect(await night()).toEqual({ n: 0 });
    expect((await ask().expect(409)).body).toMatchObject({ code: 'legal_hold_stands' });
    const { id } = placed.body as { id: Id };
    const lift = { move: 'lift', because: 'order_ended' };
    await world.as(officer!).post(`/v1/legal-holds/${id}/moves`).set('if-match', '"1"').send(lift).expect(200);
    await move('set_aside').expect(200);
    expect(await night()).toEqual({ n: 0 });
    await move('approve').expect(200);
    expect(await night()).toEqual({ n: 1 });
  });

  it('from the list it goes to two people, as every erasure', async () => {
    expect((await ask().expect(201)).body).toMatchObject({ state: 'requested', because: 'retention_over' });
  });

  it('and something new written takes it off the list again', async () => {
    await world.as(ana!).patch(`/v1/clients/${old}`).set('if-match', '"1"').send({ pronouns: 'she, her' }).expect(200);
    expect(await night()).toEqual({ n: 0 });
  });
});
