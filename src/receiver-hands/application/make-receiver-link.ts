import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import { notInEmergency } from '../../disclosures/domain/disclosures.problems.js';
import type { Id } from '../../kernel/ids.js';
import { livesUntil } from '../../kernel/one-time-link.js';
import { Refusal, type Problem } from '../../kernel/refusal.js';
import { PUBLIC_URL } from '../../platform/config/public-url.js';
import { codeHash, hashOf, newCode, newSecret } from '../../platform/sealing/link-secrets.js';
import { ReferralDesk, type FoundReferral } from '../../referrals/application/referral-desk.js';
import { forTheSender, notAgreedTo } from '../../referrals/domain/referral.problems.js';
import { isAgreed } from '../../referrals/domain/referral.rules.js';
import { linkDone } from '../domain/receiver-hands.events.js';
import { notByLink, nothingToAnswer, sharesMoreThanYouRead } from '../domain/receiver-hands.problems.js';
import type { ReceiverLink, ReceiverLinkWords } from '../domain/receiver-link.js';
import { ReceiverLinkStore } from '../persistence/receiver-link.store.js';

export interface MadeReceiverLink {
  readonly link: ReceiverLink;
  readonly now: string;
  /** Shown this once: nothing that is kept would give them back to a request that comes twice. */
  readonly url: string | null;
  readonly code: string | null;
}

export type ReceiverLinkWish = Pick<ReceiverLink, 'codeTold' | 'language'> & ReceiverLinkWords;

/** A way in to one referral for a receiver without an account: a link, and a code that is told to them another way. */
@Injectable()
export class MakeReceiverLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ReferralDesk,
    private readonly links: ReceiverLinkStore,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /**
   * @throws Refusal `not_found`, `role_may_not`, `class_not_held`, `for_the_sender`, `not_by_link`, `nothing_to_answer`,
   *   `not_agreed_to`, `shares_more_than_you_read`, `not_in_emergency`
   */
  by(
    actor: Actor,
    referralId: Id,
    receipt: Receipt,
    { senderPhone, ...wish }: ReceiverLinkWish,
  ): Promise<MadeReceiverLink> {
    return this.work.run(actor, async (tx) => {
      const found = await this.desk.take(tx, 'referral:write', referralId);
      assertCanBeLinked(tx, found);
      const { clientId, callerId } = found.referral;
      const [secret, code] = [newSecret(), newCode()];
      const hashes = { tokenHash: hashOf(secret), codeHash: codeHash(secret, code) };
      const { id, replayed } = await this.receipts.once(tx, receipt, (own) => {
        const about = { id: own, referralId, clientId, callerId };
        return this.links.add(tx, { ...about, ...wish, ...livesUntil(tx.now), ...hashes }, { senderPhone });
      });
      const link = await this.links.one(tx, id);
      if (!link) throw new Error('A link that was made is not there to read.');
      tx.record(linkDone(replayed ? 'receiver_link.read' : 'receiver_link.made', link, found));
      const shown = replayed ? { url: null, code: null } : { url: `${this.publicUrl}/o/${secret}`, code };
      return { link, now: tx.now, ...shown };
    });
  }
}

/** @throws Refusal about the referral's client, where it is about one */
function assertCanBeLinked(tx: Tx, found: FoundReferral): void {
  const why = notToAnswer(found, tx.now) ?? notToHandOut(found);
  if (why) throw new Refusal(why, { state: found.referral.state }, [], found.referral.clientId ?? undefined);
}

function notToAnswer({ referral, parties }: FoundReferral, now: string): Problem | undefined {
  const { receiverKind, outsideBy, sentAt, isEnded } = referral;
  if (!parties.includes('sender')) return forTheSender;
  if (receiverKind !== 'outside' || outsideBy !== 'link') return notByLink;
  if (sentAt === null || isEnded) return nothingToAnswer;
  return isAgreed(referral, now) ? undefined : notAgreedTo;
}

/** Whoever makes a link knows it and its code. */
function notToHandOut({ referral: { sharedClasses }, held }: FoundReferral): Problem | undefined {
  if (held.ground.basis === 'break_glass') return notInEmergency;
  return sharedClasses.every((name) => held.read.has(name)) ? undefined : sharesMoreThanYouRead;
}
