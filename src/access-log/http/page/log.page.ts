import { escaped, htmlPage } from '../../../platform/http/html.js';
import type { Language } from '../../../platform/http/language.js';
import type { ToldLine } from './told-line.js';

type Label = Readonly<Record<Language, string>>;

const LOG_TITLE: Label = { en: 'Who looked', fr: 'Qui a consulté' };
const NOTHING: Label = { en: 'Nothing yet.', fr: 'Rien pour l’instant.' };
const ZONE: Label = { en: 'Times of', fr: 'Heures de' };
const ABOUT: Label = {
  en: 'Each line is one time that somebody used your record, or tried to. None is left out.',
  fr: 'Chaque ligne est une fois où quelqu’un a utilisé votre dossier, ou a essayé. Aucune n’est omise.',
};

/** The log on a page to print. Nothing on it comes from elsewhere, and nothing runs. */
export const logPage = (lines: readonly ToldLine[], language: Language, timeZone: string): string =>
  htmlPage(language, LOG_TITLE[language], logBody(lines, language, timeZone));

export function logBody(lines: readonly ToldLine[], language: Language, timeZone: string): string {
  const items = lines.map((line) => `<li>${lineBody(line)}</li>`).join('\n');
  const list = items === '' ? `<p>${NOTHING[language]}</p>` : `<ul>${items}</ul>`;
  return `<p>${ABOUT[language]}</p>\n${list}\n<p><small>${ZONE[language]} ${escaped(timeZone)}.</small></p>`;
}

function lineBody({ when, who, role, organisation, what, classes, ground, purpose, outcome }: ToldLine): string {
  const person = [who, role, organisation].filter(Boolean).map(escaped).join(', ');
  const why = [ground, purpose, outcome].filter(Boolean).map(escaped).join(' · ');
  const kinds = classes.length === 0 ? '' : `<br><small>${classes.map(escaped).join('; ')}</small>`;
  return `${escaped(when)} · <strong>${person}</strong><br>${escaped(what)} <small>${why}</small>${kinds}`;
}
