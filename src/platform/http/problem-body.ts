import type { Fault, Problem, ProblemText, Refusal, RefusalFacts, RefusalKind } from '../../kernel/refusal.js';
import type { Language } from './language.js';

/** The only place that knows HTTP numbers. */
export const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'not-allowed': 405,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  unsupported: 415,
  unprocessable: 422,
  'condition-missing': 428,
  'too-many': 429,
  unexpected: 500,
  unavailable: 503,
};

/** A client that sends a hundred faults has enough to mend. */
const MOST_FAULTS = 100;

export const pageOfProblem = (code: string): string => `/problems/${code}`;

/** RFC 9457. */
export function problemBody(refusal: Refusal, language: Language, requestId: string): object {
  const { problem, facts, faults } = refusal;
  return {
    type: pageOfProblem(problem.code),
    ...problemText(refusal, language),
    status: STATUS[problem.kind],
    code: problem.code,
    ...facts,
    ...(faults.length > 0 && { errors: faults.slice(0, MOST_FAULTS).map((fault) => told(fault, language)) }),
    requestId,
  };
}

/** With what is known of the case filled in. */
export function problemText({ problem, facts }: Refusal, language: Language): ProblemText {
  const { title, detail } = problem[language];
  return { title, detail: filled(detail, facts, NONE[language]) };
}

const told = ({ message, in: where = 'body', ...fault }: Fault, language: Language) => ({
  in: where,
  ...fault,
  message: message[language],
});

/** A list of nothing, in words. */
const NONE: Readonly<Record<Language, string>> = { en: 'none', fr: 'aucune' };

const filled = (text: string, facts: RefusalFacts, none: string): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name];
    return fact === undefined ? whole : Array.isArray(fact) ? fact.join(', ') || none : String(fact);
  });

/** What a problem asks of the caller beside its text. */
export function problemHeaders({ problem, facts }: Refusal): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/problem+json',
    ...(facts['retryAfter'] !== undefined && { 'retry-after': String(facts['retryAfter']) }),
    ...(problem.kind === 'not-allowed' && { allow: filled('{allow}', facts, '') }),
    ...(problem.kind === 'unauthenticated' && { 'www-authenticate': 'Bearer' }),
  };
}

export const isOurFault = ({ kind }: Problem): boolean => STATUS[kind] >= 500;
