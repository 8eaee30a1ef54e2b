import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { readOf } from '../../access/http/ground.response.js';
import { By, Needs } from '../../access/needs.js';
import type { PageRequest } from '../../kernel/page.js';
import { sendHtml } from '../../platform/http/html.js';
import { languageOf } from '../../platform/http/language.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { FindChanges } from '../application/find-changes.js';
import { PrintCarePlan } from '../application/print-care-plan.js';
import { ReadCarePlan } from '../application/read-care-plan.js';
import { ReadTimeline } from '../application/read-timeline.js';
import { ChangesQuery, PlanQuery, TimelineQuery } from './care-plan.request.js';
import { CarePlanResponse, carePlanResponse, ChangesResponse, TimelineResponse } from './care-plan.response.js';
import { planPage } from './page/plan.page.js';
import { changeResponse, timelineEntryResponse } from './plan-parts.view.js';

@ApiTags('care plan')
@Controller('v1')
export class CarePlanController {
  constructor(
    private readonly readPlan: ReadCarePlan,
    private readonly printPlan: PrintCarePlan,
    private readonly findChanges: FindChanges,
    private readonly readTimeline: ReadTimeline,
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

  /** The plan on one page, to print for the visit or for the client’s own hands. English, or French by `Accept-Language`. */
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
    const plan = await this.printPlan.by(actor, clientId);
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
    const { held: _, withheld, records, ...found } = await this.findChanges.of(actor, clientId, since, page);
    return listOf(found, changeResponse, readOf({ withheld, records }));
  }

  /** What happened over all sorts of records, where it belongs in time; the newest first. */
  @Get('clients/:clientId/timeline')
  @Needs('timeline:read')
  @ApiOkResponse({ type: TimelineResponse })
  async timeline(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Query() { kind, 'occurred[from]': from, 'occurred[before]': before }: TimelineQuery,
    @Paging() page: PageRequest,
  ): Promise<TimelineResponse> {
    const filter = {
      ...(kind !== undefined && { kinds: [kind] }),
      ...(from !== undefined && { from }),
      ...(before !== undefined && { before }),
    };
    const { held: _, withheld, records, ...found } = await this.readTimeline.of(actor, clientId, filter, page);
    return listOf(found, timelineEntryResponse, readOf({ withheld, records }));
  }
}
