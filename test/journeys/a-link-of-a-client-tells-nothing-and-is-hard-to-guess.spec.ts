import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { createApp } from '../../src/app.js';
import type { FixedClock } from '../../src/audit/enter.js';
import { FIXED_CLOCK } from '../../src/audit/unit-of-work.js';
import type { Id } from '../../src/kernel/ids.js';
import { appDatabase } from '../../src/platform/database/app-database.js';
import { APP_DATABASE } from '../../src/platform/database/transaction.js';
import { makeLog } from '../../src/platform/log/log.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { ROWS } from '../../src/rows.js';
import { handLinksOf, pathOf, secretOf, type MadeLink } from '../support/hand-links.js';
import { World, type Worker } from '../support/world.js';

const START = '2026-11-02T16:00:00.000Z';
const lines: string[] = [];

describe('a link of a client tells nothing and is hard to guess', () => {
  let world: World;
  let peer: Worker;
  let client: Id;
  beforeAll(async () => {
    world = await World.open(START, { log: makeLog('info', { write: (line: string) => void lines.push(line) }) });
    peer = await world.worker('peer_navigator');
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.now = START;
    client = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Kestrel' }).expect(201)).body.id;
    await world.as(peer).post(`/v1/clients/${client}/goals`).send({ ownWords: 'A door that locks.' }).expect(201);
  });

  const links = () => handLinksOf(world, () => ({ peer, client }));
  const otherCode = ({ code }: MadeLink) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  /** A second programme on the same database, at the same clock. */
  async function replica(): Promise<NestFastifyApplication> {
    const database = await appDatabase({ url: world.db.urlAs('app'), poolSize: 4, rows: ROWS }).initialize();
    const app = await createApp({
      ...{ database, masterKeys: world.app.get(MasterKeys), clock: world.app.get<FixedClock>(FIXED_CLOCK) },
      ceiling: { perToken: 1_000_000, perAddress: 1_000_000 },
    });
    await app.listen(0, '127.0.0.1');
    return app;
  }

  it('makes guesses of the code wait, longer each time, counted exactly over two replicas', async () => {
    const made = await links().make();
    const other = await replica();
    try {
      const wrong = otherCode(made);
      const guess = (app: NestFastifyApplication, code: string) =>
        request(app.getHttpServer())
          .post('/v1/my/session')
          .send({ link: secretOf(made), code });
      const first = await Promise.all([
        guess(world.app, wrong),
        guess(other, wrong),
        guess(world.app, wrong),
        guess(other, wrong),
      ]);
      expect(first.map(({ status }) => status).sort()).toEqual([403, 403, 403, 429]);
      const waiting = await guess(other, made.code).expect(429);
      expect(waiting.headers['retry-after']).toBe('30');
      expect((await links().type(pathOf(made), made.code).expect(429)).headers['retry-after']).toBe('30');
      world.now = '2026-11-02T16:00:31.000Z';
      await guess(world.app, wrong).expect(403);
      world.now = '2026-11-02T16:01:10.000Z';
      expect((await guess(other, made.code).expect(429)).headers['retry-after']).toBe('21');
      world.now = '2026-11-02T16:01:31.000Z';
      await guess(other, made.code).expect(201);
      expect(await links().events('hand_link.not_opened')).toHaveLength(8);
    } finally {
      await other.close();
      await other.get<DataSource>(APP_DATABASE).destroy();
    }
  });

  it('tells what is wrong with a code in the language of the page, in words for whoever types it', async () => {
    const path = pathOf(await links().make());
    const { text: asking } = await world.anonymous.get(path).set('accept-language', 'en').expect(200);
    const form = /action="([^"]+)"/.exec(asking)?.[1] ?? '';
    const { text } = await links().type(`${path}${form}`, '12').set('accept-language', 'en').expect(400);
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain('<h1>Pas tout à fait</h1>\n<p>Envoyez les six chiffres.</p>');
    expect(text).not.toMatch(/errors|enregistré/);
    await world.anonymous.get(`${path}${form}`).expect(200);
  });

  it('takes no form that its own pages did not make, and no cookie where there are no pages', async () => {
    const cookie = await links().opened(await links().make());
    const leave = (f: string) => world.anonymous.post('/h/p/0').set('cookie', cookie).type('form').send({ f });
    await leave('forged').expect(403);
    await links().page(cookie, '/v1/my').expect(401);
    const { text } = await links().page(cookie, '/h/p/1').expect(200);
    const f = /name="f" value="([\w-]+)"/.exec(text)?.[1] ?? '';
    expect((await leave(f).expect(200)).headers['set-cookie']).toEqual([expect.stringContaining('Max-Age=0')]);
    await links().page(cookie, '/h/p/1').expect(404);
    await world.as(peer).post(`/v1/clients/${client}/hand-links`).type('form').send({ codeTold: 'phone' }).expect(415);
  });

  it('would show nothing without the ceiling that it takes its grants from', async () => {
    const [ceiling] = await world.look<{ read: string }>(
      `SELECT read_classes::text AS read FROM role_ceiling WHERE role = 'client'`,
    );
    await world.plant(`DELETE FROM role_ceiling WHERE role = 'client'`);
    await links()
      .page(await links().opened(await links().make()), '/h/p/1')
      .expect(404);
    await world.plant(`INSERT INTO role_ceiling (role, read_classes, write_classes) VALUES ('client', $1, '{}')`, [
      ceiling?.read,
    ]);
    await links()
      .page(await links().opened(await links().make()), '/h/p/1')
      .expect(200);
  });

  it('leaves no secret in the database, in a list or in a log line', async () => {
    const made = await links().make();
    const cookie = await links().opened(made);
    await links().page(cookie, '/h/p/1').expect(200);
    const secrets = [secretOf(made), cookie.slice(2)];
    expect(JSON.stringify((await world.as(peer).get(`/v1/clients/${client}/hand-links`).expect(200)).body)).not.toMatch(
      new RegExp([...secrets, made.code].join('|')),
    );
    const kept = await world.look(
      'SELECT l.*, s.* FROM hand_link l JOIN hand_session s ON s.link_id = l.id WHERE l.client_id = $1',
      [client],
    );
    expect(kept).toHaveLength(1);
    for (const secret of secrets) {
      expect(JSON.stringify(kept)).not.toContain(secret);
      expect(lines.join('\n')).not.toContain(secret);
    }
    expect(lines.join('\n')).toContain('"/h/:token"');
    expect(lines.join('\n')).not.toContain('Kestrel');
  });
});
