import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { newId } from '../../src/kernel/ids.js';
import { rooms, RoomsController, type Room } from '../support/rooms.js';
import { World, type Worker } from '../support/world.js';

describe('HTTP, for every route alike', () => {
  let world: World;
  let ana: Worker;
  beforeAll(async () => {
    world = await World.open(undefined, { controllers: [RoomsController] });
    ana = await world.worker('peer_navigator');
  });
  afterAll(() => world.close());

  const made = async () => (await world.as(ana).post('/rooms').send({ name: 'kitchen' }).expect(201)).body as Room;

  it('says at its entrance what it is and where to go on, to be kept nowhere', async () => {
    const answer = await world.anonymous.get('/').expect(200);
    expect(answer.body.links.docs).toBe('/docs');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers['etag']).toBeUndefined();
  });

  describe('what is created', () => {
    it('has a place and a version', async () => {
      const answer = await world.as(ana).post('/rooms').send({ name: 'kitchen' }).expect(201);
      expect(answer.headers['location']).toBe(`/rooms/${answer.body.id}`);
      expect(answer.headers['etag']).toBe('"1"');
    });

    it('is the same record when it is sent again under its own id, and no other may take the id', async () => {
      const id = newId();
      const send = (name: string, worker = ana) => world.as(worker).post('/rooms').send({ id, name });
      const first = await send('attic').expect(201);
      const again = await send('attic').expect(201);
      expect(again.body).toEqual(first.body);
      expect(first.headers['idempotent-replayed']).toBeUndefined();
      expect(again.headers['idempotent-replayed']).toBe('true');
      const other = await send('cellar').expect(409);
      expect(other.body.code).toBe('id_taken');
    });

    it('is made once for one Idempotency-Key, whatever order its members come in', async () => {
      const key = newId();
      const before = rooms.size;
      const send = (body: object) => world.as(ana).post('/rooms').set('idempotency-key', key).send(body);
      const first = await send({ name: 'hall', holds: ['lamp'] }).expect(201);
      const again = await send({ holds: ['lamp'], name: 'hall' }).expect(201);
      expect(again.body.id).toBe(first.body.id);
      expect(rooms.size).toBe(before + 1);
      expect((await send({ name: 'porch' }).expect(422)).body.code).toBe('idempotency_key_reused');
      const stranger = await world.worker('counsellor');
      const hers = await world
        .as(stranger)
        .post('/rooms')
        .set('idempotency-key', key)
        .send({ name: 'hall' })
        .expect(201);
      expect(hers.body.id).not.toBe(first.body.id);
    });

    it('leaves neither its key nor its content in the receipt', async () => {
      await world.as(ana).post('/rooms').set('idempotency-key', 'key-of-ana').send({ name: 'sauna' }).expect(201);
      const kept = await world.look<{ text: string }>('SELECT receipt::text AS text FROM receipt');
      expect(kept.length).toBeGreaterThan(0);
      const hex = (text: string) => Buffer.from(text).toString('hex');
      for (const { text } of kept)
        expect(text).not.toMatch(new RegExp(`sauna|key-of-ana|${hex('sauna')}|${hex('key-of')}`));
    });
  });

  describe('a change', () => {
    it('names the version it came from', async () => {
      const { id } = await made();
      const patch = () => world.as(ana).patch(`/rooms/${id}`);
      expect((await patch().send({ name: 'den' }).expect(428)).body.code).toBe('if_match_missing');
      for (const tag of ['1', 'W/"1"', '*', '"1", "2"', '""', '"01"']) {
        expect((await patch().set('if-match', tag).send({}).expect(400)).body.errors[0]).toMatchObject({
          in: 'header',
        });
      }
      const done = await patch().set('if-match', '"1"').send({ name: 'den' }).expect(200);
      expect(done.headers['etag']).toBe('"2"');
      const late = await patch().set('if-match', '"1"').send({ name: 'shed' }).expect(412);
      expect(late.body).toMatchObject({ code: 'stale', expected: 1, current: 2 });
    });

    it('is a merge patch: null clears, absent keeps', async () => {
      const { id } = await made();
      const patch = (tag: number, body: object) =>
        world
          .as(ana)
          .patch(`/rooms/${id}`)
          .set('if-match', `"${tag}"`)
          .type('application/merge-patch+json')
          .send(JSON.stringify(body));
      expect((await patch(1, {}).expect(200)).body.name).toBe('kitchen');
      expect((await patch(2, { name: null }).expect(200)).body.name).toBe('nameless');
      const wrong = await world
        .as(ana)
        .patch(`/rooms/${id}`)
        .set('if-match', '"3"')
        .type('text/plain')
        .send('x')
        .expect(415);
      expect(wrong.body.accepts).toEqual(['application/merge-patch+json', 'application/json']);
      await world.as(ana).post('/rooms').type('application/merge-patch+json').send('{"name":"x"}').expect(415);
    });
  });

  it('walks a list by its cursors, each item once', async () => {
    for (let count = 0; count < 5; count++) await made();
    const seen: string[] = [];
    for (let path: string | undefined = '/rooms?limit=2'; path;) {
      const { body, headers }: Response = await world.as(ana).get(path).expect(200);
      seen.push(...body.items.map(({ id }: Room) => id));
      path = /^<([^>]+)>; rel="next"$/.exec(headers['link'] ?? '')?.[1];
      expect(path === undefined).toBe(body.next === undefined);
    }
    expect(seen).toEqual([...rooms.keys()].sort());
    const wrong = await world.as(ana).get('/rooms?limit=201&cursor=%00').expect(400);
    expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/cursor']);
    const both = await world.as(ana).get('/rooms?limit=none&cursor=abc').expect(400);
    expect(both.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/limit', '/cursor']);
    expect((await world.as(ana).get('/rooms?lmit=2').expect(400)).body.errors[0].code).toBe('unknown_parameter');
  });

  it('names every fault at once, with the mend in the language asked for', async () => {
    const body = {
      name: ' ',
      opens: '2026-11-23T10:00:00',
      built: '2026-02-30',
      zone: 'Mars/Olympus',
      holds: 'lamp',
      colour: 1,
    };
    const send = (language: string) =>
      world.as(ana).post('/rooms').set('accept-language', language).send(body).expect(400);
    const faults = (await send('en')).body.errors as { pointer: string; message: string }[];
    expect(faults.map(({ pointer }) => pointer).sort()).toEqual([
      '/built',
      '/colour',
      '/holds',
      '/name',
      '/opens',
      '/zone',
    ]);
    const french = (await send('de, fr-CA;q=0.9, en;q=0.4')).body.errors as { message: string }[];
    expect(french.every(({ message }) => /Envoyez|Ce champ/.test(message))).toBe(true);
  });

  it('takes null only where null clears', async () => {
    const answer = await world.as(ana).post('/rooms').send({ name: 'x', built: null }).expect(400);
    expect(answer.body.errors[0].pointer).toBe('/built');
  });

  it('says which methods a path answers to', async () => {
    const answer = await world.as(ana).delete('/rooms').expect(405);
    expect(answer.headers['allow']).toBe('GET, HEAD, POST');
  });
});
