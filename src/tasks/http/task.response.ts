import { ApiProperty } from '@nestjs/swagger';
import { WITHHELD, type WithheldResponse, ReadRecordResponse, RECORDS } from '../../access/http/ground.response.js';
import {
  ID,
  MAYBE_ID,
  INSTANT,
  DAY,
  MAYBE_DAY,
  MAYBE_TEXT,
  VERSION,
  NEXT,
} from '../../platform/http/openapi/fields.js';
import { DATA_CLASSES, ROLES, type DataClass } from '../../access/policy.js';
import type { TaskWithHistory } from '../application/read-task.js';
import type { MoveShown, TaskShown } from '../application/task-desk.js';
import type { TaskOwner } from '../domain/task.js';
import { TASK_KINDS, type TaskKind } from '../domain/task.kinds.js';
import { ASIDE_REASONS, TASK_MOVES, taskLifecycle } from '../domain/task.lifecycle.js';

/** One membership, or whoever holds the role there. */
class OwnerPart {
  @ApiProperty(ID) readonly organisationId!: string;
  @ApiProperty(MAYBE_ID) readonly membershipId!: string | null;
  @ApiProperty({ enum: ROLES, nullable: true }) readonly role!: string | null;
}

class SourcePart {
  @ApiProperty() readonly kind!: string;
  @ApiProperty(ID) readonly id!: string;
}

class DuePart {
  @ApiProperty({ ...MAYBE_DAY, description: 'Where it is due by a day.' }) readonly on!: string | null;
  @ApiProperty({ ...INSTANT, description: 'The instant, or the first one of the day.' }) readonly at!: string;
}

class AsidePart {
  @ApiProperty({ enum: ASIDE_REASONS }) readonly reason!: string;
  @ApiProperty({ ...DAY, description: 'From this day on the task is open again.' }) readonly until!: string;
}

class MovePart {
  @ApiProperty({ type: 'integer', description: 'Of the task, after this move.' }) readonly version!: number;
  @ApiProperty({ enum: ['open', ...TASK_MOVES] }) readonly move!: string;
  @ApiProperty({ enum: taskLifecycle.states, nullable: true }) readonly from!: string | null;
  @ApiProperty({ enum: taskLifecycle.states }) readonly to!: string;
  @ApiProperty({ description: 'After this move.' }) readonly owner!: OwnerPart;
  @ApiProperty({ type: AsidePart, nullable: true }) readonly setAside!: AsidePart | null;
  @ApiProperty(MAYBE_TEXT) readonly note!: string | null;
  @ApiProperty(INSTANT) readonly at!: string;
  @ApiProperty({
    ...ID,
    description: 'The membership that made it; the link, where the client ended what it asks about.',
  })
  readonly by!: string;
}

export class TaskResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty(MAYBE_ID) readonly clientId!: string | null;
  @ApiProperty({ enum: DATA_CLASSES, nullable: true }) readonly class!: DataClass | null;
  @ApiProperty({ enum: TASK_KINDS }) readonly kind!: TaskKind;
  @ApiProperty(MAYBE_TEXT) readonly title!: string | null;
  @ApiProperty(MAYBE_TEXT) readonly note!: string | null;
  @ApiProperty({ type: SourcePart, nullable: true, description: 'What gave rise to it.' })
  readonly source!: SourcePart | null;
  @ApiProperty() readonly owner!: OwnerPart;
  @ApiProperty({ type: DuePart, nullable: true }) readonly due!: DuePart | null;
  @ApiProperty({ description: 'In which its days are meant.', example: 'America/Edmonton' }) readonly zone!: string;
  @ApiProperty({ description: 'Past due and still open. It stays open.' }) readonly overdue!: boolean;
  @ApiProperty({ enum: taskLifecycle.states, description: 'Now: what was set aside until today is open.' })
  readonly state!: string;
  @ApiProperty({ type: AsidePart, nullable: true }) readonly setAside!: AsidePart | null;
  @ApiProperty({ enum: TASK_MOVES, isArray: true, description: 'What you may do with it now.' })
  readonly openMoves!: readonly string[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty(VERSION) readonly version!: number;
}

export class TaskWithHistoryResponse extends TaskResponse {
  @ApiProperty({ type: [MovePart], description: 'Oldest first.' }) readonly history!: readonly MovePart[];
}

export class TasksResponse {
  @ApiProperty({ type: [TaskResponse] }) readonly items!: readonly TaskResponse[];
  @ApiProperty(NEXT) readonly next?: string;
  @ApiProperty({ ...WITHHELD, required: false, description: 'Where one client was asked for.' })
  readonly withheld?: readonly WithheldResponse[];
  @ApiProperty({ ...RECORDS, required: false }) readonly records?: readonly ReadRecordResponse[];
}

const owner = (of: TaskOwner): OwnerPart => ({
  organisationId: of.ownerOrganisationId,
  membershipId: of.ownerMembershipId,
  role: of.ownerRole,
});

const aside = (of: Pick<TaskShown, 'asideBecause' | 'asideUntil'>): AsidePart | null =>
  of.asideBecause !== null && of.asideUntil !== null ? { reason: of.asideBecause, until: of.asideUntil } : null;

type Shown<Response> = Pick<Response, keyof Response>;

export const taskResponse = (task: TaskShown): Shown<TaskResponse> => ({
  id: task.id,
  clientId: task.clientId,
  class: task.class,
  kind: task.kind,
  title: task.title ?? null,
  note: task.note ?? null,
  source: task.sourceKind !== null && task.sourceId !== null ? { kind: task.sourceKind, id: task.sourceId } : null,
  owner: owner(task),
  due: task.dueAt === null ? null : { on: task.dueOn, at: task.dueAt },
  zone: task.zone,
  overdue: task.isOverdue,
  state: task.state,
  setAside: aside(task),
  openMoves: task.openMoves,
  createdAt: task.createdAt,
  updatedAt: task.updatedAt,
  version: task.version,
});

const moveResponse = (move: MoveShown): MovePart => ({
  version: move.version,
  move: move.move,
  from: move.fromState,
  to: move.toState,
  owner: owner(move),
  setAside: aside(move),
  note: move.note ?? null,
  at: move.at,
  by: move.by,
});

export const taskWithHistory = (task: TaskWithHistory): TaskWithHistoryResponse => ({
  ...taskResponse(task),
  history: task.history.map(moveResponse),
});
