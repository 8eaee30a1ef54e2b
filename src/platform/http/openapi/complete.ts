import type { OpenAPIObject } from '@nestjs/swagger';
import { knownProblems } from '../../../kernel/refusal.js';
import { MERGE_PATCH } from '../faults.js';
import { FORM } from '../form-body.js';
import { STATUS } from '../problem-body.js';
import { describeAnswers } from './answers.js';
import {
  operationsOf,
  referencesIn,
  takesHeader,
  type OperationAccess,
  type PlacedOperation,
  type Schema,
} from './operation.js';

export { operationsOf } from './operation.js';

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;

/** Adds to what the controllers say what holds for every route alike: access, problems, headers, ids, merge patch. */
export function complete(document: OpenAPIObject, accessOf: (operationId: string) => OperationAccess): OpenAPIObject {
  const schemas = (document.components ??= {});
  schemas.schemas = { ...schemas.schemas, Problem: PROBLEM, ProblemFault: PROBLEM_FAULT };
  schemas.responses = { ...schemas.responses, ...problemResponses() };
  schemas.parameters = { ...schemas.parameters, AcceptLanguage: ACCEPT_LANGUAGE, PurposeOfUse: PURPOSE_OF_USE };
  for (const placed of operationsOf(document)) {
    const access = accessOf(placed.operation.operationId ?? '');
    describeAccess(placed, access);
    describeParameters(placed);
    if (access.open === undefined) placed.operation.parameters?.push({ $ref: '#/components/parameters/PurposeOfUse' });
    describeBody(document, placed);
    describeProblems(placed, access);
    describeAnswers(document, placed);
  }
  return document;
}

function describeAccess({ operation }: PlacedOperation, { needs, open, steppedUp }: OperationAccess): void {
  operation.security = open === undefined ? [{ signedIn: [] }] : [];
  const access = open === undefined ? `Takes the permission \`${String(needs)}\`.` : `Open: ${open}.`;
  const stepUp = steppedUp === true && STEP_UP;
  operation.description = [operation.description, access, stepUp].filter(Boolean).join('\n\n');
}

const STEP_UP =
  'Takes a second factor shown within the last five minutes: otherwise 403 `step_up_needed`, and `POST /v1/me/step-up` renews it.';

/** What stands in the path is a parameter, whether a decorator said so or not; and everybody may ask for French. */
function describeParameters({ path, operation }: PlacedOperation): void {
  const said = (operation.parameters ?? []).filter((each) => 'in' in each && !isLanguage(each.name));
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const unsaid = inPath.filter(
    (name) => !said.some((each) => 'in' in each && each.in === 'path' && each.name === name),
  );
  for (const name of unsaid) said.push({ name, in: 'path', required: true, schema: { type: 'string' } });
  for (const parameter of said) {
    if ('in' in parameter && parameter.in === 'path' && /(^id|Id)$/.test(parameter.name)) {
      parameter.schema = { type: 'string', format: 'uuid' };
    }
  }
  operation.parameters = [...said, { $ref: '#/components/parameters/AcceptLanguage' }];
}

const isLanguage = (header: string): boolean => header.toLowerCase() === 'accept-language';

const ACCEPT_LANGUAGE = {
  name: 'Accept-Language',
  in: 'header' as const,
  required: false,
  description: 'The language of problems and pages: English, unless French is asked for.',
  schema: { type: 'string' as const, example: 'fr' },
};

const PURPOSE_OF_USE = {
  name: 'Purpose-Of-Use',
  in: 'header' as const,
  required: false,
  description:
    'What the client’s data is asked for; it is in the audit, and consents may allow some purposes alone. Left out, it is the usual one of your role. What your role does not ask for is 400.',
  schema: {
    type: 'string' as const,
    enum: ['treatment', 'care_management', 'operations', 'emergency', 'client_request'],
  },
};

/** What a request's schema does not name is refused; and what can be patched can be merge-patched. */
function describeBody(document: OpenAPIObject, { method, operation }: PlacedOperation): void {
  const body = operation.requestBody;
  if (!body || !('content' in body)) return;
  const json = body.content['application/json'] ?? body.content[FORM];
  if (!json) return;
  body.required = true;
  close(document, json.schema);
  if (method === 'patch') body.content = { [MERGE_PATCH]: json, ...body.content };
}

function close(document: OpenAPIObject, part: unknown): void {
  for (const name of referencesIn(part)) {
    const schema = document.components?.schemas?.[name] as Schema | undefined;
    if (!schema || schema.additionalProperties === false) continue;
    schema.additionalProperties = false;
    close(document, schema);
  }
}

function describeProblems(placed: PlacedOperation, { open }: OperationAccess): void {
  const [writes, asksWho] = [placed.method !== 'get', open === undefined];
  const takesBody = placed.operation.requestBody !== undefined;
  const statuses: readonly [status: number, may: boolean][] = [
    [400, true],
    [401, asksWho || writes], // a body may hold a proof of its own
    [403, asksWho || writes],
    [404, asksWho || writes || placed.path.includes('{')],
    [409, writes],
    ...[413, 415].map((status) => [status, takesBody] as [number, boolean]),
    [422, takesBody || takesHeader(placed, 'Idempotency-Key')],
    ...[412, 428].map((status) => [status, takesHeader(placed, 'If-Match')] as [number, boolean]),
    [429, true],
    [503, true],
  ];
  for (const [status] of statuses.filter(([, may]) => may)) {
    placed.operation.responses[String(status)] ??= { $ref: `#/components/responses/Problem${status}` };
  }
}

/** One answer a status, listing the codes that it can carry. */
function problemResponses(): Responses {
  const statuses = [...new Set(Object.values(STATUS))];
  return Object.fromEntries(statuses.map((status) => [`Problem${status}`, problemResponse(status)]));
}

function problemResponse(status: number): Responses[string] {
  const codes = knownProblems().filter(({ kind }) => STATUS[kind] === status);
  const lines = codes.map(({ code, en }) => `- [\`${code}\`](/problems/${code}): ${en.title}`);
  return {
    description: lines.length > 0 ? lines.join('\n') : 'A problem.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

const PROBLEM_FAULT: Schema = {
  type: 'object',
  required: ['in', 'pointer', 'code', 'message'],
  properties: {
    in: { type: 'string', enum: ['body', 'query', 'path', 'header'] },
    pointer: { type: 'string', description: 'JSON Pointer (RFC 6901) into that part of the request.' },
    code: { type: 'string' },
    message: { type: 'string', description: 'The mend, in the language of the answer.' },
  },
};

const PROBLEM: Schema = {
  type: 'object',
  description: 'RFC 9457. Further members are facts of the problem: versions, states, open moves, seconds to wait.',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string', description: 'A page of this API.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    requestId: { type: 'string', format: 'uuid' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/ProblemFault' } },
  },
};
