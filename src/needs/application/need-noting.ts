import { Injectable } from '@nestjs/common';
import type { Held } from '../../access/grants.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { NamedWorker } from '../../clients/domain/worked-on-by.js';
import type { CivilDate } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Need, NeedWords } from '../domain/need.js';
import { classOf, type NeedDomain } from '../domain/need.domains.js';
import type { NeedFacts } from '../domain/need.facts.js';
import { needLifecycle, type WantsHelp } from '../domain/need.lifecycle.js';
import { needDone } from '../domain/needs.events.js';
import { NeedStore } from '../persistence/need.store.js';
import { NeedDesk, needView, type NeedView } from './need-desk.js';
import { assertHoldsTogether } from './need-input.js';

/** What it is about is enough. */
export interface NeedDraft extends NeedFacts {
  readonly domain: NeedDomain;
  readonly words: NeedWords;
  readonly wantsHelp?: WantsHelp;
  readonly rank?: number;
  readonly workedOnBy?: NamedWorker;
  readonly since?: CivilDate;
}

@Injectable()
export class NeedNoting {
  constructor(
    private readonly needs: NeedStore,
    private readonly desk: NeedDesk,
  ) {}

  async make(tx: Tx, of: Pick<Need, 'id' | 'clientId'>, draft: NeedDraft): Promise<void> {
    assertHoldsTogether(draft.domain, draft, tx.now);
    const subject = { ...of, domain: draft.domain, class: classOf(draft.domain) };
    const nobody = { workedOnBy: null, workedOnByMembershipId: null };
    const need: Need = {
      ...subject,
      state: needLifecycle.initial,
      wantsHelp: draft.wantsHelp ?? 'unknown',
      rank: draft.rank ?? null,
      ...(draft.workedOnBy ? await this.desk.worker(tx, draft.workedOnBy, subject) : nobody),
      since: draft.since ?? null,
      confirmedBy: null,
      confirmedAt: null,
      housingStatus: draft.housingStatus ?? null,
      documents: draft.documents ?? null,
      createdAt: tx.now,
      createdBy: tx.actor.membershipId,
      updatedAt: tx.now,
      updatedBy: tx.actor.membershipId,
      version: 1,
    };
    await this.needs.add(tx, need, draft.words);
  }

  async noted(tx: Tx, made: { readonly id: Id; readonly replayed: boolean }, held: Held): Promise<NeedView> {
    const { need } = await this.desk.read(tx, made.id);
    tx.record(needDone(made.replayed ? 'need.read' : 'need.found', need, held));
    return needView(tx, need, held);
  }
}
