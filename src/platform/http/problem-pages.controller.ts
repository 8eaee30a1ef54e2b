import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { knownProblems, Refusal, type Problem, type ProblemText } from '../../kernel/refusal.js';
import { routeUnknown } from './http.problems.js';
import { escaped, htmlPage, sendHtml } from './html.js';
import { languageOf, type Language } from './language.js';
import { Open } from './open.js';
import { pageOfProblem, STATUS } from './problem-body.js';

class ProblemTextShown implements ProblemText {
  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ description: 'The mend. Names in braces are filled from the facts of the case.' })
  readonly detail!: string;
}

class ProblemShown {
  @ApiProperty({ example: 'stale' })
  readonly code!: string;

  @ApiProperty({ type: 'integer', example: 412 })
  readonly status!: number;

  @ApiProperty()
  readonly page!: string;

  @ApiProperty({ type: ProblemTextShown })
  readonly en!: ProblemText;

  @ApiProperty({ type: ProblemTextShown })
  readonly fr!: ProblemText;
}

class ProblemList {
  @ApiProperty({ type: [ProblemShown] })
  readonly items!: readonly ProblemShown[];
}

interface Wanted {
  readonly accept?: string;
  readonly 'accept-language'?: string;
}

const REASON = 'a problem names its page, and whoever meets one may not be signed in';

/** The pages that `type` of a problem leads to, in both languages. */
@ApiTags('entrance')
@Controller('problems')
@ApiProduces('application/json', 'text/html')
export class ProblemPagesController {
  /** Every problem that this API can answer, by its code. As JSON, or as a page where `text/html` is accepted. */
  @Get()
  @Open(REASON)
  @ApiOkResponse({ type: ProblemList })
  all(@Headers() wanted: Wanted, @Res({ passthrough: true }) reply: FastifyReply): ProblemList | string {
    return asWanted(wanted, reply, { items: knownProblems().map(shown) }, (language) =>
      htmlPage(
        language,
        LIST_TITLE[language],
        knownProblems()
          .map((each) => linkOf(each, language))
          .join('\n'),
      ),
    );
  }

  /** What one problem means and how to mend it, in both languages. */
  @Get(':code')
  @Open(REASON)
  @ApiOkResponse({ type: ProblemShown })
  one(
    @Param('code') code: string,
    @Headers() wanted: Wanted,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ProblemShown | string {
    const problem = knownProblems().find((known) => known.code === code);
    if (!problem) throw new Refusal(routeUnknown);
    return asWanted(wanted, reply, shown(problem), (language) =>
      htmlPage(language, problem[language].title, textsOf(problem, language)),
    );
  }
}

function asWanted<Body>(
  { accept, 'accept-language': languages }: Wanted,
  reply: FastifyReply,
  body: Body,
  html: (language: Language) => string,
): Body | string {
  void reply.header('vary', 'accept, accept-language');
  if (!accept?.includes('text/html')) return body;
  sendHtml(reply);
  return html(languageOf(languages));
}

const shown = ({ code, kind, en, fr }: Problem): ProblemShown => ({
  code,
  status: STATUS[kind],
  page: pageOfProblem(code),
  en,
  fr,
});

const LIST_TITLE: Readonly<Record<Language, string>> = { en: 'Problems', fr: 'Problèmes' };

/** Below its title in the caller's language: the mend; then the other language, for whoever is asked for help. */
function textsOf(problem: Problem, language: Language): string {
  const other = language === 'fr' ? 'en' : 'fr';
  const { title, detail } = problem[other];
  return [
    `<p>${escaped(problem[language].detail)}</p>`,
    `<p><small><code>${problem.code}</code> · HTTP ${STATUS[problem.kind]}</small></p>`,
    `<section lang="${other}"><h2>${escaped(title)}</h2><p>${escaped(detail)}</p></section>`,
  ].join('\n');
}

const linkOf = ({ code, ...problem }: Problem, language: Language): string =>
  `<p><a href="${pageOfProblem(code)}">${escaped(problem[language].title)}</a> <small><code>${code}</code></small></p>`;
