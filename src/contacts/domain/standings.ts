import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Contact, ContactWords } from './contact.js';
import { withMarks } from './mark.js';
import {
  answersOf,
  keptMarks,
  newestOf,
  shownVersion,
  type ContactVersion,
  type OpenedAnswer,
} from './shown-contact.js';

interface Written {
  readonly at: Instant;
  readonly by: Id | null;
}

/** A version of the contact itself. */
export interface WrittenContact extends Written {
  readonly contact: Contact;
  readonly words: ContactWords;
}

export type WrittenPart = OpenedAnswer & Written;

/**
 * How the contact stood each time that it, or a part of it, was written; the newest first.
 *
 * @param contacts every version, the newest first
 * @param parts every version of those parts that the reader may see: the others leave no trace
 */
export function standings(
  contacts: readonly WrittenContact[],
  parts: readonly WrittenPart[],
): readonly ContactVersion[] {
  const instants = new Set(contacts.map(({ at }) => at));
  const between = [...new Set(parts.map(({ at }) => at))].filter((at) => !instants.has(at));
  const steps = [
    ...contacts.map((itself) => ({ at: itself.at, itself })),
    ...between.flatMap((at) => {
      const itself = contacts.find((each) => each.at <= at);
      return itself ? [{ at, itself }] : [];
    }),
  ];
  return steps
    .sort((a, b) => b.at.localeCompare(a.at) || b.itself.contact.version - a.itself.contact.version)
    .map(({ at, itself }) => standingAt(at, itself, parts));
}

function standingAt(at: Instant, itself: WrittenContact, parts: readonly WrittenPart[]): ContactVersion {
  const { contact, words } = itself;
  const kept = newestOf(parts.filter((part) => part.at <= at));
  return {
    contact: { ...contact, ...withMarks(contact, keptMarks(kept)), version: shownVersion(contact.version, kept) },
    words,
    answers: answersOf(kept),
    updatedAt: at,
    updatedBy: [itself, ...parts].find((each) => each.at === at)?.by ?? null,
  };
}
