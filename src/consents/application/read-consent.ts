import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork, type Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { consentRead } from '../domain/consent.events.js';
import { ConsentStore } from '../persistence/consent.store.js';
import { ConsentDesk, consentView, type ConsentView } from './consent-desk.js';

@Injectable()
export class ReadConsent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ConsentDesk,
    private readonly consents: ConsentStore,
  ) {}

  /** @throws Refusal `not_found` */
  by(actor: Actor, id: Id): Promise<ConsentView> {
    return this.work.run(actor, (tx) => this.within(tx, id));
  }

  async within(tx: Tx, id: Id): Promise<ConsentView> {
    const { consent, held } = await this.desk.take(tx, 'consent:read', id);
    const history = await this.consents.history(tx, id);
    tx.record(consentRead(consent, held ?? {}));
    return { ...consentView(tx, consent, held), history };
  }
}
