import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { digitsIn } from '../../audit/links/link-input.js';
import { By, ByCookie, Needs, Open } from '../../access/needs.js';
import { assertOwnForm, Framing, type Frame } from '../../client-hands/http/page/framing.js';
import { HandPage, TakesForm } from '../../client-hands/http/page/hand-answers.js';
import { forgottenCookie, sendHandPage, sessionCookie } from '../../client-hands/http/page/hand-headers.js';
import { codePage } from '../../client-hands/http/page/hand.page.js';
import { PUBLIC_URL } from '../../platform/config/public-url.js';
import { OpenReceiverLink } from '../application/open-receiver-link.js';
import { ReceivedReferrals } from '../application/received-referrals.js';
import { closedPage, RECEIVED_PAGES, receivedPage } from './page/received.page.js';
import { AnswerForm, ReceivedForm, ReceivedPageQuery, ReceiverCodeRequest } from './receiver-link.request.js';

const REASON = 'whoever receives a referral by a link and its code has no account';
const ROOM = '/o';

/** What a receiver without an account sees in a browser: no script, addresses that tell nothing. */
@ApiTags('receiver’s own pages')
@Controller('o')
export class ReceivedPagesController {
  constructor(
    private readonly opening: OpenReceiverLink,
    private readonly received: ReceivedReferrals,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** Where a link leads: a page that asks for its code. Looking at it uses nothing up. */
  @Get(':token')
  @Open(REASON)
  @HandPage()
  async look(
    @Req() { id }: FastifyRequest,
    @Param('token') secret: string,
    @Query() { l }: ReceivedPageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const language = await this.opening.look(id, secret);
    sendHandPage(reply);
    return codePage(l ?? language);
  }

  /** Takes the code, once, and leads on to what was sent. */
  @Post(':token')
  @HttpCode(303)
  @Open(REASON)
  @TakesForm(303)
  async open(
    @Req() { id }: FastifyRequest,
    @Param('token') secret: string,
    @Body() { code }: ReceiverCodeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { token, language } = await this.opening.by(id, secret, digitsIn(code));
    void reply.header('set-cookie', sessionCookie(token, this.publicUrl.startsWith('https:'), ROOM));
    void reply.header('location', `${RECEIVED_PAGES.received}?l=${language}`);
    sendHandPage(reply);
    return '';
  }

  /** What was sent, on one page to read and to print, with its answers. */
  @Get('p/1')
  @Needs('received-referral:read')
  @ByCookie()
  @HandPage()
  async read(@By() actor: Actor, @Query() _: ReceivedPageQuery, @Framing() frame: Frame): Promise<string> {
    return receivedPage(await this.received.read(actor), frame);
  }

  /** Accepts, declines or asks. To decline ends the session. */
  @Post('p/1')
  @HttpCode(200)
  @Needs('received-referral:answer')
  @ByCookie()
  @TakesForm(200)
  async answer(
    @By() actor: Actor,
    @Framing() frame: Frame,
    @Body() { f, version, ...wish }: AnswerForm,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    assertOwnForm(frame, f);
    const received = await this.received.answer(actor, Number(version), wish);
    if (wish.move !== 'decline') return receivedPage(received, frame);
    void reply.header('set-cookie', forgottenCookie(ROOM));
    return closedPage(frame.language, 'declinedText');
  }

  /** Ends the session. */
  @Post('p/0')
  @HttpCode(200)
  @Needs('received-referral:read')
  @ByCookie()
  @TakesForm(200)
  async leave(
    @By() actor: Actor,
    @Framing() frame: Frame,
    @Body() { f }: ReceivedForm,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    assertOwnForm(frame, f);
    await this.received.leave(actor);
    void reply.header('set-cookie', forgottenCookie(ROOM));
    return closedPage(frame.language, 'leftText');
  }
}
