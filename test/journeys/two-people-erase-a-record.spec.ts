import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backUp } from '../../src/backup/back-up.js';
import type { Id } from '../../src/kernel/ids.js';
import { handLinksOf, pathOf, type MadeLink } from '../support/hand-links.js';
import { World, type Worker } from '../support/world.js';

const DAY = 86_400_000;

interface Erasure {
  readonly id: Id;
  readonly state: string;
  readonly openMoves: readonly string[];
  readonly notBefore: string;
  readonly isHeld: boolean;
  readonly meaning: string;
}

describe('two people erase a record', () => {
  let world: World;
  let [ana, coordinator, officer, other]: Worker[] = [];
  let client: Id;
  let stays: Id;
  let erasure: Erasure;
  let folder: string;
  let inHerHand: { readonly waiting: MadeLink; readonly cookie: string } | undefined;

  beforeAll(async () => {
    world = await World.open();
    ana = await world.worker('counsellor');
    coordinator = await world.worker('coordinator', ana.organisationId);
    officer = await world.worker('privacy_officer', ana.organisationId);
    other = await world.worker('privacy_officer', ana.organisationId);
    client = await record('Quillorra Vashtenby');
    stays = await record('Ferrowen Zumbrota');
    folder = mkdtempSync(join(tmpdir(), 'erasure-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await world.close();
  });

  async function record(goesBy: string): Promise<Id> {
    const made = await world.as(ana!).post('/v1/clients').send({ goesBy, birthDate: '1990-04-05' }).expect(201);
    const { id } = made.body as { id: Id };
    await world
      .as(ana!)
      .post(`/v1/clients/${id}/goals`)
      .send({ ownWords: `${goesBy} wants a door` })
      .expect(201);
    await world.as(ana!).patch(`/v1/clients/${id}`).set('if-match', '"1"').send({ pronouns: 'she, her' }).expect(200);
    return id;
  }

  /** Everybody shows their second factor again: the clock has moved by days. */
  async function later(days: number): Promise<void> {
    world.now = new Date(Date.parse(world.now) + days * DAY).toISOString();
    await world.plant('UPDATE session SET verified_at = $1', [world.now]);
  }

  const minutesBefore = (minutes: number) => new Date(Date.parse(world.now) - minutes * 60_000).toISOString();
  const ask = (by: Worker, because = 'client_asked', id = client) =>
    world.as(by).post(`/v1/clients/${id}/erasures`).send({ because });
  const move = (by: Worker, verb: string, { id } = erasure, version = 1) =>
    world.as(by).post(`/v1/erasures/${id}/moves`).set('if-match', `"${version}"`).send({ move: verb });

  it('whoever cares for her does not ask for it, nor an officer of elsewhere, who does not learn that she is there', async () => {
    await ask(ana!).expect(403);
    const elsewhere = await world.worker('privacy_officer');
    await ask(elsewhere).expect(404);
    await ask(officer!, 'client_asked', ana!.membershipId).expect(404);
  });

  it('takes a second factor that was shown just now', async () => {
    await world.plant(`UPDATE session SET verified_at = $2 WHERE id = $1`, [
      coordinator!.sessionId,
      '2026-11-23T15:54:00Z',
    ]);
    const told = await ask(coordinator!).expect(403);
    expect(told.body).toMatchObject({ code: 'step_up_needed' });
    await later(0);
  });

  it('is requested by one, who is told that it cannot be undone, and decided by another after three days', async () => {
    erasure = (await ask(officer!).expect(201)).body as Erasure;
    expect(erasure).toMatchObject({ state: 'requested', openMoves: ['withdraw'], isHeld: false });
    expect(erasure.meaning).toContain('cannot be undone');
    const french = await world
      .as(officer!)
      .get(`/v1/erasures/${erasure.id}`)
      .set('accept-language', 'fr-CA')
      .expect(200);
    expect((french.body as Erasure).meaning).toContain('irréversible');
    expect((await ask(coordinator!).expect(409)).body).toMatchObject({ code: 'erasure_stands' });
    expect((await move(other!, 'approve').expect(409)).body).toMatchObject({ code: 'erasure_waits' });
    await later(3);
    expect((await move(officer!, 'approve').expect(403)).body).toMatchObject({ code: 'erasure_takes_second_person' });
    expect((await move(coordinator!, 'approve').expect(403)).body).toMatchObject({ code: 'erasure_takes_officer' });
  });

  it('not by the same person in another role', async () => {
    await world.db.as('app', async (app) => {
      await app.query('BEGIN');
      for (const [name, value] of [
        ['app.person', officer!.personId],
        ['app.membership', other!.membershipId],
        ['app.organisation', ana!.organisationId],
        ['app.role', 'privacy_officer'],
        ['app.now', world.now],
      ])
        await app.query('SELECT set_config($1, $2, true)', [name, value]);
      await expect(app.query('SELECT erase_client($1)', [erasure.id])).rejects.toThrow('not open to be carried out');
      await app.query('ROLLBACK');
    });
  });

  it('is stopped by a legal hold, which only a privacy officer places and lifts, with a reason', async () => {
    await world.as(coordinator!).post(`/v1/clients/${client}/legal-holds`).send({ because: 'complaint' }).expect(403);
    const placed = await world
      .as(officer!)
      .post(`/v1/clients/${client}/legal-holds`)
      .send({ because: 'complaint' })
      .expect(201);
    const hold = placed.body as { id: Id };
    expect((await move(other!, 'approve').expect(409)).body).toMatchObject({ code: 'legal_hold_stands' });
    expect((await world.as(other!).get(`/v1/erasures/${erasure.id}`).expect(200)).body).toMatchObject({
      isHeld: true,
      openMoves: ['decline'],
    });
    const lift = (body: object) =>
      world.as(other!).post(`/v1/legal-holds/${hold.id}/moves`).set('if-match', '"1"').send(body);
    await lift({ move: 'lift' }).expect(400);
    await world.plant('UPDATE session SET verified_at = $2 WHERE id = $1', [other!.sessionId, minutesBefore(6)]);
    const told = await lift({ move: 'lift', because: 'dispute_settled' }).expect(403);
    expect(told.body).toMatchObject({ code: 'step_up_needed' });
    await world.stepUp(other!);
    await lift({ move: 'lift', because: 'dispute_settled' }).expect(200);
    const listed = await world.as(officer!).get(`/v1/legal-holds?clientId=${client}&state=lifted`).expect(200);
    expect((listed.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('until then she holds a link that was opened, and one that waits', async () => {
    const links = handLinksOf(world, () => ({ peer: ana!, client }));
    const waiting = await links.make();
    inHerHand = { waiting, cookie: await links.opened(await links.make()) };
    await links.page(inHerHand.cookie, '/h/p/1').expect(200);
  });

  it('and then nothing of her opens, also from a backup, while rows, codes and the audit stay whole', async () => {
    const counts = `SELECT (SELECT count(*) FROM client) AS clients, (SELECT count(*) FROM client_name) AS names, (SELECT count(*) FROM goal) AS goals,
      (SELECT count(*) FROM earlier_version) AS earlier, (SELECT count(*) FROM change) AS changes, (SELECT count(*) FROM care_team_member) AS team`;
    const before = await world.look(counts);
    const keys = await world.look<{ client_id: Id; wrapped: Buffer }>('SELECT client_id, wrapped FROM sealing_key');
    const wrapped = (id: Id) => keys.find((key) => key.client_id === id)!.wrapped.toString('hex');
    const erased = await move(other!, 'approve').expect(200);
    expect(erased.body).toMatchObject({ state: 'erased', openMoves: [], version: 2 });

    expect(await world.look(counts)).toEqual(before);
    const copy = { directUrl: world.db.adminUrl, secret: world.db.secret };
    await backUp(copy, join(folder, 'copy'), { step: () => undefined, within: () => undefined });
    const files = readdirSync(join(folder, 'copy')).filter((name) => name.endsWith('.gz'));
    const rows = files.map((name) => gunzipSync(readFileSync(join(folder, 'copy', name))).toString()).join('\n');
    expect([rows.includes(wrapped(stays)), rows.includes(wrapped(client))]).toEqual([true, false]);
    for (const table of ['search_token', 'access_grant', 'sealing_key'])
      expect([
        table,
        await world.look(
          `SELECT 1 FROM ${table} WHERE client_id = $1 ${table === 'sealing_key' ? `AND wrapped <> ''` : ''}`,
          [client],
        ),
      ]).toEqual([table, []]);
    const audit = await world.look<{ event: string }>('SELECT event FROM audit_entry WHERE client_id = $1', [client]);
    expect(audit.map(({ event }) => event)).toEqual(expect.arrayContaining(['client.created', 'erasure.carried_out']));
  });

  it('what she holds in her hand shows nothing from then on, as if it had never been', async () => {
    const links = handLinksOf(world, () => ({ peer: ana!, client }));
    const { waiting, cookie } = inHerHand!;
    await links.page(cookie, '/h/p/1').expect(404);
    const hers = world.as({ token: cookie.slice(2) });
    await hers.get(`/v1/clients/${client}/care-plan`).expect(401);
    const unknown = await world.anonymous.get(`/h/${'x'.repeat(43)}`);
    expect((await world.anonymous.get(pathOf(waiting))).text).toBe(unknown.text);
    expect((await links.type(pathOf(waiting), waiting.code)).status).toBe(404);
    expect(await world.look('SELECT FROM hand_session WHERE ended_at IS NULL')).toEqual([]);
  });

  it('to everybody she is not there any more, and no later change of team or role brings her back', async () => {
    for (const by of [ana!, coordinator!]) {
      await world.as(by).get(`/v1/clients/${client}`).expect(404);
      await world.as(by).get(`/v1/clients/${client}/care-plan`).expect(404);
    }
    await ask(other!).expect(404);
    const emergency = { because: 'life_in_danger', reason: 'Nobody could reach her.' };
    const hana = await world.worker('physician');
    await world.as(hana).post(`/v1/clients/${client}/break-glass`).send(emergency).expect(404);
    await world.as(officer!).post(`/v1/clients/${client}/legal-holds`).send({ because: 'other' }).expect(404);
    await world.plant('SELECT recompute_grants($1)', [client]);
    expect(await world.look('SELECT 1 FROM access_grant WHERE client_id = $1', [client])).toEqual([]);
    const found = await world.as(coordinator!).post('/v1/clients/search').send({ text: 'quillorra' }).expect(200);
    expect(found.text).not.toContain(client);
    await world.as(ana!).get(`/v1/clients/${stays}`).expect(200);
    const over = await move(other!, 'decline', erasure, 2).expect(409);
    expect((over.body as { detail: string }).detail).toContain('Open now: none.');
  });

  it('a request may be declined or withdrawn, and a record whose erasure was declined may be asked for again', async () => {
    const first = (await ask(coordinator!, 'made_by_mistake', stays).expect(201)).body as Erasure;
    expect((await move(officer!, 'withdraw', first).expect(403)).body).toMatchObject({ code: 'erasure_not_yours' });
    await move(officer!, 'decline', first).expect(200);
    const second = (await ask(coordinator!, 'made_by_mistake', stays).expect(201)).body as Erasure;
    await move(coordinator!, 'withdraw', second).expect(200);
    const list = await world.as(officer!).get('/v1/erasures?state=withdrawn').expect(200);
    expect((list.body as { items: unknown[] }).items).toHaveLength(1);
  });
});
