import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { PageRequest } from '../../kernel/page.js';
import { Creates } from '../../platform/http/created.js';
import { IfMatch } from '../../platform/http/etag.js';
import { sendHtml } from '../../platform/http/html.js';
import { languageOf } from '../../platform/http/language.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { ChangePlanSection } from '../application/change-plan-section.js';
import { FindChanges } from '../application/find-changes.js';
import { FindSignOffs } from '../application/find-sign-offs.js';
import { ReadCarePlan } from '../application/read-care-plan.js';
import { ReadPlanSection } from '../application/read-plan-section.js';
import { ReadTimeline } from '../application/read-timeline.js';
import { SignPlan } from '../application/sign-plan.js';
import { WritePlanSection } from '../application/write-plan-section.js';
import {
  ChangeSectionRequest,
  ChangesQuery,
  PlanQuery,
  SignPlanRequest,
  TimelineQuery,
  WriteSectionRequest,
} from './care-plan.request.js';
import { CarePlanResponse, carePlanResponse, ChangesResponse, SignOffsResponse } from './care-plan.response.js';
import { PlanSectionResponse, PlanSignOffResponse } from './plan-part.response.js';
import { planPage } from './page/plan.page.js';
import { changeResponse, sectionResponse, signOffResponse } from './plan-parts.view.js';

@ApiTags('care plan')
@Controller('v1')
export class CarePlanController {
  constructor(
    private readonly readPlan: ReadCarePlan,
    private readonly findChanges: FindChanges,
    private readonly readTimeline: ReadTimeline,
    private readonly writeSection: WritePlanSection,
    private readonly readSection: ReadPlanSection,
    private readonly changeSection: ChangePlanSection,
    private readonly signPlan: SignPlan,
    private readonly findSignOffs: FindSignOffs,
  ) {}

  /** The shared plan: all that you may see in one call, what you may not by name, and what changed since you last looked. */
  @Get('clients/:clientId/care-plan')
  @Needs('care-plan:read')
  @ApiOkResponse({ type: CarePlanResponse })
  async plan(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Query() { 'as-of': asOf, since }: PlanQuery,
  ): Promise<CarePlanResponse> {
    const view = { ...(asOf !== undefined && { asOf }), ...(since !== undefined && { since }) };
    return carePlanResponse(await this.readPlan.by(actor, clientId, view));
  }

  /** The plan on one page, to print for the visit or for her own hands. English, or French by `Accept-Language`. */
  @Get('clients/:clientId/care-plan/page')
  @Needs('care-plan:read')
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async page(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const plan = await this.readPlan.by(actor, clientId);
    sendHtml(reply);
    return planPage(plan, languageOf(languages));
  }

  /** Every change that you may see, the newest first: which record, by whom and when; never what it says. */
  @Get('clients/:clientId/care-plan/changes')
  @Needs('care-plan:read')
  @ApiOkResponse({ type: ChangesResponse })
  async changes(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Query() { since }: ChangesQuery,
    @Paging() page: PageRequest,
  ): Promise<ChangesResponse> {
    const { withheld, ...found } = await this.findChanges.of(actor, clientId, since, page);
    return listOf(found, changeResponse, { withheld });
  }

  /** What happened over all sorts of records, where it belongs in time; the newest first. */
  @Get('clients/:clientId/timeline')
  @Needs('timeline:read')
  @ApiOkResponse({ type: ChangesResponse })
  async timeline(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Query() { kind, 'occurred[from]': from, 'occurred[before]': before }: TimelineQuery,
    @Paging() page: PageRequest,
  ): Promise<ChangesResponse> {
    const filter = {
      ...(kind !== undefined && { kinds: [kind] }),
      ...(from !== undefined && { from }),
      ...(before !== undefined && { before }),
    };
    const { withheld, ...found } = await this.readTimeline.of(actor, clientId, filter, page);
    return listOf(found, changeResponse, { withheld });
  }

  /** The first writing of one part of the plan: what she wants us to know, what helps, her strengths, safety. */
  @Post('clients/:clientId/care-plan/sections')
  @Creates('/v1/plan-sections/{id}')
  @Needs('care-plan:write')
  @ApiCreatedResponse({ type: PlanSectionResponse })
  async write(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Body() { section, text }: WriteSectionRequest,
    @ReceiptOf('plan_section') receipt: Receipt,
  ): Promise<PlanSectionResponse> {
    return sectionResponse(await this.writeSection.by(actor, clientId, receipt, { section, text }));
  }

  @Get('plan-sections/:id')
  @Needs('care-plan:read')
  @ApiOkResponse({ type: PlanSectionResponse })
  async section(@By() actor: Actor, @Param('id') id: string): Promise<PlanSectionResponse> {
    return sectionResponse(await this.readSection.by(actor, id));
  }

  /** Writes it anew; what it said before is kept. */
  @Patch('plan-sections/:id')
  @Needs('care-plan:write')
  @ApiOkResponse({ type: PlanSectionResponse })
  async rewrite(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() { text }: ChangeSectionRequest,
  ): Promise<PlanSectionResponse> {
    return sectionResponse(await this.changeSection.by(actor, id, expected, text));
  }

  /** Says that you have seen the plan as it stood then, as far as you see it. It approves nothing beyond that. */
  @Post('clients/:clientId/care-plan/sign-offs')
  @Creates('/v1/clients/{clientId}/care-plan/sign-offs')
  @Needs('care-plan:sign')
  @ApiCreatedResponse({ type: PlanSignOffResponse })
  async sign(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Body() { planAsOf }: SignPlanRequest,
    @ReceiptOf('plan_sign_off') receipt: Receipt,
  ): Promise<PlanSignOffResponse> {
    return signOffResponse(await this.signPlan.by(actor, clientId, receipt, planAsOf));
  }

  /** The newest first. */
  @Get('clients/:clientId/care-plan/sign-offs')
  @Needs('care-plan:read')
  @ApiOkResponse({ type: SignOffsResponse })
  async signOffs(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Paging() page: PageRequest,
  ): Promise<SignOffsResponse> {
    const { withheld, ...found } = await this.findSignOffs.of(actor, clientId, page);
    return listOf(found, signOffResponse, { withheld });
  }
}
