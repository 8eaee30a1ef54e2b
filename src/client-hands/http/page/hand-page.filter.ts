import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { linkNotThere } from '../../../audit/links/one-time-link.problems.js';
import { Refusal } from '../../../kernel/refusal.js';
import { away } from '../../../platform/database/refusal-of.js';
import { refusalOf } from '../../../platform/http/faults.js';
import { escaped, htmlPage } from '../../../platform/http/html.js';
import { languageOf, type Language } from '../../../platform/http/language.js';
import { problemText, STATUS, isOurFault } from '../../../platform/http/problem-body.js';
import { REFUSAL_WITNESS, type RefusalWitness } from '../../../platform/http/problem.filter.js';
import { sendHandPage } from './hand-headers.js';
import { PAGE_WORDS } from './page-words.js';

/** What goes wrong on such a page is told on a page. Whatever is not there, or not any more, is one and the same page. */
@Catch()
export class HandPageFilter implements ExceptionFilter {
  constructor(@Inject(REFUSAL_WITNESS) private readonly witness: RefusalWitness) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void this.answer(refusalOf(fault), { fault, request, reply });
  }

  private async answer(refusal: Refusal, { fault, request, reply }: Failed): Promise<void> {
    if (isOurFault(refusal.problem)) request.log.error({ err: fault, code: refusal.problem.code }, 'unexpected');
    const witnessed = await this.witnessed(refusal, request);
    const shown = isGone(witnessed) ? new Refusal(linkNotThere) : witnessed;
    const { retryAfter } = shown.facts;
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    sendHandPage(reply.status(STATUS[shown.problem.kind]));
    void reply.send(pageOf(shown, languageAsked(request), request.method === 'POST'));
  }

  /** No audit, no answer. */
  private async witnessed(refusal: Refusal, request: FastifyRequest): Promise<Refusal> {
    try {
      await this.witness.saw(refusal, request);
      return refusal;
    } catch (unwritten) {
      request.log.error({ err: unwritten }, 'a refusal could not be written down');
      return unwritten instanceof Refusal ? unwritten : away();
    }
  }
}

interface Failed {
  readonly fault: unknown;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A session that is over, no session at all, and whatever the client cannot see. */
const isGone = ({ problem: { kind } }: Refusal): boolean => kind === 'unauthenticated' || kind === 'not-found';

function languageAsked({ query, headers }: FastifyRequest): Language {
  const { l } = query as Readonly<Record<string, unknown>>;
  return l === 'fr' || l === 'en' ? l : languageOf(headers['accept-language']);
}

function pageOf(refusal: Refusal, language: Language, wasSent: boolean): string {
  const { title, lines } = toldOf(refusal, language);
  const mayTryAgain = wasSent && refusal.problem !== linkNotThere;
  const again = mayTryAgain ? `<p><a href="">${PAGE_WORDS.again[language]}</a></p>` : '';
  return htmlPage(language, title, `${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}${again}`);
}

/** What is wrong with a form is told by its faults alone: the words around them are for whoever writes programs. */
function toldOf(refusal: Refusal, language: Language): { readonly title: string; readonly lines: readonly string[] } {
  const { title, detail } = problemText(refusal, language);
  if (refusal.faults.length === 0) return { title, lines: [detail] };
  return { title: PAGE_WORDS.notYet[language], lines: refusal.faults.map(({ message }) => message[language]) };
}
