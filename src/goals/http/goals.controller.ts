import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { readOf } from '../../access/http/ground.response.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { AddGoal } from '../application/add-goal.js';
import { ChangeGoal } from '../application/change-goal.js';
import { FindGoals } from '../application/find-goals.js';
import { MoveGoal } from '../application/move-goal.js';
import { ReadGoal } from '../application/read-goal.js';
import { AddGoalRequest, ChangeGoalRequest, GoalsQuery, MoveGoalRequest } from './goal.request.js';
import { GoalResponse, goalResponse, GoalsResponse } from './goal.response.js';

@ApiTags('care plan')
@Controller('v1')
export class GoalsController {
  constructor(
    private readonly findGoals: FindGoals,
    private readonly readGoal: ReadGoal,
    private readonly addGoal: AddGoal,
    private readonly changeGoal: ChangeGoal,
    private readonly moveGoal: MoveGoal,
  ) {}

  /** The client’s goals in their own order, each with its steps. */
  @Get('clients/:clientId/goals')
  @Needs('goal:read')
  @ApiOkResponse({ type: GoalsResponse })
  async list(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Query() { state }: GoalsQuery,
    @Paging() page: PageRequest,
  ): Promise<GoalsResponse> {
    const of = { clientId, ...(state !== undefined && { state }) };
    const { page: found, ...read } = await this.findGoals.by(actor, of, page);
    return listOf(found, goalResponse, readOf(read));
  }

  /** A goal, in the client’s own words. */
  @Post('clients/:clientId/goals')
  @Creates('/v1/goals/{id}')
  @Needs('goal:change')
  @ApiCreatedResponse({ type: GoalResponse })
  async add(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @ReceiptOf('goal') receipt: Receipt,
    @Body() { id: _, ownWords, teamNote, ...draft }: AddGoalRequest,
  ): Promise<GoalResponse> {
    const words = { ownWords, ...(teamNote !== undefined && { teamNote }) };
    return goalResponse(await this.addGoal.by(actor, clientId, receipt, { ...draft, words }));
  }

  /** One goal as it stands, with its steps. */
  @Get('goals/:id')
  @Needs('goal:read')
  @ApiOkResponse({ type: GoalResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<GoalResponse> {
    return goalResponse(await this.readGoal.by(actor, id));
  }

  /** Words, order, who works on it and when it was gone through; the state changes by moves. */
  @Patch('goals/:id')
  @Needs('goal:change')
  @ApiOkResponse({ type: GoalResponse })
  async change(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() patch: ChangeGoalRequest,
  ): Promise<GoalResponse> {
    return goalResponse(await this.changeGoal.by(actor, id, expected, patch));
  }

  /** Begins it, notes that it is reached, set aside, taken up again or another goal by now, or takes it back. */
  @Post('goals/:id/moves')
  @HttpCode(200)
  @Needs('goal:change')
  @ApiOkResponse({ type: GoalResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('goal_move') receipt: Receipt,
    @Body() wish: MoveGoalRequest,
  ): Promise<GoalResponse> {
    return goalResponse(await this.moveGoal.by(actor, { ...at, receipt, wish }));
  }
}
