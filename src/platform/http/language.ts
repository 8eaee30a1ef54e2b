export type Language = 'en' | 'fr';

interface Range {
  readonly language: string;
  readonly q: number;
}

/** English unless French is asked for with a higher weight (RFC 9110, 12.5.4); of two equal ones the first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? '').slice(0, 500).split(',').map(rangeOf);
  const wanted = ranges.filter(({ q, language }) => q > 0 && /^(en|fr|\*)(-|$)/.test(language));
  const first = wanted.sort((a, b) => b.q - a.q)[0];
  return first?.language.startsWith('fr') ? 'fr' : 'en';
}

function rangeOf(text: string): Range {
  const [language = '', ...parameters] = text.toLowerCase().split(';');
  const weight = parameters.map((parameter) => /^\s*q=([01](\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
  return { language: language.trim(), q: weight === undefined ? 1 : Number(weight) };
}
