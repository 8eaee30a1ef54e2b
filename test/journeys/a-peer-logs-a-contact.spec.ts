import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';

describe('a peer logs a contact', () => {
  let world: World;
  let peer: Worker;
  let physician: Worker;
  let coordinator: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    physician = await world.worker('physician', peer.organisationId);
    coordinator = await world.worker('coordinator', peer.organisationId);
    clientId = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Sparrow' }).expect(201)).body.id;
    const membershipId = physician.membershipId;
    await world.as(peer).post(`/v1/clients/${clientId}/care-team`).send({ membershipId }).expect(201);
  });
  afterAll(() => world.close());

  const log = (body: object, as = peer) => world.as(as).post(`/v1/clients/${clientId}/contacts`).send(body);
  const read = (id: Id, as = peer) => world.as(as).get(`/v1/contacts/${id}`);
  const entries = (id: Id) =>
    world.look<{ event: string; classes: string[]; ground: string; facts: object }>(
      `SELECT event, classes::text[], ground, facts FROM audit_entry WHERE facts ->> 'contactId' = $1 ORDER BY event`,
      [id],
    );

  it('needs three fields: the client, the channel and the outcome', async () => {
    const answer = await log({ channel: 'phone', outcome: 'no_answer' }).expect(201);
    expect(answer.headers['location']).toBe(`/v1/contacts/${answer.body.id}`);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toMatchObject({
      clientId,
      createdBy: peer.membershipId,
      channel: 'phone',
      startedBy: 'worker',
      outcome: 'no_answer',
      happenedAt: world.now,
      recordedAt: world.now,
      late: false,
      answers: {},
      openMoves: ['amend', 'retract'],
      withheld: [],
    });
    expect((await read(answer.body.id).expect(200)).body).toEqual(answer.body);
    expect(await entries(answer.body.id)).toMatchObject([
      { event: 'contact.logged', classes: ['coordination'], ground: 'care_team' },
      { event: 'contact.read', classes: ['coordination'], ground: 'care_team' },
    ]);
    const nothing = await log({}).expect(400);
    expect(nothing.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/channel', '/outcome']);
  });

  it('holds all of it: where they went, what was done, what she said, and who does what next', async () => {
    const full = {
      ...{ channel: 'in_person', outcome: 'reached', startedBy: 'client', minutes: 45, setting: 'pharmacy' },
      ...{ purposes: ['accompaniment', 'harm_reduction'], actions: ['listened', 'naloxone_training'] },
      ...{ accompaniedTo: 'pharmacy', accompaniment: 'met_there', place: 'The one on 4th Street', preparedVisit: true },
      ...{ naloxone: 'given', naloxoneKits: 2, experienceShared: true },
      ...{ goalToday: 'Je veux dormir une nuit entière.', note: 'Meets the pharmacist alone from next week.' },
      answers: {
        mood_low: { answer: 'yes', note: 'since Sunday' },
        feels_unsafe: { answer: 'no' },
        substance_use_today: { answer: 'unknown' },
        needs_food: { answer: 'yes' },
      },
      followUps: [
        { title: 'Ask about the bed list', dueOn: '2026-11-25', owner: { membershipId: physician.membershipId } },
        { kind: 'call_her_back', title: 'Call on Friday', note: 'Text first' },
      ],
    };
    const { body } = await log(full).expect(201);
    const { followUps, answers, ...sent } = full;
    expect(body).toMatchObject(sent);
    expect(body.answers).toEqual({
      mood_low: { ...answers.mood_low, class: 'mental_health' },
      feels_unsafe: { ...answers.feels_unsafe, note: null, class: 'mental_health' },
      substance_use_today: { answer: 'unknown', note: null, class: 'substance_use' },
      needs_food: { answer: 'yes', note: null, class: 'coordination' },
    });
    expect((await read(body.id).expect(200)).body).toEqual(body);
    expect((await entries(body.id))[0]?.classes).toEqual(['coordination', 'substance_use', 'mental_health']);

    const tasks = (await world.as(physician).get(`/v1/tasks?client=${clientId}`).expect(200)).body.items;
    expect(tasks.map(({ id }: { id: Id }) => id).sort()).toEqual([...body.followUps].sort());
    expect(tasks[0]).toMatchObject({
      kind: 'contact_follow_up',
      title: followUps[0]?.title,
      due: { on: '2026-11-25' },
      owner: { membershipId: physician.membershipId },
      source: { kind: 'contact', id: body.id },
    });
  });

  it('shows each reader the answers of the classes that they hold, and names the others', async () => {
    const answers = { mood_low: { answer: 'yes' }, cravings: { answer: 'no' }, needs_food: { answer: 'unknown' } };
    const { id } = (await log({ channel: 'text', outcome: 'reached', answers }).expect(201)).body;
    const seen = async (as: Worker) => {
      const { body } = await read(id, as).expect(200);
      return [Object.keys(body.answers), body.withheld.map((each: { class: string }) => each.class), body.openMoves];
    };
    expect(await seen(peer)).toEqual([['mood_low', 'cravings', 'needs_food'], [], ['amend', 'retract']]);
    expect(await seen(physician)).toEqual([['mood_low', 'cravings', 'needs_food'], [], []]);
    expect(await seen(coordinator)).toEqual([['needs_food'], ['substance_use', 'mental_health'], []]);
    const list = await world.as(coordinator).get(`/v1/clients/${clientId}/contacts`).expect(200);
    expect(list.body.withheld.map((each: { class: string }) => each.class)).toEqual(['substance_use', 'mental_health']);
    expect(JSON.stringify(list.body.items)).not.toContain('mood_low');
  });

  it('writes down what she told a peer who may not read it back', async () => {
    const { id } = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body;
    await world.plant(`UPDATE access_grant SET read_classes = '{coordination}' WHERE client_id = $1`, [id]);
    const told = {
      channel: 'phone',
      outcome: 'reached',
      answers: { feels_unsafe: { answer: 'yes', note: 'tonight' } },
    };
    const { body } = await world.as(peer).post(`/v1/clients/${id}/contacts`).send(told).expect(201);
    expect(body.answers).toEqual({});
    expect(body.withheld).toMatchObject([{ class: 'substance_use' }, { class: 'mental_health' }]);
    expect((await read(body.id).expect(200)).body).toEqual(body);
    const kept = await world.look('SELECT answer, class FROM contact_answer WHERE contact_id = $1', [body.id]);
    expect(kept).toEqual([{ answer: 'yes', class: 'mental_health' }]);
    const amend = world.as(peer).patch(`/v1/contacts/${body.id}`).set('if-match', '"1"');
    expect((await amend.send({ answers: { feels_unsafe: null } }).expect(403)).body.code).toBe('class_not_held');
  });

  it('is the same not found for a contact unknown and for one of a client unseen', async () => {
    const { id } = (await log({ channel: 'phone', outcome: 'no_answer' }).expect(201)).body;
    const stranger = await world.worker('peer_navigator');
    const [unseen, unknown] = [await read(id, stranger).expect(404), await read(newId(), stranger).expect(404)];
    expect({ ...unseen.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    await log({ channel: 'phone', outcome: 'no_answer' }, stranger).expect(404);
    await world.as(stranger).get(`/v1/clients/${clientId}/contacts`).expect(404);
    await read(id, await world.worker('administrator', peer.organisationId)).expect(403);
    await log({ channel: 'phone', outcome: 'no_answer' }, coordinator).expect(403);
  });

  it('names the field and the mend of what cannot be, in both languages', async () => {
    const cases: [object, string][] = [
      [{ happenedAt: '2026-11-23T16:06:00Z' }, '/happenedAt in_future'],
      [{ happenedAt: '1926-11-23T16:00:00Z' }, '/happenedAt too_long_ago'],
      [{ happenedAt: '2026-11-23T16:00:00' }, '/happenedAt instant'],
      [{ minutes: -1 }, '/minutes whole_number'],
      [{ minutes: 1441 }, '/minutes whole_number'],
      [{ channel: 'pigeon' }, '/channel one_of'],
      [{ actions: ['listened', 'prescribed'] }, '/actions list_of_one_of'],
      [{ answers: { mood_low: 'yes' } }, '/answers/mood_low object'],
      [{ answers: { mood_low: { answer: true } } }, '/answers/mood_low/answer one_of'],
      [{ answers: { mood: { answer: 'yes' } } }, '/answers/mood unknown_field'],
      [{ note: 'a\u0000b' }, '/note text'],
      [{ whatIShared: 'my own story' }, '/whatIShared unknown_field'],
      [{ outcome: 'wrong_number', goalToday: 'Home' }, '/goalToday nobody_reached'],
      [{ followUps: [{ title: '' }] }, '/followUps/0/title words'],
    ];
    for (const [part, fault] of cases) {
      const { body } = await log({ channel: 'phone', outcome: 'reached', ...part }).expect(400);
      const told = body.errors.map((each: { pointer: string; code: string }) => `${each.pointer} ${each.code}`);
      expect(told).toEqual([fault]);
    }
    const french = await log({ channel: 'phone', outcome: 'reached', minutes: -1 }).set('accept-language', 'fr');
    expect(french.body.errors[0].message).toBe('Envoyez un nombre entier de 0 à 1440.');
  });

  it('keeps nothing of a contact whose follow-up nobody could take', async () => {
    const stranger = await world.worker('counsellor');
    const id = newId();
    const followUps = [{ title: 'Call', owner: { membershipId: stranger.membershipId } }];
    const { body } = await log({ id, channel: 'phone', outcome: 'reached', followUps }).expect(409);
    expect(body.code).toBe('owner_does_not_see');
    await read(id).expect(404);
    await log({ id, channel: 'phone', outcome: 'reached' }).expect(201);
  });

  it('shows a late entry as late, in the order of what happened, page by page and filtered', async () => {
    const { id } = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Robin' }).expect(201)).body;
    const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;
    for (const day of [20, 3, 23, 11, 11]) {
      const body = { channel: day === 11 ? 'text' : 'phone', outcome: 'no_answer', happenedAt: at(day) };
      await world.as(peer).post(`/v1/clients/${id}/contacts`).send(body).expect(201);
    }
    const list = async (query: string) =>
      (await world.as(peer).get(`/v1/clients/${id}/contacts${query}`).expect(200)).body;
    const days = ({ items }: { items: { happenedAt: string }[] }) =>
      items.map((each) => Number(each.happenedAt.slice(8, 10)));
    const all = await list('');
    expect(days(all)).toEqual([23, 20, 11, 11, 3]);
    expect(all.items.map(({ late }: { late: boolean }) => late)).toEqual([false, true, true, true, true]);
    const pages = [await list('?limit=3')];
    pages.push(await list(`?limit=3&cursor=${pages[0].next}`));
    expect(pages.map(days)).toEqual([
      [23, 20, 11],
      [11, 3],
    ]);
    expect(pages[1].next).toBeUndefined();
    expect(days(await list('?channel=text'))).toEqual([11, 11]);
    expect(days(await list(`?happenedAt[from]=${at(11)}&happenedAt[before]=${at(23)}&channel=phone`))).toEqual([20]);
    expect(days(await list(`?createdBy=${physician.membershipId}`))).toEqual([]);
    await world.as(peer).get(`/v1/clients/${id}/contacts?cursor=WyJ4Il0`).expect(400);
    const listed = await world.look<{ client_id: Id; classes: string[] }>(
      `SELECT client_id, classes::text[] FROM audit_entry WHERE event = 'contact.listed' AND client_id = $1`,
      [id],
    );
    expect(listed).toHaveLength(6);
    expect(listed[0]?.classes).toEqual(['coordination', 'substance_use', 'mental_health']);
  });

  it('leaves no word of it readable in the database', async () => {
    const words = { goalToday: 'zanzibar-goal', note: 'zanzibar-note', place: 'zanzibar-place' };
    const body = {
      ...words,
      ...{ channel: 'phone', outcome: 'reached', accompaniedTo: 'court', accompaniment: 'together' },
    };
    await log({ ...body, answers: { mood_low: { answer: 'yes', note: 'zanzibar-mood' } } }).expect(201);
    const tables = ['contact', 'contact_answer', 'change', 'earlier_version', 'audit_entry', 'receipt'];
    for (const table of tables) {
      expect(await world.look(`SELECT 1 FROM ${table} t WHERE t::text LIKE '%zanzibar%'`)).toEqual([]);
    }
  });
});
