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

/** Under which letter the pages of each kind of link stand. */
type Pages = '/h' | '/o';

/** For these pages alone, until the browser is closed; no script reads it and no other site's page sends it. */
const attributesOf = (pages: Pages): string => `Path=${pages}; HttpOnly; SameSite=Strict`;

export const sessionCookie = (token: string, isHttps: boolean, pages: Pages = '/h'): string =>
  `${COOKIE}=${token}; ${attributesOf(pages)}${isHttps ? '; Secure' : ''}`;

export const forgottenCookie = (pages: Pages = '/h'): string => `${COOKIE}=; ${attributesOf(pages)}; Max-Age=0`;
