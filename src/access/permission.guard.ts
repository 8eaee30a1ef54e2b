import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { isId, newId, type Id } from '../kernel/ids.js';
import { Refusal } from '../kernel/refusal.js';
import { notSignedIn, onlyForLooking, roleMayNot } from './access.problems.js';
import { AccessTokens, type TokenClaims } from './access-tokens.js';
import type { Actor } from './actor.js';
import { LINK_TOKENS, cookieOf, isLinkToken, type LinkTokens } from './link-tokens.js';
import { BY_COOKIE, NEEDED, OPEN, STEPPED_UP, type ActingRequest } from './needs.js';
import { reachOf, type Permission } from './policy.js';
import { purposeOf } from './purpose-of-use.js';

/** One token and nothing after it (RFC 6750). */
const BEARER = /^bearer ([\w.-]+)$/i;

/** The only door. Default is no: a route that says nothing is refused, and the route census fails before that. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    @Inject(LINK_TOKENS) private readonly links: LinkTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get<string | undefined>(OPEN, context.getHandler()) !== undefined) return true;
    const permission = this.reflector.get<Permission | undefined>(NEEDED, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest & ActingRequest>();
    const token = tokenOf(request, this.reflector.get<true | undefined>(BY_COOKIE, context.getHandler()));
    const steppedUp = this.reflector.get<true | undefined>(STEPPED_UP, context.getHandler());
    const actor = { ...(await this.actorOf(request, token)), ...(steppedUp && { mustHaveSteppedUp: steppedUp }) };
    request.actor = actor;
    if (!permission) throw new Error('This route names no permission.');
    if (reachOf(actor.role, permission) === 'none') throw new Refusal(roleMayNot, { role: actor.role, permission });
    if (this.tokens.mayNot(token, permission)) throw new Refusal(onlyForLooking);
    return true;
  }

  private async actorOf(request: FastifyRequest, token: string): Promise<Actor> {
    const requestId = isId(request.id) ? request.id : newId();
    const claims = await this.claimsOf(token, requestId);
    if (!claims) throw new Refusal(notSignedIn);
    return { ...claims, requestId, purpose: purposeOf(claims.role, request.headers['purpose-of-use']) };
  }

  private claimsOf(token: string, requestId: Id): Promise<TokenClaims | undefined> {
    return isLinkToken(token) ? this.links.verify(token, requestId) : this.tokens.verify(token);
  }
}

/** @throws Refusal `not_signed_in` when there is none */
function tokenOf({ headers }: FastifyRequest, byCookie = false): string {
  const [, sent] = BEARER.exec(headers.authorization ?? '') ?? [];
  const token = sent ?? (byCookie ? cookieOf(headers.cookie) : undefined);
  if (token === undefined) throw new Refusal(notSignedIn);
  return token;
}
