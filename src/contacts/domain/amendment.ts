import { instantOf } from '../../kernel/civil-time.js';
import type { Answer, Answers, AnswersChange, Question } from './answer.js';
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
  return { contact: next, words: amendedWords(words, change.words), answers: amendedAnswers(answers, change.answers) };
}

function amendedWords(words: ContactWords, change: ContactChange['words']): ContactWords {
  const after = Object.entries({ ...words, ...change });
  return Object.fromEntries(after.filter(([, text]) => text !== null));
}

function amendedAnswers(answers: Answers, change: AnswersChange = {}): Answers {
  const after = Object.entries({ ...answers, ...change }) as [Question, Answer | null][];
  return Object.fromEntries(after.filter(([, answer]) => answer !== null));
}
