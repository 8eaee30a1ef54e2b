import { IsOneOf, Optional } from '../../platform/http/validation.js';
import { NOTICE_MOVES, noticeLifecycle, type NoticeMove } from '../domain/notice.lifecycle.js';

export class NoticesQuery {
  /** `unread`: only those. */
  @IsOneOf(noticeLifecycle.states.filter((state) => state === 'unread')) @Optional() readonly state?: 'unread';
}

export class MoveNoticeRequest {
  @IsOneOf(NOTICE_MOVES) readonly move!: NoticeMove;
}
