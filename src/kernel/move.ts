import type { Lifecycle } from './lifecycle.js';
import { problem, Refusal, type Fault } from './refusal.js';

const moveNotOpen = problem('move_not_open', 'conflict', {
  en: {
    title: 'Not from here',
    detail:
      '{move} is not open in the state {state}. Open now: {openMoves}. Send one of these; where there is none, it stays as it is.',
  },
  fr: {
    title: 'Pas à partir d’ici',
    detail:
      'L’étape {move} n’est pas ouverte dans l’état {state}. Ouvertes maintenant : {openMoves}. Envoyez l’une d’elles ; s’il n’y en a aucune, cela reste tel quel.',
  },
});

/**
 * The state after the move.
 *
 * @throws Refusal (409) with the rule's own reason or `move_not_open`; both name the state and the moves that are open
 */
export function nextState<State extends string, Verb extends string, Facts>(
  table: Lifecycle<State, Verb, Facts>,
  move: Verb,
  state: State,
  facts: Facts,
): State {
  const verdict = table.decide(move, state, facts);
  if (verdict.allowed) return verdict.next;
  const because = verdict.because === 'not-from-this-state' ? moveNotOpen : verdict.because;
  throw new Refusal(because, { move, state, openMoves: table.openMoves(state, facts) });
}

/** What is sent along with a move, by name: of which move it is, or of which several, and whether they ask for it. */
export type MoveParts<Part extends string, Verb extends string> = Readonly<
  Record<Part, { readonly of: Verb | readonly Verb[]; readonly isNeeded?: true }>
>;

/** Parts that do not belong to the move, and those that it lacks; empty when it can be made. */
export function partFaults<Part extends string, Verb extends string>(
  parts: MoveParts<Part, Verb>,
  wish: Readonly<Partial<Record<NoInfer<Part>, unknown>>> & { readonly move: Verb },
): readonly Fault[] {
  return (Object.keys(parts) as Part[]).flatMap((part) => {
    const { of, isNeeded } = parts[part];
    const verbs: readonly Verb[] = typeof of === 'string' ? [of] : of;
    const isOfIt = verbs.includes(wish.move);
    if (wish[part] === undefined) return isOfIt && isNeeded ? [lacking(part, wish.move)] : [];
    return isOfIt ? [] : [misplaced(part, verbs.join(', '))];
  });
}

const misplaced = (part: string, of: string): Fault => ({
  pointer: `/${part}`,
  code: 'not_of_this_move',
  message: {
    en: `This goes with the move ${of}. Leave it out, or send that move.`,
    fr: `Ceci va avec l’étape ${of}. Omettez-le ou envoyez cette étape.`,
  },
});

const lacking = (part: string, of: string): Fault => ({
  pointer: `/${part}`,
  code: 'needed_by_this_move',
  message: {
    en: `The move ${of} needs this. Send it along.`,
    fr: `L’étape ${of} en a besoin. Envoyez-le avec elle.`,
  },
});
