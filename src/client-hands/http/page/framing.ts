import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieOf } from '../../../access/link-tokens.js';
import { Refusal } from '../../../kernel/refusal.js';
import { languageOf, type Language } from '../../../platform/http/language.js';
import { formToken, hashOf, isSame } from '../../../platform/sealing/link-secrets.js';
import { formNotOurs } from '../../domain/client-hands.problems.js';
import { sendHandPage } from './hand-headers.js';

/** In which language a page of a session is, and what its forms carry. */
export interface Frame {
  readonly language: Language;
  readonly formToken: string;
}

/** Answers with the headers of such a page. */
export const Framing = createParamDecorator((_: unknown, context: ExecutionContext): Frame => {
  const { query, headers } = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: { l?: string } }>>();
  sendHandPage(context.switchToHttp().getResponse<FastifyReply>());
  const language = query.l === 'fr' || query.l === 'en' ? query.l : languageOf(headers['accept-language']);
  return { language, formToken: formToken(cookieOf(headers.cookie) ?? '') };
});

/** @throws Refusal `form_not_ours` for a form that this session's pages did not make */
export function assertOwnForm(frame: Frame, sent: string): void {
  if (!isSame(hashOf(frame.formToken), hashOf(sent))) throw new Refusal(formNotOurs);
}
