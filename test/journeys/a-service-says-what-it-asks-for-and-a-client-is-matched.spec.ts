import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { World, type As, type Worker } from '../support/world.js';

const PROGRAMME = {
  name: 'Ninety days by the river',
  kind: 'residential_programme',
  languages: ['en'],
  lengthDays: 90,
};
const ASKED = [
  { kind: 'age', min: 18, max: 29 },
  { kind: 'oat', values: ['none', 'methadone'] },
  { kind: 'documents', values: ['health_card'] },
];

describe('a service says what it asks for, and a client is matched', () => {
  let world: World;
  let intake: Worker;
  let asIntake: As;
  let asPeer: As;
  let asElsewhere: As;
  let clientId: Id;
  let programme: Id;

  beforeAll(async () => {
    world = await World.open();
    intake = await world.worker('intake_worker', await world.organisation('residential_programme'));
    asIntake = world.as(intake);
    asPeer = world.as(await world.worker('peer_navigator'));
    asElsewhere = world.as(await world.worker('peer_navigator'));
    const made = await asPeer.post('/v1/clients').send({ goesBy: 'Wren', birthDate: '2003-11-24' }).expect(201);
    clientId = made.body.id;
  });
  afterAll(() => world.close());

  const standing = async (facts: object = {}) => {
    const { body } = await asPeer
      .post(`/v1/clients/${clientId}/service-matches`)
      .send({ kind: 'residential_programme', facts })
      .expect(200);
    return body.items as { service: { id: Id; name: string }; standing: string; criteria: Judged[] }[];
  };
  const matched = async (facts: object = {}) => {
    const [match] = await standing(facts);
    if (!match) throw new Error('Nothing was matched.');
    return match;
  };
  interface Judged {
    readonly criterion: { readonly kind: string };
    readonly result: string;
    readonly why: { readonly en: string; readonly fr: string };
  }

  it('stands in the directory from its own organisation, once, and everybody may look', async () => {
    programme = newId();
    const made = await asIntake
      .post('/v1/services')
      .send({ id: programme, ...PROGRAMME })
      .expect(201);
    expect(made.headers['location']).toBe(`/v1/services/${programme}`);
    expect(made.body).toMatchObject({
      ...PROGRAMME,
      oatInside: 'unknown',
      eligibility: null,
      capacity: null,
      state: 'open',
    });
    await asIntake
      .post('/v1/services')
      .send({ id: programme, ...PROGRAMME })
      .expect(201);
    const { body } = await asElsewhere.get('/v1/services?kind=residential_programme').expect(200);
    expect(body.items).toMatchObject([{ id: programme, openMoves: [] }]);
    await asElsewhere.get(`/v1/services/${newId()}`).expect(404);
  });

  it('is described by nobody else, and not from an old version', async () => {
    await asPeer.post('/v1/services').send(PROGRAMME).expect(403);
    const other = world.as(await world.worker('intake_worker'));
    const path = `/v1/services/${programme}`;
    const refused = await other.patch(path).set('if-match', '"1"').send({ lengthDays: 60 }).expect(403);
    expect(refused.body.code).toBe('not_your_service');
    await other.post(`${path}/capacity`).send({ free: 3 }).expect(403);
    await asIntake.patch(path).set('if-match', '"1"').send({ oatInside: 'given_there', monthlyCost: null }).expect(200);
    const stale = await asIntake.patch(path).set('if-match', '"1"').send({ lengthDays: 60 }).expect(412);
    expect(stale.body).toMatchObject({ code: 'stale', expected: 1, current: 2 });
  });

  it('says what it asks for, dated and with a source; what was asked before stays', async () => {
    const path = `/v1/services/${programme}/eligibility`;
    await asIntake.post(path).send({ asOf: '2025-01-10', source: 'Old handbook', criteria: [] }).expect(201);
    const { body } = await asIntake
      .post(path)
      .send({ asOf: '2026-11-02', source: 'Handbook, page 4', criteria: ASKED })
      .expect(201);
    expect(body.eligibility).toMatchObject({ asOf: '2026-11-02', source: 'Handbook, page 4', criteria: ASKED });
    const all = await asElsewhere.get(path).expect(200);
    expect(all.body.items.map(({ asOf }: { asOf: string }) => asOf)).toEqual(['2026-11-02', '2025-01-10']);
  });

  it('takes no criterion that says nothing and no day that has not come', async () => {
    const path = `/v1/services/${programme}/eligibility`;
    const said = { asOf: '2026-11-02', source: 'x', criteria: [{ kind: 'age', min: 40, max: 20 }] };
    const { body } = await asIntake.post(path).send(said).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/criteria', code: 'list_of_criterion' }]);
    const ahead = await asIntake
      .post(path)
      .send({ ...said, criteria: [], asOf: '2026-11-30' })
      .expect(400);
    expect(ahead.body.errors).toMatchObject([{ pointer: '/asOf', code: 'day_ahead' }]);
  });

  it('counts its places; a count grows old and says so', async () => {
    const path = `/v1/services/${programme}`;
    const { body } = await asIntake.post(`${path}/capacity`).send({ free: 2, places: 12, waiting: 5 }).expect(201);
    expect(body.capacity).toEqual({ free: 2, places: 12, waiting: 5, confirmedAt: world.now, isStale: false });
    const more = await asIntake.post(`${path}/capacity`).send({ free: 13, places: 12 }).expect(400);
    expect(more.body.errors).toMatchObject([{ pointer: '/free', code: 'more_than_places' }]);
    const counted = world.now;
    world.now = '2026-11-26T16:00:00.000Z';
    expect((await asElsewhere.get(path).expect(200)).body.capacity).toMatchObject({ free: 2, isStale: true });
    world.now = counted;
  });

  it('is held against what is known of a client: met, not met or to be asked, each with why', async () => {
    const match = await matched();
    expect(match).toMatchObject({ service: { id: programme }, standing: 'to_find_out' });
    expect(match.criteria.map(({ criterion, result }) => [criterion.kind, result])).toEqual([
      ['age', 'met'],
      ['oat', 'unknown'],
      ['documents', 'unknown'],
    ]);
    // Her birthday is tomorrow: 22 until then.
    expect(match.criteria[0]?.why.en).toBe('Age in years: asks for 18–29; we know of 22.');
    const documents = { health_card: 'lost' };
    await asPeer.post(`/v1/clients/${clientId}/needs`).send({ domain: 'identity_documents', documents }).expect(201);
    const now = await matched({ oat: 'methadone' });
    expect(now.standing).toBe('not_met');
    expect(now.criteria.map(({ result }) => result)).toEqual(['met', 'met', 'not_met']);
    expect(now.criteria[2]?.why.fr).toBe(
      'Documents : on demande carte d’assurance maladie ; à notre connaissance : carte d’assurance maladie (non).',
    );
    const card = { yes: ['health_card'], no: [] };
    expect((await matched({ oat: 'methadone', documents: card })).standing).toBe('nothing_against');
  });

  it('leaves a trace on her record, and shows nothing to those who do not see her', async () => {
    const entries = await world.look<{ facts: object }>(
      `SELECT facts FROM audit_entry WHERE client_id = $1 AND event = 'service.matched'`,
      [clientId],
    );
    expect(entries.length).toBeGreaterThan(0);
    expect(entries[0]?.facts).toEqual({ shown: 1 });
    await asElsewhere.post(`/v1/clients/${clientId}/service-matches`).send({}).expect(404);
    await asIntake.post(`/v1/clients/${clientId}/service-matches`).send({}).expect(403);
  });

  it('is read page by page in one order, whatever stands where', async () => {
    for (const name of ['Alder House', 'Birch House', 'Cedar House'])
      await asIntake
        .post('/v1/services')
        .send({ ...PROGRAMME, name })
        .expect(201);
    const path = `/v1/clients/${clientId}/service-matches?limit=3`;
    const first = await asPeer.post(path).send({}).expect(200);
    const rest = await asPeer.post(`${path}&cursor=${first.body.next}`).send({}).expect(200);
    const names = [...first.body.items, ...rest.body.items].map(({ service }) => service.name);
    expect(rest.body.next).toBeUndefined();
    expect(names).toEqual(['Alder House', 'Birch House', 'Cedar House', PROGRAMME.name]);
  });

  it('leaves out none, however many there are', async () => {
    const many = Array.from({ length: 1_001 }, (_, at) => ({ id: newId(), name: `Zelkova House ${at}` }));
    await world.db.as('owner', (owner) =>
      owner.query(
        `INSERT INTO service SELECT (jsonb_populate_record(s, to_jsonb(n))).* FROM service s, jsonb_to_recordset($2) AS n(id uuid, name text)
          WHERE s.id = $1`,
        [programme, JSON.stringify(many)],
      ),
    );
    const matched = async (cursor: string) =>
      (await asPeer.post(`/v1/clients/${clientId}/service-matches?limit=200${cursor}`).send({}).expect(200)).body;
    const names = new Set<string>();
    for (let page = await matched(''); ; page = await matched(`&cursor=${page.next}`)) {
      for (const { service } of page.items) names.add(service.name);
      if (page.next === undefined) break;
    }
    expect(names.size).toBe(1_005);
    await world.db.as('owner', (owner) =>
      owner.query('DELETE FROM service WHERE id = ANY ($1)', [many.map(({ id }) => id)]),
    );
  });

  it('closes to whoever would ask, and opens again; what is closed is not written on', async () => {
    const path = `/v1/services/${programme}`;
    const version = async () => (await asIntake.get(path).expect(200)).body.version as number;
    const move = async (wish: string) =>
      asIntake
        .post(`${path}/moves`)
        .set('if-match', `"${await version()}"`)
        .send({ move: wish });
    expect((await move('close')).body).toMatchObject({ state: 'closed', openMoves: ['reopen'] });
    expect((await move('close')).body).toMatchObject({ code: 'move_not_open', openMoves: ['reopen'] });
    expect((await asIntake.post(`${path}/capacity`).send({ free: 1 }).expect(409)).body.code).toBe('service_closed');
    expect((await standing()).map(({ service }) => service.id)).not.toContain(programme);
    expect((await move('reopen')).status).toBe(200);
  });
});
