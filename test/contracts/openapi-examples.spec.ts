import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { API_EXAMPLES } from '../../src/api-examples.js';
import { ApiDocument } from '../../src/platform/http/openapi/api-document.js';
import { operationsOf, referencesIn, type PlacedOperation } from '../../src/platform/http/openapi/operation.js';
import { PASSWORD } from '../support/accounts.js';
import { preparedRecord } from '../support/examples/a-record.js';
import { preparedAdmissions } from '../support/examples/admissions.js';
import { preparedKeeping } from '../support/examples/keeping.js';
import { preparedPlacesAndPeople } from '../support/examples/places-and-people.js';
import { preparedReceiving } from '../support/examples/receiving.js';
import { preparedReferrals } from '../support/examples/referrals.js';
import { preparedSharing } from '../support/examples/sharing.js';
import { preparedSigningIn } from '../support/examples/signing-in.js';
import { preparedLine } from '../support/examples/the-line.js';
import { Stage, type Prepared, type Ready } from '../support/examples/stage.js';
import { preparedWorkingTogether } from '../support/examples/working-together.js';
import { World } from '../support/world.js';

const PARTS = [
  ...[preparedSigningIn, preparedPlacesAndPeople, preparedRecord],
  ...[
    preparedReferrals,
    preparedAdmissions,
    preparedReceiving,
    preparedWorkingTogether,
    preparedSharing,
    preparedKeeping,
    preparedLine,
  ],
];

describe('the examples of the OpenAPI document', () => {
  let world: World;
  let prepared: Prepared;
  beforeAll(async () => {
    world = await World.open();
    const stage = await Stage.of(world);
    prepared = Object.assign({}, ...PARTS.map((part) => part(stage))) as Prepared;
  });
  afterAll(() => world.close());

  const withPut = (value: unknown, put: Readonly<Record<string, unknown>>): unknown => {
    if (Array.isArray(value)) return value.map((each) => withPut(each, put));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, put[name] ?? withPut(part, put)]));
  };

  const refusalOf = async (ready: Ready, { method, path }: PlacedOperation, example: unknown) => {
    const { as: by, at = path, version, put = {} } = ready;
    const sending = by[method as 'post' | 'patch'](at);
    if (version !== undefined) void sending.set('if-match', `"${version}"`);
    const { status, text } = await sending.send(withPut(example, put) as object);
    return status < 300 && !text.includes('not_saved') ? undefined : `${status} ${text}`;
  };

  const examplesOf = ({ operation: { requestBody: body } }: PlacedOperation) => {
    const json = body && 'content' in body ? body.content['application/json'] : undefined;
    return Object.entries(API_EXAMPLES[referencesIn(json?.schema)[0] ?? ''] ?? {});
  };

  it('are taken as they are, but for ids and tokens', async () => {
    expect(API_EXAMPLES['LoginRequest']?.['login']).toMatchObject({ password: PASSWORD });
    const refused: string[] = [];
    for (const placed of operationsOf(world.app.get(ApiDocument).document)) {
      for (const [name, example] of examplesOf(placed)) {
        const ready = await prepared[placed.operation.operationId ?? '']?.();
        const refusal = ready ? await refusalOf(ready, placed, example) : 'nothing is prepared for it';
        if (refusal !== undefined) refused.push(`${placed.operation.operationId} ${name}: ${refusal}`);
      }
    }
    expect(refused).toEqual([]);
  }, 60_000);

  it('stand with the forms of the pages of one-time links as well', () => {
    const forms = operationsOf(world.app.get(ApiDocument).document).flatMap(
      ({ path, operation: { requestBody: body } }) => {
        const form = body && 'content' in body ? body.content['application/x-www-form-urlencoded'] : undefined;
        return form ? [[path, Object.keys(form.examples ?? {})]] : [];
      },
    );
    expect(forms.sort()).toEqual([
      ['/h/p/0', ['leave']],
      ['/h/p/2', ['withdraw']],
      ['/h/{token}', ['code']],
      ['/o/p/0', ['leave']],
      ['/o/p/1', ['accept']],
      ['/o/{token}', ['code']],
    ]);
  });
});
