import type { Response, Test } from 'supertest';
import { purposesOf } from '../../src/access/actor.js';
import { DATA_CLASSES, type DataClass, type Permission } from '../../src/access/policy.js';
import type { Id } from '../../src/kernel/ids.js';
import type { As } from '../support/world.js';
import { ASKED_FOR, mayBe, nameOf, type Question, type Situation } from './decision-situations.js';
import { mayEver } from './decision-table.js';

/** The one client of whom everything is asked, and one of her records of each class that a route changes. */
export interface Her {
  readonly id: Id;
  readonly alias: Id;
  readonly channel: Id;
  readonly goal: Id;
  readonly substances: Id;
  readonly mood: Id;
}

interface Shown {
  readonly called: string;
  readonly permission: Permission;
  /** Which classes it can show. */
  readonly classes: readonly DataClass[];
  readonly path: (her: Her) => string;
  /** Those that this answer shows. */
  readonly shows: (body: { items: { class?: DataClass }[]; withheld: { class: DataClass }[] }) => readonly DataClass[];
}

const items =
  (otherwise: DataClass): Shown['shows'] =>
  ({ items: all }) =>
    all.map((item) => item.class ?? otherwise);

const READS: readonly Shown[] = [
  {
    ...({ called: 'plan', permission: 'care-plan:read', classes: DATA_CLASSES } as const),
    path: ({ id }) => `/v1/clients/${id}/care-plan`,
    shows: ({ withheld }) => DATA_CLASSES.filter((of) => !withheld.some((one) => one.class === of)),
  },
  {
    ...({ called: 'timeline', permission: 'timeline:read', classes: DATA_CLASSES } as const),
    path: ({ id }) => `/v1/clients/${id}/timeline?limit=200`,
    shows: items('coordination'),
  },
  {
    ...({ called: 'aliases', permission: 'client:read', classes: ['identity_name'] } as const),
    path: ({ id }) => `/v1/clients/${id}/aliases`,
    shows: items('identity_name'),
  },
  {
    ...({ called: 'channels', permission: 'channel:read', classes: ['identity_contact'] } as const),
    path: ({ id }) => `/v1/clients/${id}/channels`,
    shows: items('identity_contact'),
  },
  {
    ...({ called: 'goals', permission: 'goal:read', classes: ['coordination'] } as const),
    path: ({ id }) => `/v1/clients/${id}/goals`,
    shows: items('coordination'),
  },
  {
    ...({ called: 'needs', permission: 'need:read', classes: ['mental_health', 'substance_use'] } as const),
    path: ({ id }) => `/v1/clients/${id}/needs`,
    shows: items('mental_health'),
  },
];

interface Written {
  readonly called: string;
  readonly permission: Permission;
  readonly class: DataClass;
  readonly path: (her: Her) => string;
  /** Under the client’s path the class is asked for first, and the answer is the same whatever stands there. */
  readonly classFirst?: true;
}

const WRITES: readonly Written[] = [
  {
    ...({ called: 'an alias', permission: 'client:change', class: 'identity_name', classFirst: true } as const),
    path: ({ id, alias }) => `/v1/clients/${id}/aliases/${alias}`,
  },
  {
    ...({ called: 'a channel', permission: 'channel:change', class: 'identity_contact', classFirst: true } as const),
    path: ({ id, channel }) => `/v1/clients/${id}/channels/${channel}`,
  },
  {
    ...({ called: 'a goal', permission: 'goal:change', class: 'coordination' } as const),
    path: ({ goal }) => `/v1/goals/${goal}`,
  },
  {
    ...({ called: 'a need of mental health', permission: 'need:change', class: 'mental_health' } as const),
    path: ({ mood }) => `/v1/needs/${mood}`,
  },
  {
    ...({ called: 'a need of substances', permission: 'need:change', class: 'substance_use' } as const),
    path: ({ substances }) => `/v1/needs/${substances}`,
  },
];

type Purpose = Question['purpose'];

/** What should be answered: a code, or the classes that are shown. */
type Told = string;
const toldOf = (classes: readonly DataClass[]): Told => DATA_CLASSES.filter((of) => classes.includes(of)).join('+');

const holds = (situation: Situation, purpose: Purpose, verb: Question['verb']): readonly DataClass[] =>
  DATA_CLASSES.filter((of) => mayBe(situation, { verb, class: of, purpose }));

function expectedOf(situation: Situation, purpose: Purpose, { permission, classes }: Shown): Told {
  if (!mayEver(situation.role, permission)) return 'role_may_not';
  const held = holds(situation, purpose, 'read');
  return held.length === 0 ? 'not_found' : toldOf(held.filter((of) => classes.includes(of)));
}

function expectedOfChange(situation: Situation, purpose: Purpose, asked: Written): Told {
  if (!mayEver(situation.role, asked.permission)) return 'role_may_not';
  const [read, write] = [holds(situation, purpose, 'read'), holds(situation, purpose, 'write')];
  if (read.length === 0 || (!asked.classFirst && !read.includes(asked.class))) return 'not_found';
  return write.includes(asked.class) ? 'stale' : 'class_not_held';
}

const codeOf = ({ status, body }: Response): Told => (body as { code?: string }).code ?? String(status);

/** What is asked about one situation, each with what should be told and what is. Nothing of it changes anything. */
export async function differencesOf(as: As, situation: Situation, her: Her): Promise<readonly string[]> {
  const differences: string[] = [];
  const hold = (what: string, told: Told, expected: Told) => {
    if (told !== expected) differences.push(`${nameOf(situation)}: ${what} was “${told}”, not “${expected}”`);
  };
  for (const purpose of ASKED_FOR.filter((one) => purposesOf(situation.role).includes(one))) {
    const ask = (test: Test) => test.set('purpose-of-use', purpose);
    for (const shown of READS) {
      const answer = await ask(as.get(shown.path(her)));
      const told = answer.status === 200 ? toldOf(shown.shows(answer.body as never)) : codeOf(answer);
      hold(`${shown.called} for ${purpose}`, told, expectedOf(situation, purpose, shown));
    }
    for (const written of WRITES) {
      const answer = await ask(as.patch(written.path(her)))
        .set('if-match', '"999999"')
        .send({});
      hold(`${written.called}, changed for ${purpose},`, codeOf(answer), expectedOfChange(situation, purpose, written));
    }
  }
  return differences;
}
