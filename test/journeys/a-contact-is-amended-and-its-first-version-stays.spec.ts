import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '../../src/kernel/ids.js';
import { clientOf, joinTeam, leaveTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

const FIRST = '2026-11-23T16:00:00.000Z';
const LATER = '2026-11-23T17:30:00.000Z';

describe('a contact is amended and its first version stays', () => {
  let world: World;
  let peer: Worker;
  let counsellor: Worker;
  let coordinator: Worker;
  let clientId: Id;
  beforeAll(async () => {
    world = await World.open(FIRST);
    peer = await world.worker('peer_navigator');
    counsellor = await world.worker('counsellor', peer.organisationId);
    coordinator = await world.worker('coordinator', peer.organisationId);
    clientId = await clientOf(world, peer);
    await joinTeam(world, peer, clientId, counsellor);
  });
  afterAll(() => world.close());

  const logged = async (body: object): Promise<Id> => {
    world.now = FIRST;
    const contact = { channel: 'in_person', outcome: 'reached', ...body };
    return (await world.as(peer).post(`/v1/clients/${clientId}/contacts`).send(contact).expect(201)).body.id;
  };
  const amend = (id: Id, match: string, body: object, as = peer) =>
    world.as(as).patch(`/v1/contacts/${id}`).set('if-match', match).send(body);
  const versions = async (id: Id, as = peer) =>
    (await world.as(as).get(`/v1/contacts/${id}/versions`).expect(200)).body.items;

  it('says it anew under a new version, and keeps what was said first, words and answers', async () => {
    const id = await logged({
      ...{ minutes: 20, goalToday: 'A night of sleep', note: 'Short talk.' },
      answers: { mood_low: { answer: 'unknown' }, needs_food: { answer: 'yes' } },
    });
    world.now = LATER;
    const change = {
      ...{ minutes: 35, note: null, happenedAt: '2026-11-23T08:10:00-07:00' },
      answers: { mood_low: { answer: 'yes', note: 'said at the door' }, cravings: { answer: 'no' }, needs_food: null },
    };
    const { body, headers } = await amend(id, '"1"', change).expect(200);
    expect(headers['etag']).toBe('"5"');
    expect(body).toMatchObject({
      ...{ minutes: 35, note: null, goalToday: 'A night of sleep', version: 5 },
      ...{ happenedAt: '2026-11-23T15:10:00.000Z', recordedAt: FIRST },
    });
    expect(Object.keys(body.answers)).toEqual(['mood_low', 'cravings']);
    expect((await world.as(peer).get(`/v1/contacts/${id}`).expect(200)).body).toEqual(body);

    const [second, first, ...none] = await versions(id);
    expect(none).toEqual([]);
    expect(second).toMatchObject({ minutes: 35, note: null, updatedAt: LATER, updatedBy: peer.membershipId });
    expect(second.answers).toEqual(body.answers);
    expect(first).toMatchObject({ minutes: 20, note: 'Short talk.', version: 1, updatedAt: FIRST, happenedAt: FIRST });
    expect(first.answers).toEqual({
      mood_low: { answer: 'unknown', note: null, class: 'mental_health' },
      needs_food: { answer: 'yes', note: null, class: 'coordination' },
    });
    const audited = await world.look(
      `SELECT event, facts ->> 'fields' AS fields FROM audit_entry WHERE facts ->> 'contactId' = $1 AND event LIKE 'contact.%ed'`,
      [id],
    );
    expect(audited).toContainEqual({
      event: 'contact.amended',
      fields: '["happenedAt", "minutes", "note", "answers.mood_low", "answers.cravings", "answers.needs_food"]',
    });
  });

  it('asks for the version that was read, and names both when another came first', async () => {
    const id = await logged({});
    await world.as(peer).patch(`/v1/contacts/${id}`).send({ minutes: 5 }).expect(428);
    world.now = LATER;
    await amend(id, '"1"', { minutes: 5 }).expect(200);
    const { body } = await amend(id, '"1"', { minutes: 6 }).expect(412);
    expect(body).toMatchObject({ code: 'stale', expected: 1, current: 2 });
    expect(await versions(id)).toHaveLength(2);
  });

  it('makes no version when nothing is said anew', async () => {
    const id = await logged({});
    expect((await amend(id, '"1"', {}).expect(200)).body.version).toBe(1);
    expect(await versions(id)).toHaveLength(1);
  });

  it('stays whole: the parts that are kept and those that are new are looked at together', async () => {
    const id = await logged({ goalToday: 'A phone', accompaniedTo: 'bank', accompaniment: 'together' });
    const { body } = await amend(id, '"1"', { outcome: 'no_answer', accompaniment: null }).expect(400);
    expect(body.errors.map((each: { pointer: string }) => each.pointer)).toEqual([
      '/accompaniment',
      '/goalToday',
      '/accompaniedTo',
    ]);
    await amend(id, '"1"', { channel: null }).expect(400);
    await amend(id, '"1"', { happenedAt: '2027-01-01T00:00:00Z' }).expect(400);
    await amend(id, '"1"', { createdBy: counsellor.membershipId }).expect(400);
    expect(await versions(id)).toHaveLength(1);
  });

  it('is amended by whoever wrote it, in the program and behind it', async () => {
    const id = await logged({});
    const { body } = await amend(id, '"1"', { minutes: 1 }, counsellor).expect(403);
    expect(body.code).toBe('contact_of_another');
    await amend(id, '"1"', { minutes: 1 }, coordinator).expect(403);
    await amend(id, '"1"', { minutes: 1 }, await world.worker('counsellor')).expect(404);
  });

  it('shows each reader the past of the classes that they hold now', async () => {
    const id = await logged({ answers: { feels_unsafe: { answer: 'yes' }, needs_food: { answer: 'yes' } } });
    world.now = LATER;
    await amend(id, '"1"', { answers: { feels_unsafe: { answer: 'no' } } }).expect(200);
    const asked = async (as: Worker) =>
      (await versions(id, as)).map(({ answers }: { answers: object }) => Object.keys(answers));
    expect(await asked(counsellor)).toEqual([
      ['feels_unsafe', 'needs_food'],
      ['feels_unsafe', 'needs_food'],
    ]);
    expect(await asked(coordinator)).toEqual([['needs_food']]);
    await leaveTeam(world, clientId, counsellor);
    await world.as(counsellor).get(`/v1/contacts/${id}/versions`).expect(404);
  });
});
