import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs, SteppedUp } from '../../access/needs.js';
import type { Caller } from '../application/caller.js';
import { OwnSecondFactor } from '../application/own-second-factor.js';
import { ResetSecondFactor } from '../application/reset-second-factor.js';
import { StepUp } from '../application/step-up.js';
import { FromWhere } from './from-where.js';
import { CodeRequest } from './second-factor.request.js';
import {
  FactorToConfirmResponse,
  RecoveryCodesResponse,
  SecondFactorResponse,
  SteppedUpResponse,
} from './second-factor.response.js';

@ApiTags('session')
@Controller('v1')
export class SecondFactorController {
  constructor(
    private readonly own: OwnSecondFactor,
    private readonly steppingUp: StepUp,
  ) {}

  /** Whether you have a second factor, whether your role asks for one, and how many recovery codes are left. */
  @Get('me/second-factor')
  @Needs('me:read')
  @ApiOkResponse({ type: SecondFactorResponse })
  show(@By() actor: Actor): Promise<SecondFactorResponse> {
    return this.own.show(actor);
  }

  /** Begins a second factor. The one before stands until a code confirms this one; where there is one, show it first. */
  @Post('me/second-factor')
  @Needs('me:change')
  @ApiCreatedResponse({ type: FactorToConfirmResponse })
  begin(@By() actor: Actor): Promise<FactorToConfirmResponse> {
    return this.own.begin(actor);
  }

  /** Confirms it with a code of the app, in place of the one before. Gives ten recovery codes. */
  @Post('me/second-factor/confirmations')
  @HttpCode(200)
  @Needs('me:change')
  @ApiOkResponse({ type: RecoveryCodesResponse })
  async confirm(
    @By() actor: Actor,
    @Body() { code }: CodeRequest,
    @FromWhere() caller: Caller,
  ): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.own.confirm(actor, code, caller) };
  }

  /** Ten other recovery codes. Those before are worth nothing from then on. */
  @Post('me/second-factor/recovery-codes')
  @Needs('me:change')
  @SteppedUp()
  @ApiCreatedResponse({ type: RecoveryCodesResponse })
  async renew(@By() actor: Actor): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.own.renewCodes(actor) };
  }

  /** Removes it, where none of your roles asks for one. */
  @Delete('me/second-factor')
  @HttpCode(204)
  @Needs('me:change')
  @SteppedUp()
  @ApiNoContentResponse()
  remove(@By() actor: Actor): Promise<void> {
    return this.own.remove(actor);
  }

  /** Shows the second factor again, for what asks for a fresh one. Takes a recovery code as well. */
  @Post('me/step-up')
  @HttpCode(200)
  @Needs('session:verify')
  @ApiOkResponse({ type: SteppedUpResponse })
  stepUp(@By() actor: Actor, @Body() { code }: CodeRequest, @FromWhere() caller: Caller): Promise<SteppedUpResponse> {
    return this.steppingUp.by(actor, code, caller);
  }
}

@ApiTags('organisations, staff')
@Controller('v1/staff')
export class StaffSecondFactorController {
  constructor(private readonly resetting: ResetSecondFactor) {}

  /** For a colleague who lost both device and recovery codes. Their sessions end, they are told, and set one up anew. */
  @Post(':id/second-factor/resets')
  @HttpCode(204)
  @Needs('staff:manage')
  @SteppedUp()
  @ApiNoContentResponse()
  reset(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.resetting.by(actor, id);
  }
}
