import type { Id } from '../kernel/ids.js';
import { callerKeyPlace, keyPlace, OF_THE_LINE } from '../platform/sealing/words.js';

/** People who each have a key of their own, and where it and their words stand. */
export interface Keyed {
  readonly kind: 'clients' | 'callers';
  readonly one: 'client' | 'caller';
  /** The table of their keys. */
  readonly keys: string;
  /** The column that says whose a row is, in every table but their own. */
  readonly id: string;
  /** The table of what stood before. */
  readonly earlier: string;
  readonly place: (id: Id) => string;
}

export const CLIENTS: Keyed = {
  ...{ kind: 'clients', one: 'client', keys: 'sealing_key', id: 'client_id', earlier: 'earlier_version' },
  place: keyPlace,
};

export const CALLERS: Keyed = {
  ...{ kind: 'callers', one: 'caller', keys: 'caller_key', id: 'caller_id', earlier: 'caller_version' },
  place: callerKeyPlace,
};

export const KEYED = [CLIENTS, CALLERS] as const;

/** What a row without a class is sealed under. */
export const CLASSLESS = `'${OF_THE_LINE}'`;
