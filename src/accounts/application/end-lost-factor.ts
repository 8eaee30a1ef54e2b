import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { newId } from '../../kernel/ids.js';
import { accountEvents } from '../domain/accounts.events.js';
import { AccountStore } from '../persistence/account.store.js';
import { PendingSignInStore } from '../persistence/pending-sign-in.store.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import { NO_SESSION, SessionStore } from '../persistence/session.store.js';

/**
 * For whoever lost device and recovery codes and has no administrator beside them: done on the host, never behind a route.
 * The password stays, and the next sign-in with it sets a factor up.
 */
@Injectable()
export class EndLostFactor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly factors: SecondFactorStore,
    private readonly sessions: SessionStore,
    private readonly pendings: PendingSignInStore,
  ) {}

  /** @returns whether one stood; nothing when nobody who may sign in has this address */
  of(email: string): Promise<{ readonly stood: boolean } | undefined> {
    return this.work.runUnsigned(newId(), async (tx) => {
      const found = await this.accounts.byEmail(tx, email.trim().toLowerCase());
      const account = found && (await this.accounts.lock(tx, found.id));
      if (!account || account.disabled) return undefined;
      const standing = await this.factors.standing(tx, account.id);
      if (standing) await this.factors.end(tx, standing.id, 'reset');
      await this.sessions.endOthers(tx, account.id, NO_SESSION);
      await this.pendings.useAllOf(tx, account.id);
      tx.record(accountEvents.secondFactorReset(account.id, standing !== undefined, true));
      return { stood: standing !== undefined };
    });
  }
}
