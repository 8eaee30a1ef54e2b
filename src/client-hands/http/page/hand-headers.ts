import type { FastifyReply } from 'fastify';
import { COOKIE } from '../../../access/link-tokens.js';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** No script, nothing from elsewhere, no form to elsewhere, in no other page’s frame, found by no search. */
export const sendHandPage = (reply: FastifyReply): void =>
  void reply
    .header('content-security-policy', POLICY)
    .header('x-robots-tag', 'noindex, nofollow')
    .type('text/html; charset=utf-8');

/** For these pages alone, until the browser is closed; no script reads it and no other site's page sends it. */
const ATTRIBUTES = 'Path=/h; HttpOnly; SameSite=Strict';

export const sessionCookie = (token: string, isHttps: boolean): string =>
  `${COOKIE}=${token}; ${ATTRIBUTES}${isHttps ? '; Secure' : ''}`;

export const forgottenCookie = `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;
