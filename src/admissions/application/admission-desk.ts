import { Injectable } from '@nestjs/common';
import { notFound } from '../../access/access.problems.js';
import type { Permission } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { ReferralDesk } from '../../referrals/application/referral-desk.js';
import type { ShownReferral } from '../../referrals/domain/referral.js';
import { notOfACaller } from '../../referrals/domain/referral.problems.js';
import type { ShownAttempt } from '../domain/attempt.js';
import type { ShownStay } from '../domain/stay.js';
import { AttemptStore } from '../persistence/attempt.store.js';
import { StayStore } from '../persistence/stay.store.js';

export interface OnGround {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}

/** A referral as it lies before somebody, and on which ground of theirs. */
export interface AtHand {
  readonly referral: ShownReferral;
  readonly on: OnGround;
}

/** One of a client's record: dates, waiting lists and stays are of no other. */
export interface OfClient extends AtHand {
  readonly referral: ShownReferral & { readonly clientId: Id };
}

/** Dates and stays as they lie before somebody, each with its referral. */
@Injectable()
export class AdmissionDesk {
  constructor(
    private readonly referrals: ReferralDesk,
    private readonly attempts: AttemptStore,
    private readonly stays: StayStore,
  ) {}

  /** @throws Refusal `not_found`, `role_may_not` */
  async referral(tx: Tx, permission: Permission, id: Id): Promise<AtHand> {
    const { referral, ground } = await this.referrals.one(tx, permission, id);
    return { referral, on: { ground } };
  }

  /** @throws Refusal also `not_of_a_caller` */
  async ofClient(tx: Tx, permission: Permission, id: Id): Promise<OfClient> {
    const { referral, on } = await this.referral(tx, permission, id);
    const { clientId } = referral;
    if (clientId === null) throw new Refusal(notOfACaller);
    return { referral: { ...referral, clientId }, on };
  }

  /** @throws Refusal `not_found`, `role_may_not` */
  async attempt(tx: Tx, permission: Permission, id: Id): Promise<OfClient & { readonly attempt: ShownAttempt }> {
    const attempt = await this.attempts.one(tx, id);
    if (!attempt) throw new Refusal(notFound);
    return { attempt, ...(await this.ofClient(tx, permission, attempt.referralId)) };
  }

  /** @throws Refusal `not_found`, `role_may_not` */
  async stay(tx: Tx, permission: Permission, id: Id): Promise<OfClient & { readonly stay: ShownStay }> {
    const stay = await this.stays.one(tx, id);
    if (!stay) throw new Refusal(notFound);
    return { stay, ...(await this.ofClient(tx, permission, stay.referralId)) };
  }
}
