import { Injectable } from '@nestjs/common';
import { ACCESS_TOKEN_LIFE, AccessTokens, type TokenClaims } from '../../access/access-tokens.js';
import type { Work } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import type { Choice } from '../domain/session.js';
import { SessionStore } from '../persistence/session.store.js';
import type { Caller } from './caller.js';
import { newSecretToken } from './secret-token.js';

/** What the transaction made; the access token is signed once it is committed. */
export interface OpenedSession {
  readonly claims: TokenClaims;
  readonly refreshToken: string;
  readonly expiresAt: string;
}

/** A session with its tokens. The refresh token is shown here and never again. */
export interface SignedIn {
  readonly state: 'signed_in';
  readonly sessionId: string;
  readonly membershipId: string;
  readonly organisationId: string;
  readonly role: string;
  readonly tokenType: 'Bearer';
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly refreshToken: string;
  readonly sessionExpiresAt: string;
  /** Of a second factor that this sign-in set up. */
  readonly recoveryCodes?: readonly string[];
}

/** Whose, and when they showed a second factor; null where none was asked for. */
export interface Recognised {
  readonly personId: Id;
  readonly verifiedAt: string | null;
}

/** A new session of exactly one membership. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly tokens: AccessTokens,
  ) {}

  async in(tx: Work, { personId, verifiedAt }: Recognised, choice: Choice, from: Caller): Promise<OpenedSession> {
    const { membershipId, organisationId, role } = choice;
    const id = newId();
    const at = { device: from.device, addressHash: from.addressHash };
    const expiresAt = await this.sessions.start(tx, { id, staffId: personId, membershipId, verifiedAt, ...at });
    const refresh = newSecretToken();
    await this.sessions.giveToken(tx, id, refresh.hash);
    const claims = { sessionId: id, personId, membershipId, organisationId, role };
    return { claims, refreshToken: refresh.text, expiresAt };
  }

  async signedIn({ claims, refreshToken, expiresAt }: OpenedSession): Promise<SignedIn> {
    const { sessionId, membershipId, organisationId, role } = claims;
    return {
      state: 'signed_in',
      ...{ sessionId, membershipId, organisationId, role },
      tokenType: 'Bearer',
      accessToken: await this.tokens.issue(claims),
      expiresIn: ACCESS_TOKEN_LIFE,
      refreshToken,
      sessionExpiresAt: expiresAt,
    };
  }
}
