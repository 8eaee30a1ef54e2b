import type { OpenAPIObject } from '@nestjs/swagger';
import type { Operation, Schema } from '../../src/platform/http/openapi/operation.js';

/** Something that nobody should send, and what it is called in the words of a failing test. */
export interface Junk {
  readonly called: string;
  readonly path?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const LONE = '"\\ud800"';
const WRONG = [
  '{}',
  '{"a":{"b":1}}',
  '[]',
  '[[[]]]',
  '1e400',
  '-0.5',
  'true',
  'null',
  '"\\u0000"',
  LONE,
  `"${'x'.repeat(70_000)}"`,
];
const TURNS = 4;
const NOT_DATES = [
  '"2026-02-30"',
  '"2026-13-01"',
  '"yesterday"',
  '"2026-11-23T10:00:00"',
  '"2026-11-23T25:00:00Z"',
  '"20261123"',
];
const NOT_IDS = ['"1"', '"00000000-0000-0000-0000-000000000000"', '"019AB1F2-7C3E-7D4A-9B5C-6D7E8F901234"'];

/** Bodies that no operation can take, whatever it is about. */
const BODIES: readonly (readonly [string, string | Buffer])[] = [
  ['broken JSON', '{"name": '],
  ['two documents', '{}{}'],
  ['nothing', ''],
  ['a list', '[{}]'],
  ['text', '"text"'],
  ['null', 'null'],
  ['a byte order mark', '\ufeff{}'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['__proto__', '{"__proto__":{"role":"administrator"}}'],
  ['constructor', '{"constructor":{"prototype":{"isAdmin":true}}}'],
  ['an unknown member', '{"definitelyNotAMember":1}'],
  ['a NUL in a name', '{"a\\u0000b":1}'],
  ['half a character in a name', '{"\\udc00":1}'],
  ['a deep nest', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
  ['a deep list', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
];

const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'nonsense',
  '',
];

export function junkFor(document: OpenAPIObject, path: string, operation: Operation): readonly Junk[] {
  return [...junkBodies(document, operation), ...junkPaths(path, operation), ...junkHeaders(operation)];
}

function junkBodies(document: OpenAPIObject, { requestBody }: Operation): readonly Junk[] {
  const json = requestBody && 'content' in requestBody ? requestBody.content['application/json'] : undefined;
  if (!json) return [];
  const example = (json.example ?? {}) as Record<string, unknown>;
  const { properties = {} } = schemaOf(document, json.schema);
  const members = Object.entries(properties).flatMap(([name, part], place) => {
    const { format, minItems = 1 } = part as Schema;
    const wrong = WRONG.filter((value) => value !== '[]' || minItems > 0);
    const values = [...wrong, ...(format?.startsWith('date') ? NOT_DATES : []), ...(format === 'uuid' ? NOT_IDS : [])];
    return turnsOf(values, place).map((value) => ({
      called: `${name} as ${value.slice(0, 40)}`,
      body: withMember(example, name, value),
    }));
  });
  return [
    ...BODIES.map(([called, body]) => ({ called, body })),
    ...TYPES.map((type) => ({
      called: `a body as ${type || 'nothing'}`,
      body: '{}',
      headers: { 'content-type': type },
    })),
    ...members,
    { called: 'one member too many', body: withMember(example, 'definitelyNotAMember', '1') },
  ];
}

/** Each member takes other ones in turn, so that many members try all of them; with PROVE set each member takes all. */
const turnsOf = (values: readonly string[], place: number): readonly string[] =>
  process.env['PROVE'] ? values : values.filter((_, index) => index % TURNS === place % TURNS);

/** The example with one member replaced by text that JSON.stringify would not write. */
const withMember = (example: Record<string, unknown>, name: string, value: string): string =>
  JSON.stringify({ ...example, [name]: '@@' }).replace('"@@"', () => value);

function junkPaths(path: string, { parameters = [] }: Operation): readonly Junk[] {
  const ids = [
    'x',
    '%00',
    '..%2f..',
    '%F0%28%8C%28',
    '1',
    "'%3B--",
    'A'.repeat(300),
    '019AB1F2-7C3E-7D4A-9B5C-6D7E8F901234',
  ];
  const names = parameters.flatMap((each) => ('in' in each && each.in === 'query' ? [each.name] : []));
  const values = ['', '%00', '[]', '{}', '-1', '1e9', 'a&$=b', '%ED%A0%80', '99999999999999999999', "'%20OR%201=1"];
  return [
    ...(path.includes('{')
      ? ids.map((id) => ({ called: `an id as ${id}`, path: path.replace(/\{\w+\}/, () => id) }))
      : []),
    ...names.flatMap((name) =>
      values.map((value) => ({ called: `${name}=${value}`, path: `${path}?${name}=${value}` })),
    ),
    ...names.map((name) => ({ called: `${name} twice`, path: `${path}?${name}=1&${name}=2` })),
    ...names.map((name) => ({ called: `${name} as an object`, path: `${path}?${name}[a]=1` })),
    { called: 'an unknown parameter', path: `${path}?definitelyNotAParameter=1` },
    { called: 'a parameter called __proto__', path: `${path}?__proto__[role]=administrator` },
    { called: 'double slashes', path: `/${path}` },
    {
      called: 'double slashes within',
      path: path.replace('/v1/', '/v1//') === path ? `${path}//` : path.replace('/v1/', '/v1//'),
    },
    { called: 'a slash at the end', path: `${path}/` },
    { called: 'a broken escape', path: `${path}%` },
    { called: 'a way up', path: `${path}/../../etc/passwd` },
    { called: 'an encoded way up', path: `${path}/%2e%2e/%2e%2e` },
    { called: 'a semicolon', path: `${path};a=b` },
  ];
}

function junkHeaders({ parameters = [] }: Operation): readonly Junk[] {
  const has = (name: string) => parameters.some((each) => 'name' in each && each.name === name);
  const tags = ['*', 'W/"1"', '"x"', '"-1"', '"1","2"', '1', '""', '"99999999999999999999"'];
  const keys = ['', ' ', 'x'.repeat(129), 'é', '\u0001'.replace('\u0001', 'a b')];
  return [
    ...(has('If-Match') ? tags.map((tag) => ({ called: `If-Match ${tag}`, headers: { 'if-match': tag } })) : []),
    ...(has('Idempotency-Key')
      ? keys.map((key) => ({ called: `Idempotency-Key ${key}`, headers: { 'idempotency-key': key } }))
      : []),
  ];
}

function schemaOf(document: OpenAPIObject, part: unknown): Schema {
  const { $ref } = (part ?? {}) as { $ref?: string };
  return ($ref === undefined ? part : document.components?.schemas?.[$ref.split('/').at(-1) ?? '']) as Schema;
}
