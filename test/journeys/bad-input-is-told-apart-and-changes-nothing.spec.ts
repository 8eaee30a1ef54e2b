import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POLICY, reachOf, ROLES, type Permission, type Role } from '../../src/access/policy.js';
import { routesOf } from '../../src/access/route-census.js';
import { newId } from '../../src/kernel/ids.js';
import { ApiDocument } from '../../src/platform/http/openapi/api-document.js';
import { operationsOf, type PlacedOperation } from '../../src/platform/http/openapi/operation.js';
import { junkFor, type Junk } from '../support/junk.js';
import { RawRequests, type RawAnswer } from '../support/raw-requests.js';
import { World, type Worker } from '../support/world.js';

/** Words of what stands behind the API. A caller never sees one. */
const INTERNAL =
  /node_modules|\.(ts|js):\d|\bat \w+\.|FST_|ECONN|SQLSTATE|postgres|typeorm|fastify|nestjs|violates|relation "|syntax error|Unexpected token|in JSON at|undefined|\[object|stack/i;

/** What may change although every request was turned away: who came and was sent off, and how often. */
const MAY_GROW = new Set(['audit_entry', 'limit_window', 'house_key']);

/** Pages for people answer with a page; all else with a problem. */
const isFitting = (type: string, called: string): boolean =>
  type.startsWith('application/problem+json') || (/ \/[ho]\//.test(called) && type.startsWith('text/html'));

/** What is wrong with an answer to junk; nothing when it is a problem that helps. */
function wrongWith({ status, type, text }: RawAnswer, called: string): string | undefined {
  if (status < 400) return text.includes('"not_saved"') ? undefined : `was taken: ${status}`; // a batch answers for each item
  if (status >= 500) return `broke: ${text}`;
  if (!isFitting(type, called)) return `answered as ${type}`;
  if (INTERNAL.test(text)) return `spoke of what is behind: ${text}`;
  return type.startsWith('text/html') || isHelpful(text) ? undefined : `named no field or no mend: ${text}`;
}

function isHelpful(text: string): boolean {
  const { code, detail, errors } = JSON.parse(text) as { code: string; detail: string; errors?: { message: string }[] };
  const mends = errors?.every(({ message }) => message.length > 10) ?? code !== 'invalid';
  return mends && detail.length > 10;
}

describe('bad input', () => {
  let world: World;
  let raw: RawRequests;
  let operations: readonly PlacedOperation[];
  const workers = new Map<Role, Worker>();
  const needs = new Map<string, Permission | undefined>();

  beforeAll(async () => {
    world = await World.open();
    raw = new RawRequests((world.app.getHttpServer().address() as { port: number }).port);
    operations = operationsOf(world.app.get(ApiDocument).document);
    for (const role of ROLES) workers.set(role, await world.worker(role));
    for (const route of routesOf(world.app.get(ModulesContainer))) needs.set(route.name, route.needs);
  });
  afterAll(async () => {
    raw.close();
    await world.close();
  });

  /** Somebody whose role may do this, so that it is the input that is refused. */
  const workerFor = ({ operation }: PlacedOperation): Worker | undefined => {
    const permission = needs.get(operation.operationId ?? '');
    const role = permission && ROLES.find((each) => permission in POLICY && reachOf(each, permission) !== 'none');
    return role && workers.get(role);
  };

  const send = ({ method, path }: PlacedOperation, junk: Junk, worker?: Worker): Promise<RawAnswer> => {
    const target = (junk.path ?? path).replace(/\{(\w*[iI]d)\}/g, newId()).replace(/\{\w+\}/g, 'x');
    const usual = method === 'get' ? {} : { 'content-type': 'application/json', 'if-match': '"1"' };
    const headers = { ...usual, ...(worker && { authorization: `Bearer ${worker.token}` }), ...junk.headers };
    const body = junk.body ?? (method === 'get' ? undefined : '{}');
    return raw.send({ method: method.toUpperCase(), path: target, headers, body });
  };

  const tableSums = async (): Promise<Record<string, string>> => {
    const tables = await world.look<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const counted = tables.filter(({ name }) => !MAY_GROW.has(name)).map(({ name }) => name);
    const sums = counted.map(
      (name) =>
        `SELECT '${name}' AS name, coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM ${name} t`,
    );
    const rows = await world.look<{ name: string; sum: string }>(sums.join(' UNION ALL '));
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
  };

  /** Sends all of it, eight at a time, and gathers the complaints. */
  const complaintsOf = async (
    tries: readonly (readonly [string, () => Promise<RawAnswer>])[],
  ): Promise<readonly string[]> => {
    const complaints: string[] = [];
    const waiting = [...tries];
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const wrong = wrongWith(await next[1](), next[0]);
        if (wrong) complaints.push(`${next[0]} ${wrong}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    return complaints.sort();
  };

  /** Whoever is not signed in gets no further than the shape of a request; where that is all, one route is like another. */
  const triesOf = (signedIn: boolean) =>
    operations
      .filter((placed, place) => signedIn || workerFor(placed) === undefined || place % 8 === 0)
      .flatMap((placed) =>
        junkFor(world.app.get(ApiDocument).document, placed.path, placed.operation).map((junk) => {
          const called = `${placed.method.toUpperCase()} ${placed.path} with ${junk.called}`;
          return [called, () => send(placed, junk, signedIn ? workerFor(placed) : undefined)] as const;
        }),
      );

  it.each([
    ['somebody who is signed in', true],
    ['nobody we know', false],
  ])(
    'of %s is answered by a problem that names the mend, and leaves every row as it was',
    async (_, signedIn) => {
      const before = await tableSums();
      const tries = triesOf(signedIn);
      expect(tries.length).toBeGreaterThan(300);
      expect(await complaintsOf(tries)).toEqual([]);
      expect(await tableSums()).toEqual(before);
    },
    60_000,
  );

  it('of 10 MB is not even read', async () => {
    const body = Buffer.alloc(10_000_000, '"x",');
    const posts = operations.filter(({ method }) => method === 'post').slice(0, 3);
    for (const placed of posts) {
      const answer = await send(placed, { called: '10 MB', body }, workerFor(placed));
      expect([answer.status, JSON.parse(answer.text).code]).toEqual([413, 'body_too_large']);
    }
  });

  it('of another method says which there are', async () => {
    const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'];
    const known = new Set(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`));
    const tries = operations.flatMap((placed) =>
      methods
        .filter((method) => !known.has(`${method} ${placed.path}`))
        .map((method) => [`${method} ${placed.path}`, () => send({ ...placed, method }, { called: method })] as const),
    );
    expect(await complaintsOf(tries)).toEqual([]);
    const head = await raw.send({ method: 'HEAD', path: '/v1/me' });
    expect([head.status, head.text]).toEqual([401, '']);
  });
});
