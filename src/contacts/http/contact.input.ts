import { QUESTIONS } from '../domain/answer.js';
import type { ContactChange } from '../domain/amendment.js';
import type { ContactFacts, ContactWords } from '../domain/contact.js';
import type { ContactDraft } from '../domain/contact.rules.js';
import type { ContactFilter } from '../domain/contact-filter.js';
import type { AmendContactRequest, ContactsQuery, LogContactRequest } from './contact.request.js';
import { sent } from '../../kernel/merge-patch.js';

const WORDS = ['goalToday', 'note', 'place'] as const satisfies readonly (keyof ContactWords)[];
const FACTS = [
  ...(['channel', 'startedBy', 'outcome', 'happenedAt', 'minutes', 'setting', 'purposes', 'actions'] as const),
  ...(['accompaniedTo', 'accompaniment', 'preparedVisit', 'naloxone', 'naloxoneKits', 'experienceShared'] as const),
] as const satisfies readonly (keyof ContactFacts)[];

export const draftOf = ({ answers = {}, ...body }: LogContactRequest): ContactDraft => ({
  facts: sent(body, FACTS),
  words: sent(body, WORDS),
  answers: sent(answers, QUESTIONS),
});

export const changeOf = ({ answers = {}, ...body }: AmendContactRequest): ContactChange => ({
  facts: sent(body, FACTS),
  words: sent(body, WORDS),
  answers: sent(answers, QUESTIONS),
});

export function filterOf(query: ContactsQuery): ContactFilter {
  const { 'happenedAt[from]': happenedFrom, 'happenedAt[before]': happenedBefore, ...more } = query;
  return sent({ happenedFrom, happenedBefore, ...more });
}
