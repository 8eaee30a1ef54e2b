import type { OpenAPIObject } from '@nestjs/swagger';
import { ModulesContainer } from '@nestjs/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routesOf, type Route } from '../../src/access/route-census.js';
import { operationsOf, type Operation, type Schema } from '../../src/platform/http/openapi/operation.js';
import { DescribedAnswers } from '../support/described-answers.js';
import { World } from '../support/world.js';

const placeOf = ({ method, template }: Route) => `${method} ${template.replace(/:(\w+)/g, '{$1}')}`;

describe('the OpenAPI document', () => {
  let world: World;
  let document: OpenAPIObject;
  let routes: readonly Route[];
  beforeAll(async () => {
    world = await World.open();
    routes = routesOf(world.app.get(ModulesContainer)).filter(({ template }) => template !== '/openapi.json');
    document = (await world.anonymous.get('/openapi.json').expect(200)).body as OpenAPIObject;
  });
  afterAll(() => world.close());

  const each = (): readonly (readonly [string, Operation])[] =>
    operationsOf(document).map(({ method, path, operation }) => [`${method.toUpperCase()} ${path}`, operation]);
  const offenders = (isWrong: (operation: Operation, place: string) => boolean) =>
    each().flatMap(([place, operation]) => (isWrong(operation, place) ? [place] : []));
  const schemas = () => Object.entries(document.components?.schemas ?? {}) as [string, Schema][];

  it('is of version 3.1 and names every route once', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(
      each()
        .map(([place]) => place)
        .sort(),
    ).toEqual(routes.map(placeOf).sort());
  });

  it('says of each operation who may ask for it', () => {
    const open = new Set(routes.filter((route) => route.open !== undefined).map(placeOf));
    expect(offenders(({ security }, place) => (security?.length === 0) !== open.has(place))).toEqual([]);
  });

  it('says of each operation which problems it can meet', () => {
    const statuses = (security: unknown[] | undefined) => [
      '400',
      '429',
      '503',
      ...(security?.length ? ['401', '403', '404'] : []),
    ];
    expect(offenders(({ responses, security }) => !statuses(security).every((status) => status in responses))).toEqual(
      [],
    );
  });

  it('names of each operation what stands in its path, and takes no header for granted but the version', () => {
    const places = (place: string) => [...place.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path ${name}`);
    const required = ({ parameters = [] }: Operation) =>
      parameters.flatMap((each) => ('in' in each && each.required ? [`${each.in} ${each.name}`] : []));
    const unlike = offenders((operation, place) => {
      const named = required(operation).filter((name) => name !== 'header If-Match');
      return named.sort().join() !== places(place).sort().join();
    });
    expect(unlike).toEqual([]);
  });

  it('says of each operation what it answers when all goes well', () => {
    const wanting = ({ responses }: Operation) =>
      !Object.entries(responses).some(
        ([status, response]) => status === '204' || (/^[23]/.test(status) && response && 'content' in response),
      );
    expect(offenders(wanting)).toEqual([]);
  });

  it('says in a sentence what each operation is for, and what its good answer is', () => {
    const silent = ({ summary = '', responses }: Operation) =>
      !/^[A-Z].{10,160}[.?]$/.test(summary) ||
      Object.entries(responses).some(
        ([status, response]) => /^[23]/.test(status) && response && !('$ref' in response) && !response.description,
      );
    expect(offenders(silent)).toEqual([]);
  });

  it('puts each operation under one tag that says what it is about, and names no tag in vain', () => {
    const tags = new Set(document.tags?.filter(({ description }) => description).map(({ name }) => name));
    expect(offenders((operation) => operation.tags?.length !== 1 || !tags.has(operation.tags[0] ?? ''))).toEqual([]);
    const used = new Set(each().flatMap(([, operation]) => operation.tags ?? []));
    expect([...tags].filter((tag) => !used.has(tag))).toEqual([]);
  });

  it('speaks of a body only where one is sent', () => {
    const ofBodies = ({ requestBody, responses }: Operation) =>
      !requestBody && ['413', '415'].some((status) => status in responses);
    expect(offenders(ofBodies)).toEqual([]);
  });

  it('says of most members what they are', () => {
    const members = schemas().flatMap(([, { properties = {} }]) => Object.values(properties) as Schema[]);
    const described = members.filter(({ description }) => description !== undefined);
    expect(described.length / members.length).toBeGreaterThan(0.75);
  });

  it('points nowhere into the void', () => {
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, pointer]) => pointer ?? '',
    );
    const at = (pointer: string) =>
      pointer
        .split('/')
        .reduce<unknown>((inside, part) => (inside as Record<string, unknown> | undefined)?.[part], document);
    expect(pointers.length).toBeGreaterThan(10);
    expect(pointers.filter((pointer) => at(pointer) === undefined)).toEqual([]);
  });

  it('knows what each member is: none is just an object', () => {
    const vague = schemas().flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(
          ([, part]) => 'type' in part && part.type === 'object' && !part.properties && !part.additionalProperties,
        )
        .map(([member]) => `${name}.${member}`),
    );
    expect(vague).toEqual([]);
  });

  it('closes what is sent, so that a misspelt member is a fault there as here', () => {
    const sent = each().flatMap(([, { requestBody }]) =>
      requestBody && 'content' in requestBody ? Object.values(requestBody.content).map(({ schema }) => schema) : [],
    );
    const names = sent.flatMap((schema) => (schema && '$ref' in schema ? [schema.$ref.split('/').at(-1)] : []));
    const open = schemas().filter(([name, schema]) => names.includes(name) && schema.additionalProperties !== false);
    expect(open.map(([name]) => name)).toEqual([]);
  });

  it('shows examples that fit', () => {
    const ajv = new Ajv2020({ strict: false });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    ajv.addSchema(document, 'api');
    const faults = each().flatMap(([place, { requestBody }]) => {
      const json = requestBody && 'content' in requestBody ? requestBody.content['application/json'] : undefined;
      if (!json?.schema) return [];
      const schema = JSON.parse(JSON.stringify(json.schema).replaceAll('"#/', '"api#/')) as object;
      const examples = Object.entries(json.examples ?? {}) as [string, { value: unknown }][];
      if (examples.length === 0) return [`${place}: no example`];
      return examples.flatMap(([name, { value }]) =>
        ajv.validate(schema, value) ? [] : [`${place}, ${name}: ${ajv.errorsText()}`],
      );
    });
    expect(faults).toEqual([]);
  });

  it('is held against each answer of a test, and the test notices', async () => {
    const answers = new DescribedAnswers(document);
    const answer = await world.anonymous.get('/health/live');
    const check = (changed: object) => () =>
      answers.check({ method: 'get', path: '/health/live', answer: Object.assign(Object.create(answer), changed) });
    expect(check({})).not.toThrow();
    expect(check({ body: { status: 'alive', more: 1 } })).toThrow('/health/live');
    expect(check({ body: { status: 1 } })).toThrow('otherwise than described');
    expect(check({ status: 418 })).toThrow('does not list');
    expect(check({ status: 500 })).toThrow('500');
    expect(check({ type: 'text/html' })).toThrow('text/html');
  });
});
