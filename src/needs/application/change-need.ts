import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { refuseStale } from '../../access/refuse-stale.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { NamedWorker } from '../../clients/domain/worked-on-by.js';
import type { CivilDate } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { assertFresh } from '../../kernel/fresh.js';
import { patched, sent } from '../../kernel/merge-patch.js';
import { NEED_WORDS, type Need, type NeedWords, type ShownNeed } from '../domain/need.js';
import type { NeedFacts } from '../domain/need.facts.js';
import type { WantsHelp } from '../domain/need.lifecycle.js';
import { needChanged, needDone } from '../domain/needs.events.js';
import { NeedStore } from '../persistence/need.store.js';
import { NeedDesk, needView, type NeedView } from './need-desk.js';
import { assertHoldsTogether } from './need-input.js';

/** A merge patch: absent keeps, null clears. */
export interface NeedPatch extends NeedFacts {
  readonly ownWords?: string | null;
  readonly teamNote?: string | null;
  readonly wantsHelp?: WantsHelp;
  readonly rank?: number | null;
  readonly workedOnBy?: NamedWorker;
  readonly since?: CivilDate | null;
}

@Injectable()
export class ChangeNeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: NeedDesk,
    private readonly needs: NeedStore,
  ) {}

  /** @throws Refusal `not_found`, `class_not_held`, `stale`, `owner_unknown`, `owner_does_not_see`, `invalid` */
  by(actor: Actor, id: Id, expected: number, patch: NeedPatch): Promise<NeedView> {
    return this.work.run(actor, async (tx) => {
      const { need, held } = await this.desk.take(tx, id);
      assertFresh(expected, need.version);
      const fields = Object.keys(patch);
      if (fields.length > 0) await this.change(tx, need, patch);
      const after = fields.length > 0 ? (await this.desk.read(tx, id)).need : need;
      tx.record(fields.length > 0 ? needChanged(after, held, fields) : needDone('need.read', after, held));
      return needView(tx, after, held);
    });
  }

  private async change(tx: Tx, need: ShownNeed, patch: NeedPatch): Promise<void> {
    assertHoldsTogether(need.domain, patch, tx.now);
    const { ownWords: _, teamNote: _note, workedOnBy, ...plain } = patch;
    const to: Partial<Need> = { ...plain, ...(workedOnBy && (await this.desk.worker(tx, workedOnBy, need))) };
    const words = patched<NeedWords>(sent(need, NEED_WORDS), patch, ['ownWords', 'teamNote']);
    if (!(await this.needs.change(tx, need, to, words))) refuseStale(need.version, await this.needs.one(tx, need.id));
  }
}
