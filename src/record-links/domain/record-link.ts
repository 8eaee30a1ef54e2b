import type { Id } from '../../kernel/ids.js';

export const JOINED_BECAUSE = ['client_said', 'worker_knows', 'document', 'made_twice', 'other'] as const;
export type JoinedBecause = (typeof JOINED_BECAUSE)[number];

export const PARTED_BECAUSE = ['client_asked', 'two_people', 'mistake', 'other'] as const;
export type PartedBecause = (typeof PARTED_BECAUSE)[number];

/** How she gave her own agreement. */
export const AGREED_HOW = ['in_person', 'phone', 'written'] as const;
export type AgreedHow = (typeof AGREED_HOW)[number];

export const SET_ASIDE_BECAUSE = [
  'two_people',
  'relatives',
  'shared_contact',
  'client_prefers_apart',
  'other',
] as const;
export type SetAsideBecause = (typeof SET_ASIDE_BECAUSE)[number];

export type LinkState = 'joined' | 'parted';

/** Two records that are one person's, from one instant until another. Neither record is changed by it. */
export interface RecordLink {
  readonly id: Id;
  readonly oneClientId: Id;
  readonly otherClientId: Id;
  readonly class: 'identity_name';
  readonly state: LinkState;
  readonly joinedBecause: JoinedBecause;
  readonly agreedHow: AgreedHow;
  readonly agreedAt: string;
  readonly joinedAt: string;
  readonly joinedBy: Id;
  readonly partedBecause: PartedBecause | null;
  readonly partedAt: string | null;
  readonly partedBy: Id | null;
  readonly version: number;
}

/** Sealed with the key of the first of the two. */
export interface LinkWords {
  readonly joinedNote?: string;
  readonly partedNote?: string;
}

/** Nothing where the key that sealed the words is no more. */
export interface ShownLink extends RecordLink {
  readonly words: LinkWords;
}

/** Two records in their one order. */
export type Pair = readonly [one: Id, other: Id];
export const pairOf = (a: Id, b: Id): Pair => (a < b ? [a, b] : [b, a]);
