import { ApiProperty } from '@nestjs/swagger';
import { ID, MAYBE_ID, INSTANT, MAYBE_INSTANT, VERSION, NEXT } from '../../platform/http/openapi/fields.js';
import { DATA_CLASSES, type DataClass } from '../../access/policy.js';
import type { Notice } from '../domain/notice.js';
import { NOTICE_MOVES, noticeLifecycle } from '../domain/notice.lifecycle.js';

class NoticeSourcePart {
  @ApiProperty({ example: 'task' }) readonly kind!: string;
  @ApiProperty(ID) readonly id!: string;
}

export class NoticeResponse {
  @ApiProperty(ID) readonly id!: string;
  @ApiProperty({ example: 'task_handed_over' }) readonly kind!: string;
  @ApiProperty({ description: 'What it tells of. Read it there, under your grants of now.' })
  readonly source!: NoticeSourcePart;
  @ApiProperty(MAYBE_ID) readonly clientId!: string | null;
  @ApiProperty({ enum: DATA_CLASSES, nullable: true }) readonly class!: DataClass | null;
  @ApiProperty({ enum: noticeLifecycle.states }) readonly state!: string;
  @ApiProperty({ enum: NOTICE_MOVES, isArray: true }) readonly openMoves!: readonly string[];
  @ApiProperty(INSTANT) readonly createdAt!: string;
  @ApiProperty(MAYBE_INSTANT) readonly readAt!: string | null;
  @ApiProperty(VERSION) readonly version!: number;
}

export class NoticesResponse {
  @ApiProperty({ type: [NoticeResponse] }) readonly items!: readonly NoticeResponse[];
  @ApiProperty(NEXT) readonly next?: string;
}

export const noticeResponse = ({ sourceKind, sourceId, ...notice }: Notice): NoticeResponse => ({
  ...notice,
  source: { kind: sourceKind, id: sourceId },
  openMoves: noticeLifecycle.openMoves(notice.state, undefined),
});
