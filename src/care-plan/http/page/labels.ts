import { ROLE_WORDS } from '../../../access/role-words.js';
import { NEED_DOMAINS } from '../../../needs/domain/need.domains.js';
import type { Language } from '../../../platform/http/language.js';
import type { SectionName } from '../../domain/plan-section.js';

type Label = Readonly<Record<Language, string>>;

export const TITLE: Label = { en: 'My plan', fr: 'Mon plan' };

export const HEADINGS = {
  team: { en: 'Who works with me', fr: 'Qui travaille avec moi' },
  supporters: { en: 'Who stands by me', fr: 'Qui est à mes côtés' },
  goals: { en: 'What I want', fr: 'Ce que je veux' },
  needs: { en: 'What we are working on', fr: 'Ce sur quoi nous travaillons' },
  referrals: { en: 'What I am waiting for', fr: 'Ce que j’attends' },
  nextSteps: { en: 'What comes next', fr: 'La suite' },
} as const satisfies Record<string, Label>;

/** French puts a space before it that does not break. */
export const COLON: Label = { en: ': ', fr: '\u00a0: ' };

/** Between hours and minutes. */
export const HOUR: Label = { en: ':', fr: '\u00a0h\u00a0' };

export const SECTION_HEADINGS: Readonly<Record<SectionName, Label>> = {
  know_about_me: { en: 'What I want you to know', fr: 'Ce que je veux que vous sachiez' },
  what_helps: { en: 'What helps me', fr: 'Ce qui m’aide' },
  my_strengths: { en: 'My strengths', fr: 'Mes forces' },
  safety: { en: 'When it gets hard', fr: 'Quand ça devient difficile' },
};

/** A word for each code that stands on the page. */
const CODES: Readonly<Record<string, Label>> = {
  ...ROLE_WORDS,
  named: { en: 'named', fr: 'nommé' },
  working_on: { en: 'we are on it', fr: 'en cours' },
  reached: { en: 'reached', fr: 'atteint' },
  set_aside: { en: 'set aside for now', fr: 'mis de côté pour l’instant' },
  changed: { en: 'became something else', fr: 'devenu autre chose' },
  found: { en: 'found', fr: 'repéré' },
  met: { en: 'met', fr: 'comblé' },
  confirmed: { en: 'met, and confirmed', fr: 'comblé, et confirmé' },
  open: { en: 'open', fr: 'à faire' },
  done: { en: 'done', fr: 'fait' },
  dropped: { en: 'no longer wanted', fr: 'n’est plus souhaité' },
  ...NEED_DOMAINS,
};

export const label = (language: Language, code: string): string => CODES[code]?.[language] ?? code.replaceAll('_', ' ');

export const isLabelled = (code: string): boolean => code in CODES;

export const me: Label = { en: 'I do', fr: 'moi' };
export const primary: Label = { en: 'turn to first', fr: 'à qui m’adresser d’abord' };
export const asOf: Label = { en: 'As it stood on', fr: 'Tel qu’il était le' };
export const nothingYet: Label = { en: 'Nothing yet.', fr: 'Rien pour l’instant.' };
/** Where several records are read as one. */
export const joinedLine = {
  en: (count: number): string =>
    `This page shows ${count} records that were joined as one person’s, as far as whoever printed it sees them.`,
  fr: (count: number): string =>
    `Cette page réunit ${count} dossiers d’une même personne, dans la mesure où la personne qui l’a imprimée les voit.`,
} as const;
export const withheldLine: Label = {
  en: 'Parts of the plan are not on this page, because whoever printed it does not see them.',
  fr: 'Certaines parties du plan ne figurent pas ici : la personne qui l’a imprimé ne les voit pas.',
};
