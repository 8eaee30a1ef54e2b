import { Injectable } from '@nestjs/common';
import { UnitOfWork, type UnsignedTx } from '../../audit/unit-of-work.js';
import { accountEvents } from '../domain/accounts.events.js';
import type { Caller } from './caller.js';
import { assertGood, type ShownCode } from './check-code.js';
import type { Confirmation } from './enrol-second-factor.js';
import { FactorKeyring } from './factor-keys.js';
import { OpenSession, type OpenedSession, type SignedIn } from './open-session.js';
import { hashOf } from './secret-token.js';
import { WaitingSignIn } from './waiting-sign-in.js';

export interface SecondEntry {
  readonly pendingToken: string;
  readonly code: string;
}

interface Finished extends Confirmation {
  readonly opened?: OpenedSession;
}

/** The second half of a sign-in: a code, or the first code of the factor that this sign-in sets up. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly waiting: WaitingSignIn,
    private readonly opening: OpenSession,
    private readonly keyring: FactorKeyring,
  ) {}

  /** @throws Refusal `sign_in_half_over`, `code_not_accepted`, `code_used`, `sign_in_slowed` */
  async with({ pendingToken, code }: SecondEntry, caller: Caller): Promise<SignedIn> {
    const shown = { code, keys: await this.keyring.now(), from: caller };
    const { verdict, recoveryCodes, opened } = await this.work.runUnsigned(caller.requestId, (tx) =>
      this.finish(tx, hashOf(pendingToken), shown),
    );
    assertGood(verdict);
    if (!opened) throw new Error('A code was good, and no session came of it.');
    return { ...(await this.opening.signedIn(opened)), ...(recoveryCodes.length > 0 && { recoveryCodes }) };
  }

  private async finish(tx: UnsignedTx, tokenHash: Buffer, shown: ShownCode): Promise<Finished> {
    const { personId, choice } = await this.waiting.lock(tx, tokenHash);
    tx.recognise({ personId });
    const judged = await this.waiting.judge(tx, personId, shown);
    if (judged.verdict !== 'good') return judged;
    await this.waiting.use(tx, tokenHash);
    const opened = await this.opening.in(tx, { personId, verifiedAt: tx.now }, choice, shown.from);
    tx.recognise(opened.claims);
    tx.record(accountEvents.signedIn(opened.claims.sessionId));
    return { ...judged, opened };
  }
}
