import type { Sentence } from '../../kernel/refusal.js';
import { criterionKind, type Criterion, type CriterionName } from './criteria.js';
import type { ServiceSeen } from './service.js';

/** Three values: what is in neither list is not known. */
export interface YesAndNo {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

type Known = number | string | YesAndNo;

/** What is known of a client now: a number, a code, or which codes apply and which do not. */
export type MatchFacts = Readonly<Partial<Record<CriterionName, Known>>>;

export type Result = 'met' | 'not_met' | 'unknown';

export interface Judged {
  readonly criterion: Criterion;
  readonly result: Result;
}
export interface Explained extends Judged {
  readonly why: Sentence;
}

/** From the client's side, in words: nothing stands against it, something has to be found out, something is not met. */
export type Standing = 'nothing_against' | 'to_find_out' | 'not_met';
export const STANDINGS: readonly Standing[] = ['nothing_against', 'to_find_out', 'not_met'];

export interface Match {
  readonly service: ServiceSeen;
  readonly standing: Standing;
  readonly judged: readonly Judged[];
}
export interface ExplainedMatch extends Match {
  readonly judged: readonly Explained[];
}

/**
 * Each criterion with its result; no score. A service of which nobody wrote down what it asks for has to be found
 * out about.
 */
export function matchOf(service: ServiceSeen, facts: MatchFacts): Match {
  const judged = (service.eligibility?.criteria ?? []).map((criterion) => judge(criterion, facts));
  return { service, standing: standingOf(service, judged), judged };
}

function standingOf({ eligibility }: ServiceSeen, judged: readonly Judged[]): Standing {
  if (judged.some(({ result }) => result === 'not_met')) return 'not_met';
  return eligibility === null || judged.some(({ result }) => result === 'unknown') ? 'to_find_out' : 'nothing_against';
}

/** And why. For those that are shown: it is a sentence in each language for each criterion. */
export const explained = (match: Match, facts: MatchFacts): ExplainedMatch => ({
  ...match,
  judged: match.judged.map((judged) => ({ ...judged, why: whyOf(judged.criterion, facts) })),
});

export function judge(criterion: Criterion, facts: MatchFacts): Judged {
  const known = facts[criterion.kind];
  return { criterion, result: known === undefined ? 'unknown' : resultOf(criterion, known) };
}

function resultOf(criterion: Criterion, known: Known): Result {
  if (typeof known === 'number') return numberResult(criterion, known);
  if (typeof known !== 'string') return listResult(criterion, known);
  return criterionKind(criterion.kind).isNamed
    ? nameResult(criterion, known)
    : truth(criterion.values?.includes(known));
}

const numberResult = ({ min = -Infinity, max = Infinity }: Criterion, known: number): Result =>
  truth(known >= min && known <= max);

/** One place has several names, and lies within others: what is not named is not known. */
const nameResult = ({ values = [] }: Criterion, known: string): Result =>
  values.some((name) => NAMES.compare(name, known) === 0) ? 'met' : 'unknown';
const NAMES = new Intl.Collator('fr', { sensitivity: 'base' });

function listResult({ kind, values = [] }: Criterion, { yes, no }: YesAndNo): Result {
  const [needed, against] = criterionKind(kind).shape === 'none_of' ? [no, yes] : [yes, no];
  if (values.some((code) => against.includes(code))) return 'not_met';
  return values.every((code) => needed.includes(code)) ? 'met' : 'unknown';
}

const truth = (holds = false): Result => (holds ? 'met' : 'not_met');

export function whyOf(criterion: Criterion, facts: MatchFacts): Sentence {
  const known = facts[criterion.kind];
  const said = (language: keyof Sentence) => {
    const { asks, knows, nothing } = WORDS[language];
    const heard = known === undefined ? nothing : `${knows} ${knownText(criterion, known, language)}`;
    return `${criterionKind(criterion.kind)[language]}${asks} ${askedText(criterion, language)}${heard}.`;
  };
  return { en: said('en'), fr: said('fr') };
}

/** With their punctuation: French puts a space before a colon and a semicolon. */
const WORDS: Readonly<Record<keyof Sentence, Readonly<Record<'asks' | 'knows' | 'nothing', string>>>> = {
  en: { asks: ': asks for', knows: '; we know of', nothing: '; nobody has said yet, so ask' },
  fr: {
    asks: ' : on demande',
    knows: ' ; à notre connaissance :',
    nothing: ' ; personne ne l’a encore dit, alors demandez',
  },
};

const NONE: Sentence = { en: 'none of', fr: 'l’absence de :' };
const JOINED: Readonly<Record<'any_of' | 'all_of' | 'none_of', Sentence>> = {
  any_of: { en: ' or ', fr: ' ou ' },
  all_of: { en: ' and ', fr: ' et ' },
  none_of: { en: ', ', fr: ', ' },
};

function askedText({ kind, min, max, values = [] }: Criterion, language: keyof Sentence): string {
  const { shape } = criterionKind(kind);
  if (shape === 'range' || shape === 'at_least')
    return [min ?? '', max ?? ''].join('–').replace(/–$/, '+').replace(/^–/, '≤ ');
  const list = values.map((code) => wordOf(kind, code, language)).join(JOINED[shape][language]);
  return shape === 'none_of' ? `${NONE[language]} ${list}` : list;
}

function knownText({ kind, values = [] }: Criterion, known: Known, language: keyof Sentence): string {
  if (typeof known === 'number') return String(known);
  if (typeof known === 'string') return wordOf(kind, known, language);
  const of = (codes: readonly string[], mark: string) =>
    values.filter((code) => codes.includes(code)).map((code) => `${wordOf(kind, code, language)}${mark}`);
  const unsaid = values.filter((code) => !known.yes.includes(code) && !known.no.includes(code));
  const { yes, no, unknown } = SAID[language];
  return [...of(known.yes, yes), ...of(known.no, no), ...of(unsaid, unknown)].join(', ');
}

/** Behind the word, so that it agrees with each. */
const SAID: Readonly<Record<keyof Sentence, Readonly<Record<'yes' | 'no' | 'unknown', string>>>> = {
  en: { yes: '', no: ' (no)', unknown: ' (not said)' },
  fr: { yes: '', no: ' (non)', unknown: ' (non dit)' },
};

const wordOf = (kind: CriterionName, code: string, language: keyof Sentence): string =>
  criterionKind(kind).values?.[code]?.[language] ?? code;
