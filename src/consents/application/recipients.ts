import { Injectable } from '@nestjs/common';
import type { Role } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Recipient, RecipientKind } from '../domain/consent.js';
import { explainerUnknown, recipientUnknown } from '../domain/consent.problems.js';
import { ConsentStore } from '../persistence/consent.store.js';

/** An organisation, perhaps one role in it; or one membership. */
export interface NamedRecipient {
  readonly organisationId?: Id;
  readonly role?: Role;
  readonly membershipId?: Id;
}

@Injectable()
export class Recipients {
  constructor(private readonly consents: ConsentStore) {}

  /** @throws Refusal `recipient_unknown`, also where the organisation is closed or the person no longer works there */
  async named(tx: Tx, { organisationId, role, membershipId }: NamedRecipient): Promise<Recipient> {
    const found = await this.consents.recipient(tx, organisationId ?? null, membershipId ?? null);
    if (found === undefined) throw new Refusal(recipientUnknown, { recipientId: membershipId ?? organisationId ?? '' });
    return {
      recipientKind: kindOf({ role, membershipId }),
      recipientOrganisationId: found,
      recipientRole: role ?? null,
      recipientMembershipId: membershipId ?? null,
    };
  }

  /** @throws Refusal `explainer_unknown` */
  async explainer(tx: Tx, membershipId: Id | undefined): Promise<Id> {
    if (membershipId === undefined || membershipId === tx.actor.membershipId) return tx.actor.membershipId;
    if (!(await this.consents.isMembership(tx, membershipId))) throw new Refusal(explainerUnknown);
    return membershipId;
  }
}

function kindOf({ role, membershipId }: { role: Role | undefined; membershipId: Id | undefined }): RecipientKind {
  if (membershipId !== undefined) return 'person';
  return role === undefined ? 'organisation' : 'role';
}
