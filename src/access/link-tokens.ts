import type { Id } from '../kernel/ids.js';
import type { TokenClaims } from './access-tokens.js';

/** The tokens of whoever came by a one-time link. Provided from above, where their sessions are. */
export interface LinkTokens {
  /** Whose it is while it is good; each use gives it more time. */
  verify(token: string, requestId: Id): Promise<TokenClaims | undefined>;
}
export const LINK_TOKENS = 'link-tokens';

/** 256 random bits in base64url; an access token has two dots. */
const SHAPE = /^[\w-]{43}$/;
export const isLinkToken = (token: string): boolean => SHAPE.test(token);

/** One letter, which says nothing to whoever sees it in a browser. */
export const COOKIE = 'h';

export const cookieOf = (header = ''): string | undefined =>
  header
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1];
