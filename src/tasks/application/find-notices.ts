import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Grants } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import type { Notice } from '../domain/notice.js';
import { NoticeStore } from '../persistence/notice.store.js';
import { assertKey } from './list-key.js';
import { heldOver, shownEvents } from './shown-events.js';

@Injectable()
export class FindNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticeStore,
    private readonly grants: Grants,
  ) {}

  /** The actor's own, newest first; those about a class no longer held are not shown. */
  by(actor: Actor, unread: boolean, page: PageRequest): Promise<Page<Notice>> {
    assertKey(page);
    return this.work.run(actor, async (tx) => {
      const found = await this.notices.list(tx, unread, page);
      tx.record(...shownEvents('notice.listed', found.items, await heldOver(tx, this.grants, found.items)));
      return found;
    });
  }
}
