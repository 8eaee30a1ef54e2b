import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf, type PlacedOperation } from '../src/platform/http/openapi/operation.js';
import { docOf, memberOf, typeOf, type Part } from './generate-client-schemas.js';

type Parameter = Extract<NonNullable<PlacedOperation['operation']['parameters']>[number], { name: string }>;
type Given = readonly [name: string, type: string, required: boolean][];

const HEAD = `// Written by \`npm run client\` from the OpenAPI document. Change the API instead, and write it again.
/* eslint-disable max-lines -- one file, so that it can be copied as it is */

/** A UUID in lower case. */
export type Id = string;
/** RFC 3339 with an offset: \`2026-11-23T09:00:00-07:00\`. */
export type Instant = string;
/** A day on a calendar, wherever that is: \`2026-11-23\`. */
export type CivilDate = string;
`;

/**
 * The types of a client: each schema of the document by its name, and what each operation takes and answers.
 *
 * @throws Error naming what a schema says that this cannot turn into a type
 */
export function clientTypes(document: OpenAPIObject): string {
  const schemas = Object.entries(document.components?.schemas ?? {}) as [string, Part][];
  const named = schemas.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => declared(name, part));
  return [HEAD, ...named, operations(document)].join('\n');
}

function declared(name: string, part: Part): string {
  const type = typeOf(part, name);
  const isPlain = type.startsWith('{') && type.endsWith('}');
  return `${docOf(part.description)}export ${isPlain ? `interface ${name} ${type}` : `type ${name} = ${type};`}\n`;
}

function operations(document: OpenAPIObject): string {
  const placed = [...operationsOf(document)].sort((a, b) => (a.path < b.path ? -1 : 1));
  const methods = [...new Set(placed.map(({ method }) => method))].sort();
  const of = (wanted: string) => placed.filter(({ method }) => method === wanted).map(operation);
  return [
    '/** What an operation takes and answers, by method and path. */',
    'export interface Operations {',
    ...methods.map((method) => `readonly ${method}: {\n${of(method).join('\n')}\n};`),
    '}\n',
  ].join('\n');
}

function operation({ method, path, operation: told }: PlacedOperation): string {
  const where = `${method.toUpperCase()} ${path}`;
  const given = [...parametersOf(told, where), ...bodyOf(told, where)];
  const members = given.map(([name, type, required]) => memberOf(name, type, required)).join('\n');
  const description = [told.summary, told.description].filter(Boolean).join('\n\n');
  return `${docOf(description)}readonly '${path}': { readonly given: ${given.length > 0 ? `{ ${members} }` : 'object'}; readonly answer: ${answerOf(told, where)} };`;
}

function parametersOf({ parameters = [] }: PlacedOperation['operation'], where: string): Given {
  const named = parameters.filter((each): each is Parameter => 'name' in each);
  const headers = new Set(named.filter((each) => each.in === 'header').map(({ name }) => name.toLowerCase()));
  return [
    ...groupOf(named, 'path', where),
    ...groupOf(named, 'query', where),
    ...(headers.has('if-match') ? [['ifMatch', 'number', true] as const] : []),
    ...(headers.has('idempotency-key') ? [['idempotencyKey', 'string', false] as const] : []),
  ].map(([name, type, required]) => [name, type, required]);
}

function groupOf(parameters: readonly Parameter[], place: 'path' | 'query', where: string): Given {
  const here = parameters.filter((each) => each.in === place);
  if (here.length === 0) return [];
  const members = here.map(({ name, schema, required = false, description }) =>
    memberOf(name, typeOf((schema ?? {}) as Part, `${where} ${name}`), required, description),
  );
  return [[place, `{ ${members.join('\n')} }`, here.some(({ required }) => required)]];
}

function bodyOf({ requestBody }: PlacedOperation['operation'], where: string): Given {
  const content = requestBody && 'content' in requestBody ? requestBody.content : {};
  const schema: Part | undefined = Object.values(content)[0]?.schema;
  return schema === undefined ? [] : [['body', typeOf(schema, `${where} body`), true]];
}

function answerOf({ responses }: PlacedOperation['operation'], where: string): string {
  const good = Object.entries(responses).filter(([status]) => /^[23]/.test(status));
  const types = good.map(([, response]) => {
    const content = response && 'content' in response ? (response.content ?? {}) : {};
    const schema: Part | undefined = content['application/json']?.schema;
    if (schema) return typeOf(schema, `${where} answer`);
    return Object.keys(content).length > 0 ? 'string' : 'undefined';
  });
  if (types.length === 0) throw new Error(`${where} says of no good answer what it is.`);
  return [...new Set(types)].join(' | ');
}
