type Rule = readonly [RegExp, string];

/** Spellings that are said alike in both languages. Vowels go last: what is left is the skeleton of consonants. */
const BOTH: readonly Rule[] = [
  [/^(kn|gn)(?=[aeiouy])/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/ph/g, 'f'],
  [/(sch|sh|ch)/g, 'x'],
  [/gn/g, 'n'],
  [/ck|cq|qu|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/dg(?=[eiy])|g(?=[eiy])/g, 'j'],
  [/th/g, 't'],
  [/gh/g, 'g'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/h/g, ''],
];
const FRENCH: readonly Rule[] = [
  [/^ou(?=[aeiy])/, 'w'],
  [/(eault|ault|eaux|aux|eau|au)$/, 'o'],
  [/e?[stdxzp]+$/, ''],
  [/er$/, 'e'],
  [/ll(?=[aeiouy]|$)/g, 'l'],
];
const ENGLISH: readonly Rule[] = [
  [/igh/g, 'i'],
  [/(?<=[aeiou])gh(?=t|$)/g, ''],
  [/e?s$/, 's'],
];
const LONGEST = 8;

const applied = (word: string, rules: readonly Rule[]): string =>
  rules.reduce((said, [spelt, sound]) => said.replace(spelt, sound), word);

function skeleton(word: string): string {
  const consonants = word
    .replace(/^[aeiouy]+/, 'A')
    .replace(/[aeiouy]/g, '')
    .replace(/(.)\1+/g, '$1');
  return consonants.slice(0, LONGEST);
}

/**
 * How a folded word may sound, read as English and as French: one or two keys. Words that sound alike share a key, as
 * Tremblay and Tremblé or Kathryn and Catherine do. Nothing for a word of other letters than a to z.
 */
export function soundsOf(word: string): readonly string[] {
  if (!/^[a-z]{2,}$/.test(word)) return [];
  const readings = [ENGLISH, FRENCH].map((rules) => skeleton(applied(applied(word, rules), BOTH)));
  return [...new Set(readings)].filter((key) => key.length >= 2);
}
