import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { World, type Worker } from '../support/world.js';

interface Caller {
  readonly id: Id;
  readonly version: number;
  readonly alias: string | null;
  readonly remembered: readonly { id: Id; text: string | null; version: number; state: string }[];
}

describe('a caller is known by what she asked to be remembered', () => {
  let world: World;
  let tove: Worker;
  let ines: Worker;
  let elsewhere: Worker;
  let fox: Caller;
  beforeAll(async () => {
    world = await World.open();
    const line = await world.organisation('response_line');
    tove = await world.worker('line_operator', line);
    ines = await world.worker('line_operator', line);
    elsewhere = await world.worker('line_operator', await world.organisation('response_line'));
  });
  afterAll(() => world.close());

  const meet = (body: object, who = tove) => world.as(who).post('/v1/line/callers').send(body);
  const read = async (id: Id, who = tove): Promise<Caller> =>
    (await world.as(who).get(`/v1/line/callers/${id}`).expect(200)).body;
  const search = async (text: string, who = tove): Promise<readonly Caller[]> =>
    (await world.as(who).post('/v1/line/callers/search').send({ text }).expect(200)).body.items;
  const audited = (event: string) =>
    world.look<{ client_id: Id | null; facts: Record<string, unknown> }>(
      'SELECT client_id, facts FROM audit_entry WHERE event = $1 ORDER BY at, id',
      [event],
    );

  it('with nothing said about herself at all', async () => {
    const { body } = await meet({ language: 'fr' }).expect(201);
    expect(body).toMatchObject({ alias: null, whereToCall: null, mayBeCalledBack: false, remembered: [], version: 1 });
    expect(await read(body.id)).toEqual(body);
  });

  it('or by an alias, with what she asked to be remembered, the oldest first', async () => {
    const said = {
      alias: 'Quick Fox',
      language: 'en',
      pronouns: 'she/her',
      remember: ['My dog is Biscuit', 'No police'],
    };
    const made = await meet({ ...said, id: newId() }).expect(201);
    fox = made.body;
    expect(made.headers['location']).toBe(`/v1/line/callers/${fox.id}`);
    expect(fox).toMatchObject({ alias: 'Quick Fox', pronouns: 'she/her' });
    expect(fox.remembered.map(({ text }) => text).sort()).toEqual(['My dog is Biscuit', 'No police']);
    const again = await meet({ ...said, id: fox.id }).expect(201);
    expect([again.body, again.headers['idempotent-replayed']]).toEqual([fox, 'true']);
    expect((await meet({ language: 'en', mayBeCalledBack: true }).expect(422)).body.code).toBe('where_to_call_lacking');
  });

  it('and whoever takes the next call of that line finds her, in another spelling too', async () => {
    for (const text of ['fox', 'QUICK fox', 'Phox', 'qui'])
      expect([text, (await search(text, ines)).map(({ id }) => id)]).toEqual([text, [fox.id]]);
    expect((await search('biscuit', ines)).length).toBe(0);
    const { body } = await world.as(ines).post('/v1/line/callers/search').send({ text: '?' }).expect(422);
    expect(body.code).toBe('nothing_to_find_by');
    const listed = await world.as(ines).get('/v1/line/callers?limit=1').expect(200);
    expect(listed.body.items.map(({ id }: Caller) => id)).toEqual([fox.id]);
    const rest = await world.as(ines).get(`/v1/line/callers?cursor=${listed.body.next}`).expect(200);
    expect(rest.body.items).toHaveLength(1);
  });

  it('while to another line, and to every other role, she is not there: the same answer as for nobody', async () => {
    expect(await search('fox', elsewhere)).toEqual([]);
    expect((await world.as(elsewhere).get('/v1/line/callers').expect(200)).body.items).toEqual([]);
    const answered = async (id: Id, path = '') => {
      const { status, body } = await world.as(elsewhere).get(`/v1/line/callers/${id}${path}`);
      return JSON.stringify({ status, ...body, requestId: null, instance: null }).replaceAll(id, 'id');
    };
    for (const path of ['', '/notes']) expect(await answered(fox.id, path)).toBe(await answered(newId(), path));
    for (const role of ['coordinator', 'counsellor', 'privacy_officer', 'administrator'] as const) {
      const colleague = await world.worker(role, tove.organisationId);
      for (const id of [fox.id, newId()]) await world.as(colleague).get(`/v1/line/callers/${id}`).expect(403);
    }
    const at = world.as(elsewhere).patch(`/v1/line/callers/${fox.id}`).set('if-match', '"1"');
    await at.send({ alias: 'Mine' }).expect(404);
  });

  it('she changes what she goes by, and is found by that alone', async () => {
    const change = (version: number) =>
      world.as(ines).patch(`/v1/line/callers/${fox.id}`).set('if-match', `"${version}"`).send({ alias: 'Badger' });
    const { body } = await change(1).expect(200);
    expect(body).toMatchObject({ alias: 'Badger', pronouns: 'she/her', version: 2 });
    expect((await change(1).expect(412)).body.code).toBe('stale');
    expect(await search('fox')).toEqual([]);
    expect((await search('badger')).map(({ id }) => id)).toEqual([fox.id]);
  });

  it('and what she asks to be forgotten leaves the database with its earlier versions', async () => {
    const path = `/v1/line/callers/${fox.id}/notes`;
    const added = await world.as(ines).post(path).send({ text: 'Call my sister Zoraida' }).expect(201);
    const at = added.headers['location']!;
    const other = { text: 'Call my cousin Zoraida' };
    await world.as(tove).patch(at).set('if-match', '"1"').send(other).expect(200);
    expect((await world.as(ines).get(path).expect(200)).body.items).toHaveLength(3);
    const letGo = () => world.as(tove).post(`${at}/moves`).set('if-match', '"2"').set('idempotency-key', 'k');
    const { body } = await letGo().send({ move: 'let_go' }).expect(200);
    expect(body).toMatchObject({ state: 'let_go', text: null, openMoves: [], version: 3 });
    expect((await letGo().send({ move: 'let_go' }).expect(200)).body).toEqual(body);
    expect((await world.as(ines).get(path).expect(200)).body.items).toHaveLength(2);
    const left = `SELECT words IS NULL AS gone FROM caller_note WHERE id = $1
      UNION ALL SELECT row ->> 'words' IS NULL FROM caller_version WHERE record_id = $1`;
    expect(await world.look(left, [body.id])).toEqual(Array(3).fill({ gone: true }));
    const late = await world.as(tove).patch(at).set('if-match', '"3"').send(other).expect(409);
    expect(late.body.code).toBe('note_let_go');
    const move = await world.as(tove).post(`${at}/moves`).set('if-match', '"3"').send({ move: 'let_go' }).expect(409);
    expect(move.body.code).toBe('move_not_open');
  });

  it('each of which is written down under no client, without a word that she said', async () => {
    for (const event of ['caller.created', 'caller.read', 'caller.found', 'caller.changed', 'caller_note.let_go']) {
      const rows = await audited(event);
      expect([event, rows.length > 0]).toEqual([event, true]);
      for (const { client_id, facts } of rows) {
        expect(client_id).toBeNull();
        expect(facts['caller']).toMatch(/^[0-9a-f-]{36}$/);
      }
    }
    const all = JSON.stringify(await world.look('SELECT * FROM audit_entry'));
    expect(all).not.toMatch(/Fox|Badger|Biscuit|Zoraida/i);
    const kept = JSON.stringify(await world.look('SELECT * FROM caller, caller_note, caller_version, caller_token'));
    expect(kept).not.toMatch(/Quick|Badger|Biscuit|Zoraida/i);
  });

  it('and the token of her alias is not that of a client who goes by the same name', async () => {
    const counsellor = await world.worker('counsellor');
    await world.as(counsellor).post('/v1/clients').send({ goesBy: 'Badger' }).expect(201);
    const same = await world.look('SELECT 1 FROM caller_token c JOIN search_token s ON s.hmac = c.hmac');
    expect(same).toEqual([]);
    expect((await world.look('SELECT 1 FROM caller_token')).length).toBeGreaterThan(4);
  });
});
