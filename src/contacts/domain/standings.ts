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
  const instants = new Set([...contacts, ...parts].map(({ at }) => at));
  return [...instants]
    .sort()
    .reverse()
    .flatMap((at) => standingAt(at, contacts, parts));
}

function standingAt(at: Instant, contacts: readonly WrittenContact[], parts: readonly WrittenPart[]) {
  const itself = contacts.find((each) => each.at <= at);
  if (!itself) return [];
  const { contact, words } = itself;
  const kept = newestOf(parts.filter((part) => part.at <= at));
  const by = [itself, ...parts].find((each) => each.at === at)?.by ?? null;
  return [
    {
      contact: { ...contact, ...withMarks(contact, keptMarks(kept)), version: shownVersion(contact.version, kept) },
      words,
      answers: answersOf(kept),
      updatedAt: at,
      updatedBy: by,
    },
  ];
}
