import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs, SteppedUp } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import { Creates } from '../../platform/http/created.js';
import { IfMatch } from '../../platform/http/etag.js';
import { FindStaff } from '../application/find-staff.js';
import { MoveMembership } from '../application/move-membership.js';
import { StartMembership } from '../application/start-membership.js';
import { MoveMembershipRequest, NewMembershipRequest } from './staff.request.js';
import { MembershipListResponse, MembershipResponse, membershipResponse } from './staff.response.js';

@ApiTags('organisations, staff')
@Controller('v1')
export class MembershipsController {
  constructor(
    private readonly find: FindStaff,
    private readonly starting: StartMembership,
    private readonly moving: MoveMembership,
  ) {}

  /** The person's memberships of the own organisation, ended ones too. */
  @Get('staff/:id/memberships')
  @Needs('staff:read')
  @ApiOkResponse({ type: MembershipListResponse })
  async list(@By() actor: Actor, @Param('id') id: string): Promise<MembershipListResponse> {
    const colleague = await this.find.one(actor, id);
    return { items: colleague.memberships.map((membership) => membershipResponse(actor, { colleague, membership })) };
  }

  /** Gives the account a role in the own organisation; also one of another organisation, whose owner told its id. */
  @Post('staff/:id/memberships')
  @Needs('staff:manage')
  @SteppedUp()
  @Creates('/v1/memberships/{id}')
  @ApiCreatedResponse({ type: MembershipResponse })
  async create(
    @By() actor: Actor,
    @Param('id') staffId: string,
    @Body() { role }: NewMembershipRequest,
    @ReceiptOf('membership') receipt: Receipt,
  ): Promise<MembershipResponse> {
    return membershipResponse(actor, await this.starting.by(actor, staffId, role, receipt));
  }

  /** One membership of the own organisation. */
  @Get('memberships/:id')
  @Needs('staff:read')
  @ApiOkResponse({ type: MembershipResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<MembershipResponse> {
    return membershipResponse(actor, await this.find.membership(actor, id));
  }

  /** Ends a membership, or changes its role; in force on the next request of its sessions, which end. */
  @Post('memberships/:id/moves')
  @HttpCode(200)
  @Needs('staff:manage')
  @SteppedUp()
  @ApiOkResponse({ type: MembershipResponse })
  async move(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() asked: MoveMembershipRequest,
  ): Promise<MembershipResponse> {
    return membershipResponse(actor, await this.moving.by(actor, id, expected, asked));
  }
}
