import { ApiProperty } from '@nestjs/swagger';
import { DATA_CLASSES, type DataClass } from '../../access/policy.js';
import type { Notice } from '../domain/notice.js';
import { NOTICE_MOVES, noticeLifecycle } from '../domain/notice.lifecycle.js';

const ID = { type: 'string', format: 'uuid' } as const;
const INSTANT = { type: 'string', format: 'date-time' } as const;

class NoticeSourcePart {
  @ApiProperty({ example: 'task' }) readonly kind!: string;
  @ApiProperty(ID) readonly id!: string;
}

export class NoticeResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty({ example: 'task_handed_over' }) readonly kind!: string;
  @ApiProperty({ description: 'What it tells of. Read it there, under your grants of now.' })
  readonly source!: NoticeSourcePart;
  @ApiProperty({ ...ID, nullable: true }) readonly clientId!: string | null;
  @ApiProperty({ enum: DATA_CLASSES, nullable: true }) readonly class!: DataClass | null;
  @ApiProperty({ enum: noticeLifecycle.states }) readonly state!: string;
  @ApiProperty({ enum: NOTICE_MOVES, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty({ ...INSTANT, nullable: true }) readonly readAt!: string | null;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
}

export class NoticesResponse {
  @ApiProperty({ type: [NoticeResponse] }) readonly items!: readonly NoticeResponse[];
  @ApiProperty({ required: false, description: 'The cursor of the next page.' }) readonly next?: string;
}

export const noticeResponse = ({ sourceKind, sourceId, ...notice }: Notice): NoticeResponse => ({
  ...notice,
  source: { kind: sourceKind, id: sourceId },
  openMoves: noticeLifecycle.openMoves(notice.state, undefined),
});
