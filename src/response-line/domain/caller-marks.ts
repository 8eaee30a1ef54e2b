import { soundsOf } from '../../clients/domain/name-sounds.js';
import { LONGEST_START, nameMarks, SHORTEST_START, wordsOf } from '../../clients/domain/search-marks.js';

/** By what of an alias somebody was found. */
export const ALIAS_MATCHES = ['word', 'sound', 'start'] as const;
export type AliasMatch = (typeof ALIAS_MATCHES)[number];

/** Apart from every mark of a client: the same name makes another token here, so that neither leads to the other. */
const OF_CALLERS = 'response_line';

export interface AliasMark {
  readonly class: typeof OF_CALLERS;
  readonly kind: AliasMatch;
  readonly value: string;
}

export interface WantedAlias {
  readonly mark: AliasMark;
  /** Which of the words asked for. */
  readonly part: number;
  readonly weight: number;
}

const WEIGHT: Readonly<Record<AliasMatch, number>> = { word: 10, sound: 5, start: 3 };
const MOST_PARTS = 8;

const isMatch = (kind: string): kind is AliasMatch => (ALIAS_MATCHES as readonly string[]).includes(kind);
const markOf = (kind: AliasMatch, value: string): AliasMark => ({ class: OF_CALLERS, kind, value });

export const aliasMarks = (alias: string | undefined): readonly AliasMark[] =>
  nameMarks(alias ?? '').flatMap(({ kind, value }) => (isMatch(kind) ? [markOf(kind, value)] : []));

export const wantedBy = (text: string): readonly WantedAlias[] =>
  text
    .split(/\s+/)
    .map((typed) => wordsOf(typed).filter((word) => Array.from(word).length >= SHORTEST_START))
    .filter((words) => words.length > 0)
    .slice(0, MOST_PARTS)
    .flatMap((words, part) => words.flatMap(marksOfWord).map((mark) => ({ mark, part, weight: WEIGHT[mark.kind] })));

const marksOfWord = (word: string): readonly AliasMark[] => [
  markOf('word', word),
  ...soundsOf(word).map((sound) => markOf('sound', sound)),
  markOf('start', Array.from(word).slice(0, LONGEST_START).join('')),
];

/** At least half of the words asked for. */
export const answers =
  (wanted: readonly WantedAlias[]) =>
  ({ parts }: { readonly parts: number }): boolean =>
    parts * 2 >= new Set(wanted.map(({ part }) => part)).size;
