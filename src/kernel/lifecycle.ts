import type { Problem } from './refusal.js';

/** A reason why a move is not open now, or nothing when it is. */
export type Rule<Facts> = (facts: Facts, state: string) => Problem | undefined;

export interface Move<State extends string, Facts> {
  readonly from: readonly State[];
  readonly to: State;
  readonly unless?: readonly Rule<Facts>[];
}

export type Verdict<State extends string> =
  | { readonly allowed: true; readonly next: State }
  | { readonly allowed: false; readonly because: Problem | 'not-from-this-state' };

export interface LifecycleTable<State extends string, Verb extends string, Facts> {
  readonly initial: State;
  readonly final: readonly State[];
  readonly moves: Readonly<Record<Verb, Move<State, Facts>>>;
}

export interface Lifecycle<State extends string, Verb extends string, Facts> extends LifecycleTable<
  State,
  Verb,
  Facts
> {
  readonly states: readonly State[];
  readonly verbs: readonly Verb[];
  decide(verb: Verb, state: State, facts: Facts): Verdict<State>;
  openMoves(state: State, facts: Facts): readonly Verb[];
}

/** A lifecycle is a table; everything that asks it (API, documents, CHECK, tests) asks the same one. */
export function lifecycle<State extends string, Verb extends string, Facts>(
  table: LifecycleTable<State, Verb, Facts>,
): Lifecycle<State, Verb, Facts> {
  const verbs = Object.keys(table.moves) as Verb[];
  const every = verbs.flatMap((verb) => [...table.moves[verb].from, table.moves[verb].to]);

  const barred = (verb: Verb, state: State, facts: Facts): Problem | undefined => {
    for (const rule of table.moves[verb].unless ?? []) {
      const because = rule(facts, state);
      if (because) return because;
    }
    return undefined;
  };

  const decide = (verb: Verb, state: State, facts: Facts): Verdict<State> => {
    const { from, to } = table.moves[verb];
    if (!from.includes(state)) return { allowed: false, because: 'not-from-this-state' };
    const because = barred(verb, state, facts);
    return because ? { allowed: false, because } : { allowed: true, next: to };
  };

  const states = [...new Set([table.initial, ...every, ...table.final])];
  const leaving = new Map(
    states.map((state) => [state, verbs.filter((verb) => table.moves[verb].from.includes(state))]),
  );

  return {
    ...table,
    verbs,
    states,
    decide,
    openMoves: (state, facts) => (leaving.get(state) ?? []).filter((verb) => !barred(verb, state, facts)),
  };
}

/** What is unsound about a table, in words; empty when it is sound. A test runs this over every table. */
export function unsoundness(table: Lifecycle<string, string, never>): readonly string[] {
  const reached = new Set([table.initial]);
  for (let grown = true; grown;) {
    grown = false;
    for (const move of Object.values(table.moves)) {
      if (!reached.has(move.to) && move.from.some((state) => reached.has(state))) {
        reached.add(move.to);
        grown = true;
      }
    }
  }
  const leaves = (state: string) => Object.values(table.moves).some((move) => move.from.includes(state));
  return [
    ...table.states.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...table.final.filter(leaves).map((state) => `${state} is final and yet a move leaves it`),
    ...table.states
      .filter((state) => !table.final.includes(state) && !leaves(state))
      .map((state) => `${state} is a dead end that is not declared final`),
  ];
}
