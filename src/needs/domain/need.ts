import type { CivilDate, Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { ShownWorker, WhoWorksOnIt } from '../../clients/domain/worked-on-by.js';
import type { NeedClass, NeedDomain } from './need.domains.js';
import type { HousingStatus } from './housing.js';
import type { Documents } from './need.facts.js';
import type { ConfirmedBy, NeedState, WantsHelp } from './need.lifecycle.js';

/** Something that is lacking. */
export interface Need {
  readonly id: Id;
  readonly clientId: Id;
  /** Of its domain. */
  readonly class: NeedClass;
  readonly domain: NeedDomain;
  readonly state: NeedState;
  readonly wantsHelp: WantsHelp;
  /** Her own order: 1 comes first, null where she did not say. */
  readonly rank: number | null;
  /** Nobody yet, she herself, or a member of the staff. */
  readonly workedOnBy: WhoWorksOnIt | null;
  readonly workedOnByMembershipId: Id | null;
  /** Since when it is so, as far as she says. */
  readonly since: CivilDate | null;
  readonly confirmedBy: ConfirmedBy | null;
  readonly confirmedAt: Instant | null;
  readonly housingStatus: HousingStatus | null;
  readonly documents: Documents | null;
  readonly createdAt: Instant;
  readonly createdBy: Id;
  readonly updatedAt: Instant;
  readonly updatedBy: Id;
  readonly version: number;
}

export const NEED_WORDS = ['ownWords', 'teamNote', 'moveNote'] as const satisfies readonly (keyof NeedWords)[];

/** None of it is needed: that there is a need of a kind says enough for a beginning. */
export interface NeedWords {
  /** As she says it. */
  readonly ownWords?: string;
  /** What was found, and what those who work on it add. */
  readonly teamNote?: string;
  /** What was said with the last move. */
  readonly moveNote?: string;
}

export type ShownNeed = Omit<Need, 'workedOnBy' | 'workedOnByMembershipId'> &
  NeedWords & { readonly workedOnBy: ShownWorker | null };
