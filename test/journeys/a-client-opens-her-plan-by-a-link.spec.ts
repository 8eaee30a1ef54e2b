import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '../../src/kernel/ids.js';
import { cookieOf, handLinksOf, pathOf, secretOf } from '../support/hand-links.js';
import { World, type Worker } from '../support/world.js';

const START = '2026-11-02T16:00:00.000Z';

describe('a client opens her plan by a link', () => {
  let world: World;
  let peer: Worker;
  let officer: Worker;
  let client: Id;
  beforeAll(async () => {
    world = await World.open(START);
    peer = await world.worker('peer_navigator');
    officer = await world.worker('privacy_officer', peer.organisationId);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.now = START;
    client = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Kestrel' }).expect(201)).body.id;
    await world.as(peer).post(`/v1/clients/${client}/goals`).send({ ownWords: 'A door that locks.' }).expect(201);
  });

  const links = () => handLinksOf(world, () => ({ peer, client }));

  it('with a code told another way: her plan, in her language, without a script or an account', async () => {
    const made = await links().make();
    expect(made.code).toMatch(/^\d{6}$/);
    const asked = await world.anonymous.get(pathOf(made)).expect(200);
    expect(asked.text).toContain('six chiffres');
    expect(asked.text).not.toMatch(/Kestrel|<script/);
    expect(asked.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    const open = await links()
      .type(pathOf(made), `${made.code.slice(0, 3)} ${made.code.slice(3)}`)
      .expect(303);
    expect(open.headers['location']).toBe('/h/p/1?l=fr');
    expect(String(open.headers['set-cookie'])).toMatch(/^h=[\w-]{43}; Path=\/h; HttpOnly; SameSite=Strict$/);
    const plan = await links().page(cookieOf(open), '/h/p/1?l=fr').expect(200);
    expect(plan.text).toContain('Mon plan');
    expect(plan.text).toContain('A door that locks.');
    expect(plan.text).not.toContain('<script');
    expect((await links().page(cookieOf(open), '/h/p/1?l=en').expect(200)).text).toContain('My plan');
  });

  it('may be looked at twice, by her or by what makes previews, and opens still; once opened it is gone', async () => {
    const made = await links().make();
    await world.anonymous.get(pathOf(made)).expect(200);
    await world.anonymous.get(pathOf(made)).expect(200);
    await links().opened(made);
    await world.anonymous.get(pathOf(made)).expect(404);
    await links().type(pathOf(made), made.code).expect(404);
    await world.anonymous
      .post('/v1/my/session')
      .send({ link: secretOf(made), code: made.code })
      .expect(404);
  });

  it('is the same page for a link unknown, used, taken back and over; what is known leaves its row', async () => {
    const [used, takenBack, over] = [await links().make(), await links().make(), await links().make()];
    await links().opened(used);
    await links().takeBack(takenBack).expect(200);
    const unknown = `/h/${'x'.repeat(43)}`;
    const answer = async (path: string) => {
      const [look, code] = [await world.anonymous.get(path), await links().type(path, '000000')];
      return [look.status, look.text, code.status, code.text];
    };
    const nothing = await answer(unknown);
    expect(nothing[0]).toBe(404);
    expect(await answer(pathOf(used))).toEqual(nothing);
    expect(await answer(pathOf(takenBack))).toEqual(nothing);
    world.now = '2026-11-05T16:00:00.001Z';
    expect(await answer(pathOf(over))).toEqual(nothing);
    const rows = await links().events('hand_link.not_opened');
    expect(rows.map(({ facts, outcome, role }) => [facts['why'], outcome, role])).toEqual(
      ['used', 'used', 'taken_back', 'taken_back', 'over', 'over'].map((why) => [why, 'refused', 'client']),
    );
  });

  it('ends with the next request when it is taken back, and leaves a row', async () => {
    const made = await links().make();
    const cookie = await links().opened(made);
    await links().page(cookie, '/h/p/1').expect(200);
    const { body } = await world.as(peer).get(`/v1/hand-links/${made.id}`).expect(200);
    expect(body).toMatchObject({ state: 'opened', openMoves: ['take_back'] });
    await links().takeBack(body).expect(200);
    await links().page(cookie, '/h/p/1').expect(404);
    await world
      .as({ token: cookie.slice(2) })
      .get(`/v1/clients/${client}/care-plan`)
      .expect(401);
    expect(await links().events('hand_session.not_let_in')).toMatchObject([
      { outcome: 'refused' },
      { outcome: 'refused' },
    ]);
    await links()
      .takeBack({ id: made.id, version: Number(body.version) + 1 })
      .expect(409);
  });

  it('goes on for half an hour from each use, and not for longer', async () => {
    const cookie = await links().opened(await links().make());
    world.now = '2026-11-02T16:25:00.000Z';
    await links().page(cookie, '/h/p/1').expect(200);
    world.now = '2026-11-02T16:54:00.000Z';
    await links().page(cookie, '/h/p/3').expect(200);
    world.now = '2026-11-02T17:24:00.000Z';
    await links().page(cookie, '/h/p/1').expect(404);
  });

  it('shows her who looked, herself among them, and is written down as her own acts', async () => {
    const cookie = await links().opened(await links().make());
    await links().page(cookie, '/h/p/1').expect(200);
    const log = await links().page(cookie, '/h/p/3?l=en').expect(200);
    expect(log.text).toContain('Opened your page with its code.');
    expect(log.text).toMatch(/<strong>you<\/strong><br>Looked at your plan\./);
    expect(log.text).toContain('Worker');
    expect(await links().events('care_plan.read')).toMatchObject([
      { role: 'client', ground: 'client_link', outcome: 'done' },
    ]);
    const { body } = await world.as(officer).get(`/v1/clients/${client}/access-log`).expect(200);
    const rows = await world.look(`SELECT FROM audit_entry WHERE client_id = $1 AND event <> 'access_log.read'`, [
      client,
    ]);
    expect(body.items.filter(({ event }: { event: string }) => event !== 'access_log.read')).toHaveLength(rows.length);
  });

  it('gives the same as JSON, of her own record and of no other', async () => {
    const hers = world.as({ token: await links().token(await links().make()) });
    const { body } = await hers.get('/v1/my').expect(200);
    expect(body).toEqual({ clientId: client, expiresAt: '2026-11-02T16:30:00.000Z' });
    const plan = await hers.get(`/v1/clients/${client}/care-plan`).expect(200);
    expect(plan.body).toMatchObject({
      goals: [{ ownWords: 'A door that locks.' }],
      ground: { basis: 'client_link' },
      withheld: [{ class: 'counselling' }],
    });
    const log = await hers.get(`/v1/clients/${client}/access-log`).expect(200);
    expect(log.body.items[0].told).toMatchObject({
      who: 'you',
      what: 'Looked at your plan.',
      purpose: 'at your own request',
    });
    await hers.get(`/v1/clients/${client}/access-log/csv`).expect(200);
    await hers.get(`/v1/clients/${client}/disclosures`).expect(200);
    const another = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body.id as Id;
    const answer = async (id: Id, part: string) => {
      const { status, body: said } = await hers.get(`/v1/clients/${id}/${part}`);
      return { status, said: { ...said, requestId: '' } };
    };
    for (const part of ['care-plan', 'access-log', 'disclosures']) {
      expect(await answer(another, part)).toEqual(await answer(newId(), part));
      expect((await answer(another, part)).status).toBe(404);
    }
    await hers.get(`/v1/clients/${client}`).expect(403);
    await hers.get('/v1/staff').expect(403);
    await hers.post(`/v1/clients/${client}/goals`).send({ ownWords: 'x' }).expect(403);
    await hers.get('/v1/audit').expect(403);
    await hers.delete('/v1/my/session').expect(204);
    await hers.get('/v1/my').expect(401);
    await world.as(peer).get('/v1/my').expect(403);
  });
});
