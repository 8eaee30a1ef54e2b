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
  invited: (accountId: Id | null, invitationId: Id) => ({
    event: 'account.invited',
    facts: { accountId, invitationId },
  }),
  invitationAccepted: (accountId: Id, invitationId: Id) => ({
    event: 'account.invitation_accepted',
    facts: { accountId, invitationId },
  }),
} as const;
