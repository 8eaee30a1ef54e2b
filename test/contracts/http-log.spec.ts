import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Needs } from '../../src/access/needs.js';
import { newId } from '../../src/kernel/ids.js';
import { Transactions } from '../../src/platform/database/transaction.js';
import { Metrics } from '../../src/platform/http/metrics.js';
import { makeLog } from '../../src/platform/log/log.js';
import { World, type Worker } from '../support/world.js';

const SECRET = 'Nadia-Nickname-4417';

@Controller('breaks')
class BreakingController {
  constructor(private readonly transactions: Transactions) {}

  @Get(':id')
  @Needs('me:read')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiQuery({ name: 'how', required: true })
  break(@Param('id') id: string, @Query('how') how: string): Promise<string> {
    if (how === 'rule') throw new Error(`${SECRET} could not be read`);
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT $1::int', [SECRET]);
      return id;
    });
  }
}

describe('what is told to whoever runs the service', () => {
  const lines: string[] = [];
  let world: World;
  let ana: Worker;
  beforeAll(async () => {
    const log = makeLog('trace', { write: (line) => void lines.push(line) });
    world = await World.open(undefined, { controllers: [BreakingController], log });
    ana = await world.worker('counsellor');
  });
  afterAll(() => world.close());

  const during = async (act: () => Promise<unknown>) => {
    const before = lines.length;
    await act();
    await new Promise((turn) => setTimeout(turn, 20));
    return lines.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  it('is one line a request: who by number, which route by its template, how it went', async () => {
    const [line, ...more] = await during(() => world.as(ana).get('/v1/me').set('x-name', SECRET));
    expect(more).toEqual([]);
    expect(Object.keys(line ?? {}).sort()).toEqual(
      ['level', 'membershipId', 'message', 'method', 'ms', 'requestId', 'route', 'status', 'time'].sort(),
    );
    expect(line).toMatchObject({ route: '/v1/me', status: 200, membershipId: ana.membershipId });
  });

  it('holds no path, query, body, header or token', async () => {
    const id = newId();
    const told = await during(async () => {
      await world.as(ana).get(`/v1/${SECRET}?name=${SECRET}`).set('user-agent', SECRET);
      await world.as(ana).get(`/problems/${SECRET}?${SECRET}=1`);
      await world.as(ana).get(`/v1/clients/${id}`);
      await world.anonymous.post('/v1/auth/login').send({ email: `${SECRET}@example.org`, password: SECRET });
      await world.anonymous.post('/v1/auth/login').type('application/json').send(`{"${SECRET}`);
    });
    expect(told.length).toBeGreaterThanOrEqual(5);
    for (const one of [SECRET, SECRET.toLowerCase(), id, ana.token]) expect(JSON.stringify(told)).not.toContain(one);
  });

  it.each(['rule', 'database'])('says where it broke, of a fault of a %s, and not what was in it', async (how) => {
    const path = `/breaks/${newId()}?how=${how}`;
    const told = await during(async () => {
      const asked = world
        .as(ana)
        .get(path)
        .then(() => 'an answer');
      await expect(asked).rejects.toThrow(/answered 500: \{.*"code":"unexpected"/);
      await expect(asked).rejects.not.toThrow(new RegExp(`${SECRET}|SELECT|syntax|node_modules`));
    });
    expect(JSON.stringify(told)).not.toContain(SECRET);
    const fault = told.find(({ level }) => level === 'error') as { err: { at: string[]; code?: string } } | undefined;
    expect(fault?.err.at.length).toBeGreaterThan(0);
    if (how === 'database') expect(JSON.stringify(fault)).toContain('22P02');
  });

  it('is counted by template on a port of its own', async () => {
    const metrics = await world.app.get(Metrics).serve('127.0.0.1', 0);
    const answer = await fetch(`http://127.0.0.1:${metrics.port}/metrics`);
    const text = await answer.text();
    expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/v1/me",status="200"}');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain(SECRET);
    expect((await fetch(`http://127.0.0.1:${metrics.port}/`)).status).toBe(404);
    await metrics.close();
    await world.anonymous.get('/metrics').expect(404);
  });
});
