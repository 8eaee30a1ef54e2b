import { shownIn } from './shown-texts.js';

/** One entry of `words.json`. A pattern is a run of words; `a|b` stands for either at that place. */
export interface WordRule {
  readonly language: 'en' | 'fr';
  readonly find: readonly string[];
  readonly say: string;
  /** Only where it stands alone as a value (`'failed'`) or as a state or verb of a lifecycle (`failed:`). */
  readonly alone?: boolean;
  /** Only in what users are shown: texts under `en` and `fr`, and what stands in the API's document. */
  readonly shown?: boolean;
  /** A regular expression of the paths it holds for; everywhere when absent. */
  readonly in?: string;
}

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly found: string;
  readonly say: string;
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface Pattern {
  readonly places: readonly ReadonlySet<string>[];
  readonly rule: WordRule;
}

/** `takeHome`, `TAKE_HOME`, `take-home` and "take home" are all the words take, home. */
const WORD = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+/gu;

/** What may stand between two words of one phrase: not the end of a sentence, but a line break inside a comment. */
const BETWEEN = /^[\s\-_'’*/]{0,12}$/u;

const QUOTE = /['"`«“”»]/u;

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const [word] = match;
    return { word: word.toLowerCase(), start: match.index, end: match.index + word.length };
  });
}

function standsAlone(text: string, token: Token, path: string): boolean {
  const [before, after] = [text.charAt(token.start - 1), text.charAt(token.end)];
  if (QUOTE.test(before) && QUOTE.test(after)) return true;
  return path.endsWith('.lifecycle.ts') && /\s/u.test(before) && after === ':';
}

/** The words as found, or nothing when the pattern does not begin at this token. */
function matchAt(text: string, tokens: readonly Token[], at: number, places: Pattern['places']): string | undefined {
  const run = tokens.slice(at, at + places.length);
  const fits = places.every((place, step) => {
    const token = run[step];
    const before = run[step - 1];
    if (!token || !place.has(token.word)) return false;
    return !before || BETWEEN.test(text.slice(before.end, token.start));
  });
  return fits ? run.map(({ word }) => word).join(' ') : undefined;
}

export function wordLint(rules: readonly WordRule[]): (path: string, text: string) => readonly Finding[] {
  const byFirstWord = new Map<string, Pattern[]>();
  for (const rule of rules) {
    for (const find of rule.find) {
      const places = find.split(' ').map((place) => new Set(place.split('|')));
      for (const first of places[0] ?? []) {
        byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { places, rule }]);
      }
    }
  }

  return (path, text) => {
    const composed = text.normalize('NFC');
    const tokens = tokensOf(composed);
    const shown = { en: shownIn(path, composed, 'en'), fr: shownIn(path, composed, 'fr') };
    const holds = ({ rule }: Pattern, token: Token) =>
      (rule.in === undefined || new RegExp(rule.in, 'u').test(path)) &&
      (rule.shown !== true ||
        shown[rule.language].some(({ start, end }) => start <= token.start && token.end <= end)) &&
      (rule.alone !== true || standsAlone(composed, token, path));

    return tokens.flatMap((token, at) => {
      for (const pattern of byFirstWord.get(token.word) ?? []) {
        const found = matchAt(composed, tokens, at, pattern.places);
        if (found === undefined || !holds(pattern, token)) continue;
        const line = composed.slice(0, token.start).split('\n').length;
        return [{ path, line, found, say: pattern.rule.say }];
      }
      return [];
    });
  };
}
