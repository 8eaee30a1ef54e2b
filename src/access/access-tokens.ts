import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { isId, type Id } from '../kernel/ids.js';
import { HouseKeys, type SigningKey } from '../platform/sealing/house-keys.js';
import type { Actor } from './actor.js';
import { ROLES, type Permission, type Role } from './policy.js';

export type TokenClaims = Omit<Actor, 'requestId' | 'purpose' | 'mustHaveSteppedUp'>;

/** Seconds. */
export const ACCESS_TOKEN_LIFE = 300;

const ISSUER = 'throughline';
const AUDIENCE = 'throughline-api';
const TYPE = 'at+jwt';
const REMEMBERED = 10_000;
/** Milliseconds. A key of another replica is asked for, but not oftener than forged tokens should make us. */
const LOOK_AGAIN = 1_000;
/** Milliseconds; less than the time for which a new key waits until it signs. */
const KEYS_STAND = 60_000;
/** What makes sessions, passwords or memberships: done with a token of this process it would outlive the process. */
const LASTING: ReadonlySet<Permission> = new Set<Permission>(['me:change', 'staff:manage']);
/** Characters. Ours have about 500; anything far longer is not worth parsing. */
const LONGEST = 2_048;
/** Header, body and the 64 bytes of an ES256 signature, in base64url. */
const SHAPE = /^[\w-]{1,300}\.[\w-]{1,1600}\.[\w-]{86}$/;

interface Body {
  sub: Id;
  sid: Id;
  mid: Id;
  oid: Id;
  role: Role;
  aud: unknown;
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
  private lookedAt = -Infinity;
  private looking: Promise<void> | undefined;

  constructor(private readonly houseKeys: HouseKeys) {}

  /** @param now seconds since 1970; both ends of a token's five minutes are told by the clock that tells time here */
  async issue(claims: TokenClaims, now: number = secondsNow()): Promise<string> {
    const key = await this.keyToSignWith();
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

  /** Whether this is such a token, and what is asked for would still be there when the process is gone. */
  mayNot(token: string, permission: Permission): boolean {
    return LASTING.has(permission) && this.ofThisProcess.has(token);
  }

  /** Nothing when the token is not one of ours, or no longer stands. */
  async verify(token: string, now: number = secondsNow()): Promise<TokenClaims | undefined> {
    const demo = this.ofThisProcess.get(token);
    if (demo) return demo;
    const known = this.verified.get(token);
    if (known) return known.exp > now ? known.claims : undefined;
    const key = isOfOurShape(token) ? await this.keyOf(token) : undefined;
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
    const whole = body.aud === AUDIENCE && typeof body.exp === 'number' && ROLES.some((role) => role === body.role);
    if (!whole || !ids.every(isId)) return undefined;
    const [personId, sessionId, membershipId, organisationId] = ids as [Id, Id, Id, Id];
    const claims = { personId, sessionId, membershipId, organisationId, role: body.role };
    if (this.verified.size >= REMEMBERED) this.verified.clear();
    this.verified.set(token, { claims, exp: body.exp });
    return claims;
  }

  private async keyToSignWith(): Promise<SigningKey> {
    if (this.age() > KEYS_STAND) await this.look();
    const [key] = this.keys;
    if (!key) throw new Error('There is no signing key.');
    return key;
  }

  private async keyOf(token: string): Promise<SigningKey | undefined> {
    const header = headerOf(token);
    if (header?.['alg'] !== 'ES256' || header['typ'] !== TYPE || !isId(header['kid'])) return undefined;
    const known = () => this.keys.find((key) => key.id === header['kid']);
    if (this.age() > (known() ? KEYS_STAND : LOOK_AGAIN)) await this.look();
    return known();
  }

  private age(): number {
    return performance.now() - this.lookedAt;
  }

  /** However many ask at once, the keys are read once. */
  private look(): Promise<void> {
    this.looking ??= this.houseKeys
      .signing()
      .then((keys) => {
        this.keys = keys;
        this.lookedAt = performance.now();
      })
      .finally(() => (this.looking = undefined));
    return this.looking;
  }
}

const secondsNow = (): number => Math.floor(Date.now() / 1000);

/** Also the only spelling of its signature: base64url has four bits to spare there, which would give a token 16 faces. */
function isOfOurShape(token: string): boolean {
  if (token.length > LONGEST || !SHAPE.test(token)) return false;
  const signature = token.slice(-86);
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

/** Ours has exactly these three members; what another one (`crit`, `jwk`, `jku`) would ask of us, we do not do. */
const HEADER_MEMBERS = 3;

function headerOf(token: string): Record<string, unknown> | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
    if (typeof header !== 'object' || header === null || Object.keys(header).length !== HEADER_MEMBERS)
      return undefined;
    return header as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
