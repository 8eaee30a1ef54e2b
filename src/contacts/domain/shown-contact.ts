import type { Id } from '../../kernel/ids.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Answer, Answers, KeptAnswer, Question } from './answer.js';
import type { Contact, ContactWords } from './contact.js';

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

/** What stands among these at a version of the contact: the newest of each question up to it, unless taken back. */
export function answersAt(kept: readonly OpenedAnswer[], version: number): Answers {
  const newest = new Map<Question, OpenedAnswer>();
  for (const each of kept) {
    if (each.version <= version && each.version > (newest.get(each.question)?.version ?? 0))
      newest.set(each.question, each);
  }
  const standing = [...newest.values()].flatMap(({ question, answer, note }): [Question, Answer][] =>
    answer === 'not_asked' ? [] : [[question, { answer, ...(note !== undefined && { note }) }]],
  );
  return Object.fromEntries(standing);
}
