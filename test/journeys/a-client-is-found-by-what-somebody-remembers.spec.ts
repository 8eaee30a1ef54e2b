import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Worker } from '../support/world.js';

describe('a client is found by what somebody remembers', () => {
  let world: World;
  let peer: Worker;
  let ids: Record<'helene' | 'obrien' | 'jeanluc' | 'sparrow', string>;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    const make = async (body: object) => (await world.as(peer).post('/v1/clients').send(body).expect(201)).body.id;
    ids = {
      helene: await make({ goesBy: 'Hélène Tremblay', birthDate: '1990-05-02' }),
      obrien: await make({ goesBy: 'Kathryn O’Brien' }),
      jeanluc: await make({ goesBy: 'Jean-Luc Gauthier' }),
      sparrow: await make({ goesBy: 'Sparrow' }),
    };
    const channel = { kind: 'phone', value: '+1 (403) 555-0142', mayContact: true };
    await world.as(peer).post(`/v1/clients/${ids.sparrow}/channels`).send(channel).expect(201);
    const mail = { kind: 'email', value: 'Sparrow.Bird@example.org', mayContact: true };
    await world.as(peer).post(`/v1/clients/${ids.sparrow}/channels`).send(mail).expect(201);
  });
  afterAll(() => world.close());

  const found = async (text: string, who = peer) => {
    const { body } = await world.as(who).post('/v1/clients/search').send({ text }).expect(200);
    return body.items as { id: string; matchedOn: string[] }[];
  };

  it.each([
    ['HELENE tremblay', 'helene', ['word']],
    ['tremblay hélène', 'helene', ['word']],
    ['Tremblé', 'helene', ['sound']],
    ['Ellen Tremblay', 'helene', ['sound', 'word']],
    ['tre', 'helene', ['start']],
    ['hel tremb', 'helene', ['start']],
    ['1990-05-02', 'helene', ['birth']],
    ['1990-05-02 helene', 'helene', ['birth', 'word']],
    ['Catherine OBrien', 'obrien', ['sound', 'word']],
    ['o brien', 'obrien', ['word']],
    ['jean luc', 'jeanluc', ['word']],
    ['jeanluc Gautier', 'jeanluc', ['sound', 'word']],
    ['0142', 'sparrow', ['phone']],
    ['403-555-0142', 'sparrow', ['phone']],
    ['1 403 555 0142', 'sparrow', ['phone']],
    ['sparrow.bird@EXAMPLE.org', 'sparrow', ['email']],
  ] as const)('by “%s”', async (text, who, how) => {
    const [best] = await found(text);
    expect(best?.id).toBe(ids[who]);
    expect(best?.matchedOn).toEqual(expect.arrayContaining([...how]));
  });

  it('and whoever has all of it comes before who has some', async () => {
    const other = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Marie Tremblay' }).expect(201)).body.id;
    expect((await found('tremblay marie')).map(({ id }) => id)).toEqual([other, ids.helene]);
  });

  it('not by those who do not see her, and nobody learns that she is there', async () => {
    const colleague = await world.worker('counsellor', peer.organisationId);
    const stranger = await world.worker('physician');
    expect(await found('Tremblay', colleague)).toEqual([]);
    expect(await found('Tremblay', stranger)).toEqual([]);
    const made = await world.as(stranger).post('/v1/clients').send({ goesBy: 'Hélène Tremblay' }).expect(201);
    expect(made.body.possibleDuplicates).toEqual([]);
  });

  it('also by a coordinator, and a hint at one already there comes with a new record', async () => {
    const coordinator = await world.worker('coordinator', peer.organisationId);
    expect((await found('tremblay helene', coordinator))[0]?.id).toBe(ids.helene);
    const made = await world.as(peer).post('/v1/clients').send({ goesBy: 'Helen Tramblay' }).expect(201);
    expect(made.body.possibleDuplicates).toMatchObject([{ id: ids.helene, matchedOn: ['sound'] }]);
    const alias = await world.as(peer).post('/v1/clients').send({ goesBy: 'SPARROW' }).expect(201);
    expect(alias.body.possibleDuplicates.map(({ id }: { id: string }) => id)).toEqual([ids.sparrow]);
    const first = await world.as(peer).post('/v1/clients').send({ goesBy: 'Hélène Roy' }).expect(201);
    expect(first.body.possibleDuplicates).toEqual([]);
  });

  it('by a new name at once, by an ended one still, by a corrected one no more', async () => {
    const path = `/v1/clients/${ids.jeanluc}/aliases`;
    const street = await world.as(peer).post(path).send({ setting: 'community', name: 'Zigzag' }).expect(201);
    const at = `${path}/${street.body.id}`;
    expect((await found('zigzag'))[0]?.id).toBe(ids.jeanluc);
    await world.as(peer).patch(at).set('if-match', '"1"').send({ name: 'Kwaxala' }).expect(200);
    expect(await found('zigzag')).toEqual([]);
    expect((await found('kwaxala'))[0]?.id).toBe(ids.jeanluc);
    const ended = await world.as(peer).post(`${at}/moves`).set('if-match', '"2"').send({ move: 'end' }).expect(200);
    expect(ended.body).toMatchObject({ endedAt: world.now, openMoves: [], version: 3 });
    expect((await found('kwaxala'))[0]?.id).toBe(ids.jeanluc);
    await world.as(peer).post(`${at}/moves`).set('if-match', '"3"').send({ move: 'end' }).expect(409);
    const standing = await world.as(peer).get(path).expect(200);
    expect(standing.body.items.map(({ name }: { name: string }) => name)).toEqual(['Jean-Luc Gauthier']);
    const all = await world.as(peer).get(`${path}?include=ended`).expect(200);
    expect(all.body.items).toHaveLength(2);
  });

  it('not by a single letter, a comma or three digits, which say too little', async () => {
    for (const text of ['a', ',', '142']) await world.as(peer).post('/v1/clients/search').send({ text }).expect(422);
    await world
      .as(peer)
      .post('/v1/clients/search')
      .send({ text: { like: '%' } })
      .expect(400);
  });

  it('and no readable name, number or date stands in the database', async () => {
    const tables = ['client', 'client_name', 'channel', 'search_token', 'audit_entry', 'earlier_version', 'change'];
    for (const table of tables) {
      const rows = await world.look<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
      expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/tremblay|sparrow|kwaxala|555.?0142|1990-05-02/i);
    }
  });
});
