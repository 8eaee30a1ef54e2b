import { describe, expect, it } from '@jest/globals';
import { amended, changedFields, touchesContact, type ContactChange } from './amendment.js';
import { factsOf } from './contact.rules.js';
import { marksOf, plainCodes, readableFacts, withMarks } from './mark.js';
import type { ShownContact } from './shown-contact.js';
import { standings } from './standings.js';

const NOW = '2026-11-23T16:00:00.000Z';
const first: ShownContact = {
  contact: {
    ...factsOf({ channel: 'phone', outcome: 'reached', minutes: 10 }, NOW),
    ...{ id: 'c', clientId: 'k', class: 'coordination', createdBy: 'a', recordedAt: NOW, followUps: [], version: 1 },
    state: 'standing',
  },
  words: { goalToday: 'A warm coat', note: 'Calls again on Friday' },
  answers: { mood_low: { answer: 'yes' }, needs_food: { answer: 'unknown' } },
};

describe('amending a contact', () => {
  it('keeps what is absent and clears what is null', () => {
    const { contact, words, answers } = amended(first, {
      facts: { minutes: null, channel: 'video' },
      words: { note: null },
      answers: { mood_low: null, needs_food: { answer: 'no' } },
    });
    expect(contact).toEqual({ ...first.contact, minutes: null, channel: 'video' });
    expect(words).toEqual({ goalToday: 'A warm coat' });
    expect(answers).toEqual({ needs_food: { answer: 'no' } });
  });

  it('names what is said anew', () => {
    const change = { facts: { minutes: 3 }, words: { note: 'x' }, answers: { mood_low: null } };
    expect(changedFields(change)).toEqual(['minutes', 'note', 'answers.mood_low']);
    expect(changedFields({ facts: {}, words: {}, answers: {} })).toEqual([]);
  });

  it('keeps what tells of substances or mental health beside the contact, and puts it together again', () => {
    const told = factsOf(
      {
        ...{ channel: 'phone', outcome: 'reached', purposes: ['harm_reduction', 'check_in'] },
        ...{ actions: ['looked_at_safety_plan'], naloxone: 'given', naloxoneKits: 2 },
      },
      NOW,
    );
    expect(plainCodes(told)).toEqual({ purposes: ['check_in'], actions: [] });
    expect([...marksOf(told)]).toEqual([
      ['purpose_harm_reduction', null],
      ['action_looked_at_safety_plan', null],
      ['naloxone_given', 2],
    ]);
    expect(withMarks(plainCodes(told), marksOf(told))).toEqual({
      ...{ purposes: ['check_in', 'harm_reduction'], actions: ['looked_at_safety_plan'] },
      ...{ naloxone: 'given', naloxoneKits: 2 },
    });
    expect(readableFacts(told, new Set(['coordination']))).toMatchObject({
      ...{ purposes: ['check_in'], actions: [], naloxone: null, naloxoneKits: null },
    });
  });

  it('touches the contact itself only where what everybody reads of it is said anew', () => {
    const only = (facts: ContactChange['facts']) => touchesContact(first, { facts, words: {} });
    expect(only({ naloxone: 'given', naloxoneKits: 1 })).toBe(false);
    expect(only({ purposes: ['harm_reduction'] })).toBe(false);
    expect(only({ purposes: ['check_in'] })).toBe(true);
    expect(touchesContact(first, { facts: {}, words: { note: null } })).toBe(true);
  });

  it('shows each time that something visible was written, and counts nothing else', () => {
    const [t1, t2, t3] = ['2026-11-23T16:00:00.000Z', '2026-11-23T17:00:00.000Z', '2026-11-23T18:00:00.000Z'] as const;
    const kept = { class: 'mental_health', question: 'mood_low', id: '1', amount: null, by: 'a' } as const;
    const parts = [
      { ...kept, answer: 'yes', version: 1, note: 'tired', at: t1 },
      { ...kept, answer: 'not_asked', version: 2, at: t3 },
    ] as const;
    const itself = { contact: first.contact, words: {}, by: 'a' };
    const contacts = [
      { ...itself, at: t2, contact: { ...first.contact, version: 2 } },
      { ...itself, at: t1 },
    ];
    const all = standings(contacts, parts);
    expect(all.map(({ updatedAt, contact }) => [updatedAt, contact.version])).toEqual([
      [t3, 3],
      [t2, 2],
      [t1, 1],
    ]);
    expect(all.map(({ answers }) => Object.keys(answers))).toEqual([[], ['mood_low'], ['mood_low']]);
    expect(standings(contacts, []).map(({ contact }) => contact.version)).toEqual([2, 1]);
  });
});
