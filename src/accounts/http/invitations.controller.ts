import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs, Open, SteppedUp } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import { Creates } from '../../platform/http/created.js';
import { AcceptInvitation } from '../application/accept-invitation.js';
import type { Caller } from '../application/caller.js';
import type { FirstAccount } from '../application/found-first.js';
import { InviteStaff } from '../application/invite-staff.js';
import { RenewInvitation } from '../application/renew-invitation.js';
import { FromWhere } from './from-where.js';
import { AcceptInvitationRequest, InviteStaffRequest } from './invitation.request.js';
import {
  AcceptedResponse,
  InvitationGuideResponse,
  InvitationLinkResponse,
  InvitedResponse,
  invitedResponse,
} from './invitation.response.js';
import { ExactLimits, type ExactLimit } from '../../platform/limits/exact-limits.js';

/** For each network address. A token cannot be guessed; this keeps the trying from costing anything. */
const LINKS: ExactLimit = { name: 'one-time link', times: 30, within: 600 };

@ApiTags('organisations, staff')
@Controller('v1')
export class InvitationsController {
  constructor(
    private readonly invite: InviteStaff,
    private readonly renew: RenewInvitation,
    private readonly accept: AcceptInvitation,
    private readonly limits: ExactLimits,
  ) {}

  /** A new account of the own organisation, with its first role and a one-time link to choose a password. */
  @Post('staff')
  @Needs('staff:manage')
  @SteppedUp()
  @Creates('/v1/staff/{id}')
  @ApiCreatedResponse({ type: InvitedResponse })
  async inviteStaff(
    @By() actor: Actor,
    @Body() { email, displayName, language, role }: InviteStaffRequest,
    @ReceiptOf('staff') receipt: Receipt,
  ): Promise<InvitedResponse> {
    return invitedResponse(await this.invite.by(actor, { email, displayName, language, role }, receipt));
  }

  /** Another link to a first password, in place of the one before; not for an account that has one. */
  @Post('staff/:id/invitations')
  @Needs('staff:manage')
  @SteppedUp()
  @ApiCreatedResponse({ type: InvitationLinkResponse })
  renewInvitation(@By() actor: Actor, @Param('id') id: string): Promise<InvitationLinkResponse> {
    return this.renew.by(actor, id);
  }

  /** Where a link leads. It says what to do and consumes nothing, so that a preview of the link takes nothing away. */
  @Get('auth/invitations')
  @Open('Whoever was invited has no account yet.')
  @ApiOkResponse({ type: InvitationGuideResponse })
  guide(): InvitationGuideResponse {
    const detail =
      'Send the part of your link behind the # as `token`, with the `password` that you choose, to the address in `accept`.';
    return { detail, accept: '/v1/auth/invitations/accept' };
  }

  /** Takes the link: chooses the password and, with the first administrator's link, makes account and organisation. */
  @Post('auth/invitations/accept')
  @HttpCode(200)
  @Open('The link is the proof.')
  @ApiOkResponse({ type: AcceptedResponse })
  async acceptInvitation(
    @Body() body: AcceptInvitationRequest,
    @FromWhere() caller: Caller,
  ): Promise<AcceptedResponse> {
    await this.limits.take(LINKS, caller.addressHash.toString('hex'));
    const { token, password } = body;
    const { id, email } = await this.accept.with({ token, password, first: firstOf(body) }, caller);
    return { accountId: id, email, signInAt: '/v1/auth/login' };
  }
}

function firstOf(body: AcceptInvitationRequest): FirstAccount | undefined {
  const { email, displayName, language, organisation } = body;
  if (email === undefined || displayName === undefined) return undefined;
  return language === undefined || organisation === undefined
    ? undefined
    : { email, displayName, language, organisation };
}
