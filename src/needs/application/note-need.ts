import { Injectable } from '@nestjs/common';
import { classWithheld } from '../../access/access.problems.js';
import type { Actor } from '../../access/actor.js';
import { Grants } from '../../access/grants.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { classOf } from '../domain/need.domains.js';
import { mayNote } from '../domain/need.rules.js';
import type { NeedView } from './need-desk.js';
import { NeedNoting, type NeedDraft } from './need-noting.js';

/** A need that somebody was told of, or found. */
@Injectable()
export class NoteNeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly grants: Grants,
    private readonly noting: NeedNoting,
  ) {}

  /** @throws Refusal `not_found`, `class_not_held`, `owner_unknown`, `owner_does_not_see`, `invalid` */
  by(actor: Actor, clientId: Id, receipt: Receipt, draft: NeedDraft): Promise<NeedView> {
    return this.work.run(actor, async (tx) => {
      const held = await this.grants.permit(tx, 'need:change', clientId);
      const dataClass = classOf(draft.domain);
      if (!mayNote(held, dataClass)) throw new Refusal(classWithheld, { class: dataClass });
      const made = await this.receipts.once(tx, receipt, (id) => this.noting.make(tx, { id, clientId }, draft));
      return this.noting.noted(tx, made, held);
    });
  }
}
