/** As much of a JSON Schema as our document uses; what else it says is refused, not passed over. */
export interface Part {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Part;
  readonly items?: Part;
  readonly oneOf?: readonly Part[];
  readonly anyOf?: readonly Part[];
  readonly allOf?: readonly Part[];
}

const READ = 'type format description enum const properties required additionalProperties items oneOf anyOf allOf $ref';
/** Said to people or checked by the server; a type cannot hold them. */
const BEYOND_TYPES =
  'title example examples default deprecated minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength ' +
  'minItems maxItems uniqueItems minProperties maxProperties multipleOf pattern readOnly writeOnly contentMediaType';
const KNOWN = new Set(`${READ} ${BEYOND_TYPES}`.split(' '));

const BY_FORMAT: Readonly<Record<string, string>> = { uuid: 'Id', 'date-time': 'Instant', date: 'CivilDate' };

/** @param where what a fault is told to be about */
export function typeOf(part: Part, where: string): string {
  const unknown = Object.keys(part).filter((key) => !KNOWN.has(key));
  if (unknown.length > 0) throw new Error(`${where}: no type is known for ${unknown.join(', ')}.`);
  const types = [...combined(part, where), ...(isOwn(part) ? [own(part, where)] : [])];
  return types.length > 0 ? types.join(' & ') : 'unknown';
}

function combined({ $ref, oneOf, anyOf, allOf }: Part, where: string): readonly string[] {
  const each = (parts: readonly Part[]) => parts.map((part) => typeOf(part, where));
  return [
    ...($ref === undefined ? [] : [$ref.split('/').at(-1) ?? '']),
    ...(oneOf ? [union(each(oneOf))] : []),
    ...(anyOf ? [union(each(anyOf))] : []),
    ...(allOf ? each(allOf) : []),
  ];
}

const isOwn = (part: Part): boolean =>
  'const' in part || [part.enum, part.type, part.properties, part.items].some((said) => said !== undefined);

function own(part: Part, where: string): string {
  if ('const' in part) return JSON.stringify(part.const);
  if (part.enum) return union(part.enum.map((value) => JSON.stringify(value)));
  const types = typeof part.type === 'string' ? [part.type] : (part.type ?? [part.items ? 'array' : 'object']);
  return union(types.map((type) => plain(type, part, where)));
}

function plain(type: string, part: Part, where: string): string {
  if (type === 'object') return object(part, where);
  if (type === 'array') return `readonly (${typeOf(part.items ?? {}, where)})[]`;
  const known = type === 'string' ? (BY_FORMAT[part.format ?? ''] ?? type) : SCALARS[type];
  if (known === undefined) throw new Error(`${where}: no type is known for ${type}.`);
  return known;
}

const SCALARS: Readonly<Record<string, string>> = {
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

function object({ properties, required = [], additionalProperties: more }: Part, where: string): string {
  const rest = more === true ? 'unknown' : more && typeOf(more, where);
  const record = rest ? [`Readonly<Record<string, ${rest}>>`] : [];
  if (!properties) return record[0] ?? (more === false ? 'Readonly<Record<string, never>>' : 'object');
  const members = Object.entries(properties).map(([name, part]) =>
    memberOf(name, typeOf(part, `${where}.${name}`), required.includes(name), part.description),
  );
  return [`{\n${members.join('\n')}\n}`, ...record].join(' & ');
}

export function memberOf(name: string, type: string, required: boolean, description?: string): string {
  const key = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
  return `${docOf(description)}readonly ${key}${required ? '' : '?'}: ${type};`;
}

export function docOf(description: string | undefined): string {
  if (!description) return '';
  const lines = description.replaceAll('*/', '* /').split('\n');
  return lines.length === 1
    ? `/** ${lines[0]} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}

const union = (types: readonly string[]): string => {
  const each = [...new Set(types)];
  return each.length > 1 ? `(${each.join(' | ')})` : (each[0] ?? 'never');
};
