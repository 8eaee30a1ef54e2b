import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { By, ByCookie, Needs } from '../../access/needs.js';
import { FindConsents } from '../../consents/application/find-consents.js';
import { MoveConsent } from '../../consents/application/move-consent.js';
import { ReadDisclosures } from '../../disclosures/application/read-disclosures.js';
import { HandPageQuery, WithdrawForm } from './hand-page.request.js';
import { consentsBody } from './page/consents.page.js';
import { assertOwnForm, Framing, type Frame } from './page/framing.js';
import { framedPage, PAGES } from './page/hand.page.js';
import { HandPage, TakesForm } from './page/hand-answers.js';

const SHOWN = { limit: 100 };
/** What is taken back once is taken back: sent again, the page says that it is over. */
const NO_RECEIPT = { made: 'consent_move', content: [], markReplayed: () => undefined };

/** What the client agreed to, with a button to take it back. */
@ApiTags('client’s own pages')
@Controller('h/p/2')
export class HandConsentsController {
  constructor(
    private readonly consents: FindConsents,
    private readonly moving: MoveConsent,
    private readonly disclosures: ReadDisclosures,
  ) {}

  /** What the client agreed to and said no to, and what was given out. */
  @Get()
  @Needs('hand:read')
  @ByCookie()
  @HandPage()
  async ownConsents(@By() actor: Actor, @Query() _: HandPageQuery, @Framing() frame: Frame): Promise<string> {
    const { page } = await this.consents.by(actor, { clientId: actor.personId }, SHOWN);
    const given = await this.disclosures.by(actor, actor.personId, SHOWN);
    return framedPage({ ...frame, title: 'consents' }, consentsBody(page.items, given.items, frame));
  }

  /** Takes a consent back; in force on the next request of whoever saw by it. */
  @Post()
  @HttpCode(303)
  @Needs('hand:read')
  @ByCookie()
  @TakesForm(303)
  async withdraw(
    @By() actor: Actor,
    @Framing() frame: Frame,
    @Body() { f, consent, version }: WithdrawForm,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    assertOwnForm(frame, f);
    const order = { id: consent, expected: Number(version), receipt: NO_RECEIPT, wish: { move: 'withdraw' as const } };
    await this.moving.by(actor, order);
    void reply.header('location', `${PAGES.consents}?l=${frame.language}`);
    return '';
  }
}
