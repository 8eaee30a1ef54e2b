import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { agrees } from '../support/consents.js';
import { joinTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

interface Line {
  readonly id: Id;
  readonly event: string;
  readonly outcome: string;
  readonly classes: readonly string[];
  readonly personId: Id | null;
  readonly told: Readonly<
    Record<'when' | 'who' | 'role' | 'organisation' | 'what' | 'ground' | 'purpose' | 'outcome', string>
  >;
}

describe('a client reads who looked at her record', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let officer: Worker;
  let elsewhere: Worker;
  let client: Id;
  let path: string;
  beforeAll(async () => {
    world = await World.open('2026-11-01T16:00:00.000Z');
    peer = await world.worker('peer_navigator');
    physician = await world.worker('physician', peer.organisationId);
    officer = await world.worker('privacy_officer', peer.organisationId);
    elsewhere = await world.worker('physician');
    client = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Kestrel' }).expect(201)).body.id;
    path = `/v1/clients/${client}/access-log`;
    await joinTeam(world, peer, client, physician);
    await everyKindOfThing();
  });
  afterAll(() => world.close());

  /** Reads, changes, lists, searches, what was not allowed, and what the programme does by itself. */
  async function everyKindOfThing(): Promise<void> {
    const [a, b] = [world.as(peer), world.as(physician)];
    const of = `/v1/clients/${client}`;
    await a.get(of).expect(200);
    await a.post('/v1/clients/search').send({ text: 'kestrel' }).expect(200);
    await a.get('/v1/clients').expect(200);
    const { body: goal } = await a.post(`${of}/goals`).send({ ownWords: 'A door that locks.' }).expect(201);
    await a.post(`/v1/goals/${goal.id}/moves`).set('if-match', '"1"').send({ move: 'begin' }).expect(200);
    await a.post(`${of}/needs`).send({ domain: 'housing' }).expect(201);
    await a.get(`${of}/needs`).expect(200);
    await a.post(`${of}/channels`).send({ kind: 'phone', value: '403 555 0142', mayContact: true }).expect(201);
    await a.post(`${of}/supporters`).send({ name: 'Aunt Jo', mayBeTold: 'appointments' }).expect(201);
    await a.post(`${of}/contacts`).send({ channel: 'phone', outcome: 'reached', note: 'Well.' }).expect(201);
    await a.post(`${of}/tasks`).send({ kind: 'call_her_back', title: 'Call' }).expect(201);
    world.now = '2026-11-02T16:00:00.000Z';
    await b.get(`${of}/care-plan`).expect(200);
    await b.get(`${of}/care-plan/page`).expect(200);
    await b.get(`${of}/timeline`).expect(200);
    await b.post(`${of}/care-plan/sign-offs`).send({}).expect(201);
    await world.as(elsewhere).get(of).expect(404);
    await world
      .as(await world.worker('administrator', peer.organisationId))
      .get(of)
      .expect(403);
    await world.plant(
      `INSERT INTO audit_entry (id, at, request_id, client_id, event, outcome, classes, facts)
       VALUES ($1, $2, $1, $3, 'task.reminded', 'done', '{coordination}', '{}')`,
      [newId(), world.now, client],
    );
  }

  const rows = () =>
    world.look<{ id: Id; event: string; outcome: string; classes: string[]; personId: Id | null }>(
      `SELECT id, event, CASE outcome WHEN 'done' THEN 'done' ELSE 'not_let_in' END AS outcome, classes::text[], person_id AS "personId" FROM audit_entry WHERE client_id = $1
        ORDER BY at DESC, id DESC`,
      [client],
    );
  const pages = async (query = '', limit = 7): Promise<readonly Line[]> => {
    const items: Line[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const { body } = await world.as(officer).get(`${path}?limit=${limit}${query}${cursor}`).expect(200);
      items.push(...(body.items as Line[]));
      next = body.next as string | undefined;
    }
    return items;
  };

  it('is one line for each audit row, none missing and none too many, however it is paged', async () => {
    const before = await rows();
    expect(before.length).toBeGreaterThan(20);
    world.now = '2026-11-03T16:00:00.000Z';
    const lines = await pages('&at[before]=2026-11-03T00:00:00Z');
    const plain = lines.map(({ id, event, outcome, classes, personId }) => ({ id, event, outcome, classes, personId }));
    expect(plain).toEqual(before);
  });

  it('says in plain words who, when by her clock, what, why and what for; in English and in French', async () => {
    const [line] = await pages(`&event=care_plan.read&personId=${physician.personId}`);
    expect(line?.told).toMatchObject({
      when: '2026-11-02 10:00',
      who: expect.stringMatching(/^Worker /),
      role: 'physician',
      organisation: expect.stringMatching(/^Organisation /),
      what: 'Looked at your plan.',
      ground: 'is on your team',
      purpose: 'for treatment',
      outcome: 'done',
    });
    const french = await world.as(officer).get(`${path}?event=care_plan.read&limit=1`).set('accept-language', 'fr');
    expect(french.body.items[0].told).toMatchObject({
      role: 'médecin',
      what: 'A consulté votre plan.',
      ground: 'fait partie de votre équipe',
    });
  });

  it('shows who was not let in, and what no person did', async () => {
    const away = await pages('&outcome=not_let_in');
    expect(away.map(({ personId }) => personId)).toContain(elsewhere.personId);
    expect(away[0]?.told.what).toBe('Asked for something and was not let in.');
    const [reminded] = await pages('&event=task.reminded');
    expect(reminded?.told.who).toBe('the programme, by itself');
  });

  it('can be saved as a table and printed, under names that tell nothing, and each goes into the register', async () => {
    world.now = '2026-11-04T16:00:00.000Z';
    for (const form of ['csv', 'page']) {
      const { body } = await world.as(officer).get(`${path}/${form}`).expect(403);
      expect(body.code).toBe('step_up_needed');
    }
    await world.stepUp(officer);
    const count = (await rows()).length;
    const csv = await world.as(officer).get(`${path}/csv`).expect(200);
    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(count + 1);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="list.csv"');
    const page = await world.as(officer).get(`${path}/page`).set('accept-language', 'fr').expect(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.text).toContain('Qui a consulté');
    expect(page.text.match(/<li>/g)?.length).toBe((await rows()).length - 2);

    const { body } = await world.as(officer).get(`/v1/clients/${client}/disclosures`).expect(200);
    const kept = body.items.map(({ kind, recipient, ground }: Record<string, object>) => [kind, recipient, ground]);
    const toHer = { kind: 'client' };
    expect(kept).toEqual([
      ['access_log', toHer, expect.objectContaining({ basis: 'home_organisation' })],
      ['access_log', toHer, expect.objectContaining({ basis: 'home_organisation' })],
      ['printed_page', toHer, expect.objectContaining({ basis: 'care_team' })],
    ]);
    expect(body.items[2]).toMatchObject({ disclosedBy: physician.membershipId, keepUntil: '2036-11-02T16:00:00.000Z' });
  });

  it('and what left on two consents stands there twice, each with what it alone let leave and its own scope', async () => {
    const recipient = { organisationId: elsewhere.organisationId };
    const one = await agrees(world, peer, client, { recipient, classes: ['identity_name', 'coordination'] });
    const two = await agrees(world, peer, client, { recipient, classes: ['coordination', 'mental_health'] });
    await world.as(elsewhere).get(`/v1/clients/${client}/care-plan/page`).expect(200);
    const left = await world.look(
      `SELECT ground_id, classes::text[] AS classes, consent_scope -> 'classes' AS scope FROM disclosure
        WHERE disclosed_by = $1 ORDER BY ground_id`,
      [elsewhere.membershipId],
    );
    expect(left).toEqual([
      { ground_id: one.id, classes: ['identity_name', 'coordination'], scope: ['identity_name', 'coordination'] },
      { ground_id: two.id, classes: ['mental_health'], scope: ['coordination', 'mental_health'] },
    ]);
  });

  it('is itself written down each time', async () => {
    world.now = '2026-11-05T16:00:00.000Z';
    await pages('', 200);
    const [own] = await pages('&event=access_log.read');
    expect(own).toMatchObject({ personId: officer.personId, told: { what: 'Looked at this list of who looked.' } });
  });

  it('is the same not found for the officer of another organisation and for an id that nobody has', async () => {
    const other = await world.worker('privacy_officer');
    const answer = async (id: Id, part: string) => {
      const { status, body } = await world.as(other).get(`/v1/clients/${id}/${part}`);
      return { status, body: { ...body, requestId: '' } };
    };
    for (const part of ['access-log', 'access-log/csv', 'access-log/page', 'disclosures']) {
      expect(await answer(client, part)).toEqual(await answer(newId(), part));
      expect((await answer(client, part)).status).toBe(404);
      await world.as(peer).get(`/v1/clients/${client}/${part}`).expect(403);
    }
  });

  it('shows the officer, over all records, what the staff did and what others did to the records of the house', async () => {
    world.now = '2026-11-06T16:00:00.000Z';
    const audit = async (query: string) =>
      (await world.as(officer).get(`/v1/audit?limit=200&at[before]=2026-11-03T00:00:00Z${query}`).expect(200)).body
        .items as Line[];
    const expected = await world.look<{ id: Id }>(
      `SELECT id FROM audit_entry WHERE (organisation_id = $1 OR client_id = $2) AND at < '2026-11-03' ORDER BY at DESC, id DESC`,
      [officer.organisationId, client],
    );
    expect((await audit('')).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(new Set((await audit(`&personId=${physician.personId}`)).map(({ personId }) => personId))).toEqual(
      new Set([physician.personId]),
    );
    expect(await audit(`&clientId=${newId()}`)).toEqual([]);
    const paged: Id[] = [];
    let next = '';
    do {
      const { body } = await world
        .as(officer)
        .get(`/v1/audit?limit=4&at[before]=2026-11-03T00:00:00Z${next}`)
        .expect(200);
      paged.push(...body.items.map(({ id }: Line) => id));
      next = body.next === undefined ? '' : `&cursor=${body.next as string}`;
    } while (next !== '');
    expect(paged).toEqual(expected.map(({ id }) => id));
    const seen = await world.look(`SELECT FROM audit_entry WHERE client_id = $1 AND event = 'audit.listed'`, [client]);
    expect(seen.length).toBeGreaterThan(0);
    await world.as(peer).get('/v1/audit').expect(403);
  });
});
