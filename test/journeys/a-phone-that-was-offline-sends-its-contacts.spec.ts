import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BatchContactRequest, BatchResultPart } from '../../client/api.js';
import type { Throughline } from '../../client/throughline.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { clientOf } from '../support/client-record.js';
import { World, type Worker } from '../support/world.js';

describe('a phone that was offline sends its contacts', () => {
  let world: World;
  let peer: Worker;
  let phone: Throughline;
  let sparrow: Id;
  let wren: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    phone = await world.client(peer);
    [sparrow, wren] = [await clientOf(world, peer), await clientOf(world, peer)];
  });
  afterAll(() => world.close());

  const item = (part: Partial<BatchContactRequest> = {}): BatchContactRequest => ({
    id: newId(),
    clientId: sparrow,
    channel: 'phone',
    outcome: 'no_answer',
    ...part,
  });
  const send = async (items: readonly BatchContactRequest[], language: 'en' | 'fr' = 'en') =>
    (await phone.post('/v1/contact-batches', { body: { items }, language })).body.items;
  const log = (contact: BatchContactRequest, as = phone) => {
    const { clientId, ...body } = contact;
    return as.post('/v1/clients/{clientId}/contacts', { path: { clientId }, body });
  };
  const statuses = (results: readonly BatchResultPart[]) =>
    results.map(({ status, problem }) => problem?.code ?? status);
  const kept = async (...ids: (Id | undefined)[]) =>
    (await world.look<{ id: Id }>('SELECT id FROM contact WHERE id = ANY ($1)', [ids])).map(({ id }) => id).sort();

  it('saves each for itself, of one client or several, and answers in the order of the batch', async () => {
    const note = { note: 'Asked about the bed list.', answers: { mood_low: { answer: 'yes' } } } as const;
    const told = item({ outcome: 'reached', ...note });
    const items = [item({ happenedAt: '2026-11-20T10:00:00Z' }), item({ clientId: wren }), told];
    const results = await send(items);
    expect(results).toEqual(items.map(({ id }, index) => ({ index, id, status: 'saved' })));
    const { body } = await phone.get('/v1/contacts/{id}', { path: { id: told.id } });
    expect(body).toMatchObject({ clientId: sparrow, note: note.note, answers: { mood_low: { answer: 'yes' } } });
    const audited = await world.look<{ client_id: Id }>(
      `SELECT client_id FROM audit_entry WHERE event = 'contact.logged' AND facts ->> 'contactId' = ANY ($1) ORDER BY client_id`,
      [items.map(({ id }) => id)],
    );
    expect(audited.map(({ client_id }) => client_id)).toEqual([sparrow, sparrow, wren]);
  });

  it('names a broken one by index and field, and saves the others', async () => {
    const unreadable = 'what?' as unknown as BatchContactRequest;
    const items = [item(), item({ minutes: -5 }), item({ happenedAt: '1926-01-01T00:00:00Z' }), unreadable, item()];
    const results = await send(items, 'fr');
    expect(statuses(results)).toEqual(['saved', 'invalid', 'invalid', 'invalid', 'saved']);
    expect(results[1]?.problem?.errors).toEqual([
      {
        in: 'body',
        pointer: '/items/1/minutes',
        code: 'whole_number',
        message: 'Envoyez un nombre entier de 0 à 1440.',
      },
    ]);
    expect(results[2]?.problem?.errors?.[0]?.pointer).toBe('/items/2/happenedAt');
    expect(results[3]).toMatchObject({ id: null, problem: { errors: [{ pointer: '/items/3' }] } });
    const ids = items.map(({ id }) => id);
    expect(await kept(...ids)).toEqual([ids[0], ids[4]].sort());
  });

  it('is the same contact when it comes again, in a batch or by itself', async () => {
    const [one, two] = [item({ note: 'First.', outcome: 'reached' }), item({ clientId: wren })];
    expect(statuses(await send([one]))).toEqual(['saved']);
    expect(statuses(await send([two, one, item()]))).toEqual(['saved', 'already_saved', 'saved']);
    expect((await log(one)).replayed).toBe(true);
    const other = item();
    expect((await log(other)).replayed).toBe(false);
    expect(statuses(await send([other]))).toEqual(['already_saved']);
    expect(statuses(await send([{ ...one, note: 'Another.' }]))).toEqual(['id_taken']);
    expect((await phone.get('/v1/contacts/{id}', { path: { id: one.id } })).body.note).toBe('First.');
  });

  it('takes one of two with the same id, and saves the others all the same', async () => {
    const [one, two] = [item(), item()];
    expect(statuses(await send([one, two, { ...one }, { ...one, channel: 'text' }]))).toEqual([
      ...['saved', 'saved', 'already_saved', 'id_taken'],
    ]);
  });

  it('holds back nothing for a client who is unseen, and says of her what it says of one unknown', async () => {
    const stranger = await world.worker('peer_navigator');
    const hers = await clientOf(world, stranger);
    const taken = item({ clientId: hers });
    await log(taken, await world.client(stranger));
    const results = await send([
      item({ clientId: hers }),
      item({ clientId: newId() }),
      { ...taken, clientId: sparrow },
      item(),
    ]);
    expect(statuses(results)).toEqual(['not_found', 'not_found', 'id_taken', 'saved']);
    expect(results[0]?.problem).toEqual(results[1]?.problem);
    const written = await world.look(
      `SELECT outcome FROM audit_entry WHERE event = 'access.refused' AND facts ->> 'contactId' = ANY ($1)`,
      [results.slice(0, 2).map(({ id }) => id)],
    );
    expect(written).toEqual([{ outcome: 'refused' }, { outcome: 'refused' }]);
  });

  it('opens the tasks of an item with it, or neither', async () => {
    const stranger = await world.worker('counsellor');
    const owed = item({ outcome: 'reached', followUps: [{ title: 'Call on Friday' }] });
    const nobody = item({
      outcome: 'reached',
      followUps: [{ title: 'x', owner: { membershipId: stranger.membershipId } }],
    });
    expect(statuses(await send([owed, nobody, item()]))).toEqual(['saved', 'owner_does_not_see', 'saved']);
    expect(await kept(owed.id, nobody.id)).toEqual([owed.id]);
    expect(await world.look('SELECT source_id FROM task WHERE source_id = ANY ($1)', [[owed.id, nobody.id]])).toEqual([
      { source_id: owed.id },
    ]);
    expect(statuses(await send([owed]))).toEqual(['already_saved']);
  });

  it('holds two hundred, and says so when there are more, none or something else', async () => {
    const items = Array.from({ length: 200 }, (_, index) => item({ minutes: index }));
    expect(statuses(await send(items))).toEqual(items.map(() => 'saved'));
    const post = (body: object) => world.as(peer).post('/v1/contact-batches').send(body);
    for (const broken of [[...items, item()], [], 'x', null]) {
      const { body } = await post({ items: broken }).expect(400);
      expect(body.errors).toMatchObject([{ pointer: '/items', code: 'list_of_contacts' }]);
    }
    await world
      .as(await world.worker('coordinator', peer.organisationId))
      .post('/v1/contact-batches')
      .send({ items })
      .expect(403);
  });
});
