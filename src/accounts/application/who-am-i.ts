import { Injectable } from '@nestjs/common';
import { sessionOver } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import {
  POLICY,
  reachOf,
  ROLE_CEILINGS,
  type DataClass,
  type Permission,
  type Reach,
  type Role,
} from '../../access/policy.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Choice } from '../domain/session.js';
import { AccountStore } from '../persistence/account.store.js';
import { WHO_AM_I } from '../persistence/who-am-i.sql.js';

export interface Standing {
  readonly personId: Id;
  readonly email: string;
  readonly displayName: string;
  readonly language: string;
  readonly membershipId: Id;
  readonly role: Role;
  readonly memberSince: string;
  readonly organisationId: Id;
  readonly organisationName: string;
  readonly kind: string;
  readonly province: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly sessionId: Id;
  readonly sessionStartedAt: string;
  readonly sessionExpiresAt: string;
  readonly verifiedAt: string | null;
}

/** What the role may ever do, so that a client can show only what can be done. */
export interface Allowance {
  readonly permissions: readonly { readonly permission: Permission; readonly reach: Reach }[];
  readonly mayRead: readonly DataClass[];
  readonly mayWrite: readonly DataClass[];
}

@Injectable()
export class WhoAmI {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountStore,
  ) {}

  by(actor: Actor): Promise<Standing> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const [standing] = await tx.query<Standing>(WHO_AM_I, [actor.sessionId]);
      if (!standing) throw new Refusal(sessionOver);
      return standing;
    });
  }

  memberships(actor: Actor): Promise<readonly Choice[]> {
    return this.work.runWithoutClients(actor, (tx) => this.accounts.choicesOf(tx, actor.personId));
  }
}

export function allowanceOf(role: Role): Allowance {
  const all = Object.keys(POLICY) as Permission[];
  const permissions = all.map((permission) => ({ permission, reach: reachOf(role, permission) }));
  const { read = [], write = [] } = ROLE_CEILINGS[role] ?? {};
  return { permissions: permissions.filter(({ reach }) => reach !== 'none'), mayRead: read, mayWrite: write };
}
