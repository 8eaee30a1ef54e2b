import { DAY } from './moments.js';

/** How many invented people, and what chance begins with. The same size, seed and day give the same people. */
export interface Size {
  readonly clients: number;
  readonly contacts: number;
  readonly seed: number;
  /** Midnight of the day up to which everything has happened: milliseconds since 1970. */
  readonly today: number;
}

/** A quarter of the clients has half of the contacts, and another quarter next to none. */
const SHARES = [0.05, 0.15, 0.3, 0.5] as const;

/** How many contacts this client has; over all clients they are as many as were asked for. */
export function contactsOf({ clients, contacts }: Size, client: number): number {
  const group = client - (client % SHARES.length);
  const members = Math.min(SHARES.length, clients - group);
  const quota = Math.floor(((group + members) * contacts) / clients) - Math.floor((group * contacts) / clients);
  const upTo = (member: number) =>
    member >= members ? quota : Math.floor(quota * SHARES.slice(0, member).reduce((sum, share) => sum + share, 0));
  return upTo(client - group + 1) - upTo(client - group);
}

export const daysBefore = ({ today }: Size, days: number): number => today - days * DAY;
