import { QUESTIONS } from '../domain/answer.js';
import type { ContactChange } from '../domain/amendment.js';
import type { ContactFacts, ContactWords } from '../domain/contact.js';
import type { ContactDraft } from '../domain/contact.rules.js';
import type { ContactFilter } from '../domain/contact-filter.js';
import type { AmendContactRequest, ContactsQuery, LogContactRequest } from './contact.request.js';

const WORDS = ['goalToday', 'note', 'place'] as const satisfies readonly (keyof ContactWords)[];
const FACTS = [
  ...(['channel', 'startedBy', 'outcome', 'happenedAt', 'minutes', 'setting', 'purposes', 'actions'] as const),
  ...(['accompaniedTo', 'accompaniment', 'preparedVisit', 'naloxone', 'naloxoneKits', 'experienceShared'] as const),
] as const satisfies readonly (keyof ContactFacts)[];

/** Only what was sent: absent keeps, so it must stay absent. */
const sent = <Name extends string>(body: Readonly<Partial<Record<Name, unknown>>>, names: readonly Name[]): object =>
  Object.fromEntries(names.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])));

export const draftOf = ({ answers = {}, ...body }: LogContactRequest): ContactDraft => ({
  facts: sent(body, FACTS) as ContactDraft['facts'],
  words: sent(body, WORDS),
  answers: sent(answers, QUESTIONS),
});

export const changeOf = ({ answers = {}, ...body }: AmendContactRequest): ContactChange => ({
  facts: sent(body, FACTS),
  words: sent(body, WORDS),
  answers: sent(answers, QUESTIONS),
});

export function filterOf(query: ContactsQuery): ContactFilter {
  const {
    'happenedAt[from]': happenedFrom,
    'happenedAt[before]': happenedBefore,
    channel,
    outcome,
    author: authorId,
  } = query;
  return sent({ happenedFrom, happenedBefore, channel, outcome, authorId }, [
    ...(['happenedFrom', 'happenedBefore', 'channel', 'outcome', 'authorId'] as const),
  ]);
}
