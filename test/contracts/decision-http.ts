import type { Response, Test } from 'supertest';
import type { Id } from '../../src/kernel/ids.js';
import type { As } from '../support/world.js';
import type { Answer, Asked } from './decision-table.js';

/** The client whom everything is asked about, and what stands about her. */
export interface Subject {
  readonly id: Id;
  readonly name: Id;
  readonly channel: Id;
  readonly supporter: Id;
  readonly member: Id;
  /** A membership of another organisation: nobody can let it join. */
  readonly elsewhere: Id;
}

/** One route, what it asks of the actor, and how its answer is read. Nothing that is asked here changes anything lastingly. */
export interface Probe extends Asked {
  readonly called: string;
  readonly send: (as: As, subject: Subject) => Test;
  readonly isAllowed: (answer: Response, subject: Subject) => boolean;
}

const NO_VERSION = '"999999"';
/** Let through to the comparison of versions. */
const isStale = ({ status }: Response): boolean => status === 412;
const hasItems = ({ status, body }: Response): boolean => status === 200 && body.items.length > 0;
const shows = ({ status, body }: Response, { id }: Subject): boolean =>
  status === 200 && body.items.some((item: { id: Id }) => item.id === id);
const isMade = ({ status }: Response): boolean => status === 201;
const end = { move: 'end', because: 'other' };

const lists: readonly Probe[] = [
  { called: 'aliases', permission: 'client:read', read: 'identity_name' } as const,
  { called: 'channels', permission: 'channel:read', read: 'identity_contact' } as const,
  { called: 'supporters', permission: 'supporter:read', read: 'identity_contact' } as const,
  { called: 'care-team', permission: 'care-team:read', read: 'coordination' } as const,
].map((asked) => ({
  ...asked,
  send: (as, { id }) => as.get(`/v1/clients/${id}/${asked.called}`),
  isAllowed: hasItems,
}));

interface Changing extends Asked {
  readonly called: string;
  readonly which: 'name' | 'channel' | 'supporter';
  readonly body: object;
}

const particulars: readonly Changing[] = [
  {
    ...({ called: 'aliases', permission: 'client:change', write: 'identity_name', which: 'name' } as const),
    body: { setting: 'other', name: 'Somebody else' },
  },
  {
    ...({ called: 'channels', permission: 'channel:change', write: 'identity_contact', which: 'channel' } as const),
    body: { kind: 'other', mayContact: false },
  },
  {
    ...({
      called: 'supporters',
      permission: 'supporter:change',
      write: 'identity_contact',
      which: 'supporter',
    } as const),
    body: { name: 'Somebody', mayBeTold: 'nothing' },
  },
];

const singles: readonly Probe[] = (
  [
    { path: 'aliases', which: 'name', permission: 'client:read', read: 'identity_name' },
    { path: 'channels', which: 'channel', permission: 'channel:read', read: 'identity_contact' },
    { path: 'supporters', which: 'supporter', permission: 'supporter:read', read: 'identity_contact' },
    { path: 'care-team', which: 'member', permission: 'care-team:read', read: 'coordination' },
  ] as const
).map(({ path, which, ...asked }) => ({
  ...asked,
  called: `one of ${path}`,
  send: (as, subject) => as.get(`/v1/clients/${subject.id}/${path}/${subject[which]}`),
  isAllowed: ({ status, body }, subject) => status === 200 && body.id === subject[which],
}));

const changes: readonly Probe[] = particulars.flatMap(({ called, which, body, ...asked }): Probe[] => {
  const path = ({ id }: Subject) => `/v1/clients/${id}/${called}`;
  const one = (subject: Subject) => `${path(subject)}/${subject[which]}`;
  return [
    {
      ...{ called: `add ${called}`, ...asked },
      send: (as, subject) => as.post(path(subject)).send(body),
      isAllowed: isMade,
    },
    {
      ...{ called: `change ${called}`, ...asked },
      send: (as, subject) => as.patch(one(subject)).set('if-match', NO_VERSION).send({ note: 'x' }),
      isAllowed: isStale,
    },
    {
      ...{ called: `end ${called}`, ...asked },
      send: (as, subject) =>
        as
          .post(`${one(subject)}/moves`)
          .set('if-match', NO_VERSION)
          .send({ move: 'end' }),
      isAllowed: isStale,
    },
  ];
});

export const PROBES: readonly Probe[] = [
  ...lists,
  ...singles,
  ...changes,
  {
    ...{ called: 'read', permission: 'client:read', read: 'identity_name' },
    send: (as, { id }) => as.get(`/v1/clients/${id}`),
    isAllowed: ({ status, body }, { id }) => status === 200 && body.id === id,
  },
  {
    ...{ called: 'change', permission: 'client:change', write: 'identity_name' },
    send: (as, { id }) =>
      as
        .patch(`/v1/clients/${id}`)
        .set('if-match', NO_VERSION)
        .send({ languages: ['fr'] }),
    isAllowed: isStale,
  },
  {
    ...{ called: 'caseload', permission: 'client:read', read: 'identity_name', many: true },
    send: (as) => as.get('/v1/clients?limit=200'),
    isAllowed: shows,
  },
  {
    ...{ called: 'search', permission: 'client:search', read: 'identity_name', many: true },
    send: (as) => as.post('/v1/clients/search').send({ text: 'Chickadee' }),
    isAllowed: shows,
  },
  {
    ...{ called: 'join the team', permission: 'care-team:change', write: 'coordination' },
    send: (as, { id, elsewhere }) => as.post(`/v1/clients/${id}/care-team`).send({ membershipId: elsewhere }),
    isAllowed: ({ status, body }) => status === 422 && body.code === 'worker_not_here',
  },
  {
    ...{ called: 'move in the team', permission: 'care-team:change', write: 'coordination' },
    send: (as, { id, member }) =>
      as.post(`/v1/clients/${id}/care-team/${member}/moves`).set('if-match', NO_VERSION).send(end),
    isAllowed: isStale,
  },
];

/** The second evaluator: what HTTP answers; a status and a code when it is none of the answers there should be. */
export function answerOf(probe: Probe, answer: Response, subject: Subject): string {
  if (probe.isAllowed(answer, subject)) return 'allowed' satisfies Answer;
  const { code } = answer.body as { code?: string };
  const refused = REFUSED.find((one) => one.status === answer.status && one.code === code);
  if (refused) return refused.code;
  return isEmptyAndSaysSo(probe, answer) ? ('withheld' satisfies Answer) : `${answer.status} ${String(code)}`;
}

const REFUSED: readonly { readonly status: number; readonly code: Answer }[] = [
  { status: 404, code: 'not_found' },
  { status: 403, code: 'role_may_not' },
  { status: 403, code: 'class_not_held' },
];

function isEmptyAndSaysSo({ many, read }: Probe, { status, body }: Response): boolean {
  if (status !== 200) return false;
  const { items, withheld = [] } = body as { items: unknown[]; withheld?: { class: string }[] };
  return many ? true : items.length === 0 && withheld.some((one) => one.class === read);
}
