import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import type { Held } from '../../access/grants.js';
import { DATA_CLASSES } from '../../access/policy.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Id } from '../../kernel/ids.js';
import { patched, sent } from '../../kernel/merge-patch.js';
import { Refusal } from '../../kernel/refusal.js';
import {
  REFERRAL_WORDS,
  type Referral,
  type ReferralWords,
  type ServedKind,
  type ShownReferral,
} from '../domain/referral.js';
import { forTheSender, notADraft } from '../domain/referral.problems.js';
import { referralChanged, referralDone } from '../domain/referrals.events.js';
import { ReferralPackageStore } from '../persistence/referral-package.store.js';
import { ReferralStore } from '../persistence/referral.store.js';
import { ReferralDesk, type FoundReferral } from './referral-desk.js';
import { ReferralDrafting } from './referral-drafting.js';
import { ReferralShowing, type ReferralWhole } from './referral-showing.js';
import { ReferralTerms, sharedWith, type Receiver, type Terms } from './referral-terms.js';

/** A merge patch: absent keeps, null clears. A receiver is replaced as a whole. */
export type ReferralPatch = Partial<Terms>;

@Injectable()
export class ChangeReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ReferralDesk,
    private readonly showing: ReferralShowing,
    private readonly drafting: ReferralDrafting,
    private readonly terms: ReferralTerms,
    private readonly referrals: ReferralStore,
    private readonly packages: ReferralPackageStore,
  ) {}

  /** While it is a draft. @throws Refusal `not_found`, `stale`, `not_a_draft`, `for_the_sender` and those of its terms */
  by(actor: Actor, id: Id, expected: number, patch: ReferralPatch): Promise<ReferralWhole> {
    return this.work.run(actor, async (tx) => {
      const before = await this.desk.one(tx, 'referral:write', id);
      assertFresh(expected, before.referral.version);
      if (!before.parties.includes('sender')) throw new Refusal(forTheSender);
      if (before.referral.state !== 'drafted') throw new Refusal(notADraft);
      const fields = Object.keys(patch);
      if (fields.length > 0) await this.change(tx, before, patch);
      const { found, whole } = await this.showing.one(tx, id);
      const { referral, held } = found;
      tx.record(
        fields.length > 0 ? referralChanged(referral, held, fields) : referralDone('referral.read', referral, held),
      );
      return whole;
    });
  }

  private async change(tx: Tx, { referral, held }: FoundReferral, patch: ReferralPatch): Promise<void> {
    const { summaries = [], goalIds, needIds } = patch;
    const { words, ...columns } = await this.stated(tx, { referral, held }, patch);
    if (!(await this.referrals.change(tx, referral, columns, { words }))) {
      refuseStale(referral.version, await this.referrals.one(tx, referral.id));
    }
    if (summaries.length > 0)
      await this.drafting.tell(tx, referral, summaries, await this.packages.summaries(tx, referral));
    if (goalIds ?? needIds) await this.serve(tx, { referral, held }, patch);
  }

  private async stated(tx: Tx, { referral, held }: Pick<FoundReferral, 'referral' | 'held'>, patch: ReferralPatch) {
    const receiver = patch.receiver && (await this.terms.receiver(tx, patch.receiver));
    const { followsId = referral.followsId } = patch;
    const follows =
      followsId === null || followsId === referral.followsId
        ? followsId
        : await this.terms.follows(tx, referral, followsId);
    const after: Referral = {
      ...stated(tx, referral, patch),
      ...(receiver && columnsOf(receiver)),
      followsId: follows,
    };
    const sharedClasses = sharedAfter(referral, held, patch);
    return { ...after, sharedClasses, words: wordsAfter({ ...referral, sharedClasses }, receiver, patch) };
  }

  private async serve(tx: Tx, { referral, held }: Pick<FoundReferral, 'referral' | 'held'>, patch: ReferralPatch) {
    const there = await this.packages.serves(tx, referral.id);
    const kept = (kind: ServedKind) => there.filter((one) => one.kind === kind).map(({ id }) => id);
    const { goalIds = kept('goal'), needIds = kept('need') } = patch;
    await this.drafting.serve(tx, referral, held, [...goalIds, ...needIds]);
  }
}

const stated = (tx: Tx, before: ShownReferral, { agreedHow, ...patch }: ReferralPatch): Referral => ({
  ...before,
  ...sent(patch, ['asksFor', 'urgency', 'askedBy']),
  ...(agreedHow !== undefined && { agreedHow, agreedAt: tx.now, agreementEndedAt: null }),
  ...{ updatedAt: tx.now, updatedBy: tx.actor.membershipId, version: before.version + 1 },
});

/** Of a caller the line sees all that there is, and so may share it. */
function sharedAfter(
  referral: ShownReferral,
  held: Held,
  { sharedClasses = referral.sharedClasses, summaries = [] }: ReferralPatch,
) {
  const all = new Set(DATA_CLASSES);
  return sharedWith(referral.clientId === null ? { ...held, read: all, write: all } : held, sharedClasses, summaries);
}

const columnsOf = ({ receiverKind, receiverOrganisationId, serviceId, outsideBy }: Receiver) => ({
  ...{ receiverKind, receiverOrganisationId, serviceId, outsideBy },
});

function wordsAfter(after: ShownReferral, receiver: Receiver | undefined, patch: ReferralPatch): ReferralWords {
  const { outside, alias, ...said } = sent(after, REFERRAL_WORDS);
  const to = receiver ? receiver.outside : outside;
  return {
    ...patched<ReferralWords>(said, sent(patch, ['reason', 'ownWords']), ['reason', 'ownWords']),
    ...sent({ outside: to, alias: after.sharedClasses.includes('identity_name') ? alias : undefined }),
  };
}
