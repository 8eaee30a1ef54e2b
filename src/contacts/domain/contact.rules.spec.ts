import { describe, expect, it } from '@jest/globals';
import { factsOf, faultsOf, isLate, type ContactDraft } from './contact.rules.js';

const NOW = '2026-11-23T16:00:00.000Z';

const faulty = (facts: Partial<ContactDraft['facts']>, rest: Partial<Omit<ContactDraft, 'facts'>> = {}) =>
  faultsOf(
    { words: {}, answers: {}, ...rest, facts: factsOf({ channel: 'phone', outcome: 'reached', ...facts }, NOW) },
    NOW,
  ).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a contact', () => {
  it('needs a channel and an outcome; it happened now, and silence is no statement', () => {
    expect(factsOf({ channel: 'phone', outcome: 'no_answer' }, NOW)).toMatchObject({
      happenedAt: NOW,
      startedBy: 'worker',
      minutes: null,
      naloxone: null,
      experienceShared: false,
    });
    expect(faulty({ outcome: 'no_answer' })).toEqual([]);
  });

  it('keeps its instant in UTC, however the phone wrote it', () => {
    const facts = factsOf({ channel: 'text', outcome: 'reached', happenedAt: '2026-11-23T08:30:00-07:00' }, NOW);
    expect(facts.happenedAt).toBe('2026-11-23T15:30:00.000Z');
  });

  it('may run ahead of the clock by five minutes and not by six', () => {
    expect(faulty({ happenedAt: '2026-11-23T16:05:00Z' })).toEqual([]);
    expect(faulty({ happenedAt: '2026-11-23T16:06:00Z' })).toEqual(['/happenedAt in_future']);
  });

  it('may be old, but not a century', () => {
    expect(faulty({ happenedAt: '2007-01-01T00:00:00Z' })).toEqual([]);
    expect(faulty({ happenedAt: '1926-11-23T16:00:00Z' })).toEqual(['/happenedAt too_long_ago']);
  });

  it('is late when it is written down more than a day after', () => {
    expect(isLate({ happenedAt: '2026-11-22T16:00:00.000Z', recordedAt: NOW })).toBe(false);
    expect(isLate({ happenedAt: '2026-11-22T15:59:59.999Z', recordedAt: NOW })).toBe(true);
  });

  it('says where to and how together, and counts kits that were given', () => {
    expect(faulty({ accompaniedTo: 'pharmacy' })).toEqual(['/accompaniment needed']);
    expect(faulty({ accompaniment: 'together' })).toEqual(['/accompaniedTo needed']);
    expect(faulty({}, { words: { place: 'Pharmacy on 4th' } })).toEqual(['/place not_accompanied']);
    expect(faulty({ naloxone: 'offered', naloxoneKits: 2 })).toEqual(['/naloxoneKits not_given']);
    expect(faulty({ accompaniedTo: 'court', accompaniment: 'met_there', naloxone: 'given', naloxoneKits: 2 })).toEqual(
      [],
    );
  });

  it('holds no words, answers or acts of somebody who was not reached, and names them all at once', () => {
    const said = { words: { goalToday: 'Sleep inside' }, answers: { needs_food: { answer: 'yes' } } } as const;
    const facts = { outcome: 'no_answer', naloxone: 'given', preparedVisit: true, experienceShared: true } as const;
    expect(faulty(facts, said)).toEqual([
      '/goalToday nobody_reached',
      '/answers nobody_reached',
      '/preparedVisit nobody_reached',
      '/naloxone nobody_reached',
      '/experienceShared nobody_reached',
    ]);
    expect(faulty({ ...facts, outcome: 'reached' }, said)).toEqual([]);
  });
});
