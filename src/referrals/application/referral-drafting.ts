import { Injectable } from '@nestjs/common';
import { classWithheld } from '../../access/access.problems.js';
import type { Held } from '../../access/grants.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import { sent } from '../../kernel/merge-patch.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Referral, ReferralMoveMade, ReferralWords, Summary } from '../domain/referral.js';
import { referralLifecycle } from '../domain/referral.lifecycle.js';
import { servedUnknown } from '../domain/referral.problems.js';
import { ReferralPackageStore } from '../persistence/referral-package.store.js';
import { ReferralStore, type Subject } from '../persistence/referral.store.js';
import { ReferralTerms, sharedWith, type PieceTold, type Terms } from './referral-terms.js';

export interface Drafting extends Subject {
  readonly held: Held;
  /** What a caller goes by. */
  readonly alias?: string;
}

/** Lays a referral, as a draft that only its sender sees. */
@Injectable()
export class ReferralDrafting {
  constructor(
    private readonly referrals: ReferralStore,
    private readonly packages: ReferralPackageStore,
    private readonly terms: ReferralTerms,
  ) {}

  /** @throws Refusal `receiver_unknown`, `follows_unknown`, `not_linked`, `served_unknown`, `class_not_held` */
  async make(tx: Tx, id: Id, of: Drafting, wanted: Terms): Promise<void> {
    const { summaries = [], goalIds = [], needIds = [] } = wanted;
    const { outside, ...receiver } = await this.terms.receiver(tx, wanted.receiver);
    const sharedClasses = sharedWith(of.held, wanted.sharedClasses, summaries);
    const referral = {
      ...fresh(tx, id, of, wanted),
      ...receiver,
      sharedClasses,
      followsId: wanted.followsId ? await this.terms.follows(tx, of, wanted.followsId) : null,
    };
    await this.referrals.add(
      tx,
      referral,
      wordsOf(wanted, { outside, ...(sharedClasses.includes('identity_name') && { alias: of.alias }) }),
    );
    await this.referrals.addMove(tx, drafted(tx, referral), {});
    await this.tell(tx, referral, summaries);
    await this.serve(tx, referral, of.held, [...goalIds, ...needIds]);
  }

  /** What is told along from now on: pieces that are there are said anew. */
  async tell(tx: Tx, referral: Referral, told: readonly PieceTold[], there: readonly Summary[] = []): Promise<void> {
    for (const { class: its, text } of told) {
      const before = there.find((summary) => summary.class === its);
      const by = {
        createdAt: tx.now,
        createdBy: tx.actor.membershipId,
        updatedAt: tx.now,
        updatedBy: tx.actor.membershipId,
      };
      const row = {
        referralId: referral.id,
        clientId: referral.clientId,
        callerId: referral.callerId,
        class: its,
        ...by,
      };
      if (before) await this.packages.changeSummary(tx, before, row, text);
      else await this.packages.addSummary(tx, { ...row, id: newId(), version: 1 }, text);
    }
  }

  /** @throws Refusal `served_unknown`, `class_not_held` */
  async serve(tx: Tx, { id: referralId, clientId }: Referral, held: Held, ids: readonly Id[]): Promise<void> {
    const wanted = new Set(ids);
    if (clientId === null) {
      if (wanted.size > 0) throw new Refusal(servedUnknown);
      return;
    }
    const records = wanted.size === 0 ? [] : await this.packages.recordsToServe(tx, clientId, [...wanted]);
    if (records.length < wanted.size) throw new Refusal(servedUnknown);
    const shut = records.find((record) => !held.write.has(record.class));
    if (shut) throw new Refusal(classWithheld, { class: shut.class });
    const rows = records.map(({ id, kind, class: its }) => ({ referralId, recordId: id, kind, clientId, class: its }));
    await this.packages.serve(tx, referralId, rows);
  }
}

function wordsOf(
  { reason, ownWords }: Pick<Terms, 'reason' | 'ownWords'>,
  more: { readonly [Word in 'outside' | 'alias']?: ReferralWords[Word] | undefined },
): ReferralWords {
  return sent({ reason: reason ?? undefined, ownWords: ownWords ?? undefined, ...more });
}

type Laid = Omit<
  Referral,
  'receiverKind' | 'receiverOrganisationId' | 'serviceId' | 'outsideBy' | 'sharedClasses' | 'followsId'
>;

function fresh(tx: Tx, id: Id, { clientId, callerId }: Subject, wanted: Terms): Laid {
  const by = tx.actor.membershipId;
  const { asksFor, urgency = 'routine', askedBy = 'worker', agreedHow } = wanted;
  return {
    ...{ id, clientId, callerId, class: 'coordination', asksFor, urgency, askedBy },
    ...{ senderOrganisationId: tx.actor.organisationId, requestedBy: by },
    ...{ consentId: null, agreedHow: agreedHow ?? null, agreedAt: agreedHow === undefined ? null : tx.now },
    ...{ agreedUntil: null, agreementEndedAt: null, answerBy: null },
    ...{ state: referralLifecycle.initial, round: 1, because: null, stateSince: tx.now, nextStepBy: null },
    ...{
      reviewOn: null,
      placeInLine: null,
      waitingSince: null,
      sentAt: null,
      endedAt: null,
      knownToSenderAt: null,
      knownToClientAt: null,
    },
    ...{ createdAt: tx.now, createdBy: by, updatedAt: tx.now, updatedBy: by, version: 1 },
  };
}

const drafted = (tx: Tx, { id, clientId, callerId, state, version }: Referral): ReferralMoveMade => ({
  ...{ id: newId(), referralId: id, clientId, callerId, class: 'coordination', round: 1, move: 'draft' },
  ...{
    fromState: null,
    toState: state,
    because: null,
    party: 'sender',
    byMembership: tx.actor.membershipId,
    at: tx.now,
    version,
  },
});
