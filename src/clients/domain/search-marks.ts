import { soundsOf } from './name-sounds.js';

/** What a record is found by. Only an HMAC of it ever reaches the database. */
export interface SearchMark {
  readonly class: 'identity_name' | 'identity_contact';
  readonly kind: SoughtKind | 'whole_name';
  readonly value: string;
  readonly says?: SharedThing;
}

/** What a search may ask by. A whole name is only compared with whole names. */
export type SoughtKind = 'word' | 'sound' | 'start' | 'birth' | 'phone' | 'email';

/** What two records have in common that share a mark; beginnings of names and ends of numbers say nothing. */
export type SharedThing = 'name' | 'names_alike' | 'birth_date' | 'phone' | 'email';

export const SHORTEST_START = 2;
/** A longer beginning is searched by its first letters. */
export const LONGEST_START = 10;
export const SHORTEST_DIGITS = 4;
const LONGEST_DIGITS = 15;
/** Fewer digits are an extension or what somebody remembers of a number. */
const WHOLE_NUMBER = 7;

const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** Without case and accents: `Hélène` and `HELENE` are one. Letters of other scripts stay as they are. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøłđðþ]/g, (letter) => LIGATURES[letter] ?? letter);

/** The words of a name; `O’Brien` and `Jean-Luc` are also one word each. */
export function wordsOf(text: string): readonly string[] {
  const plain = folded(text);
  const parts = plain.split(/[^\p{L}\p{N}]+/u);
  const joined = plain.split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  return [...new Set([...parts, ...joined])].filter((word) => word !== '');
}

const mark =
  (of: SearchMark['class'], kind: SearchMark['kind'], says?: SharedThing) =>
  (value: string): SearchMark => ({ class: of, kind, value, ...(says !== undefined && { says }) });

function beginnings(word: string): readonly string[] {
  const letters = Array.from(word);
  const most = Math.min(letters.length, LONGEST_START);
  return Array.from({ length: Math.max(0, most - SHORTEST_START + 1) }, (_, i) =>
    letters.slice(0, SHORTEST_START + i).join(''),
  );
}

export const nameMarks = (name: string): readonly SearchMark[] => [
  ...wordsOf(name).flatMap((word) => [
    mark('identity_name', 'word', 'name')(word),
    ...soundsOf(word).map(mark('identity_name', 'sound', 'name')),
    ...beginnings(word).map(mark('identity_name', 'start')),
  ]),
  ...wholeNames(name).map(mark('identity_name', 'whole_name', 'names_alike')),
];

/** All words of a name of several as they sound, in one order: read as English, and as French. */
function wholeNames(name: string): readonly string[] {
  const words = [...new Set(folded(name).split(/[^\p{L}\p{N}]+/u))].filter((word) => word !== '');
  if (words.length < 2) return [];
  const read = (language: number) => words.map((word) => soundsOf(word).at(language) ?? word).sort();
  return [...new Set([read(0), read(-1)].map((sounds) => sounds.join(' ')))];
}

export const birthMarks = (date: string): readonly SearchMark[] => [mark('identity_name', 'birth', 'birth_date')(date)];

/** Digits as North America dials them within: without its country code. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');

/** Every ending of at least four digits, so that a number is found by the ones somebody remembers. */
export function phoneMarks(text: string): readonly SearchMark[] {
  const digits = digitsOf(text).slice(-LONGEST_DIGITS);
  if (digits.length < SHORTEST_DIGITS) return [];
  const endings = Array.from({ length: digits.length - SHORTEST_DIGITS + 1 }, (_, i) => digits.slice(i));
  const isWhole = digits.length >= WHOLE_NUMBER;
  return endings.map((value, i) => mark('identity_contact', 'phone', i === 0 && isWhole ? 'phone' : undefined)(value));
}

/** A number or an address, whichever this is. */
export function reachMarks(value: string): readonly SearchMark[] {
  const address = /[^\s<>]+@[^\s<>]+/.exec(value)?.[0];
  return address === undefined ? phoneMarks(value) : [mark('identity_contact', 'email', 'email')(folded(address))];
}
