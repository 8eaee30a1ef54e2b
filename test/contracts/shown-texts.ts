/** Where a text stands in a file. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const LITERAL = /'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/gu;
const COMMENT = /\/\*\*[^]*?\*\//gu;
/** A sentence in English in the API's document. */
const DESCRIPTION = /\bdescription:\s*$/u;
/** Its tables of descriptions, the one file that holds nothing else. */
const DESCRIPTIONS = 'src/api-description.ts';
/** A name that users send or read is no word of a language. */
const CODE = /`[^`]*`|"[^"\n]*"/gu;

/**
 * The texts of this language in a source that users are shown: labels, problems and messages, which stand under `en` and
 * `fr`; and in English what becomes the API's document, which are descriptions and the comments of the http rooms.
 */
export function shownIn(path: string, text: string, language: 'en' | 'fr'): readonly Place[] {
  if (!/^src\/.*(?<!\.spec)\.ts$/u.test(path)) return [];
  const under = blocksOf(text, language);
  const isDescription = ({ start }: Place) => path === DESCRIPTIONS || DESCRIPTION.test(text.slice(0, start));
  const isShown = (place: Place) =>
    under.some(({ start, end }) => start <= place.start && place.end <= end) ||
    (language === 'en' && isDescription(place));
  const literals = placesOf(LITERAL, text).filter(isShown);
  const comments = language === 'en' && path.includes('/http/') ? placesOf(COMMENT, text) : [];
  return [...literals, ...comments].flatMap((place) => withoutCode(text, place));
}

const placesOf = (pattern: RegExp, text: string): readonly Place[] =>
  Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({ start: index, end: index + length }));

/** What stands under `en:`: one text, or everything up to the brace that closes it. */
function blocksOf(text: string, language: string): readonly Place[] {
  return placesOf(new RegExp(`\\b${language}:\\s*(?=['\`{])`, 'gu'), text).map(({ end: start }) => {
    let depth = 0;
    for (const { 0: sign, index } of text.slice(start).matchAll(/'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[{}]/gu)) {
      if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      if (depth === 0) return { start, end: start + index + sign.length };
    }
    return { start, end: text.length };
  });
}

function withoutCode(text: string, { start, end }: Place): readonly Place[] {
  if (text.startsWith('`', start)) return [{ start, end }];
  const codes = placesOf(CODE, text.slice(start, end));
  return [...codes, { start: end - start, end }].map((code, at) => ({
    start: start + (codes[at - 1]?.end ?? 0),
    end: start + code.start,
  }));
}
