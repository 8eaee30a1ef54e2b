import type { DataClass, Permission } from '../../access/policy.js';
import type { Channel, ChannelWords } from '../domain/channel.js';
import type { ClientName, ClientNameWords } from '../domain/client-name.js';
import type { Particular } from '../domain/particular.js';
import { nameMarks, reachMarks, type SearchMark } from '../domain/search-marks.js';
import type { Supporter, SupporterWords } from '../domain/supporter.js';
import type { ParticularTable } from '../persistence/particular.store.js';
import { CHANNEL_TABLE, NAME_TABLE, SUPPORTER_TABLE } from '../persistence/particular.tables.js';

/** One kind of particular: where it is kept, who may see and change it, and what its client is found by. */
export interface ParticularKind<P extends Particular, W extends object> {
  readonly called: 'name' | 'channel' | 'supporter';
  readonly class: DataClass;
  readonly read: Permission;
  readonly change: Permission;
  readonly table: ParticularTable<P>;
  /** What of it is sealed. */
  readonly sealed: readonly (keyof W)[];
  readonly marks: (words: Partial<W>) => readonly SearchMark[];
  /** Which of the words its client is found by, if any. */
  readonly foundBy: keyof W | undefined;
}

export const NAMES: ParticularKind<ClientName, ClientNameWords> = {
  ...{ called: 'name', class: 'identity_name', read: 'client:read', change: 'client:change' },
  table: NAME_TABLE,
  sealed: ['name', 'note'],
  marks: ({ name }) => (name === undefined ? [] : nameMarks(name)),
  foundBy: 'name',
};

export const CHANNELS: ParticularKind<Channel, ChannelWords> = {
  ...{ called: 'channel', class: 'identity_contact', read: 'channel:read', change: 'channel:change' },
  table: CHANNEL_TABLE,
  sealed: ['value', 'person', 'sayWhat', 'sayWho', 'note'],
  marks: ({ value }) => (value === undefined ? [] : reachMarks(value)),
  foundBy: 'value',
};

/** She is not found by who supports her. */
export const SUPPORTERS: ParticularKind<Supporter, SupporterWords> = {
  ...{ called: 'supporter', class: 'identity_contact', read: 'supporter:read', change: 'supporter:change' },
  table: SUPPORTER_TABLE,
  sealed: ['name', 'relation', 'reachedBy', 'note'],
  marks: () => [],
  foundBy: undefined,
};
