import { isByLink, type DataClass } from '../../../access/policy.js';
import { ROLE_WORDS } from '../../../access/role-words.js';
import { civilDateAt, civilTimeAt } from '../../../kernel/civil-time.js';
import type { Sentence } from '../../../kernel/refusal.js';
import type { Language } from '../../../platform/http/language.js';
import type { LogLine } from '../../domain/log-line.js';
import {
  ANOTHER_CLIENT,
  CLASS_WORDS,
  GROUND_WORDS,
  inWords,
  NOBODY,
  OUTCOME_WORDS,
  PURPOSE_WORDS,
  RECEIVER,
  SOMEBODY,
  WITH_LINK,
  WITH_RECEIVER_LINK,
  YOU,
} from '../../domain/plain-words.js';
import { sentenceOf } from '../../domain/sentences.js';

/** A line of the log in plain words: what stands in the list, in the CSV and on the page alike. */
export interface ToldLine {
  readonly when: string;
  readonly who: string;
  readonly role: string;
  readonly organisation: string;
  readonly what: string;
  readonly classes: readonly string[];
  readonly ground: string;
  readonly purpose: string;
  readonly outcome: string;
}

export interface Telling {
  readonly language: Language;
  readonly timeZone: string;
}

export function toldLine(line: LogLine, { language, timeZone }: Telling): ToldLine {
  const said = (words: Sentence) => words[language];
  const named = (words: Readonly<Record<string, Sentence>>, code: string | null) =>
    code === null ? '' : said(inWords(words, code));
  return {
    when: `${civilDateAt(line.at, timeZone)} ${civilTimeAt(line.at, timeZone)}`,
    who: whoOf(line, language),
    role: isByLink(line.role) ? '' : named(ROLE_WORDS, line.role),
    organisation: line.organisationName ?? '',
    what: said(sentenceOf(line.event)),
    classes: line.classes.map((name: DataClass) => said(CLASS_WORDS[name])),
    ground: named(GROUND_WORDS, line.ground),
    purpose: named(PURPOSE_WORDS, line.purpose),
    outcome: named(OUTCOME_WORDS, line.outcome),
  };
}

function whoOf({ personId, personName, ...line }: LogLine, language: Language): string {
  const byLink = whoByLink({ personId, ...line });
  if (byLink) return byLink[language];
  if (personId === null) return NOBODY[language];
  return personName ?? SOMEBODY[language];
}

type ByLink = Pick<LogLine, 'personId' | 'clientId' | 'event' | 'role'>;

function whoByLink({ personId, clientId, event, role }: ByLink): Sentence | undefined {
  if (role === 'receiver') return NOT_YET_LET_IN.has(event) ? WITH_RECEIVER_LINK : RECEIVER;
  if (role !== 'client') return undefined;
  if (personId !== clientId) return ANOTHER_CLIENT;
  return NOT_YET_LET_IN.has(event) ? WITH_LINK : YOU;
}

const NOT_YET_LET_IN = new Set([
  ...['hand_link.not_opened', 'hand_session.not_let_in'],
  ...['receiver_link.not_opened', 'receiver_session.not_let_in'],
]);
