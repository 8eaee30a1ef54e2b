import { Module } from '@nestjs/common';
import { ChangePassword } from './application/change-password.js';
import { CheckPassword } from './application/check-password.js';
import { CountMisses } from './application/count-misses.js';
import { EndSession } from './application/end-session.js';
import { FindSessions } from './application/find-sessions.js';
import { OpenSession } from './application/open-session.js';
import { PasswordHashing } from './application/password-hashing.js';
import { RefreshSession } from './application/refresh-session.js';
import { SavePassword } from './application/save-password.js';
import { SignIn } from './application/sign-in.js';
import { SwitchMembership } from './application/switch-membership.js';
import { WhoAmI } from './application/who-am-i.js';
import { AuthController } from './http/auth.controller.js';
import { MeController } from './http/me.controller.js';
import { AccountStore } from './persistence/account.store.js';
import { InvitationStore } from './persistence/invitation.store.js';
import { MissesStore } from './persistence/misses.store.js';
import { SessionStore } from './persistence/session.store.js';

const STORES = [AccountStore, SessionStore, MissesStore, InvitationStore];
const PASSWORDS = [PasswordHashing, CheckPassword, SavePassword, ChangePassword, CountMisses];
const SESSIONS = [SignIn, OpenSession, RefreshSession, EndSession, FindSessions, SwitchMembership, WhoAmI];

@Module({
  controllers: [AuthController, MeController],
  providers: [...STORES, ...PASSWORDS, ...SESSIONS],
})
export class AccountsModule {}
