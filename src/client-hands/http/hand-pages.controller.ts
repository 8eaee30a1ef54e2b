import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadAccessLog } from '../../access-log/application/read-access-log.js';
import { logBody } from '../../access-log/http/page/log.page.js';
import { toldLine } from '../../access-log/http/page/told-line.js';
import type { Actor } from '../../access/actor.js';
import { By, ByCookie, Needs, Open } from '../../access/needs.js';
import { planBody } from '../../care-plan/http/page/plan.page.js';
import { PrintCarePlan } from '../../care-plan/application/print-care-plan.js';
import { keyOfCursor } from '../../kernel/page.js';
import { PUBLIC_URL } from '../../platform/config/public-url.js';
import { OpenHandLink } from '../application/open-hand-link.js';
import { OwnSessions } from '../application/own-session.js';
import { LinkCodeRequest, digitsOf } from './hand-link.request.js';
import { HandForm, HandPageQuery, LinkPageQuery } from './hand-page.request.js';
import { codePage, framedPage, leftPage, olderLink, PAGES } from './page/hand.page.js';
import { HandPage, TakesForm } from './page/hand-answers.js';
import { forgottenCookie, sendHandPage, sessionCookie } from './page/hand-headers.js';
import { assertOwnForm, Framing, type Frame } from './page/framing.js';

const REASON = 'whoever has a link and its code has no account';
const LINES = 100;

/** What a client sees in a browser: no script, no account, addresses that tell nothing. */
@ApiTags('client’s own pages')
@Controller('h')
export class HandPagesController {
  constructor(
    private readonly opening: OpenHandLink,
    private readonly sessions: OwnSessions,
    private readonly plan: PrintCarePlan,
    private readonly log: ReadAccessLog,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** Where a link leads: a page that asks for its code. Looking at it uses nothing up. */
  @Get(':token')
  @Open(REASON)
  @HandPage()
  async look(
    @Req() { id }: FastifyRequest,
    @Param('token') secret: string,
    @Query() { l }: LinkPageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const language = await this.opening.look(id, secret);
    sendHandPage(reply);
    return codePage(l ?? language);
  }

  /** Takes the code, once, and leads on to the client’s plan. */
  @Post(':token')
  @HttpCode(303)
  @Open(REASON)
  @TakesForm(303)
  async open(
    @Req() { id }: FastifyRequest,
    @Param('token') secret: string,
    @Body() asked: LinkCodeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { token, language } = await this.opening.by(id, secret, digitsOf(asked));
    void reply.header('set-cookie', sessionCookie(token, this.publicUrl.startsWith('https:')));
    void reply.header('location', `${PAGES.plan}?l=${language}`);
    sendHandPage(reply);
    return '';
  }

  /** The client’s plan on one page. */
  @Get('p/1')
  @Needs('hand:read')
  @ByCookie()
  @HandPage()
  async ownPlan(@By() actor: Actor, @Query() _: HandPageQuery, @Framing() frame: Frame): Promise<string> {
    const plan = await this.plan.by(actor, actor.personId);
    return framedPage({ ...frame, title: 'plan' }, planBody(plan, frame.language));
  }

  /** Who used the client’s record, the newest first. */
  @Get('p/3')
  @Needs('hand:read')
  @ByCookie()
  @HandPage()
  async ownLog(@By() actor: Actor, @Query() { c }: HandPageQuery, @Framing() frame: Frame): Promise<string> {
    const after = c === undefined ? undefined : keyOfCursor(c);
    const page = { limit: LINES, ...(after && { after }) };
    const { items, next, timeZone } = await this.log.by(actor, actor.personId, {}, page);
    const { language } = frame;
    const told = items.map((line) => toldLine(line, { language, timeZone }));
    return framedPage({ ...frame, title: 'log' }, `${logBody(told, language, timeZone)}${olderLink(next, language)}`);
  }

  /** Ends the session: from then on nothing of the client’s is open in this browser. */
  @Post('p/0')
  @HttpCode(200)
  @Needs('hand:read')
  @ByCookie()
  @TakesForm(200)
  async leave(
    @By() actor: Actor,
    @Framing() frame: Frame,
    @Body() { f }: HandForm,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    assertOwnForm(frame, f);
    await this.sessions.end(actor);
    void reply.header('set-cookie', forgottenCookie());
    return leftPage(frame.language);
  }
}
