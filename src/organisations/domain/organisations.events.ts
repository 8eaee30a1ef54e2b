import type { Role } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { StaffVerb } from './staff.lifecycle.js';

/** What happens to organisations and the people who work in them: ids, roles and the names of fields, no values. */
export const organisationEvents = {
  registered: (organisationId: Id) => ({ event: 'organisation.registered', facts: { organisationId } }),
  changed: (organisationId: Id, fields: readonly string[]) => ({
    event: 'organisation.changed',
    facts: { organisationId, fields },
  }),
  staffAdded: (accountId: Id) => ({ event: 'staff.added', facts: { accountId } }),
  staffChanged: (accountId: Id, fields: readonly string[]) => ({
    event: 'staff.changed',
    facts: { accountId, fields },
  }),
  staffMoved: (accountId: Id, verb: StaffVerb) => ({ event: `staff.${verb}d`, facts: { accountId } }),
  membershipStarted: (membershipId: Id, accountId: Id, role: Role) => ({
    event: 'membership.started',
    facts: { membershipId, accountId, role },
  }),
  roleChanged: (membershipId: Id, from: Role, to: Role) => ({
    event: 'membership.role_changed',
    facts: { membershipId, from, to },
  }),
  membershipEnded: (membershipId: Id, accountId: Id) => ({
    event: 'membership.ended',
    facts: { membershipId, accountId },
  }),
} as const;
