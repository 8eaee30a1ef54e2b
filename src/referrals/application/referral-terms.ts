import { Injectable } from '@nestjs/common';
import { classWithheld } from '../../access/access.problems.js';
import type { Held } from '../../access/grants.js';
import { DATA_CLASSES, type DataClass } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { HowGiven } from '../../consents/domain/consent.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { OutsideReceiver, Referral } from '../domain/referral.js';
import type { AskedBy, AskedFor, OutsideBy, Urgency } from '../domain/referral.codes.js';
import { followsUnknown, notLinked, receiverUnknown } from '../domain/referral.problems.js';
import { DirectoryStore } from '../persistence/directory.store.js';
import { ReferralStore, type Subject } from '../persistence/referral.store.js';

/** One of the three. */
export interface NamedReceiver {
  readonly organisationId?: Id;
  readonly serviceId?: Id;
  readonly outside?: OutsideReceiver & { readonly by: OutsideBy };
}

export interface PieceTold {
  readonly class: DataClass;
  readonly text: string;
}

/** What a referral asks of whom, for whom and with what. */
export interface Terms {
  readonly receiver: NamedReceiver;
  readonly asksFor: AskedFor;
  readonly urgency?: Urgency;
  readonly askedBy?: AskedBy;
  readonly sharedClasses?: readonly DataClass[];
  readonly followsId?: Id | null;
  readonly reason?: string | null;
  readonly ownWords?: string | null;
  readonly summaries?: readonly PieceTold[];
  readonly goalIds?: readonly Id[];
  readonly needIds?: readonly Id[];
  /** That she agreed, where no consent says so. */
  readonly agreedHow?: HowGiven;
}

export type Receiver = Pick<Referral, 'receiverKind' | 'receiverOrganisationId' | 'serviceId' | 'outsideBy'> & {
  readonly outside?: OutsideReceiver;
};

/** Says of what somebody names for a referral whether it is there, and may be named. */
@Injectable()
export class ReferralTerms {
  constructor(
    private readonly directory: DirectoryStore,
    private readonly referrals: ReferralStore,
  ) {}

  /** @throws Refusal `receiver_unknown`, also where it has closed */
  async receiver(tx: Tx, { organisationId, serviceId, outside }: NamedReceiver): Promise<Receiver> {
    if (outside) {
      const { by, ...named } = outside;
      const none = { receiverOrganisationId: null, serviceId: null };
      return { receiverKind: 'outside', outsideBy: by, ...none, outside: named };
    }
    const found = await this.directory.receiver(tx, organisationId, serviceId);
    if (found === undefined) throw new Refusal(receiverUnknown, { receiverId: serviceId ?? organisationId ?? '' });
    const kind = serviceId === undefined ? 'organisation' : 'service';
    return { receiverKind: kind, receiverOrganisationId: found, serviceId: serviceId ?? null, outsideBy: null };
  }

  /** @throws Refusal `follows_unknown`, `not_linked` where a caller's came before a client's and nobody said that they are one */
  async follows(tx: Tx, { clientId, callerId }: Subject, followsId: Id): Promise<Id> {
    const before = await this.referrals.one(tx, followsId);
    if (!before) throw new Refusal(followsUnknown);
    if (before.clientId === clientId && before.callerId === callerId) return followsId;
    if (clientId === null || before.callerId === null) throw new Refusal(followsUnknown);
    if (!(await this.directory.isLinked(tx, before.callerId, clientId))) throw new Refusal(notLinked);
    return followsId;
  }
}

/** @throws Refusal `class_not_held`: nobody shares what they do not see, nor writes into a class that they may not */
export function sharedWith(held: Held, classes: readonly DataClass[] | undefined, told: readonly PieceTold[]) {
  const wanted = new Set<DataClass>([
    'coordination',
    ...(classes ?? ['identity_name']),
    ...told.map((piece) => piece.class),
  ]);
  const shared = DATA_CLASSES.filter((name) => wanted.has(name));
  const unseen = shared.find((name) => !held.read.has(name));
  const unwritten = told.find((piece) => !held.write.has(piece.class))?.class;
  const missing = unseen ?? unwritten;
  if (missing !== undefined) throw new Refusal(classWithheld, { class: missing });
  return shared;
}
