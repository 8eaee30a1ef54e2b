import type { OpenAPIObject } from '@nestjs/swagger';
import type { Schema } from './operation.js';

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '019ab1f2-7c3e-7d4a-9b5c-6d7e8f901234',
  'date-time': '2026-11-23T09:00:00-07:00',
  date: '2026-11-23',
  email: 'ana@example.org',
};

/** A body that fits its schema: what must be there, and what shows an example of its own. */
export function exampleOf(document: OpenAPIObject, part: unknown): unknown {
  const schema = resolved(document, part);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0] as unknown;
  if (schema.allOf?.[0]) return exampleOf(document, schema.allOf[0]);
  if (schema.properties) return objectOf(document, schema);
  if (schema.type === 'array') return [exampleOf(document, schema.items)];
  return plainOf(schema);
}

function objectOf(document: OpenAPIObject, schema: Schema): object {
  const members = Object.entries(schema.properties ?? {}).filter(
    ([name, part]) => schema.required?.includes(name) === true || resolved(document, part).example !== undefined,
  );
  return Object.fromEntries(members.map(([name, part]) => [name, exampleOf(document, part)]));
}

function plainOf({ type, format, minimum, default: usual }: Schema): unknown {
  if (usual !== undefined) return usual as unknown;
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  return BY_FORMAT[format ?? ''] ?? 'text';
}

function resolved(document: OpenAPIObject, part: unknown): Schema {
  const { $ref } = (part ?? {}) as { $ref?: string };
  if ($ref === undefined) return part ?? {};
  return resolved(document, document.components?.schemas?.[$ref.split('/').at(-1) ?? '']);
}
