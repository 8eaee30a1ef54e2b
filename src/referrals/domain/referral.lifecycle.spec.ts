import { describe, expect, it } from '@jest/globals';
import { PARTIES, type Party } from './referral.codes.js';
import {
  DATE_MOVES,
  OVER,
  REFERRAL_MOVES,
  referralLifecycle,
  UNSENT,
  type ReferralFacts,
  type ReferralState,
} from './referral.lifecycle.js';
import { inFhir } from './referral-in-fhir.js';
import * as because from './referral.problems.js';

const facts = (more: Partial<ReferralFacts> = {}): ReferralFacts => ({
  ...{ parties: PARTIES, isAgreed: true, receiverStands: true, isOfCaller: false },
  ...{ tries: { count: 0, channels: 0, days: 2 }, hasLiveDate: false, hasOpenStay: false, fromLedger: false },
  ...more,
});
const { moves } = referralLifecycle;
const decide: typeof referralLifecycle.decide = (...asked) => referralLifecycle.decide(...asked);

describe('a referral', () => {
  it('is closed by no date, whatever came of it and however often', () => {
    for (const move of DATE_MOVES) expect(OVER).not.toContain(moves[move].to);
    // Whatever ends it, somebody decided.
    const ending = referralLifecycle.verbs.filter((verb) => OVER.some((over) => over === moves[verb].to));
    expect(ending.sort()).toEqual(['decline', 'finish', 'leave_early', 'retract', 'stop', 'withdraw']);
    expect(decide('offer_date', 'date_not_attended', facts({ fromLedger: true }))).toEqual({
      allowed: true,
      next: 'date_offered',
    });
    expect(decide('owe_next_date', 'date_not_attended', facts()).allowed).toBe(true);
  });

  it('takes what follows from a date from its ledger alone', () => {
    for (const move of DATE_MOVES) {
      const [from = 'drafted'] = moves[move].from;
      expect(decide(move, from, facts())).toEqual({ allowed: false, because: because.byItsDate });
    }
  });

  it('is stopped because nobody is reached only after three tries over two channels on two days', () => {
    const stop = (count: number, channels: number, days = 2) =>
      decide('stop', 'accepted', facts({ stopReason: 'unable_to_contact', tries: { count, channels, days } }));
    const tooLittle = { allowed: false, because: because.triedTooLittle };
    expect([stop(0, 0), stop(2, 2), stop(3, 1), stop(9, 1)]).toEqual([tooLittle, tooLittle, tooLittle, tooLittle]);
    expect(stop(3, 2, 1)).toEqual(tooLittle);
    expect(stop(3, 2)).toEqual({ allowed: true, next: 'stopped' });
    expect(decide('stop', 'accepted', facts({ stopReason: 'moved' })).allowed).toBe(true);
  });

  it('is no longer shared only by the sender’s word, once it is so; and what the receiver has is the receiver’s to say', () => {
    const stop = (stopReason: string, more: Partial<ReferralFacts>) =>
      decide('stop', 'accepted', facts({ stopReason, ...more })).allowed;
    const unshared = { isAgreed: false, parties: ['sender'] } as const;
    expect(stop('agreement_ended', unshared)).toBe(true);
    expect(stop('agreement_ended', { ...unshared, isAgreed: true })).toBe(false);
    expect(stop('agreement_ended', { ...unshared, parties: ['receiver'] })).toBe(false);
    expect([stop('no_capacity', { parties: ['receiver'] }), stop('no_capacity', { parties: ['sender'] })]).toEqual([
      true,
      false,
    ]);
  });

  it('is ended by the sender where the receiver cannot: it is no longer shared, or they are no longer there', () => {
    const finish = (more: Partial<ReferralFacts>) =>
      decide('finish', 'in_progress', facts({ parties: ['sender'], ...more })).allowed;
    expect([finish({}), finish({ isAgreed: false }), finish({ receiverStands: false })]).toEqual([false, true, true]);
  });

  it('is moved by the side whose move it is, and by the receiver without an account as by one with one', () => {
    const made = (...parties: Party[]) =>
      REFERRAL_MOVES.filter((move) => moves[move].from.some((from) => decide(move, from, facts({ parties })).allowed));
    expect(made('sender').sort()).toEqual(
      ['answer', 'owe_next_date', 'reopen', 'retract', 'send', 'stop', 'withdraw'].sort(),
    );
    expect(made('receiver')).toEqual(made('outside'));
    expect(made('receiver').sort()).toEqual(
      ['accept', 'arrive', 'ask', 'await_step', 'decline', 'finish', 'leave_early', 'owe_next_date']
        .concat(['put_on_waiting_list', 'stop'])
        .sort(),
    );
    expect([made(), made('client')]).toEqual([[], []]);
  });

  it('reads in FHIR as sent again, once it is opened again', () => {
    const [sentAt, stateSince] = ['2026-11-20T16:00:00.000Z', '2026-11-23T16:00:00.000Z'];
    const again = { state: 'sent', round: 2, sentAt, stateSince } as const;
    const sent = { request: 'active', task: 'requested', business: 'sent' };
    expect(inFhir({ ...again, round: 1 })).toEqual(sent);
    expect(inFhir(again)).toEqual({ ...sent, business: 'reopened' });
    // A draft that was laid aside goes out for the first time.
    expect(inFhir({ ...again, sentAt: stateSince })).toEqual(sent);
    expect(inFhir({ ...again, state: 'accepted' }).business).toBe('accepted');
  });

  it('goes nowhere without agreement, nor to whom is no longer there', () => {
    for (const [move, from] of [
      ['send', 'drafted'],
      ['reopen', 'stopped'],
    ] as const) {
      expect(decide(move, from, facts({ isAgreed: false }))).toMatchObject({ because: because.notAgreedTo });
      expect(decide(move, from, facts({ receiverStands: false }))).toMatchObject({ because: because.receiverGone });
    }
  });

  it('of a caller knows no waiting list and no date', () => {
    const ofCaller = { isOfCaller: true, fromLedger: true };
    expect([...referralLifecycle.openMoves('accepted', facts(ofCaller))].sort()).toEqual([
      'arrive',
      'stop',
      'withdraw',
    ]);
  });

  it('stands unsent only as a draft, or as what was taken back', () => {
    const unsent = new Set<ReferralState>([referralLifecycle.initial]);
    for (const move of ['withdraw', 'retract'] as const) unsent.add(moves[move].to);
    expect([...unsent].sort()).toEqual([...UNSENT].sort());
  });
});
