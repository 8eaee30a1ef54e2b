import { describe, expect, it } from '@jest/globals';
import { amended, changedFields } from './amendment.js';
import { factsOf } from './contact.rules.js';
import { answersAt, type ShownContact } from './shown-contact.js';

const NOW = '2026-11-23T16:00:00.000Z';
const first: ShownContact = {
  contact: {
    ...factsOf({ channel: 'phone', outcome: 'reached', minutes: 10 }, NOW),
    ...{ id: 'c', clientId: 'k', class: 'coordination', createdBy: 'a', recordedAt: NOW, followUps: [], version: 1 },
  },
  words: { goalToday: 'A warm coat', note: 'Calls again on Friday' },
  answers: { mood_low: { answer: 'yes' }, needs_food: { answer: 'unknown' } },
};

describe('amending a contact', () => {
  it('keeps what is absent, clears what is null and raises the version', () => {
    const { contact, words, answers } = amended(first, {
      facts: { minutes: null, channel: 'video' },
      words: { note: null },
      answers: { mood_low: null, needs_food: { answer: 'no' } },
    });
    expect(contact).toEqual({ ...first.contact, minutes: null, channel: 'video', version: 2 });
    expect(words).toEqual({ goalToday: 'A warm coat' });
    expect(answers).toEqual({ needs_food: { answer: 'no' } });
  });

  it('names what is said anew', () => {
    const change = { facts: { minutes: 3 }, words: { note: 'x' }, answers: { mood_low: null } };
    expect(changedFields(change)).toEqual(['minutes', 'note', 'answers.mood_low']);
    expect(changedFields({ facts: {}, words: {}, answers: {} })).toEqual([]);
  });

  it('finds the answers that stood in a version', () => {
    const kept = { class: 'mental_health', question: 'mood_low' } as const;
    const given = [
      { ...kept, id: '1', answer: 'yes', version: 1, note: 'tired' },
      { ...kept, id: '1', answer: 'not_asked', version: 3 },
    ] as const;
    expect(answersAt(given, 2)).toEqual({ mood_low: { answer: 'yes', note: 'tired' } });
    expect(answersAt(given, 3)).toEqual({});
    expect(answersAt(given, 0)).toEqual({});
  });
});
