import { createHash } from 'node:crypto';
import type { Role } from '../../src/access/policy.js';
import type { Id } from '../../src/kernel/ids.js';
import type { Size } from './size.js';

/** Clients of one organisation, and of one worker of each profession there. */
const CLIENTS_EACH = 2_500;
const CLIENTS_A_WORKER = { peer_navigator: 60, physician: 250, counsellor: 125 } as const;
/** Its place among the organisations: the one that all others ask, which has no clients of its own. */
export const RECEIVING = -1;
const RECEIVERS: readonly Role[] = [...Array.from({ length: 8 }, (): Role => 'intake_worker'), 'coordinator'];
const ONE_OF_THESE: readonly Role[] = ['coordinator', 'coordinator', 'privacy_officer', 'administrator'];

export type Profession = keyof typeof CLIENTS_A_WORKER;
const PROFESSIONS = Object.keys(CLIENTS_A_WORKER) as readonly Profession[];

export interface Worker {
  readonly staffId: Id;
  readonly membershipId: Id;
  readonly sessionId: Id;
  readonly organisationId: Id;
  readonly role: Role;
}

export interface Place {
  readonly id: Id;
  readonly province: string;
  readonly zone: string;
  readonly clients: number;
}

const WHERE = [
  ['AB', 'America/Edmonton'],
  ['BC', 'America/Vancouver'],
  ['ON', 'America/Toronto'],
  ['QC', 'America/Montreal'],
] as const;

/** An id that follows from what it stands for: whoever asks for it anywhere is given the same one. */
function idFor({ seed }: Size, ...of: readonly (string | number)[]): Id {
  const hex = createHash('sha256')
    .update([seed, ...of].join('/'))
    .digest('hex');
  return `0190b000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}

export const placesOf = (size: Size): number => Math.ceil(size.clients / CLIENTS_EACH);

export function place(size: Size, at: number): Place {
  const [province, zone] = WHERE[at % WHERE.length] ?? WHERE[0];
  const clients = Math.min(CLIENTS_EACH, size.clients - at * CLIENTS_EACH);
  return { id: idFor(size, 'organisation', at), province, zone, clients };
}

/** Whom everybody asks, and who answers there. */
export const receivers = (size: Size): readonly Worker[] => workersOf(size, RECEIVING);

const howMany = (profession: Profession, { clients }: Place): number =>
  Math.ceil(clients / CLIENTS_A_WORKER[profession]);

function worker(size: Size, at: number, role: Role, number: number): Worker {
  const id = (what: string) => idFor(size, what, at, role, number);
  const ids = { staffId: id('staff'), membershipId: id('membership'), sessionId: id('session') };
  return { ...ids, organisationId: idFor(size, 'organisation', at), role };
}

/** Everybody who works at one place. */
export function workersOf(size: Size, at: number): readonly Worker[] {
  if (at === RECEIVING) return RECEIVERS.map((role, number) => worker(size, at, role, number));
  const here = place(size, at);
  const working = PROFESSIONS.flatMap((role) =>
    Array.from({ length: howMany(role, here) }, (_, number) => worker(size, at, role, number)),
  );
  return [...working, ...ONE_OF_THESE.map((role, number) => worker(size, at, role, number))];
}

/** Who of this profession works with this client. */
export function workerWith(size: Size, client: number, profession: Profession): Worker {
  const at = Math.floor(client / CLIENTS_EACH);
  return worker(size, at, profession, (client % CLIENTS_EACH) % howMany(profession, place(size, at)));
}

export const placeWith = (size: Size, client: number): Place => place(size, Math.floor(client / CLIENTS_EACH));
