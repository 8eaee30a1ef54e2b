import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { format, resolveConfig } from 'prettier';
import type { CarePlanResponse } from '../../client/api.js';
import { ProblemAnswer, Throughline } from '../../client/throughline.js';
import { servedDocument } from '../../tools/generate-client-document.js';
import { clientTypes } from '../../tools/generate-client-types.js';

const file = join(import.meta.dirname, '../../client/api.ts');

describe('the types of the client', () => {
  let document: OpenAPIObject;
  beforeAll(async () => {
    document = await servedDocument();
  });

  it('are those of the API; if not, run `npm run client` and look at what changed', async () => {
    const written = await format(clientTypes(document), { ...(await resolveConfig(file)), filepath: file });
    expect(readFileSync(file, 'utf8').split('\n')).toEqual(written.split('\n'));
  });

  it('change with the API', () => {
    const changed = structuredClone(document);
    delete changed.paths['/v1/contacts/{id}'];
    expect(clientTypes(changed)).not.toBe(clientTypes(document));
    expect(clientTypes(structuredClone(document))).toBe(clientTypes(document));
  });

  it('are not written where the document says what they cannot hold', () => {
    const odd = structuredClone(document);
    Object.assign(odd.components?.schemas ?? {}, { Odd: { type: 'object', properties: { a: { not: {} } } } });
    expect(() => clientTypes(odd)).toThrow('Odd.a: no type is known for not.');
  });

  it('know of each operation what it takes and answers', () => {
    const client = new Throughline({ url: 'http://127.0.0.1:9' });
    const id = '019ab1f2-7c3e-7d4a-9b5c-6d7e8f901234';
    // Compiled and never called: each line that must not compile says so.
    const compiled = async () => {
      const { body } = await client.get('/v1/clients/{clientId}/care-plan', { path: { clientId: id } });
      const goals: CarePlanResponse['goals'] = body.goals;
      const page: string = (await client.get('/v1/clients/{clientId}/care-plan/page', { path: { clientId: id } })).body;
      const gone: undefined = (await client.delete('/v1/me/sessions/{id}', { path: { id } })).body;
      await client.get('/v1/clients');
      await client.get('/v1/me', { language: 'fr', purpose: 'operations' });
      // @ts-expect-error -- nobody asks for that
      await client.get('/v1/me', { purpose: 'curiosity' });
      // @ts-expect-error -- there is no such path
      await client.get('/v1/clientele');
      // @ts-expect-error -- whose plan it is has to be said
      await client.get('/v1/clients/{clientId}/care-plan');
      // @ts-expect-error -- a change says which version it is of
      await client.patch('/v1/clients/{id}', { path: { id }, body: { pronouns: 'she/her' } });
      // @ts-expect-error -- nothing is called that
      await client.post('/v1/clients', { body: { goesBy: 'Wren', nickname: 'Wren' } });
      // @ts-expect-error -- one of the listed channels
      await client.post('/v1/clients/{clientId}/contacts', { path: { clientId: id }, body: { channel: 'pigeon' } });
      // @ts-expect-error -- a sign-in knows no version
      await client.post('/v1/auth/login', { body: { email: '', password: '' }, ifMatch: 1 });
      return [goals, page, gone];
    };
    expect(compiled).toBeInstanceOf(Function);
  });
});

describe('the client', () => {
  const sent: { url: string; method: string | undefined; headers: Record<string, string>; body: unknown }[] = [];
  const answering =
    (body: string, { status = 200, type = 'application/json' } = {}): typeof fetch =>
    async (url, init) => {
      const headers = Object.fromEntries(new Headers(init?.headers));
      sent.push({ url: url as string, method: init?.method, headers, body: init?.body });
      return new Response(body, {
        status,
        headers: { 'content-type': type, 'x-request-id': 'r', 'idempotent-replayed': 'true' },
      });
    };
  const last = () => sent.at(-1);

  it('puts everything where it belongs', async () => {
    const token = async () => 'of-now';
    const client = new Throughline({
      url: 'http://there/',
      token,
      language: 'fr',
      fetch: answering('{"id":"a","version":2}'),
    });
    const answer = await client.patch('/v1/clients/{id}', {
      path: { id: 'a/b' },
      ifMatch: 1,
      body: { pronouns: null },
    });
    expect(answer).toEqual({ status: 200, body: { id: 'a', version: 2 }, replayed: true, requestId: 'r' });
    expect(last()).toEqual({
      url: 'http://there/v1/clients/a%2Fb',
      method: 'PATCH',
      headers: {
        accept: 'application/json, text/html;q=0.5',
        'accept-language': 'fr',
        authorization: 'Bearer of-now',
        'content-type': 'application/merge-patch+json',
        'if-match': '"1"',
      },
      body: '{"pronouns":null}',
    });
    const key = { idempotencyKey: 'k', language: 'en', purpose: 'emergency' } as const;
    await client.post('/v1/clients', { body: { goesBy: 'Wren' }, ...key });
    expect(last()?.headers).toMatchObject({
      'idempotency-key': 'k',
      'accept-language': 'en',
      'purpose-of-use': 'emergency',
      'content-type': 'application/json',
    });
    const query = { 'happenedAt[from]': '2026-11-23T09:00:00-07:00', limit: 3 };
    await client.as('another').get('/v1/clients/{clientId}/contacts', { path: { clientId: 'c' }, query });
    expect(last()?.url).toBe(
      'http://there/v1/clients/c/contacts?happenedAt%5Bfrom%5D=2026-11-23T09%3A00%3A00-07%3A00&limit=3',
    );
    expect(last()?.headers['authorization']).toBe('Bearer another');
    expect(last()?.body).toBeUndefined();
  });

  it('throws what an answer says is the matter, whoever says it', async () => {
    const problem = { type: '/problems/stale', title: 'It changed', status: 412, detail: 'Read it again.' };
    const told = { ...problem, code: 'stale', requestId: 'r', current: 3 };
    const type = 'application/problem+json';
    const stale = new Throughline({
      url: 'http://there',
      fetch: answering(JSON.stringify(told), { status: 412, type }),
    });
    const thrown = await stale.get('/v1/me').catch((fault: unknown) => fault);
    expect(thrown).toBeInstanceOf(ProblemAnswer);
    expect(thrown).toMatchObject({
      status: 412,
      code: 'stale',
      message: 'It changed: Read it again.',
      problem: { current: 3 },
    });
    const between = new Throughline({
      url: 'http://there',
      fetch: answering('<h1>Bad gateway</h1>', { status: 502, type: 'text/html' }),
    });
    await expect(between.get('/v1/me')).rejects.toMatchObject({ status: 502, code: 'not_from_throughline' });
  });

  it('sends nothing while a part of the path is missing', async () => {
    const before = sent.length;
    const client = new Throughline({ url: 'http://there', fetch: answering('{}') });
    await expect(client.get('/v1/clients/{id}', { path: { id: '' } })).rejects.toThrow('/v1/clients/{id} needs id.');
    expect(sent).toHaveLength(before);
  });
});
