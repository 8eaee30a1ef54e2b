import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { readOf } from '../../access/http/ground.response.js';
import { By, Needs } from '../../access/needs.js';
import { ReceiptOf } from '../../audit/receipt-of.js';
import type { Receipt } from '../../audit/receipts.js';
import { sent } from '../../kernel/merge-patch.js';
import type { PageRequest } from '../../kernel/page.js';
import { AtVersion, type RecordAtVersion } from '../../platform/http/at-version.js';
import { Creates } from '../../platform/http/created.js';
import { IfMatch } from '../../platform/http/etag.js';
import { listOf, Paging } from '../../platform/http/paging.js';
import { ChangeTask } from '../application/change-task.js';
import { FindTasks } from '../application/find-tasks.js';
import { MoveTask } from '../application/move-task.js';
import { OpenTask } from '../application/open-task.js';
import { ReadTask } from '../application/read-task.js';
import { ChangeTaskRequest, MoveTaskRequest, OpenTaskRequest, TasksQuery } from './task.request.js';
import { taskResponse, TasksResponse, taskWithHistory, TaskWithHistoryResponse } from './task.response.js';

@ApiTags('today')
@Controller('v1')
export class TasksController {
  constructor(
    private readonly findTasks: FindTasks,
    private readonly readTask: ReadTask,
    private readonly openTask: OpenTask,
    private readonly changeTask: ChangeTask,
    private readonly moveTask: MoveTask,
  ) {}

  /**
   * Tasks for me, that is mine and my role's; or my organisation's, left behind, or about one client. What is due first
   * comes first.
   */
  @Get('tasks')
  @Needs('task:read')
  @ApiOkResponse({ type: TasksResponse })
  async list(@By() actor: Actor, @Query() query: TasksQuery, @Paging() page: PageRequest): Promise<TasksResponse> {
    const { whose, state, client, source, 'due[from]': dueFrom, 'due[before]': dueBefore } = query;
    const filter = {
      whose: whose ?? (client === undefined ? 'for_me' : 'anyone'),
      are: state ?? 'open',
      ...sent({ clientId: client, sourceId: source, dueFrom, dueBefore }),
    } as const;
    const { of, ...found } = await this.findTasks.by(actor, filter, page);
    return listOf(found, taskResponse, of && readOf(of));
  }

  /** One task with every move that was made of it. */
  @Get('tasks/:id')
  @Needs('task:read')
  @ApiOkResponse({ type: TaskWithHistoryResponse })
  async read(@By() actor: Actor, @Param('id') id: string): Promise<TaskWithHistoryResponse> {
    return taskWithHistory(await this.readTask.by(actor, id));
  }

  /** A task about a client: yours, somebody's who sees the class, or a role's. */
  @Post('clients/:clientId/tasks')
  @Creates('/v1/tasks/{id}')
  @Needs('task:change')
  @ApiCreatedResponse({ type: TaskWithHistoryResponse })
  async open(
    @By() actor: Actor,
    @Param('clientId') clientId: string,
    @Body() { id: _, title, note, ...wish }: OpenTaskRequest,
    @ReceiptOf('task') receipt: Receipt,
  ): Promise<TaskWithHistoryResponse> {
    const words = { title, ...(note !== undefined && { note }) };
    const task = { class: 'coordination' as const, ...wish, words };
    return taskWithHistory(await this.openTask.by(actor, clientId, receipt, task));
  }

  /** Title, note and due date; state and owner change by moves. */
  @Patch('tasks/:id')
  @Needs('task:change')
  @ApiOkResponse({ type: TaskWithHistoryResponse })
  async change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() expected: number,
    @Body() patch: ChangeTaskRequest,
  ): Promise<TaskWithHistoryResponse> {
    return taskWithHistory(await this.changeTask.by(actor, id, expected, patch));
  }

  /** Completes it, sets it aside, takes it up, hands it over, notes that the client declined, or reopens it. */
  @Post('tasks/:id/moves')
  @HttpCode(200)
  @Needs('task:change')
  @ApiOkResponse({ type: TaskWithHistoryResponse })
  async move(
    @By() actor: Actor,
    @AtVersion() at: RecordAtVersion,
    @ReceiptOf('task') receipt: Receipt,
    @Body() wish: MoveTaskRequest,
  ): Promise<TaskWithHistoryResponse> {
    return taskWithHistory(await this.moveTask.by(actor, { ...at, receipt, wish }));
  }
}
