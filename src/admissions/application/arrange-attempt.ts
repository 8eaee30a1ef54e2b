import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { patched, sent } from '../../kernel/merge-patch.js';
import { Refusal } from '../../kernel/refusal.js';
import { attemptDone } from '../domain/admissions.events.js';
import { attemptOver, companionUnknown } from '../domain/admissions.problems.js';
import type { Transport } from '../domain/attempt.codes.js';
import { ATTEMPT_WORDS, type AttemptWords, type BeforeStep, type ShownAttempt } from '../domain/attempt.js';
import { isLive } from '../domain/attempt.rules.js';
import { AttemptStore } from '../persistence/attempt.store.js';
import { AdmissionDesk } from './admission-desk.js';
import { attemptView, type AttemptView } from './attempt-view.js';

export interface Arrangement {
  readonly transport?: Transport | null;
  readonly accompaniedBy?: Id | null;
  /** As a whole. */
  readonly beforeSteps?: readonly BeforeStep[];
  readonly note?: string | null;
}

/** How she gets there, who goes along, and what has to be done before: by either side. */
@Injectable()
export class ArrangeAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AdmissionDesk,
    private readonly attempts: AttemptStore,
  ) {}

  /** @throws Refusal `not_found`, `stale`, `attempt_over`, `companion_unknown` */
  by(actor: Actor, id: Id, expected: number, wish: Arrangement): Promise<AttemptView> {
    return this.work.run(actor, async (tx) => {
      const { attempt, on } = await this.desk.attempt(tx, 'attempt:write', id);
      assertFresh(expected, attempt.version);
      if (!isLive(attempt)) throw new Refusal(attemptOver);
      await this.assertWorksHere(tx, wish.accompaniedBy);
      await this.change(tx, attempt, wish);
      const after = (await this.attempts.one(tx, id)) ?? attempt;
      tx.record(attemptDone('attempt.arranged', after, on));
      return attemptView(tx, after);
    });
  }

  private async assertWorksHere(tx: Tx, membershipId: Id | null | undefined): Promise<void> {
    if (membershipId && !(await this.attempts.worksHere(tx, membershipId))) throw new Refusal(companionUnknown);
  }

  private async change(tx: Tx, attempt: ShownAttempt, { note, ...to }: Arrangement): Promise<void> {
    const words = patched<AttemptWords>(sent(attempt, ATTEMPT_WORDS), { note }, ['note']);
    if (!(await this.attempts.change(tx, attempt, sent(to), words)))
      refuseStale(attempt.version, await this.attempts.one(tx, attempt.id));
  }
}
