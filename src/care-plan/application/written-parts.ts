import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { ShownSection } from '../domain/plan-section.js';
import type { NamedSignOff } from '../domain/plan-sign-off.js';
import { PlanSectionStore } from '../persistence/plan-section.store.js';
import { PlanSignOffStore } from '../persistence/plan-sign-off.store.js';

/** What is the plan's own: its written parts, and who says that they have seen it. */
export interface Written {
  readonly sections: readonly ShownSection[];
  readonly signOffs: readonly NamedSignOff[];
}

@Injectable()
export class WrittenParts {
  constructor(
    private readonly sections: PlanSectionStore,
    private readonly signOffs: PlanSignOffStore,
  ) {}

  async within(tx: Transaction, ids: readonly Id[], at?: Instant): Promise<Written> {
    const [sections, signOffs] = await Promise.all([
      this.sections.ofClients(tx, ids, at),
      this.signOffs.latest(tx, ids, at),
    ]);
    return { sections, signOffs };
  }
}
