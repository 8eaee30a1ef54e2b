import { createServer, connect } from 'node:net';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { notFound } from '../../src/access/access.problems.js';
import { Needs, Open } from '../../src/access/needs.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { withClient } from '../../src/platform/database/connect.js';
import { RawRequests } from '../support/raw-requests.js';
import { World, type Worker } from '../support/world.js';

interface Row {
  event: string;
  outcome: string;
  person_id: Id;
  facts: Record<string, string>;
}

@Controller('doors')
class DoorsController {
  @Get('slow')
  @Open('a test waits for it')
  @ApiOkResponse({ schema: { type: 'object', properties: { came: { type: 'string' } } } })
  async slow(): Promise<{ came: string }> {
    await new Promise((turn) => setTimeout(turn, 300));
    return { came: 'late' };
  }

  @Get('rules')
  @Needs('organisation:manage')
  @ApiOkResponse({ schema: { type: 'string' } })
  rules(): string {
    return 'for administrators';
  }

  @Get(':id')
  @Needs('me:read')
  @ApiOkResponse({ schema: { type: 'string' } })
  unseen(@Param('id') _id: Id): string {
    throw new Refusal(notFound);
  }
}

describe('what goes wrong around a request', () => {
  let world: World;
  let ana: Worker;
  beforeAll(async () => {
    world = await World.open(undefined, { controllers: [DoorsController] });
    ana = await world.worker('counsellor');
  });
  afterAll(() => world.close());

  const written = () =>
    world.look<Row>(
      `SELECT event, outcome, person_id, facts FROM audit_entry WHERE event = 'access.refused' ORDER BY id`,
    );

  it('leaves a row of whoever was refused: what the role may not, and what is not there, by the same words', async () => {
    const before = (await written()).length;
    const id = newId();
    await world.as(ana).get('/doors/rules').expect(403);
    await world.as(ana).get(`/doors/${id}`).expect(404);
    await world.as(ana).get('/doors/no-id').expect(400);
    await world.anonymous.get(`/doors/${id}`).expect(401);
    const rows = (await written()).slice(before);
    expect(rows.map(({ facts }) => facts)).toEqual([
      { code: 'role_may_not', method: 'GET', route: '/doors/rules' },
      { code: 'not_found', method: 'GET', route: '/doors/:id', id },
    ]);
    expect(rows.every(({ outcome, person_id }) => outcome === 'refused' && person_id === ana.personId)).toBe(true);
  });

  it('says nothing at all when that row cannot be written', async () => {
    await world.plant('REVOKE INSERT ON audit_entry FROM throughline_app');
    const refused = await world.as(ana).get('/doors/rules').expect(503);
    const missing = await world.as(ana).get(`/doors/${newId()}`).expect(503);
    await world.plant('GRANT INSERT ON audit_entry TO throughline_app');
    const same = (body: object) => ({ ...body, requestId: undefined });
    expect(same(refused.body)).toEqual(same(missing.body));
    await world.as(ana).get('/doors/rules').expect(403);
  });

  it('asks to come back in a second while the database is away, and goes on when it is there again', async () => {
    const stop = [
      `ALTER DATABASE ${world.db.name} ALLOW_CONNECTIONS false`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${world.db.name}'`,
    ];
    const elsewhere = Object.assign(new URL(world.db.adminUrl), { pathname: '/postgres' }).toString();
    await withClient(elsewhere, async (client) => {
      for (const statement of stop) await client.query(statement);
      for (const path of ['/v1/me', '/v1/me', '/health/ready']) {
        const began = performance.now();
        const answer = await world.as(ana).get(path).expect(503);
        expect(performance.now() - began).toBeLessThan(1_500);
        expect(answer.headers['retry-after']).toBe('1');
      }
      expect((await world.anonymous.get('/health/ready').expect(503)).body.down).toContain('database');
      await world.anonymous.get('/health/live').expect(200);
      await client.query(`ALTER DATABASE ${world.db.name} ALLOW_CONNECTIONS true`);
    });
    await world.as(ana).get('/v1/me').expect(200);
    await world.plant('UPDATE audit_seal_progress SET moved_at = now()'); // nobody seals here
    const ready = await world.anonymous.get('/health/ready').expect(200);
    expect(ready.body.checks).toMatchObject({
      database: { status: 'up' },
      zoneData: { old: false },
      schema: { status: 'up' },
    });
  });

  it('is a problem too when it does not even parse as HTTP', async () => {
    const { port } = world.app.getHttpServer().address() as { port: number };
    const answer = await new Promise<string>((told, fault) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE / HTTP/9.9\r\n\r\n'));
      socket
        .on('data', (part) => (text += part.toString()))
        .on('close', () => told(text))
        .on('error', fault);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"code":"broken_request"/);
  });

  it('does not cut off an answer when the programme stops', async () => {
    const own = await World.open(undefined, { controllers: [DoorsController] });
    const { port } = own.app.getHttpServer().address() as { port: number };
    const raw = new RawRequests(port);
    await raw.send({ method: 'GET', path: '/health/live' });
    const late = own.anonymous.get('/doors/slow').then(({ status, body }) => [status, body]);
    await new Promise((turn) => setTimeout(turn, 100));
    const closed = own.close();
    await new Promise((turn) => setTimeout(turn, 50));
    const overAKeptConnection = await raw.send({ method: 'GET', path: '/health/live' }).catch(() => 'refused');
    expect(JSON.stringify(overAKeptConnection)).toMatch(/refused|alive|problem\+json/);
    await closed;
    raw.close();
    expect(await late).toEqual([200, { came: 'late' }]);
    const free = createServer();
    await new Promise<void>((listening, fault) => free.once('error', fault).listen(port, '127.0.0.1', listening));
    free.close();
  });
});
