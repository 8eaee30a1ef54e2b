import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { AcceptInvitation } from './application/accept-invitation.js';
import { AskSecondFactor } from './application/ask-second-factor.js';
import { Callers } from './application/caller.js';
import { ChangePassword } from './application/change-password.js';
import { CheckCode } from './application/check-code.js';
import { CheckPassword } from './application/check-password.js';
import { CountMisses } from './application/count-misses.js';
import { EndSession } from './application/end-session.js';
import { EnrolSecondFactor } from './application/enrol-second-factor.js';
import { FactorKeyring } from './application/factor-keys.js';
import { FindSessions } from './application/find-sessions.js';
import { FinishSignIn } from './application/finish-sign-in.js';
import { FirstAdministratorLink } from './application/first-administrator-link.js';
import { FoundAccounts } from './application/found-accounts.js';
import { FoundFirst } from './application/found-first.js';
import { Invitations } from './application/invitations.js';
import { InviteStaff } from './application/invite-staff.js';
import { OpenSession } from './application/open-session.js';
import { OwnSecondFactor } from './application/own-second-factor.js';
import { PasswordHashing } from './application/password-hashing.js';
import { EndLostFactor } from './application/end-lost-factor.js';
import { PasswordLink } from './application/password-link.js';
import { PasswordOwner } from './application/password-owner.js';
import { RefreshSession } from './application/refresh-session.js';
import { RenewInvitation } from './application/renew-invitation.js';
import { ResetSecondFactor } from './application/reset-second-factor.js';
import { SignIn } from './application/sign-in.js';
import { StepUp } from './application/step-up.js';
import { SwitchMembership } from './application/switch-membership.js';
import { WaitingSignIn } from './application/waiting-sign-in.js';
import { WhoAmI } from './application/who-am-i.js';
import { AuthController } from './http/auth.controller.js';
import { InvitationsController } from './http/invitations.controller.js';
import { MeController } from './http/me.controller.js';
import { SecondFactorController, StaffSecondFactorController } from './http/second-factor.controller.js';
import { AccountStore } from './persistence/account.store.js';
import { InvitationStore } from './persistence/invitation.store.js';
import { MissesStore } from './persistence/misses.store.js';
import { PendingSignInStore } from './persistence/pending-sign-in.store.js';
import { SecondFactorStore } from './persistence/second-factor.store.js';
import { SessionStore } from './persistence/session.store.js';

const STORES = [AccountStore, SessionStore, MissesStore, InvitationStore, PendingSignInStore, SecondFactorStore];
const PASSWORDS = [Callers, PasswordHashing, CheckPassword, PasswordOwner, ChangePassword, CountMisses];
const SESSIONS = [SignIn, OpenSession, RefreshSession, EndSession, FindSessions, SwitchMembership, WhoAmI];
const SECOND_FACTOR = [
  ...[FactorKeyring, CheckCode, EnrolSecondFactor, AskSecondFactor, WaitingSignIn, FinishSignIn],
  ...[StepUp, OwnSecondFactor, ResetSecondFactor],
];
const INVITATIONS = [
  Invitations,
  InviteStaff,
  RenewInvitation,
  AcceptInvitation,
  FirstAdministratorLink,
  FoundFirst,
  PasswordLink,
  EndLostFactor,
];

@Module({
  imports: [OrganisationsModule],
  controllers: [
    AuthController,
    MeController,
    SecondFactorController,
    StaffSecondFactorController,
    InvitationsController,
  ],
  providers: [...STORES, ...PASSWORDS, ...SESSIONS, ...SECOND_FACTOR, ...INVITATIONS, FoundAccounts],
  exports: [FirstAdministratorLink, FoundAccounts, PasswordLink],
})
export class AccountsModule {}
