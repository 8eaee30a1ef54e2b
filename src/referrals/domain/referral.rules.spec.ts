import { describe, expect, it } from '@jest/globals';
import { isOverdue, nextStepDue, owedNow, partiesOf } from './referral.rules.js';

const NOW = '2026-11-22T20:00:00.000Z';
const EARLIER = '2026-11-22T19:00:00.000Z';
const LATER = '2026-11-22T21:00:00.000Z';
const [ours, theirs] = ['01a204ff-1a34-7206-b866-f9668d575641', '01a204ff-1a34-7206-b866-f9668d575642'];

describe('the sides of a referral', () => {
  const sides = (receiver: string | null, actor: string, speaksForSender = true) =>
    partiesOf(
      {
        senderOrganisationId: ours,
        receiverOrganisationId: receiver,
        receiverKind: receiver === null ? 'outside' : 'organisation',
      },
      { organisationId: actor, speaksForSender },
    );

  it('are one each, both within a house, and the sender beside a receiver without an account', () => {
    expect([sides(theirs, ours), sides(theirs, theirs)]).toEqual([['sender'], ['receiver']]);
    expect(sides(ours, ours)).toEqual(['sender', 'receiver']);
    expect([sides(null, ours), sides(null, theirs)]).toEqual([['sender', 'outside'], []]);
    // What came to them with the referral is all that they have.
    expect([sides(ours, ours, false), sides(theirs, ours, false)]).toEqual([['receiver'], ['sender']]);
  });
});

describe('who owes the next step', () => {
  const agreed = { consentId: theirs, agreedAt: null, agreedUntil: null, agreementEndedAt: null };
  const unknown = { knownToSenderAt: null, knownToClientAt: null };
  const open = { ...agreed, ...unknown, state: 'accepted', sentAt: EARLIER, because: null } as const;
  const told = { ...open, state: 'stopped', knownToSenderAt: EARLIER, knownToClientAt: NOW } as const;

  it('is the sender once it is no longer shared, by a word or by its day', () => {
    expect(owedNow(open, NOW)).toBe('receiver');
    expect(owedNow({ ...open, agreementEndedAt: EARLIER }, NOW)).toBe('sender');
    expect(owedNow({ ...open, agreedUntil: NOW }, NOW)).toBe('sender');
    expect(owedNow({ ...open, agreedUntil: LATER }, NOW)).toBe('receiver');
    expect(owedNow({ ...told, agreementEndedAt: EARLIER }, NOW)).toBe('nobody');
    expect(owedNow({ ...told, knownToClientAt: null }, NOW)).toBe('sender');
    // Nobody owes somebody who died the news.
    expect(owedNow({ ...told, knownToClientAt: null, because: 'deceased' }, NOW)).toBe('nobody');
    expect(owedNow({ ...told, ...unknown, because: 'deceased' }, NOW)).toBe('sender');
  });

  it('is late when the time has come, and nobody is late with what nobody owes', () => {
    expect(isOverdue({ owes: 'receiver', nextStepBy: NOW }, NOW)).toBe(true);
    expect(isOverdue({ owes: 'receiver', nextStepBy: LATER }, NOW)).toBe(false);
    expect(isOverdue({ owes: 'receiver', nextStepBy: null }, NOW)).toBe(false);
    expect(isOverdue({ owes: 'nobody', nextStepBy: EARLIER }, NOW)).toBe(false);
  });

  it('has two hours tonight, and until the day on which a waiting list is looked at again', () => {
    const due = (state: 'sent' | 'waitlisted', reviewOn: string | null) =>
      nextStepDue({ state, urgency: 'tonight', reviewOn }, NOW, 'America/Toronto');
    expect(due('sent', null)).toBe('2026-11-22T22:00:00.000Z');
    expect(due('waitlisted', '2026-12-01')).toBe('2026-12-01T05:00:00.000Z');
    expect(due('waitlisted', null)).toBeNull();
  });
});
