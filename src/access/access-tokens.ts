import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { isId, type Id } from '../kernel/ids.js';
import { HouseKeys, type SigningKey } from '../platform/sealing/house-keys.js';
import type { Actor } from './actor.js';
import { ROLES, type Role } from './policy.js';

export type TokenClaims = Omit<Actor, 'requestId' | 'purpose'>;

/** Seconds. */
export const ACCESS_TOKEN_LIFE = 300;

const ISSUER = 'throughline';
const AUDIENCE = 'throughline-api';
const TYPE = 'at+jwt';
const REMEMBERED = 10_000;
/** Milliseconds. */
const LOOK_AGAIN = 1_000;

interface Body {
  sub: Id;
  sid: Id;
  mid: Id;
  oid: Id;
  role: Role;
  exp: number;
}

/**
 * ES256 access tokens of five minutes for exactly one membership. A verified token is remembered until it expires
 * (verifying takes about 0.1 ms); whether its session still stands is asked anew in every transaction.
 */
@Injectable()
export class AccessTokens {
  private readonly jwt = new JwtService({});
  private readonly verified = new Map<string, { claims: TokenClaims; exp: number }>();
  private readonly ofThisProcess = new Map<string, TokenClaims>();
  private keys: readonly SigningKey[] = [];
  private lookedAt = 0;

  constructor(private readonly houseKeys: HouseKeys) {}

  /** @param now seconds since 1970; both ends of a token's five minutes are told by the clock that tells time here */
  async issue(claims: TokenClaims, now: number = secondsNow()): Promise<string> {
    const key = await this.newestKey();
    const body = { sub: claims.personId, sid: claims.sessionId, mid: claims.membershipId, oid: claims.organisationId };
    return this.jwt.signAsync(
      { ...body, role: claims.role, iss: ISSUER, aud: AUDIENCE, iat: now, exp: now + ACCESS_TOKEN_LIFE },
      {
        privateKey: key.privateKey,
        algorithm: 'ES256',
        keyid: key.id,
        header: { alg: 'ES256', typ: TYPE, kid: key.id },
      },
    );
  }

  /**
   * For the demo alone: a token that only this process knows and nobody signed. It stands as long as the process and its
   * session do, and no other replica and no later start takes it.
   */
  issueInThisProcess(claims: TokenClaims): string {
    const token = `demo_${randomBytes(32).toString('base64url')}`;
    this.ofThisProcess.set(token, claims);
    return token;
  }

  /** Nothing when the token is not one of ours, or no longer stands. */
  async verify(token: string, now: number = secondsNow()): Promise<TokenClaims | undefined> {
    const demo = this.ofThisProcess.get(token);
    if (demo) return demo;
    const known = this.verified.get(token);
    if (known) return known.exp > now ? known.claims : undefined;
    const key = await this.keyOf(token);
    if (!key) return undefined;
    try {
      const options = { publicKey: key.publicKey, algorithms: ['ES256' as const], issuer: ISSUER, audience: AUDIENCE };
      const body = await this.jwt.verifyAsync<Body>(token, { ...options, clockTimestamp: now });
      return this.remember(token, body);
    } catch {
      return undefined; // expired, forged or not a token: to the asker all the same
    }
  }

  private remember(token: string, body: Body): TokenClaims | undefined {
    const ids = [body.sub, body.sid, body.mid, body.oid];
    if (!ids.every(isId) || !ROLES.includes(body.role)) return undefined;
    const [personId, sessionId, membershipId, organisationId] = ids as [Id, Id, Id, Id];
    const claims = { personId, sessionId, membershipId, organisationId, role: body.role };
    if (this.verified.size >= REMEMBERED) this.verified.clear();
    this.verified.set(token, { claims, exp: body.exp });
    return claims;
  }

  private async newestKey(): Promise<SigningKey> {
    if (!this.keys[0]) this.keys = await this.houseKeys.signing();
    if (!this.keys[0]) throw new Error('There is no signing key.');
    return this.keys[0];
  }

  /** A key id that is not known yet may be another replica's newer key: look, but not oftener than forged tokens should make us. */
  private async keyOf(token: string): Promise<SigningKey | undefined> {
    const header = headerOf(token);
    if (header?.['alg'] !== 'ES256' || header['typ'] !== TYPE || !isId(header['kid'])) return undefined;
    const known = () => this.keys.find((key) => key.id === header['kid']);
    if (!known() && Date.now() - this.lookedAt > LOOK_AGAIN) {
      this.lookedAt = Date.now();
      this.keys = await this.houseKeys.signing();
    }
    return known();
  }
}

const secondsNow = (): number => Math.floor(Date.now() / 1000);

function headerOf(token: string): Record<string, unknown> | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
    return typeof header === 'object' && header !== null ? (header as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
