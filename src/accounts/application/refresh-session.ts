import { Injectable } from '@nestjs/common';
import type { TokenClaims } from '../../access/access-tokens.js';
import { UnitOfWork, type UnsignedTx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { accountEvents } from '../domain/accounts.events.js';
import { refreshJustUsed, refreshNotAccepted } from '../domain/accounts.problems.js';
import { judgeRefresh, JUST_USED } from '../domain/refresh.js';
import { SessionStore, type RefreshedSession } from '../persistence/session.store.js';
import { OpenSession, type OpenedSession, type SignedIn } from './open-session.js';
import { hashOf, newSecretToken } from './secret-token.js';

/** A new pair of tokens for the old refresh token, which is worth nothing from then on. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly opening: OpenSession,
  ) {}

  /**
   * @throws Refusal `refresh_not_accepted` when the session is over (an old token that comes again ends it),
   *   `refresh_just_used` when another request had the token a moment ago
   */
  async with(token: string, requestId: Id): Promise<SignedIn> {
    const hash = hashOf(token);
    const outcome = await this.work.runUnsigned(requestId, async (tx) => {
      const session = await this.sessions.lockByToken(tx, hash);
      if (!session?.stands) return 'over';
      tx.recognise(claimsOf(session));
      const verdict = judgeRefresh(session, tx.now);
      if (verdict === 'reused') return this.endForBoth(tx, session);
      return verdict === 'wait' ? verdict : this.exchange(tx, session, hash);
    });
    if (outcome === 'over') throw new Refusal(refreshNotAccepted);
    if (outcome === 'wait') throw new Refusal(refreshJustUsed, { retryAfter: JUST_USED });
    return this.opening.signedIn(outcome);
  }

  private async exchange(tx: UnsignedTx, session: RefreshedSession, hash: Buffer): Promise<OpenedSession> {
    const next = newSecretToken();
    const expiresAt = await this.sessions.exchange(tx, session, hash, next.hash);
    return { claims: claimsOf(session), refreshToken: next.text, expiresAt };
  }

  private async endForBoth(tx: UnsignedTx, { personId, sessionId }: RefreshedSession): Promise<'over'> {
    await this.sessions.end(tx, personId, sessionId);
    tx.record(accountEvents.refreshReused(sessionId));
    return 'over';
  }
}

function claimsOf({ sessionId, personId, membershipId, organisationId, role }: RefreshedSession): TokenClaims {
  return { sessionId, personId, membershipId, organisationId, role };
}
