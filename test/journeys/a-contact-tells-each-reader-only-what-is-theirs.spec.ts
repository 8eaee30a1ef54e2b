import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AmendContactRequest as Amendment, LogContactRequest as Contact } from '../../client/api.js';
import type { Throughline } from '../../client/throughline.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { clientOf, joinTeam } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

const FIRST = '2026-11-23T16:00:00.000Z';
const LATER = '2026-11-23T17:30:00.000Z';
type Read = Readonly<Record<string, unknown>> & {
  readonly etag: string;
  readonly version: number;
  readonly withheld: readonly { readonly class: string }[];
};
const TOLD: Contact = {
  ...{ channel: 'in_person', outcome: 'reached', note: 'At the library.' },
  ...{ purposes: ['check_in', 'harm_reduction', 'crisis_support'] },
  ...{ actions: ['listened', 'naloxone_training', 'looked_at_safety_plan'], naloxone: 'given', naloxoneKits: 2 },
};

describe('a contact tells each reader only what is theirs', () => {
  let world: World;
  let peer: Worker;
  let counsellor: Worker;
  let coordinator: Worker;
  let clientId: Id;
  let api: Throughline;
  beforeAll(async () => {
    world = await World.open(FIRST);
    peer = await world.worker('peer_navigator');
    counsellor = await world.worker('counsellor', peer.organisationId);
    coordinator = await world.worker('coordinator', peer.organisationId);
    clientId = await clientOf(world, peer);
    await joinTeam(world, peer, clientId, counsellor);
    api = await world.client(peer);
  });
  afterAll(() => world.close());

  const logged = async (body: Contact): Promise<Id> => {
    world.now = FIRST;
    const { body: contact } = await api.post('/v1/clients/{clientId}/contacts', { path: { clientId }, body });
    return contact.id;
  };
  const read = async (id: Id, as: Worker): Promise<Read> => {
    const { body, headers } = await world.as(as).get(`/v1/contacts/${id}`).expect(200);
    return { ...body, etag: headers['etag'] } as Read;
  };
  const amend = async (id: Id, body: Amendment) => {
    world.now = LATER;
    const { version } = await read(id, peer);
    return api.patch('/v1/contacts/{id}', { path: { id }, ifMatch: version, body });
  };
  const changes = async (as: Worker) => {
    const { body } = await world.as(as).get(`/v1/clients/${clientId}/care-plan/changes?limit=200`).expect(200);
    return (body.items as { class: string }[]).map(({ class: of }) => of);
  };

  it('keeps from whoever coordinates what tells of substances or mental health', async () => {
    const id = await logged(TOLD);
    expect(await read(id, counsellor)).toMatchObject({
      purposes: ['check_in', 'harm_reduction', 'crisis_support'],
      actions: ['listened', 'naloxone_training', 'looked_at_safety_plan'],
      ...{ naloxone: 'given', naloxoneKits: 2 },
    });
    const theirs = await read(id, coordinator);
    expect(theirs).toMatchObject({ purposes: ['check_in'], actions: ['listened'], naloxone: null, naloxoneKits: null });
    expect(theirs.withheld.map((each) => each.class)).toEqual(
      expect.arrayContaining(['substance_use', 'mental_health']),
    );
    const paths = [
      `clients/${clientId}/contacts`,
      `clients/${clientId}/care-plan`,
      `clients/${clientId}/timeline`,
      `contacts/${id}/versions`,
    ];
    for (const path of paths) {
      const { text } = await world.as(coordinator).get(`/v1/${path}`).expect(200);
      expect(text).not.toMatch(/harm_reduction|crisis_support|naloxone_training|safety_plan|"given"/);
    }
  });

  it('is kept so by the database: no such code fits into the contact itself', async () => {
    const id = await logged({ channel: 'phone', outcome: 'reached' });
    for (const codes of [`purposes = '{harm_reduction}'`, `actions = '{naloxone_training}'`])
      await expect(world.plant(`UPDATE contact SET version = 9, ${codes} WHERE id = $1`, [id])).rejects.toThrow(
        /check constraint/,
      );
  });

  it('shows no trace to others of what they may not read: no version, no ETag, no change, no row of history', async () => {
    const id = await logged({ ...TOLD, answers: { mood_low: { answer: 'unknown' }, needs_food: { answer: 'yes' } } });
    const [before, told] = [await read(id, coordinator), await changes(coordinator)];
    const mine = await read(id, peer);
    await amend(id, { answers: { mood_low: { answer: 'yes' } } });
    await amend(id, { naloxone: 'has_kit', naloxoneKits: null });
    await amend(id, { purposes: ['check_in'], answers: { feels_unsafe: { answer: 'no' } } });
    const after = await read(id, peer);
    expect(after.version).toBeGreaterThan(mine.version + 2);
    expect(after).toMatchObject({ purposes: ['check_in'], naloxone: 'has_kit', naloxoneKits: null });
    expect(await read(id, coordinator)).toEqual(before);
    expect(await changes(coordinator)).toEqual(told);
    expect((await world.as(coordinator).get(`/v1/contacts/${id}/versions`).expect(200)).body.items).toHaveLength(1);
    await amend(id, { answers: { needs_food: { answer: 'no' } } });
    expect((await read(id, coordinator)).version).toBe(before.version + 1);
  });

  it('lets one of two amendments from the same version through, also of a part alone', async () => {
    const id = await logged({ ...TOLD, answers: { mood_low: { answer: 'unknown' } } });
    const { etag } = await read(id, peer);
    world.now = LATER;
    const both = ['yes', 'no'].map((answer) =>
      world
        .as(peer)
        .patch(`/v1/contacts/${id}`)
        .set('if-match', etag)
        .send({ answers: { mood_low: { answer }, sleep_poor: { answer } } }),
    );
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is taken back when it was written down with the wrong client: marked, kept, and on no plan', async () => {
    const id = await logged(TOLD);
    const move = (as: Worker, etag: string) =>
      world.as(as).post(`/v1/contacts/${id}/moves`).set('if-match', etag).set('idempotency-key', newId());
    const { etag } = await read(id, peer);
    await move(counsellor, etag).send({ move: 'retract' }).expect(403);
    await move(peer, '"9"').send({ move: 'retract' }).expect(412);
    const { body } = await move(peer, etag).send({ move: 'retract' }).expect(200);
    expect(body).toMatchObject({ state: 'retracted', openMoves: [], note: 'At the library.' });
    const again = await move(peer, (await read(id, peer)).etag)
      .send({ move: 'retract' })
      .expect(409);
    expect(again.body.code).toBe('move_not_open');
    const late = await world
      .as(peer)
      .patch(`/v1/contacts/${id}`)
      .set('if-match', (await read(id, peer)).etag)
      .send({ minutes: 4 })
      .expect(409);
    expect(late.body.code).toBe('contact_retracted');

    const ids = async (path: string, part: 'contacts' | 'items') =>
      (await world.as(counsellor).get(`/v1/clients/${clientId}/${path}`).expect(200)).body[part].map(
        (each: { id: string; recordId?: string }) => each.recordId ?? each.id,
      );
    expect(await ids('care-plan', 'contacts')).not.toContain(id);
    expect(await ids('contacts', 'items')).not.toContain(id);
    expect(await ids('contacts?state=retracted', 'items')).toEqual([id]);
    expect(await ids('timeline?limit=200', 'items')).toContain(id);
    expect(await world.look(`SELECT event FROM audit_entry WHERE event = 'contact.retracted'`)).toHaveLength(1);
  });
});
