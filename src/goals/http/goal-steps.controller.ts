import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { AddStep } from '../application/add-step.js';
import { ChangeStep } from '../application/change-step.js';
import { ReadGoal } from '../application/read-goal.js';
import { AddStepRequest, ChangeStepRequest, MoveStepRequest } from './goal.request.js';
import { StepResponse, stepResponse } from './goal.response.js';

@ApiTags('care plan')
@Controller('v1')
export class GoalStepsController {
  constructor(
    private readonly addStep: AddStep,
    private readonly readGoal: ReadGoal,
    private readonly changeStep: ChangeStep,
  ) {}

  /** One thing on the way to a goal. */
  @Post('goals/:id/steps')
  @Creates('/v1/goal-steps/{id}')
  @Needs('goal:change')
  @ApiCreatedResponse({ type: StepResponse })
  async add(
    @By() actor: Actor,
    @Param('id') goalId: string,
    @ReceiptOf('goal_step') receipt: Receipt,
    @Body() { id: _, text, ...draft }: AddStepRequest,
  ): Promise<StepResponse> {
    return stepResponse(await this.addStep.by(actor, goalId, receipt, { ...draft, words: { text } }));
  }

  /** One step as it stands. */
  @Get('goal-steps/:id')
  @Needs('goal:read')
  @ApiOkResponse({ type: StepResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<StepResponse> {
    return stepResponse(await this.readGoal.step(actor, id));
  }

  /** Text, day and who does it; the state changes by moves. */
  @Patch('goal-steps/:id')
  @Needs('goal:change')
  @ApiOkResponse({ type: StepResponse })
  async change(
    @By() actor: Actor,
    @AtVersion() { id, expected }: RecordAtVersion,
    @Body() patch: ChangeStepRequest,
  ): Promise<StepResponse> {
    return stepResponse(await this.changeStep.by(actor, id, expected, patch));
  }

  /** Finishes it, drops it, or opens it again. */
  @Post('goal-steps/:id/moves')
  @HttpCode(200)
  @Needs('goal:change')
  @ApiOkResponse({ type: StepResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('goal_step_move') receipt: Receipt,
    @Body() { move }: MoveStepRequest,
  ): Promise<StepResponse> {
    return stepResponse(await this.changeStep.move(actor, { ...at, receipt, move }));
  }
}
