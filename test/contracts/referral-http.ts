import type { Response } from 'supertest';
import { purposesOf } from '../../src/access/actor.js';
import { DATA_CLASSES, type DataClass } from '../../src/access/policy.js';
import type { Id } from '../../src/kernel/ids.js';
import type { As } from '../support/world.js';
import { mayOverAll, mayThrough, nameOfReferred, type Referred } from './decision-referrals.js';
import { ASKED_FOR } from './decision-situations.js';
import { mayEver } from './decision-table.js';

type Purpose = (typeof ASKED_FOR)[number];
/** A code, or what is shown of it. */
type Told = string;

const NAMED: readonly DataClass[] = DATA_CLASSES.filter((name) => name !== 'counselling');

const reads = (referred: Referred, purpose: Purpose): readonly DataClass[] =>
  NAMED.filter((of) => {
    const question = { verb: 'read', class: of, purpose } as const;
    return mayOverAll(referred, question) || mayThrough(referred, question);
  });

function expectedOf(referred: Referred, purpose: Purpose): Told {
  if (!mayEver(referred.role, 'referral:read')) return 'role_may_not';
  const held = reads(referred, purpose);
  if (!held.includes('coordination')) return 'not_found';
  return [
    ...held,
    ...(held.includes('identity_name') ? ['by name'] : []),
    ...(held.includes('identity_contact') ? ['and how to reach her'] : []),
    'with the goal',
  ].join();
}

interface Shown {
  readonly summaries: readonly { readonly class: DataClass }[];
  readonly goesBy: string | null;
  readonly channels: readonly object[];
  readonly serves: readonly { readonly ownWords: string | null }[];
}

function toldOf({ status, body }: Response): Told {
  if (status !== 200) return (body as { code?: string }).code ?? String(status);
  const { summaries, goesBy, channels, serves } = body as Shown;
  return [
    ...NAMED.filter((of) => summaries.some((one) => one.class === of)),
    ...(goesBy === null ? [] : ['by name']),
    ...(channels.length === 0 ? [] : ['and how to reach her']),
    ...(serves.some(({ ownWords }) => ownWords !== null) ? ['with the goal'] : []),
  ].join();
}

/** The second evaluator: what HTTP shows of one referral, held against the first; and that a box has it where it is shown. */
export async function differencesThrough(as: As, referred: Referred, id: Id): Promise<readonly string[]> {
  const differences: string[] = [];
  for (const purpose of ASKED_FOR.filter((one) => purposesOf(referred.role).includes(one))) {
    const told = toldOf(await as.get(`/v1/referrals/${id}`).set('purpose-of-use', purpose));
    const expected = expectedOf(referred, purpose);
    const name = `${nameOfReferred(referred)} for ${purpose}`;
    if (told !== expected) differences.push(`${name}: “${told}”, not “${expected}”`);
    const box = await as.get('/v1/referrals?box=received').set('purpose-of-use', purpose);
    const { items = [] } = box.body as { items?: readonly { id: Id }[] };
    const isListed = items.some((one) => one.id === id);
    if (isListed && !expected.includes('with the goal')) differences.push(`${name}: in the box, and not to be seen`);
  }
  return differences;
}
