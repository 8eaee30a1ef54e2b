import { lifecycle } from '../../kernel/lifecycle.js';

export type NoticeState = 'unread' | 'read';

export const NOTICE_MOVES = ['mark_read', 'mark_unread'] as const;
export type NoticeMove = (typeof NOTICE_MOVES)[number];

export const noticeLifecycle = lifecycle<NoticeState, NoticeMove, undefined>({
  initial: 'unread',
  final: [],
  moves: {
    mark_read: { from: ['unread'], to: 'read' },
    mark_unread: { from: ['read'], to: 'unread' },
  },
});
