import { isCivilDate } from '../../kernel/civil-time.js';
import { soundsOf } from './name-sounds.js';
import {
  digitsOf,
  folded,
  LONGEST_START,
  SHORTEST_DIGITS,
  SHORTEST_START,
  wordsOf,
  type SearchMark,
  type SoughtKind,
} from './search-marks.js';

/** One mark that would do for one thing asked for, and how much it says. */
export interface WantedMark {
  readonly mark: SoughtMark;
  /** Which of the things asked for: a client who has all of them comes before one who has some. */
  readonly part: number;
  readonly weight: number;
}

export type MatchKind = SoughtKind;
type SoughtMark = SearchMark & { readonly kind: SoughtKind };

const WEIGHT: Readonly<Record<MatchKind, number>> = { word: 10, birth: 12, phone: 12, email: 14, sound: 5, start: 3 };
const MOST_PARTS = 8;

/** `Tremblay marie 0142 1990-05-02`, in any order: words of names, ends of numbers, an address, a birth date. */
export function wantedBy(text: string): readonly WantedMark[] {
  const dates = text.match(/\b\d{4}-\d\d-\d\d\b/g)?.filter(isCivilDate) ?? [];
  const withoutDates = dates.reduce((rest, date) => rest.replace(date, ' '), text);
  const addresses = withoutDates.match(/[^\s<>]+@[^\s<>]+/g) ?? [];
  const withoutAddresses = addresses.reduce((rest, address) => rest.replace(address, ' '), withoutDates);
  const numbers = (withoutAddresses.match(/\+?\d[\d\s().-]*\d/g) ?? []).filter(isLongEnough);
  const rest = numbers.reduce((left, number) => left.replace(number, ' '), withoutAddresses);
  const parts: (readonly SoughtMark[])[] = [
    ...dates.map((value) => [{ class: 'identity_name', kind: 'birth', value } as const]),
    ...addresses.map((value) => [{ class: 'identity_contact', kind: 'email', value: folded(value) } as const]),
    ...numbers.map((value) => [{ class: 'identity_contact', kind: 'phone', value: digitsOf(value) } as const]),
    ...rest.split(/\s+/).map(wordParts),
  ];
  return parts
    .filter((marks) => marks.length > 0)
    .slice(0, MOST_PARTS)
    .flatMap((marks, part) => marks.map((mark) => ({ mark, part, weight: WEIGHT[mark.kind] })));
}

const isLongEnough = (number: string): boolean => digitsOf(number).length >= SHORTEST_DIGITS;

/** What would do for one typed word: the word itself, one that sounds like it, one that begins with it. */
function wordParts(typed: string): readonly SoughtMark[] {
  return wordsOf(typed).flatMap((word): SoughtMark[] => {
    const start = Array.from(word).slice(0, LONGEST_START);
    const of = 'identity_name';
    if (start.length < SHORTEST_START || !/\p{L}/u.test(word)) return [];
    const sounds = soundsOf(word).map((value) => ({ class: of, kind: 'sound', value }) as const);
    return [{ class: of, kind: 'word', value: word }, ...sounds, { class: of, kind: 'start', value: start.join('') }];
  });
}

/** What would make two records look like one person: a beginning of a name alone says too little. */
export const hintedBy = (name: string, birthDate: string | undefined): readonly WantedMark[] =>
  wantedBy(`${name} ${birthDate ?? ''}`).filter(({ mark }) => mark.kind !== 'start');

export interface MatchedParts {
  readonly parts: number;
  readonly kinds: readonly MatchKind[];
}

const partsOf = (wanted: readonly { readonly part: number }[]): number => new Set(wanted.map(({ part }) => part)).size;

/** At least half of what was asked for. */
export const answers =
  (wanted: readonly WantedMark[]) =>
  ({ parts }: MatchedParts): boolean =>
    parts * 2 >= partsOf(wanted);

/** Every word of the name; or the birth date and one of them. */
export const looksAlike =
  (hints: readonly WantedMark[]) =>
  ({ parts, kinds }: MatchedParts): boolean => {
    const named = partsOf(hints.filter(({ mark }) => mark.kind !== 'birth'));
    const sameBirth = kinds.includes('birth');
    return sameBirth ? parts > 1 : parts === named;
  };
