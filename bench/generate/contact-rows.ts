import { QUESTION_CLASSES, QUESTIONS } from '../../src/contacts/domain/answer.js';
import { ACTIONS, CONTACT_CHANNELS, PURPOSES, SETTINGS } from '../../src/contacts/domain/contact.codes.js';
import { plainCodes } from '../../src/contacts/domain/mark.js';
import type { Id } from '../../src/kernel/ids.js';
import type { Chance } from './chance.js';
import type { Row } from './copy-text.js';
import { note, wish } from './invented.js';
import { DAY, instant, MINUTE } from './moments.js';
import type { Person } from './person.js';
import type { Worker } from './places.js';
import { contactsOf } from './size.js';

const PLAIN = plainCodes({ purposes: PURPOSES, actions: ACTIONS });
const OTHER_OUTCOMES = ['no_answer', 'left_safe_message', 'not_safe_to_talk'] as const;

/** Her contacts over the time of her record, most of them with her peer. */
export function contactRows(person: Person): void {
  const count = contactsOf(person.size, person.number);
  for (let made = 0; made < count; made += 1) contact(person);
}

function contact(person: Person): void {
  const { chance, size } = person;
  const author = chance.happens(0.75) ? person.peer : chance.one(person.team);
  const happened = person.moment();
  const recorded = Math.min(happened + (chance.happens(0.1) ? 2 * DAY : 20 * MINUTE), size.today);
  const id = chance.id(recorded);
  const spoke = chance.happens(0.7);
  person.add('contact', {
    ...{ id, class: 'coordination', author_id: author.membershipId },
    ...{ channel: chance.one(CONTACT_CHANNELS), started_by: chance.one(['worker', 'worker', 'client']) },
    ...{ happened_at: instant(happened), recorded_at: instant(recorded), setting: chance.one(SETTINGS) },
    ...{ purposes: [chance.one(PLAIN.purposes)], prepared_visit: false, follow_ups: [], state: 'standing' },
    ...(spoke ? whenReached(chance) : whenNot(chance)),
    words: words(person, id, spoke),
  });
  if (spoke && chance.happens(0.45)) answers(person, id, author);
}

const whenReached = (chance: Chance): Row => ({
  ...{ outcome: 'reached', minutes: chance.whole(3, 90), actions: [chance.one(PLAIN.actions)] },
  ...(chance.happens(0.15) && { accompanied_to: 'appointment', accompaniment: 'together' }),
  experience_shared: chance.happens(0.1),
});

const whenNot = (chance: Chance): Row => ({
  ...{ outcome: chance.one(OTHER_OUTCOMES), actions: [], experience_shared: false },
});

function words(person: Person, id: Id, spoke: boolean): Buffer | null {
  const { chance } = person;
  if (!spoke && chance.happens(0.6)) return null;
  const written = { note: note(chance), ...(spoke && chance.happens(0.3) && { goalToday: wish(chance) }) };
  return person.seal('contact', { id, class: 'coordination' }, written);
}

function answers(person: Person, contactId: Id, author: Worker): void {
  const { chance } = person;
  const first = chance.whole(0, QUESTIONS.length - 1);
  const asked = [first, (first + chance.whole(1, QUESTIONS.length - 1)) % QUESTIONS.length];
  for (const question of asked.map((at) => QUESTIONS[at] ?? 'mood_low')) {
    const [id, of] = [chance.id(person.size.today), QUESTION_CLASSES[question]];
    const noted = author.role !== 'physician' && chance.happens(0.3);
    const sealed = noted ? person.seal('contact_answer', { id, class: of }, { note: wish(chance) }) : null;
    const answer = chance.one(['yes', 'no', 'no', 'unknown']);
    person.add('contact_answer', { id, class: of, contact_id: contactId, question, answer, words: sealed });
  }
}
