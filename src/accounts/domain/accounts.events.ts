import type { Id } from '../../kernel/ids.js';

/** What happens to accounts and sessions. No address, no name, no token: ids and codes only. */
export const accountEvents = {
  signedIn: (sessionId: Id) => ({ event: 'session.started', facts: { sessionId } }),
  /** The password was right, and several roles are open: no session yet, but somebody has the password. */
  membershipAsked: (accountId: Id) => ({ event: 'sign_in.membership_asked', facts: { accountId } }),
  /** The account is named when the address belongs to one; what was typed never is. */
  notAccepted: (accountId: Id | undefined) => ({
    event: 'sign_in.not_accepted',
    facts: { accountId: accountId ?? null },
  }),
  refreshReused: (sessionId: Id) => ({ event: 'session.refresh_token_reused', facts: { sessionId } }),
  sessionEnded: (sessionId: Id) => ({ event: 'session.ended', facts: { sessionId } }),
  membershipSwitched: (sessionId: Id, membershipId: Id) => ({
    event: 'session.membership_switched',
    facts: { sessionId, membershipId },
  }),
  passwordChanged: (accountId: Id, sessionsEnded: number) => ({
    event: 'account.password_changed',
    facts: { accountId, sessionsEnded },
  }),
  /** The password was right and a code is asked for: no session yet, but somebody has the password. */
  secondFactorAsked: (accountId: Id, toSetUp: boolean) => ({
    event: 'sign_in.second_factor_asked',
    facts: { accountId, toSetUp },
  }),
  codeNotAccepted: (accountId: Id) => ({ event: 'second_factor.not_accepted', facts: { accountId } }),
  /** A code that was right, and had been taken before: somebody may have read it. */
  codeReused: (accountId: Id) => ({ event: 'second_factor.code_reused', facts: { accountId } }),
  steppedUp: (sessionId: Id) => ({ event: 'session.stepped_up', facts: { sessionId } }),
  recoveryCodeUsed: (accountId: Id, left: number) => ({
    event: 'second_factor.recovery_code_used',
    facts: { accountId, left },
  }),
  secondFactorBegun: (accountId: Id) => ({ event: 'second_factor.begun', facts: { accountId } }),
  secondFactorConfirmed: (accountId: Id, replaced: boolean) => ({
    event: 'second_factor.confirmed',
    facts: { accountId, replaced },
  }),
  recoveryCodesMade: (accountId: Id) => ({ event: 'second_factor.recovery_codes_made', facts: { accountId } }),
  secondFactorRemoved: (accountId: Id) => ({ event: 'second_factor.removed', facts: { accountId } }),
  /** @param byHost by whoever runs the service, and by no account */
  secondFactorReset: (accountId: Id, stood: boolean, byHost = false) => ({
    event: 'second_factor.reset',
    facts: { accountId, stood, byHost },
  }),
  invited: (accountId: Id | null, invitationId: Id) => ({
    event: 'account.invited',
    facts: { accountId, invitationId },
  }),
  invitationAccepted: (accountId: Id, invitationId: Id) => ({
    event: 'account.invitation_accepted',
    facts: { accountId, invitationId },
  }),
} as const;
