import type { Response } from 'supertest';
import type { Id } from '../../src/kernel/ids.js';
import type { Worker, World } from './world.js';

/** Every read that goes by a client, and follows her links where whoever asks sees both ends. */
const FOLLOWING = [
  ...['aliases', 'channels', 'supporters', 'care-team', 'contacts', 'goals', 'needs', 'care-plan'],
  ...['care-plan/changes', 'care-plan/sign-offs', 'care-plan/page', 'timeline'],
] as const;

const pathsOf = (id: Id): readonly string[] => [
  ...FOLLOWING.map((part) => `/v1/clients/${id}/${part}`),
  ...[`/v1/clients/${id}`, `/v1/clients/${id}/links`, `/v1/tasks?client=${id}`, `/v1/tasks?client=${id}&state=any`],
];

/** What every one of these answers to this worker, to the letter. */
export async function answersAbout(world: World, worker: Worker, id: Id): Promise<Readonly<Record<string, string>>> {
  const told: Record<string, string> = {};
  for (const path of pathsOf(id)) {
    const { status, text, headers }: Response = await world.as(worker).get(path);
    const { requestId: _, ...body } = asObject(text);
    told[path] = [status, headers['etag'], headers['link'], JSON.stringify(body['html'] ?? body)].join(' ');
  }
  return told;
}

const asObject = (text: string): Record<string, unknown> =>
  text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { html: text };

/** A record with something in it of each kind that is read by client. */
export async function fullRecord(world: World, worker: Worker, goesBy: string, birthDate?: string): Promise<Id> {
  const as = world.as(worker);
  const { body } = await as
    .post('/v1/clients')
    .send({ goesBy, ...(birthDate && { birthDate }) })
    .expect(201);
  const id = (body as { id: Id }).id;
  const add = (part: string, of: object) => as.post(`/v1/clients/${id}/${part}`).send(of).expect(201);
  await add('channels', { kind: 'phone', value: '403 555 0142', mayContact: true });
  await add('supporters', { name: `Friend of ${goesBy}`, mayBeTold: 'nothing' });
  await add('contacts', { channel: 'phone', outcome: 'reached', happenedAt: world.now, note: `${goesBy} called` });
  await add('goals', { ownWords: `${goesBy} wants a door that locks` });
  await add('needs', { domain: 'housing', ownWords: `${goesBy} sleeps outside` });
  await add('tasks', { kind: 'visit', title: `Visit ${goesBy}` });
  await add('care-plan/sections', { section: 'know_about_me', text: `${goesBy} first` });
  await add('care-plan/sign-offs', {});
  return id;
}

export const AGREED = {
  because: 'client_said',
  agreedHow: 'in_person',
  agreedAt: '2026-11-22T10:00:00-07:00',
} as const;

export const join = (world: World, worker: Worker, id: Id, otherClientId: Id) =>
  world
    .as(worker)
    .post(`/v1/clients/${id}/links`)
    .send({ otherClientId, ...AGREED });

export const part = (world: World, worker: Worker, link: { readonly id: Id; readonly version: number }) =>
  world
    .as(worker)
    .post(`/v1/record-links/${link.id}/moves`)
    .set('if-match', `"${link.version}"`)
    .send({ move: 'part', because: 'client_asked' });
