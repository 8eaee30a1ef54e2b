import { classesOf, CONTACT_CLASSES, type Question } from './answer.js';
import type { Mark } from './mark.js';
import type { Contact } from './contact.js';
import { isLate } from './contact.rules.js';

type Part = Question | Mark;
type Version = Pick<Contact, 'id' | 'clientId' | 'version'>;

/** `asked`: which questions, never what was answered. */
export const contactLogged = (contact: Contact, asked: readonly Part[]) => ({
  event: 'contact.logged',
  clientId: contact.clientId,
  classes: classesOf(asked),
  facts: { contactId: contact.id, version: contact.version, late: isLate(contact), followUps: contact.followUps },
});

export const contactRead = ({ id, clientId, version }: Version, shown: readonly Part[]) => ({
  event: 'contact.read',
  clientId,
  classes: classesOf(shown),
  facts: { contactId: id, version },
});

export const contactVersionsRead = ({ id, clientId, version }: Version, shown: readonly Part[]) => ({
  event: 'contact.versions_read',
  clientId,
  classes: classesOf(shown),
  facts: { contactId: id, version },
});

/** It was somebody else's, or nobody's. */
export const contactRetracted = ({ id, clientId, version }: Version, asked: readonly Part[]) => ({
  event: 'contact.retracted',
  clientId,
  classes: classesOf(asked),
  facts: { contactId: id, version },
});

export const contactAmended = (
  { id, clientId, version }: Version,
  fields: readonly string[],
  asked: readonly Part[],
) => ({
  event: 'contact.amended',
  clientId,
  classes: classesOf(asked),
  facts: { contactId: id, version, fields },
});

/** One row for the client whose contacts a list showed. `read` is what the actor holds. */
export const contactsListed = (clientId: Contact['clientId'], read: ReadonlySet<string>, count: number) => ({
  event: 'contact.listed',
  clientId,
  classes: CONTACT_CLASSES.filter((name) => read.has(name)),
  facts: { count },
});

/** Somebody's phone sent what it had written down while it was offline. */
export const batchReceived = (count: number) => ({ event: 'contact.batch_received', facts: { count } });

/** Sent again, and saved before: the answer shows nothing of it. */
export const contactKnown = ({ id, clientId }: Omit<Version, 'version'>) => ({
  event: 'contact.already_saved',
  clientId,
  facts: { contactId: id },
});

/** The same for a client whom the actor does not see and for one whom nobody knows. */
export const batchItemRefused = (clientId: Contact['clientId'], contactId: Contact['id'] | null) => ({
  event: 'access.refused',
  clientId,
  facts: { method: 'POST', route: '/v1/contact-batches', contactId },
});
