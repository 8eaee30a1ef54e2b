import type { Language } from '../../platform/http/language.js';
import type { ToldLine } from './page/told-line.js';

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  en: ['When', 'Who', 'Role', 'Organisation', 'What', 'Kinds of data', 'Why they may', 'What for', 'Outcome'],
  fr: ['Quand', 'Qui', 'Rôle', 'Organisme', 'Quoi', 'Genres de données', 'À quel titre', 'Dans quel but', 'Résultat'],
};

/** Comma-separated (RFC 4180), with a byte order mark, without which spreadsheets misread accents. */
export function logCsv(lines: readonly ToldLine[], language: Language): string {
  const rows = lines.map((line) => [
    ...[line.when, line.who, line.role, line.organisation, line.what],
    ...[line.classes.join('; '), line.ground, line.purpose, line.outcome],
  ]);
  return `\uFEFF${[HEADINGS[language], ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** What a spreadsheet would take for a formula, behind an apostrophe: then it is text. */
const FORMULA = /^[=+\-@\t\r\n]/;

export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
