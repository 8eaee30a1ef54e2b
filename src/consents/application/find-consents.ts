import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { withheldFrom, type Withheld } from '../../access/grants.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import { isInstant } from '../../kernel/civil-time.js';
import { isId } from '../../kernel/ids.js';
import { assertCursorOfThisList, type Page, type PageRequest } from '../../kernel/page.js';
import { consentsListed } from '../domain/consent.events.js';
import { ConsentStore, type ConsentsOf } from '../persistence/consent.store.js';
import { ConsentDesk, consentView, type ConsentView } from './consent-desk.js';

export interface ConsentsFound {
  readonly page: Page<ConsentView>;
  readonly withheld: readonly Withheld[];
}

@Injectable()
export class FindConsents {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ConsentDesk,
    private readonly consents: ConsentStore,
  ) {}

  /** Newest first: all of hers for who keeps her record, and for others those that name them. */
  by(actor: Actor, of: ConsentsOf, page: PageRequest): Promise<ConsentsFound> {
    assertKey(page);
    return this.work.run(actor, async (tx) => {
      const held = await this.desk.standOn(tx, 'consent:read', of.clientId);
      const found = await this.consents.page(tx, of, page);
      tx.record(consentsListed(of.clientId, held ?? {}, found.items.length));
      const items = found.items.map((consent) => consentView(tx, consent, held));
      const withheld = held ? withheldFrom(actor, held).filter((each) => each.class === 'coordination') : [];
      return { page: { ...found, items }, withheld };
    });
  }
}

function assertKey({ after }: PageRequest): void {
  if (after === undefined) return;
  const [at, id, ...more] = after;
  assertCursorOfThisList(isInstant(at) && isId(id) && more.length === 0);
}
