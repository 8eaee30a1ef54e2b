import { Injectable } from '@nestjs/common';
import type { Purpose } from '../../access/actor.js';
import type { Held } from '../../access/grants.js';
import type { DataClass } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import { instantOf, type Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { TaskOpening } from '../../tasks/application/task-opening.js';
import { TaskSettling } from '../../tasks/application/task-settling.js';
import type {
  Consent,
  ConsentReach,
  ConsentScope,
  ConsentWords,
  Decision,
  HowGiven,
  Recipient,
} from '../domain/consent.js';
import { consentRecorded } from '../domain/consent.events.js';
import { addsNothing, forOthersOnly, nothingToRenew } from '../domain/consent.problems.js';
import { askAgainAt, assertItWillHold, assertReaches, canBeRenewed, saysAllOf } from '../domain/consent.rules.js';
import { ConsentStore } from '../persistence/consent.store.js';
import { Recipients, type NamedRecipient } from './recipients.js';

export interface ConsentWish {
  readonly decision: Decision;
  readonly recipient: NamedRecipient;
  readonly classes: readonly DataClass[];
  readonly purposes?: readonly Purpose[];
  readonly reach?: ConsentReach;
  readonly from?: Instant;
  readonly until?: Instant;
  readonly howGiven: HowGiven;
  readonly explainedBy?: Id;
  readonly language: string;
  readonly copyGiven: boolean;
  readonly ownWords?: string;
  readonly renews?: Id;
}

interface Making {
  readonly id: Id;
  readonly clientId: Id;
  readonly held: Held;
}

@Injectable()
export class ConsentRecording {
  constructor(
    private readonly consents: ConsentStore,
    private readonly recipients: Recipients,
    private readonly opening: TaskOpening,
    private readonly settling: TaskSettling,
  ) {}

  async make(tx: Tx, { id, clientId, held }: Making, wish: ConsentWish): Promise<void> {
    const [recipient, explainedBy] = [
      await this.recipients.named(tx, wish.recipient),
      await this.recipients.explainer(tx, wish.explainedBy),
    ];
    if (wish.decision === 'permit' && (await this.consents.isForActor(tx, recipient))) throw new Refusal(forOthersOnly);
    const of = await this.placed(tx, clientId, recipient, wish);
    const { howGiven, language, copyGiven, renews } = wish;
    const told = { howGiven, explainedBy, language, copyGiven, renewsId: renews ?? null };
    const by = tx.actor.membershipId;
    const consent: Consent = {
      ...{ id, clientId, class: 'coordination', ...recipient, ...of, ...told, state: 'active', endedAt: null },
      ...{ createdAt: tx.now, createdBy: by, updatedAt: tx.now, updatedBy: by, version: 1 },
    };
    const words: ConsentWords = wish.ownWords === undefined ? {} : { ownWords: wish.ownWords };
    await this.consents.add(tx, consent, words);
    if (renews !== undefined) await this.settling.of(tx, renews);
    await this.askAgain(tx, consent, held);
    // Of what only referrals carry, the referral itself tells.
    if (consent.reach === 'record') await this.consents.tell(tx, consent);
    tx.record(consentRecorded(consent, held));
  }

  /** Its scope, once it is clear that it says something that was not agreed already. */
  private async placed(tx: Tx, clientId: Id, recipient: Recipient, wish: ConsentWish): Promise<ConsentScope> {
    const standing = await this.consents.standing(tx, clientId);
    const wanted = { ...scopeOf(wish, tx.now), ...recipient, clientId };
    const renewed = wish.renews === undefined ? undefined : renewedBy(standing, wish.renews, wanted);
    const scope = { ...wanted, ...(renewed && goingOnFrom(renewed, wish, wanted)) };
    assertReaches(scope);
    assertItWillHold(scope, tx.now);
    const there = standing.find((one) => saysAllOf(one, scope, tx.now));
    if (there) throw new Refusal(addsNothing, { consentId: there.id });
    const { decision, classes, purposes, reach, validFrom, validUntil } = scope;
    return { decision, classes, purposes, reach, validFrom, validUntil };
  }

  /** In time before it ends somebody asks whether it goes on; who owes that is who wrote it down. */
  private async askAgain(tx: Tx, { id, clientId, class: its, decision, validUntil }: Consent, held: Held) {
    if (validUntil === null) return;
    const task = {
      kind: 'renew_consent' as const,
      source: { kind: 'consent', id },
      due: { at: askAgainAt(validUntil, tx.now) },
    };
    // Among what there is to do for her, whoever is denied would see that something is.
    if (decision === 'deny') await this.opening.within(tx, { ...task, about: null }, {});
    else {
      await this.opening.within(tx, { ...task, words: ASKED_AGAIN, about: { clientId, class: its } }, held);
    }
  }
}

/** Whoever takes the task over may read either. */
const ASKED_AGAIN = { title: 'Ask whether the consent goes on · Demander si le consentement se poursuit' };

function scopeOf({ decision, classes, purposes, reach, from, until }: ConsentWish, now: Instant): ConsentScope {
  return {
    decision,
    classes: [...new Set(classes)],
    purposes: purposes === undefined ? null : [...new Set(purposes)],
    reach: reach ?? 'record',
    validFrom: from === undefined ? now : instantOf(from),
    validUntil: until === undefined ? null : instantOf(until),
  };
}

/** From its end on, and as far as it reached. */
const goingOnFrom = (
  { validUntil, reach }: Renewed,
  wish: Pick<ConsentWish, 'from' | 'reach'>,
  { validFrom }: Pick<ConsentScope, 'validFrom'>,
): Pick<ConsentScope, 'validFrom' | 'reach'> => ({
  validFrom: wish.from === undefined && validUntil > validFrom ? validUntil : validFrom,
  reach: wish.reach ?? reach,
});

type Renewed = Pick<ConsentScope, 'reach'> & { readonly validUntil: Instant };

/** The one that this goes on from. */
function renewedBy(standing: readonly Consent[], renews: Id, wanted: Parameters<typeof canBeRenewed>[1]): Renewed {
  const before = standing.find(({ id }) => id === renews);
  const isRenewed = standing.some(({ renewsId }) => renewsId === renews);
  if (!before || isRenewed || !canBeRenewed(before, wanted)) throw new Refusal(nothingToRenew);
  return before;
}
