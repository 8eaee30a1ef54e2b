import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { API_EXAMPLES } from '../../src/api-examples.js';
import { POLICY, ROLES, type Permission } from '../../src/access/policy.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { ApiDocument } from '../../src/platform/http/openapi/api-document.js';
import { HouseKeys } from '../../src/platform/sealing/house-keys.js';
import { RawRequests } from '../support/raw-requests.js';
import { World, type Worker } from '../support/world.js';
import { forgedTokens, Forger } from './forged-tokens.js';

const root = join(import.meta.dirname, '../..');
const FILLED = '019ab1f2-7c3e-7d4a-9b5c-6d7e8f901234';

/** What others were found to have, one test for each class of advisory of comparable systems. */
describe('what was found in comparable systems', () => {
  let world: World;
  let peer: Worker;
  let sender: RawRequests;
  let id: Id;
  beforeAll(async () => {
    world = await World.open();
    peer = await world.worker('peer_navigator');
    sender = new RawRequests((world.app.getHttpServer().address() as AddressInfo).port);
    id = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body.id;
  });
  afterAll(() => {
    sender.close();
    return world.close();
  });
  /** As it stands: a client library would tidy the path up before sending it. */
  const raw = (path: string) =>
    sender.send({ method: 'GET', path, headers: { authorization: `Bearer ${peer.token}` } });

  const lists = () =>
    Object.entries(world.app.get(ApiDocument).document.paths)
      .filter(([path, item]) => item.get && !/^\/(docs|openapi|health)/.test(path))
      .map(([path]) => path.replace('{clientId}', id).replace(/\{\w+\}/g, FILLED));

  it('SQL injection through a sort field, a filter, a limit or a cursor', async () => {
    const evil = `id;DROP TABLE client;--`;
    const cursor = Buffer.from(JSON.stringify([`' OR 1=1 --`, `'); DROP TABLE client; --`])).toString('base64url');
    const fields = ['sort', 'order', 'limit', 'state', 'due[from]', 'fields', 'id[in]', 'kind[]'];
    const tries = [...fields.map((field) => `${field}=${evil}`), `cursor=${cursor}`];
    const answered: string[] = [];
    for (const path of lists())
      for (const query of tries) {
        const { status } = await raw(`${path}?${encodeURI(query)}`);
        // A single record that is not there is 404 before its query is looked at, never anything else.
        if (![400, 403, 404].includes(status)) answered.push(`${status} ${path}?${query}`);
      }
    expect(answered).toEqual([]);
    expect(await world.look('SELECT FROM client WHERE id = $1', [id])).toHaveLength(1);
  }, 120_000);

  it('a scope that is documented and not enforced', async () => {
    const operations = Object.entries(world.app.get(ApiDocument).document.paths).flatMap(([path, item]) =>
      (['get', 'post', 'patch', 'delete'] as const).flatMap((method) => {
        const permission = needed(item[method]);
        return permission
          ? [{ path: path.replace('{clientId}', id).replace(/\{\w+\}/g, FILLED), method, permission }]
          : [];
      }),
    );
    expect(operations.length).toBeGreaterThan(60);
    const open: string[] = [];
    for (const role of ROLES) {
      const who = await world.worker(role, peer.organisationId);
      for (const { path, method, permission } of operations.filter(
        (each) => POLICY[each.permission][role] === 'none',
      )) {
        const { status } = await world
          .as(who)
          [method](path)
          .set('if-match', '"1"')
          .send(method === 'get' ? undefined : {});
        if (status !== 403) open.push(`${role} ${method} ${path} (${permission}): ${status}`);
      }
    }
    expect(open).toEqual([]);
  }, 240_000);

  it('a worker who was suspended and is still in', async () => {
    const gone: readonly (readonly [string, string])[] = [
      ['the account is disabled', 'UPDATE staff SET disabled_at = created_at, version = version + 1 WHERE id = $1'],
      [
        'the membership has ended',
        'UPDATE membership SET ended_at = started_at, version = version + 1 WHERE staff_id = $1',
      ],
      ['the session has ended', 'UPDATE session SET ended_at = started_at WHERE staff_id = $1'],
      ['the session is over', `UPDATE session SET expires_at = started_at WHERE staff_id = $1`],
      ['the role is another', `UPDATE membership SET role = 'coordinator', version = version + 1 WHERE staff_id = $1`],
      [
        'the organisation is closed',
        `UPDATE organisation SET closed_at = created_at, version = version + 1
        WHERE id = (SELECT organisation_id FROM membership WHERE staff_id = $1)`,
      ],
    ];
    for (const [what, happens] of gone) {
      const who = await world.worker('physician');
      const made = await world.as(who).post('/v1/clients').send({ goesBy: 'Heron' }).expect(201);
      await world.plant(happens, [who.personId]);
      for (const path of ['/v1/me', '/v1/clients', `/v1/clients/${made.body.id}`, '/v1/possible-duplicates'])
        expect([what, path, (await world.as(who).get(path)).status]).toEqual([what, path, 401]);
      const written = await world.as(who).post(`/v1/clients/${made.body.id}/needs`).send({ domain: 'food' });
      expect([what, written.status]).toEqual([what, 401]);
    }
  });

  it('tokens whose header says how they are to be trusted', async () => {
    const [key] = await world.app.get(HouseKeys).signing();
    const corpus = Object.entries(forgedTokens(new Forger(key!, peer)));
    expect(corpus.length).toBeGreaterThanOrEqual(60);
    const confused = corpus.filter(([what]) =>
      /^(alg|no alg|typ|no typ|a kid|no kid|an unknown kid|a key|a critical)/.test(what),
    );
    expect(confused.length).toBeGreaterThanOrEqual(18);
    for (const [what, token] of confused)
      expect([what, (await world.as({ token: token() }).get(`/v1/clients/${id}`)).status]).toEqual([what, 401]);
  });

  it('a server that can be sent to an address: none can, as there are no webhooks yet', () => {
    const schemas = Object.entries(world.app.get(ApiDocument).document.components?.schemas ?? {});
    const addressed = schemas
      .filter(([name]) => name.endsWith('Request'))
      .flatMap(([name, schema]) =>
        Object.entries((schema as { properties?: Record<string, { format?: string }> }).properties ?? {})
          .filter(([member, { format }]) => /url|uri|callback|webhook|endpoint/i.test(member) || format === 'uri')
          .map(([member]) => `${name}.${member}`),
      );
    expect(addressed).toEqual([]);
    // Whoever builds what calls out comes by here, and says which addresses it never calls.
    const calling = sources().filter(([, text]) => /from '(node:https?|undici|axios|got)'|[^.\w]fetch\(/.test(text));
    expect(calling.map(([file]) => file).filter((file) => !LISTENS.includes(file))).toEqual([]);
  });

  it('members that nobody may send', async () => {
    const privileged = {
      ...{ role: 'administrator', isAdmin: true, version: 99, class: 'coordination', createdBy: peer.membershipId },
      ...{
        homeOrganisationId: newId(),
        home_organisation_id: newId(),
        organisationId: newId(),
        grants: [],
        withheld: [],
      },
      ...{ openMoves: ['part'], joinedAt: '2020-01-01T00:00:00Z', scopes: ['*'] },
    };
    const other = (await world.as(peer).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201)).body.id as Id;
    const sent = [
      ['post', '/v1/clients', 'CreateClientRequest', 'alias'],
      ['patch', `/v1/clients/${id}`, 'ChangeClientRequest', 'pronouns'],
      ['post', `/v1/clients/${id}/needs`, 'NoteNeedRequest', 'housing'],
      ['post', `/v1/clients/${id}/goals`, 'AddGoalRequest', 'goal'],
      ['post', `/v1/clients/${id}/tasks`, 'OpenTaskRequest', 'call'],
      ['post', `/v1/clients/${id}/contacts`, 'LogContactRequest', 'try'],
      ['post', `/v1/clients/${id}/links`, 'JoinRecordsRequest', 'said'],
    ] as const;
    const before = await counted();
    for (const [method, path, name, which] of sent) {
      const example = {
        ...(API_EXAMPLES[name]?.[which] as object),
        ...(name === 'JoinRecordsRequest' && { otherClientId: other }),
      };
      for (const [member, value] of Object.entries(privileged)) {
        // Of what class a task is may be said, within what the actor writes.
        if (member in example || (member === 'class' && path.endsWith('/tasks'))) continue;
        const answer = await world
          .as(peer)
          [method](path)
          .set('if-match', '"1"')
          .send({ ...example, [member]: value });
        expect([path, member, answer.status]).toEqual([path, member, 400]);
        expect(answer.body.errors).toContainEqual(
          expect.objectContaining({ pointer: `/${member}`, code: 'unknown_field' }),
        );
      }
      const polluting = `{"__proto__": {"role": "administrator"}, "constructor": {"prototype": {"isAdmin": true}}}`;
      await world
        .as(peer)
        [method](path)
        .set('if-match', '"1"')
        .set('content-type', 'application/json')
        .send(polluting)
        .expect(400);
    }
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    expect(await counted()).toEqual(before);
  });
  const counted = async () => {
    const tables = ['client', 'need', 'goal', 'task', 'contact', 'record_link', 'membership'];
    const [row] = await world.look(
      `SELECT ${tables.map((t) => `(SELECT count(*)::int FROM ${t}) AS ${t}`).join(', ')}`,
    );
    return row;
  };

  it('a formula in a table that somebody saves', async () => {
    const officer = await world.worker('privacy_officer', peer.organisationId);
    await world.plant(
      `UPDATE staff SET display_name = '=HYPERLINK("https://example.org","Ana")', version = version + 1 WHERE id = $1`,
      [peer.personId],
    );
    await world.as(peer).get(`/v1/clients/${id}`).expect(200);
    const { text } = await world.as(officer).get(`/v1/clients/${id}/access-log/csv`).expect(200);
    expect(text).toContain(`"'=HYPERLINK(`);
    for (const line of text.split('\r\n'))
      for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+@\t\r-]/);
  });

  it('a path that climbs out of its folder', async () => {
    const climbs = [
      '../',
      '..%2f',
      '%2e%2e/',
      '%2e%2e%2f',
      '..%5c',
      '..\\',
      '%252e%252e%252f',
      '....//',
      '%c0%ae%c0%ae/',
    ];
    const places = ['/', '/docs/', '/docs/static/', '/problems/', '/v1/', `/v1/clients/${id}/`, '/openapi.json/'];
    for (const place of places)
      for (const climb of climbs)
        for (const target of ['etc/passwd', 'package.json', '.env']) {
          const { status, text } = await raw(`${place}${climb.repeat(8)}${target}`);
          expect([place, climb, status >= 400 && status < 500]).toEqual([place, climb, true]);
          expect(text).not.toMatch(/root:|"dependencies"|DATABASE_URL/);
        }
  });
});

/** It is called, and calls nobody. */
const LISTENS: readonly string[] = ['platform/http/metrics.ts'];

/** What the document says of an operation. */
const needed = (operation: object | undefined): Permission | undefined => {
  const [, named = ''] = /Takes the permission `([\w:-]+)`/.exec(JSON.stringify(operation ?? {})) ?? [];
  return named in POLICY ? (named as Permission) : undefined;
};

const sources = (): readonly (readonly [string, string])[] =>
  (readdirSync(join(root, 'src'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => [file, readFileSync(join(root, 'src', file), 'utf8')] as const);
