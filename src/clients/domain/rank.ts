import { isInstant } from '../../kernel/civil-time.js';
import { isId } from '../../kernel/ids.js';

/** Her own order: 1 comes first. */
export const HIGHEST_RANK = 99;

/** Where something stands in a list that goes by her order, then by when it was written down. */
export type RankKey = readonly [rank: string, createdAt: string, id: string];

/** After everything that she put in an order. */
const UNRANKED = 100;

export const BEFORE_ALL: RankKey = ['0', '-infinity', '00000000-0000-0000-0000-000000000000'];

export const rankKeyOf = (of: {
  readonly rank: number | null;
  readonly createdAt: string;
  readonly id: string;
}): RankKey => [String(of.rank ?? UNRANKED), of.createdAt, of.id];

/** Whether a cursor's key is one of such a list. */
export const isRankKey = (key: readonly string[]): boolean =>
  key.length === 3 && /^\d{1,3}$/.test(key[0] ?? '') && isInstant(key[1]) && isId(key[2]);
