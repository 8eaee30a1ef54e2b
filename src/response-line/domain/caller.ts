import type { Id } from '../../kernel/ids.js';
import type { CallerNoteState } from './caller-note.lifecycle.js';

/** Somebody who calls a response line. It is known by what that person chose to say, and tied to no client. */
export interface Caller {
  readonly id: Id;
  readonly organisationId: Id;
  readonly language: string;
  readonly mayBeCalledBack: boolean;
  readonly createdAt: string;
  readonly createdBy: Id;
  readonly updatedAt: string;
  readonly updatedBy: Id;
  readonly version: number;
}

export interface CallerWords {
  readonly alias?: string;
  readonly pronouns?: string;
  /** Where and how a call back is fine. */
  readonly whereToCall?: string;
}
export const CALLER_WORDS = ['alias', 'pronouns', 'whereToCall'] as const;

/** One thing that was asked to be remembered until the next call. */
export interface CallerNote {
  readonly id: Id;
  readonly callerId: Id;
  readonly state: CallerNoteState;
  readonly createdAt: string;
  readonly createdBy: Id;
  readonly updatedAt: string;
  readonly updatedBy: Id;
  readonly version: number;
}

/** Nothing once it is let go: the words are kept nowhere. */
export interface ShownNote extends CallerNote {
  readonly text: string | undefined;
}

export interface ShownCaller extends Caller {
  readonly words: CallerWords;
}

export interface CallerChange {
  readonly language?: string;
  readonly mayBeCalledBack?: boolean;
  readonly words: { readonly [Word in keyof CallerWords]?: CallerWords[Word] | null };
}
