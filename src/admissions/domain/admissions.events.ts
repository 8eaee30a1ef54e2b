import type { Id } from '../../kernel/ids.js';

/** On which ground of the actor's. */
interface On {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}
interface OfReferral {
  readonly id: Id;
  readonly referralId: Id;
  readonly clientId: Id | null;
  readonly version: number;
}
interface Made {
  readonly move: string;
  readonly from: string;
  readonly to: string;
}

const CLASSES = ['coordination'] as const;
const NAMED = ['identity_name', 'coordination'] as const;

const about = (clientId: Id | null, { ground }: On) => ({
  ...(clientId !== null && { clientId }),
  classes: CLASSES,
  ground,
});

/** What came of a date tells of her life: an audit row names the record and its move only. */
export const attemptDone = (
  event: 'attempt.offered' | 'attempt.written_down' | 'attempt.read' | 'attempt.arranged',
  { id, referralId, clientId, version }: OfReferral,
  on: On,
) => ({ event, ...about(clientId, on), facts: { attemptId: id, referralId, version } });

export const attemptMoved = ({ id, referralId, clientId, version }: OfReferral, on: On, made: Made) => ({
  event: 'attempt.moved',
  ...about(clientId, on),
  facts: { attemptId: id, referralId, version, ...made },
});

export const listedOf = (
  event: 'attempt.listed' | 'reach_attempt.listed',
  referral: { readonly id: Id; readonly clientId: Id | null },
  on: On,
  shown: number,
) => ({ event, ...about(referral.clientId, on), facts: { referralId: referral.id, shown } });

export const reachNoted = ({ id, referralId, clientId }: Omit<OfReferral, 'version'>, on: On) => ({
  event: 'reach_attempt.noted',
  ...about(clientId, on),
  facts: { reachAttemptId: id, referralId },
});

/** One row for each client on the list that was shown. */
export const lineRead = (
  event: 'waiting_list.read' | 'waiting_list.offers_read',
  serviceId: Id,
  shown: readonly ({ readonly referralId: Id; readonly clientId: Id; readonly isNamed: boolean } & On)[],
) => [
  { event, facts: { serviceId, shown: shown.length } },
  ...shown.map(({ referralId, clientId, ground, isNamed }) => ({
    event,
    ...about(clientId, { ground }),
    classes: isNamed ? NAMED : CLASSES,
    facts: { serviceId, referralId },
  })),
];

export const bedEvents = {
  added: (bedId: Id, serviceId: Id) => ({ event: 'bed.added', facts: { bedId, serviceId } }),
  changed: (bedId: Id, fields: readonly string[]) => ({ event: 'bed.changed', facts: { bedId, fields } }),
} as const;

export const stayDone = (
  event: 'stay.begun' | 'stay.read',
  { id, referralId, clientId, version }: OfReferral,
  on: On,
) => ({ event, ...about(clientId, on), facts: { stayId: id, referralId, version } });

export const stayMoved = ({ id, referralId, clientId, version }: OfReferral, on: On, made: Made) => ({
  event: 'stay.moved',
  ...about(clientId, on),
  facts: { stayId: id, referralId, version, ...made },
});

export const stayChanged = (stay: OfReferral, on: On, fields: readonly string[]) => ({
  event: 'stay.changed',
  ...about(stay.clientId, on),
  facts: { stayId: stay.id, referralId: stay.referralId, version: stay.version, fields },
});

export const staysListed = (clientId: Id, on: On, shown: number) => ({
  event: 'stay.listed',
  ...about(clientId, on),
  facts: { shown },
});
