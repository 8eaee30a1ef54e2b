import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import { isMark, MARK_CLASSES, type Mark } from './mark.js';

/** Each is asked so that yes means: look after this. The class of an answer is its question's, whoever wrote it. */
export const QUESTION_CLASSES = {
  mood_low: 'mental_health',
  sleep_poor: 'mental_health',
  feels_unsafe: 'mental_health',
  cravings: 'substance_use',
  withdrawal: 'substance_use',
  substance_use_today: 'substance_use',
  needs_place_tonight: 'coordination',
  needs_food: 'coordination',
} as const satisfies Readonly<Record<string, DataClass>>;

export type Question = keyof typeof QUESTION_CLASSES;
export const QUESTIONS = Object.keys(QUESTION_CLASSES) as readonly Question[];

/** Unknown is an answer of its own and never a no: asked, and she did not say or could not tell. */
export const ANSWER_VALUES = ['yes', 'no', 'unknown'] as const;
export type AnswerValue = (typeof ANSWER_VALUES)[number];

/** What she answered; nothing for a question means that nobody asked. */
export type Answers = Readonly<Partial<Record<Question, Answer>>>;

export interface Answer {
  readonly answer: AnswerValue;
  readonly note?: string;
}

/** Null takes an answer back. */
export type AnswersChange = Readonly<Partial<Record<Question, Answer | null>>>;

/** As it is kept: what was taken back says `not_asked`, and its history says what stood there. */
export interface KeptAnswer {
  readonly id: Id;
  readonly question: Question | Mark;
  readonly class: DataClass;
  readonly answer: AnswerValue | 'not_asked';
  /** Kits, of the mark that counts them. */
  readonly amount: number | null;
  /** Its own: 1 with its contact, 2 where it came later, and one more each time. */
  readonly version: number;
}

export const classOfPart = (part: Question | Mark): DataClass =>
  isMark(part) ? MARK_CLASSES[part] : QUESTION_CLASSES[part];

export const answeredQuestions = (answers: AnswersChange): readonly Question[] =>
  QUESTIONS.filter((question) => answers[question] !== undefined);

/** Classes that a contact and its answers may have. */
export const CONTACT_CLASSES: readonly DataClass[] = ['coordination', 'substance_use', 'mental_health'];

/** Classes of a contact with these answers and marks. */
export const classesOf = (parts: readonly (Question | Mark)[]): readonly DataClass[] => {
  const held = new Set<DataClass>(['coordination', ...parts.map(classOfPart)]);
  return CONTACT_CLASSES.filter((name) => held.has(name));
};
