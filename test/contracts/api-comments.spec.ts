import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { apiComments } from '../../src/api-description.js';
import { operationsOf, type Schema } from '../../src/platform/http/openapi/operation.js';
import { apiComments as readAnew } from '../../tools/generate-api-comments.js';
import { servedDocument } from '../../tools/generate-client-document.js';

describe('the comments of the sources', () => {
  let document: OpenAPIObject;
  beforeAll(async () => {
    document = await servedDocument();
  });
  const schema = (name: string) => document.components?.schemas?.[name] as Schema;

  it('are written down as they stand; if not, run `npm run client`', () => {
    expect(apiComments()).toEqual(readAnew(join(import.meta.dirname, '../../src')));
  });

  it('are in the document: a summary and more of an operation, its query, a member, an inherited member', () => {
    const of = (id: string) => operationsOf(document).find(({ operation }) => operation.operationId === id)?.operation;
    expect(of('ClientsController.create')).toMatchObject({
      summary: 'A new record: what the client goes by is enough.',
      description: expect.stringMatching(/^Whoever makes it becomes their primary worker\.\n\nTakes the permission/),
    });
    const asOf = of('CarePlanController.plan')?.parameters?.find((each) => 'name' in each && each.name === 'as-of');
    expect(asOf).toMatchObject({ description: 'The plan as it stood then, under the grants in force now.' });
    expect(schema('CreateClientRequest').properties?.['goesBy']).toMatchObject({
      description: 'What the client goes by; an alias is enough.',
    });
    const inherited = schema('LogContactRequest').properties?.['happenedAt'];
    expect(inherited).toMatchObject({ description: expect.stringContaining('Now, where it is left out.') });
  });

  it('leave out what speaks to whoever reads the source', () => {
    const file = readFileSync(join(import.meta.dirname, '../../src/api-comments.json'), 'utf8');
    expect(file).not.toMatch(/@(throws|param|returns)|eslint/);
  });
});
