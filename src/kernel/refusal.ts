/** What kind of no this is. Only `platform/http` knows which HTTP status that makes. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'not-allowed'
  | 'conflict'
  | 'stale'
  | 'condition-missing'
  | 'too-large'
  | 'unsupported'
  | 'unprocessable'
  | 'too-many'
  | 'unavailable'
  | 'unexpected';

/** A title and a detail that names the mend; `{field}` is filled from the refusal's facts. */
export interface ProblemText {
  readonly title: string;
  readonly detail: string;
}

export interface Problem {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly en: ProblemText;
  readonly fr: ProblemText;
}

/** The same sentence in both languages. */
export interface Sentence {
  readonly en: string;
  readonly fr: string;
}

/** One thing wrong with one part of the input, and its mend. `pointer` is a JSON Pointer (RFC 6901) into that part. */
export interface Fault {
  /** The body where nothing is said. */
  readonly in?: 'body' | 'query' | 'path' | 'header';
  readonly pointer: string;
  readonly code: string;
  readonly message: Sentence;
}

/** Facts shown with a problem: ids, states, versions, limits. Never a name and never what somebody wrote. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

const known = new Map<string, Problem>();

/** Declares a problem once, beside the rule that raises it. Its page is served under `/problems/{code}`. */
export function problem(code: string, kind: RefusalKind, texts: { en: ProblemText; fr: ProblemText }): Problem {
  if (known.has(code)) throw new Error(`The problem code ${code} is declared twice.`);
  const declared = { code, kind, ...texts };
  known.set(code, declared);
  return declared;
}

/** Every problem of the modules loaded so far, in order of code: the pages, the OpenAPI list and the tests read it. */
export function knownProblems(): readonly Problem[] {
  return [...known.values()].sort((a, b) => a.code.localeCompare(b.code));
}

/** The one error that rules and use cases raise. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /** @param about whose record was asked for; for the audit, never shown */
  constructor(
    readonly problem: Problem,
    readonly facts: RefusalFacts = {},
    readonly faults: readonly Fault[] = [],
    readonly about?: string,
  ) {
    super(problem.code);
  }
}
