import { soundsOf } from './name-sounds.js';

/** What a record is found by. Only an HMAC of it ever reaches the database. */
export interface SearchMark {
  readonly class: 'identity_name' | 'identity_contact';
  readonly kind: 'word' | 'sound' | 'start' | 'birth' | 'phone' | 'email';
  readonly value: string;
}

export const SHORTEST_START = 2;
/** A longer beginning is searched by its first letters. */
export const LONGEST_START = 10;
export const SHORTEST_DIGITS = 4;
const LONGEST_DIGITS = 15;

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
  (of: SearchMark['class'], kind: SearchMark['kind']) =>
  (value: string): SearchMark => ({ class: of, kind, value });

function beginnings(word: string): readonly string[] {
  const letters = Array.from(word);
  const most = Math.min(letters.length, LONGEST_START);
  return Array.from({ length: Math.max(0, most - SHORTEST_START + 1) }, (_, i) =>
    letters.slice(0, SHORTEST_START + i).join(''),
  );
}

export const nameMarks = (name: string): readonly SearchMark[] =>
  wordsOf(name).flatMap((word) => [
    mark('identity_name', 'word')(word),
    ...soundsOf(word).map(mark('identity_name', 'sound')),
    ...beginnings(word).map(mark('identity_name', 'start')),
  ]);

export const birthMarks = (date: string): readonly SearchMark[] => [mark('identity_name', 'birth')(date)];

/** Digits as North America dials them within: without its country code. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');

/** Every ending of at least four digits, so that a number is found by the ones somebody remembers. */
export function phoneMarks(text: string): readonly SearchMark[] {
  const digits = digitsOf(text).slice(-LONGEST_DIGITS);
  if (digits.length < SHORTEST_DIGITS) return [];
  const endings = Array.from({ length: digits.length - SHORTEST_DIGITS + 1 }, (_, i) => digits.slice(i));
  return endings.map(mark('identity_contact', 'phone'));
}

/** A number or an address, whichever this is. */
export function reachMarks(value: string): readonly SearchMark[] {
  const address = /[^\s<>]+@[^\s<>]+/.exec(value)?.[0];
  return address === undefined ? phoneMarks(value) : [mark('identity_contact', 'email')(folded(address))];
}
