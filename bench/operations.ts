import { note } from './generate/invented.js';
import { Chance } from './generate/chance.js';
import type { MovingPair } from './moves.js';
import { FRESH, type Asked } from './load/plan.js';
import type { Circle, Pair } from './people.js';

/** One thing that people do, as the programme and as the bare server are asked for it. */
export interface Operation {
  readonly name: string;
  readonly what: string;
  /** Of the bare limit's requests a second, at least this share. */
  readonly figure: number | undefined;
  readonly programme: (pair: MovingPair) => Asked;
  readonly bare: (pair: MovingPair) => Asked;
  /** Who asks; a care team, if nothing is said. */
  readonly circle?: Circle;
  /** Of a record that stands elsewhere afterwards. */
  readonly isMove?: boolean;
  /** Nobody does it so often that those who do it by chance would not soon meet a limit: each worker as often as any. */
  readonly isLimited?: boolean;
}

const bearer = ({ token }: Pick<Pair, 'token'>) => ({ authorization: `Bearer ${token}` });
const who = ({ personId, membershipId, organisationId, role }: Omit<Pair, 'referralId'>) => ({
  'x-who': [personId, membershipId, organisationId, role].join(','),
});

const reading = (path: (pair: Pair) => string): Pick<Operation, 'programme' | 'bare'> => ({
  programme: (pair) => ({ method: 'GET', path: `/v1${path(pair)}`, headers: bearer(pair) }),
  bare: (pair) => ({ method: 'GET', path: path(pair), headers: who(pair) }),
});

const contact = ({ clientId }: Pair) => ({
  ...{ channel: 'phone', outcome: 'reached', minutes: 12, purposes: ['check_in'], note: note(Chance.of(clientId)) },
  answers: { mood_low: { answer: 'no' }, cravings: { answer: 'unknown' } },
});

export const OPERATIONS = {
  plan: {
    ...{ name: 'plan', what: 'read the shared care plan', figure: 0.6 },
    ...reading(({ clientId }) => `/clients/${clientId}/care-plan`),
  },
  contact: {
    ...{ name: 'contact', what: 'log a contact', figure: 0.5 },
    programme: (pair) => ({
      ...{ method: 'POST', path: `/v1/clients/${pair.clientId}/contacts`, body: contact(pair) },
      headers: { ...bearer(pair), 'idempotency-key': FRESH },
    }),
    bare: (pair) => ({
      ...{ method: 'POST', path: `/clients/${pair.clientId}/contacts`, headers: who(pair), body: contact(pair) },
    }),
  },
  caseload: {
    ...{ name: 'caseload', what: 'a page of the caseload', figure: 0.5 },
    ...reading(() => '/clients'),
  },
  search: {
    ...{ name: 'search', what: 'search a client by name', figure: 0.5, isLimited: true },
    programme: (pair) => ({
      ...{ method: 'POST', path: '/v1/clients/search', headers: bearer(pair), body: { text: pair.name } },
    }),
    bare: (pair) => ({ method: 'POST', path: '/clients/search', headers: who(pair), body: pair.search }),
  },
  tasks: {
    ...{ name: 'tasks', what: 'the open tasks of a worker', figure: 0.5 },
    ...reading(() => '/tasks'),
  },
  client: {
    ...{ name: 'client', what: 'read one client', figure: undefined },
    ...reading(({ clientId }) => `/clients/${clientId}`),
  },
  inbox: {
    ...{ name: 'inbox', what: 'a page of what is asked of an organisation', figure: 0.5, circle: 'receivers' },
    ...reading(() => '/referrals?box=received'),
  },
  match: {
    ...{ name: 'match', what: '500 programmes beside a client', figure: 0.5 },
    programme: (pair) => ({
      ...{ method: 'POST', path: `/v1/clients/${pair.clientId}/service-matches`, headers: bearer(pair), body: {} },
    }),
    bare: (pair) => ({
      ...{ method: 'POST', path: `/clients/${pair.clientId}/service-matches`, headers: who(pair), body: {} },
    }),
  },
  move: {
    ...{ name: 'move', what: 'move a referral, with history', figure: 0.5, circle: 'receivers', isMove: true },
    programme: ({ referralId, moving, ...pair }) => ({
      ...{ method: 'POST', path: `/v1/referrals/${referralId ?? ''}/moves`, body: moving?.wish },
      headers: { ...bearer(pair), 'idempotency-key': FRESH, 'if-match': `"${moving?.version ?? 0}"` },
    }),
    bare: ({ referralId, moving, ...pair }) => ({
      ...{ method: 'POST', path: `/referrals/${referralId ?? ''}/moves`, headers: who(pair) },
      body: { ...moving?.wish, version: moving?.version },
    }),
  },
} as const satisfies Readonly<Record<string, Operation>>;

/** The bare write without its audit row. */
export const UNAUDITED: Operation = {
  ...OPERATIONS.contact,
  bare: (pair) => ({ ...OPERATIONS.contact.bare(pair), path: `/clients/${pair.clientId}/unaudited-contacts` }),
};
