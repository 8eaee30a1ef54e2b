import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { signInSlowed } from '../domain/accounts.problems.js';
import { charged, FORGOTTEN_AFTER, secondsToWait, type MissKind, type Misses } from '../domain/misses.js';
import { later } from '../domain/session.js';
import { MissesStore } from '../persistence/misses.store.js';
import { SessionStore } from '../persistence/session.store.js';
import type { Caller } from './caller.js';

/** The counters that one attempt touches. They hold neither address, only what stands for it. */
export type Counters = ReadonlyMap<MissKind, Buffer>;

/** Seconds: an address where the account signed in within this time is the worker's own. */
const OWN_ADDRESS = 30 * 24 * 3600;

/**
 * Growing delays instead of lockouts. An attempt is charged before it is judged and refunded when it was none, so that
 * a thousand at once are counted as a thousand. Where the account has signed in before, only what happened to it at that
 * very address counts: guessing from elsewhere keeps nobody away from her own desk.
 */
@Injectable()
export class CountMisses {
  constructor(
    private readonly misses: MissesStore,
    private readonly sessions: SessionStore,
  ) {}

  /** @throws Refusal `sign_in_slowed` when it is not time yet; then nothing is charged */
  async charge(tx: Work, email: string, who: { id: Id | undefined; from: From }): Promise<Counters> {
    const place = { addressHash: who.from.addressHash, since: later(tx.now, -OWN_ADDRESS) };
    const own = await this.sessions.stoodAt(tx, who.id ?? null, place);
    const counters = countersOf(email, who.from, own);
    const standing = await this.misses.lock(tx, [...counters.values()]);
    const found = [...counters].map(([kind, key]) => [kind, key, standing.get(key.toString('hex'))] as const);
    const retryAfter = Math.max(...found.map(([, , misses]) => (misses ? secondsToWait(misses, tx.now) : 0)));
    if (retryAfter > 0) throw new Refusal(signInSlowed, { retryAfter });
    for (const [kind, key, misses] of found) {
      await this.misses.charge(tx, key, charged(kind, misses ?? none(tx.now), tx.now));
    }
    return counters;
  }

  /** The attempt was good: what the account had at this address is forgotten, the rest gets this one back. */
  async refund(tx: Work, counters: Counters): Promise<void> {
    const pair = counters.get('account_at_address');
    await this.misses.refund(tx, [...counters.values()]);
    if (pair) await this.misses.forget(tx, [pair]);
    await this.misses.sweep(tx, later(tx.now, -FORGOTTEN_AFTER));
  }

  /** Somebody proved by a link that the account is hers. */
  forget(tx: Work, email: string, from: From): Promise<void> {
    const { account_at_address: pair, account } = Object.fromEntries(countersOf(email, from, false));
    return this.misses.forget(
      tx,
      [pair, account].filter((key) => key !== undefined),
    );
  }
}

const none = (now: string): Misses => ({ count: 0, last_at: now, wait_until: now });

type From = Pick<Caller, 'addressHash' | 'keyed'>;

function countersOf(email: string, { addressHash, keyed }: From, own: boolean): Counters {
  const address = addressHash.toString('hex');
  const pair = ['account_at_address', keyed(`account ${email} at ${address}`)] as const;
  const wider = [['account', keyed(`account ${email}`)] as const, ['address', keyed(`at ${address}`)] as const];
  return new Map<MissKind, Buffer>(own ? [pair] : [pair, ...wider]);
}
