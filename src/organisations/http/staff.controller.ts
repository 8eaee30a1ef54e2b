import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { By, Needs, SteppedUp } from '../../access/needs.js';
import type { PageRequest } from '../../kernel/page.js';
import { IfMatch } from '../../platform/http/etag.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { ChangeStaff } from '../application/change-staff.js';
import { FindStaff } from '../application/find-staff.js';
import { MoveStaff } from '../application/move-staff.js';
import { ChangeStaffRequest, MoveStaffRequest, StaffQuery } from './staff.request.js';
import { StaffListResponse, StaffResponse, staffResponse } from './staff.response.js';

/** The people of the own organisation. They are invited at the same address, by accounts. */
@ApiTags('organisations, staff')
@Controller('v1/staff')
export class StaffController {
  constructor(
    private readonly find: FindStaff,
    private readonly change: ChangeStaff,
    private readonly moving: MoveStaff,
  ) {}

  /** The staff of the own organisation. */
  @Get()
  @Needs('staff:read')
  @ApiOkResponse({ type: StaffListResponse })
  async list(@By() actor: Actor, @Query() { state, role }: StaffQuery, @Paging() page: PageRequest) {
    const filter = { standing: state !== 'former', ...(role !== undefined && { role }) };
    return listOf(await this.find.all(actor, filter, page), staffResponse(actor));
  }

  /** One colleague with their memberships here. */
  @Get(':id')
  @Needs('staff:read')
  @ApiOkResponse({ type: StaffResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<StaffResponse> {
    return staffResponse(actor)(await this.find.one(actor, id));
  }

  /** Changes name, e-mail address or language of an account. A merge patch: absent keeps. */
  @Patch(':id')
  @Needs('staff:manage')
  @SteppedUp()
  @ApiOkResponse({ type: StaffResponse })
  async patch(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() change: ChangeStaffRequest,
  ): Promise<StaffResponse> {
    return staffResponse(actor)(await this.change.by(actor, id, expected, change));
  }

  /** Disables or enables the account, in force on its next request. */
  @Post(':id/moves')
  @HttpCode(200)
  @Needs('staff:manage')
  @SteppedUp()
  @ApiOkResponse({ type: StaffResponse })
  async move(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() { move }: MoveStaffRequest,
  ): Promise<StaffResponse> {
    return staffResponse(actor)(await this.moving.by(actor, id, expected, move));
  }
}
