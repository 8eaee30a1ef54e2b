import type { DataClass } from '../../access/policy.js';
import { instantOf } from '../../kernel/civil-time.js';
import { patched } from '../../kernel/merge-patch.js';
import { answeredQuestions, classOfPart, type AnswersChange, type Question } from './answer.js';
import type { Contact, ContactFacts, ContactWords } from './contact.js';
import { marksOf, plainCodes, type Mark, type MarkedFacts, type Marks } from './mark.js';
import type { ShownContact } from './shown-contact.js';

/** A merge patch: null clears, absent keeps. */
export interface ContactChange {
  readonly facts: { readonly [Name in keyof ContactFacts]?: ContactFacts[Name] };
  readonly words: { readonly [Word in keyof ContactWords]?: string | null };
  readonly answers?: AnswersChange;
}

/** Names of what is said anew; none when nothing is. */
export const changedFields = ({ facts, words, answers = {} }: ContactChange): readonly string[] => [
  ...Object.keys(facts),
  ...Object.keys(words),
  ...Object.keys(answers).map((question) => `answers.${question}`),
];

/** The contact as said anew. Its version follows from what is saved of it. */
export function amended({ contact, words, answers }: ShownContact, change: ContactChange): ShownContact {
  const { happenedAt = contact.happenedAt } = change.facts;
  const next: Contact = { ...contact, ...change.facts, happenedAt: instantOf(happenedAt) };
  return { contact: next, words: patched(words, change.words), answers: patched(answers, change.answers ?? {}) };
}

/** Whether the contact itself is said anew, and not only what stands beside it. */
export function touchesContact({ contact }: ShownContact, { facts, words }: ContactChange): boolean {
  const { purposes = contact.purposes, actions = contact.actions, naloxone: _, naloxoneKits: _kits, ...rest } = facts;
  const after = plainCodes({ purposes, actions });
  const before = plainCodes(contact);
  return Object.keys(rest).length + Object.keys(words).length > 0 || JSON.stringify(after) !== JSON.stringify(before);
}

interface Marked {
  readonly contact: MarkedFacts;
}

/** Marks that were set, counted anew or, as null, taken back. */
export type MarksChange = ReadonlyMap<Mark, { readonly amount: number | null } | null>;

export function marksChange(before: Marked, after: Marked): MarksChange {
  const [old, now] = [marksOf(before.contact), marksOf(after.contact)];
  const set = [...now].filter(([name, amount]) => old.get(name) !== amount);
  const gone = [...old.keys()].filter((name) => !now.has(name));
  return new Map([
    ...set.map(([name, amount]) => [name, { amount }] as const),
    ...gone.map((name) => [name, null] as const),
  ]);
}

/** Classes that must be read for this, as whether there is something already shows only to whoever reads it. */
export function classesTouched({ facts, answers = {} }: ContactChange): readonly DataClass[] {
  const { purposes = [], actions = [], naloxone, naloxoneKits } = facts;
  const named: Marks = marksOf({ purposes, actions, naloxone: null, naloxoneKits: null });
  const parts: readonly (Question | Mark)[] = [
    ...answeredQuestions(answers),
    ...named.keys(),
    ...(naloxone === undefined && naloxoneKits === undefined ? [] : (['naloxone_given'] as const)),
  ];
  return parts.map(classOfPart);
}
