import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExtraModels, ApiNoContentResponse, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs, Open } from '../../access/needs.js';
import type { Caller } from '../application/caller.js';
import { EndSession } from '../application/end-session.js';
import { FinishSignIn } from '../application/finish-sign-in.js';
import { RefreshSession } from '../application/refresh-session.js';
import { SignIn } from '../application/sign-in.js';
import { LoginRequest, RefreshRequest } from './auth.request.js';
import { SignedInResponse, ToChooseResponse } from './auth.response.js';
import { FromWhere } from './from-where.js';
import { SecondEntryRequest } from './second-factor.request.js';
import { SecondFactorNeededResponse, SecondFactorToSetUpResponse } from './second-factor.response.js';

const AFTER_PASSWORD = [SignedInResponse, ToChooseResponse, SecondFactorNeededResponse, SecondFactorToSetUpResponse];

type AfterPassword = SignedInResponse | ToChooseResponse | SecondFactorNeededResponse | SecondFactorToSetUpResponse;

@ApiTags('session')
@ApiExtraModels(...AFTER_PASSWORD)
@Controller('v1/auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly finishSignIn: FinishSignIn,
    private readonly refreshSession: RefreshSession,
    private readonly endSession: EndSession,
  ) {}

  /**
   * Signs in by e-mail address and password. With several memberships and none chosen, answers with the list to choose from and no
   * tokens. Where a second factor is asked for, answers with a token that only finishes this sign-in.
   */
  @Post('login')
  @HttpCode(200)
  @Open('This is how one signs in.')
  @ApiOkResponse({
    schema: { oneOf: AFTER_PASSWORD.map((each) => ({ $ref: getSchemaPath(each) })) },
  })
  login(@Body() body: LoginRequest, @FromWhere() caller: Caller): Promise<AfterPassword> {
    return this.signIn.with(body, caller);
  }

  /** Finishes a sign-in with a code of the moment or a recovery code; or with the first code of the factor that it sets up. */
  @Post('second-factor')
  @HttpCode(200)
  @Open('Whoever has the right password is not signed in before the code.')
  @ApiOkResponse({ type: SignedInResponse })
  secondFactor(@Body() body: SecondEntryRequest, @FromWhere() caller: Caller): Promise<SignedInResponse> {
    return this.finishSignIn.with(body, caller);
  }

  /** Exchanges the refresh token for new tokens. The old one is worth nothing afterwards. */
  @Post('refresh')
  @HttpCode(200)
  @Open('The refresh token is the proof; the access token has run out.')
  @ApiOkResponse({ type: SignedInResponse })
  refresh(@Body() body: RefreshRequest, @FromWhere() caller: Caller): Promise<SignedInResponse> {
    return this.refreshSession.with(body.refreshToken, caller.requestId);
  }

  /** Ends the session that asks. */
  @Post('logout')
  @HttpCode(204)
  @Needs('session:end')
  @ApiNoContentResponse()
  logout(@By() actor: Actor): Promise<void> {
    return this.endSession.by(actor, actor.sessionId);
  }
}
