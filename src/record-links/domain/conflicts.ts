import type { Id } from '../../kernel/ids.js';

/** What of two records cannot both be so, or would stand twice. Computed from what the actor sees of them and no more. */
export const CONFLICTS = [
  'two_birth_dates',
  'two_primary_workers',
  'two_homes',
  'two_time_zones',
  'two_pronouns',
] as const;
export type ConflictCode = (typeof CONFLICTS)[number];

export interface Conflict {
  readonly code: ConflictCode;
  /** The records between which it stands. What each says is read there. */
  readonly clientIds: readonly Id[];
}

/** What two records are compared by; nothing where it is unknown or withheld. */
export interface Compared {
  readonly clientId: Id;
  readonly birthDate: string | undefined;
  readonly primaryWorker: Id | undefined;
  readonly home: Id;
  readonly timeZone: string;
  readonly pronouns: string | undefined;
}

const BY: Readonly<Record<ConflictCode, (record: Compared) => string | undefined>> = {
  two_birth_dates: ({ birthDate }) => birthDate,
  two_primary_workers: ({ primaryWorker }) => primaryWorker,
  two_homes: ({ home }) => home,
  two_time_zones: ({ timeZone }) => timeZone,
  two_pronouns: ({ pronouns }) => pronouns,
};

export const conflictsBetween = (records: readonly Compared[]): readonly Conflict[] =>
  CONFLICTS.flatMap((code) => {
    const saying = records.filter((record) => BY[code](record) !== undefined);
    const said = new Set(saying.map(BY[code]));
    return said.size > 1 ? [{ code, clientIds: saying.map(({ clientId }) => clientId) }] : [];
  });
