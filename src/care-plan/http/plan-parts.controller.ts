import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { readOf } from '../../access/http/ground.response.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { PageRequest } from '../../kernel/page.js';
import { Creates } from '../../platform/http/created.js';
import { IfMatch } from '../../platform/http/etag.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { ChangePlanSection } from '../application/change-plan-section.js';
import { FindSignOffs } from '../application/find-sign-offs.js';
import { ReadPlanSection } from '../application/read-plan-section.js';
import { SignPlan } from '../application/sign-plan.js';
import { WritePlanSection } from '../application/write-plan-section.js';
import { ChangeSectionRequest, SignPlanRequest, WriteSectionRequest } from './care-plan.request.js';
import { SignOffsResponse } from './care-plan.response.js';
import { PlanSectionResponse, PlanSignOffResponse } from './plan-part.response.js';
import { sectionResponse, signOffResponse } from './plan-parts.view.js';

/** What is the plan's own: its written parts, and who says that they have seen it. */
@ApiTags('care plan')
@Controller('v1')
export class PlanPartsController {
  constructor(
    private readonly writeSection: WritePlanSection,
    private readonly readSection: ReadPlanSection,
    private readonly changeSection: ChangePlanSection,
    private readonly signPlan: SignPlan,
    private readonly findSignOffs: FindSignOffs,
  ) {}

  /** The first writing of one part of the plan: what the client wants us to know, what helps, strengths, safety. */
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

  /** One written part of the plan. */
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
  @Creates('/v1/plan-sign-offs/{id}')
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

  /** One sign-off: who saw the plan, when, and as it stood when. */
  @Get('plan-sign-offs/:id')
  @Needs('care-plan:read')
  @ApiOkResponse({ type: PlanSignOffResponse })
  async signOff(@By() actor: Actor, @Param('id') id: string): Promise<PlanSignOffResponse> {
    return signOffResponse(await this.findSignOffs.one(actor, id));
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
    const { held: _, withheld, records, ...found } = await this.findSignOffs.of(actor, clientId, page);
    return listOf(found, signOffResponse, readOf({ withheld, records }));
  }
}
