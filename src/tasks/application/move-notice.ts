import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { notFound } from '../../access/access.problems.js';
import { Grants } from '../../access/grants.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { Refusal } from '../../kernel/refusal.js';
import { assertFresh } from '../../kernel/fresh.js';
import type { Notice } from '../domain/notice.js';
import { noticeLifecycle, type NoticeMove } from '../domain/notice.lifecycle.js';
import { NoticeStore } from '../persistence/notice.store.js';
import { heldOver, shownEvents } from './shown-events.js';

@Injectable()
export class MoveNotice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticeStore,
    private readonly grants: Grants,
  ) {}

  /** @throws Refusal `not_found`, `stale`, `move_not_open` */
  by(actor: Actor, id: Id, expected: number, move: NoticeMove): Promise<Notice> {
    return this.work.run(actor, async (tx) => {
      const notice = await this.found(tx, id);
      assertFresh(expected, notice.version);
      const state = nextState(noticeLifecycle, move, notice.state, undefined);
      const readAt = state === 'read' ? tx.now : null;
      if (!(await this.notices.update(tx, notice, { state, readAt }))) {
        assertFresh(expected, (await this.found(tx, id)).version);
      }
      tx.record(...shownEvents('notice.moved', [notice], await heldOver(tx, this.grants, [notice])));
      return { ...notice, state, readAt, version: notice.version + 1 };
    });
  }

  private async found(tx: Tx, id: Id): Promise<Notice> {
    const notice = await this.notices.find(tx, id);
    if (!notice) throw new Refusal(notFound);
    return notice;
  }
}
