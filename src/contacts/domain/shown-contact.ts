import type { Id } from '../../kernel/ids.js';
import type { Instant } from '../../kernel/civil-time.js';
import { answeredQuestions, type Answer, type Answers, type KeptAnswer, type Question } from './answer.js';
import type { Contact, ContactWords } from './contact.js';
import { isMark, marksOf, type Mark, type Marks } from './mark.js';

/** A contact with its words opened and the answers that whoever asks may read. */
export interface ShownContact {
  readonly contact: Contact;
  readonly words: ContactWords;
  readonly answers: Answers;
}

/** As it stood in one version, when that was written and by which membership. */
export interface ContactVersion extends ShownContact {
  readonly updatedAt: Instant;
  readonly updatedBy: Id | null;
}

export interface OpenedAnswer extends KeptAnswer {
  readonly note?: string;
}

/** What is beside the contact: its questions and marks. */
export const partsOf = ({ contact, answers }: ShownContact): readonly (Question | Mark)[] => [
  ...answeredQuestions(answers),
  ...marksOf(contact).keys(),
];

/** Of each question and mark the newest row. */
export function newestOf<Kept extends OpenedAnswer>(kept: readonly Kept[]): readonly Kept[] {
  const newest = new Map<string, Kept>();
  for (const each of kept)
    if (each.version > (newest.get(each.question)?.version ?? 0)) newest.set(each.question, each);
  return [...newest.values()];
}

const standing = (kept: readonly OpenedAnswer[]) => kept.filter(({ answer }) => answer !== 'not_asked');

export function answersOf(kept: readonly OpenedAnswer[]): Answers {
  const answered = standing(kept).flatMap(({ question, answer, note }): [Question, Answer][] =>
    isMark(question) || answer === 'not_asked' ? [] : [[question, { answer, ...(note !== undefined && { note }) }]],
  );
  return Object.fromEntries(answered);
}

export const keptMarks = (kept: readonly OpenedAnswer[]): Marks =>
  new Map(
    standing(kept).flatMap(({ question, amount }): [Mark, number | null][] =>
      isMark(question) ? [[question, amount]] : [],
    ),
  );

/**
 * The version that a reader is shown: how often the contact and those parts of it that they may read were written anew. What
 * they may not read leaves no trace in it.
 */
export const shownVersion = (rowVersion: number, kept: readonly OpenedAnswer[]): number =>
  kept.reduce((version, part) => version + part.version - 1, rowVersion);
