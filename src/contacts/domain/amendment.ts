import { instantOf } from '../../kernel/civil-time.js';
import { patched } from '../../kernel/merge-patch.js';
import type { AnswersChange } from './answer.js';
import type { Contact, ContactFacts, ContactWords } from './contact.js';
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

/** The contact in its next version. */
export function amended({ contact, words, answers }: ShownContact, change: ContactChange): ShownContact {
  const { happenedAt = contact.happenedAt } = change.facts;
  const next: Contact = {
    ...contact,
    ...change.facts,
    happenedAt: instantOf(happenedAt),
    version: contact.version + 1,
  };
  return { contact: next, words: patched(words, change.words), answers: patched(answers, change.answers ?? {}) };
}
