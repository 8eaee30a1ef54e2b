import type { OpenAPIObject } from '@nestjs/swagger';
import { referencesIn, takesHeader, type PlacedOperation, type Schema } from './operation.js';

/** Says of what goes well what it is, and which headers come with it. */
export function describeAnswers(document: OpenAPIObject, placed: PlacedOperation): void {
  for (const [status, response] of Object.entries(placed.operation.responses)) {
    if (!response || '$ref' in response) continue; // the problems
    const members = membersOf(document, response.content?.['application/json']?.schema);
    response.description ||= meaning(status, placed, members);
    response.headers = { ...response.headers, ...headersOf(status, members) };
  }
}

const headersOf = (status: string, members: Members) => ({
  'X-Request-Id': { schema: { type: 'string', format: 'uuid' } as Schema },
  ...(status === '201' && { Location: TEXT_HEADER }),
  ...(isNumber(members['version']) && { ETag: TEXT_HEADER }),
});

const TEXT_HEADER: { readonly schema: Schema } = { schema: { type: 'string' } };

type Members = Readonly<Record<string, object>>;

function meaning(status: string, placed: PlacedOperation, members: Members): string {
  if (status === '204') return 'Done. There is nothing more to say.';
  if (status === '201') return takesHeader(placed, 'Idempotency-Key') ? `${MADE} ${AGAIN}` : MADE;
  if ('next' in members) return 'One page. While there is more, `next` and `Link: rel="next"` lead on.';
  if ('items' in members) return 'All of them that you may see.';
  return placed.method === 'get' ? 'As it stands now.' : 'Done, and shown as it stands now.';
}

const MADE = 'Made, and shown as it stands now.';
const AGAIN =
  ' What came before under this id or key is not made twice: it is shown, with `Idempotent-Replayed: true`.';

function membersOf(document: OpenAPIObject, part: unknown): Members {
  const schema = document.components?.schemas?.[referencesIn(part)[0] ?? ''];
  return schema && 'properties' in schema ? (schema.properties ?? {}) : {};
}

const isNumber = (part: object | undefined): boolean => part !== undefined && 'type' in part && part.type !== 'string';
