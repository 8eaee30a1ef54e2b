import { Injectable } from '@nestjs/common';
import type { Tx } from '../../audit/unit-of-work.js';
import { newId, type Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { NewDisclosure } from '../domain/disclosure.js';
import { notInEmergency } from '../domain/disclosures.problems.js';
import { disclosureKept } from '../domain/disclosures.events.js';
import { DisclosureStore } from '../persistence/disclosure.store.js';

/**
 * The register of what leaves: whoever lets something of a client's leave calls this in the same transaction, so that
 * nothing leaves without its line.
 */
@Injectable()
export class Disclosures {
  constructor(private readonly register: DisclosureStore) {}

  /** @throws Refusal `not_in_emergency`: what was opened in an emergency is read, and nothing of it leaves */
  async keep(tx: Tx, made: NewDisclosure): Promise<Id> {
    if (made.ground.basis === 'break_glass') throw new Refusal(notInEmergency, {}, [], made.clientId);
    const id = newId();
    const { requestId, purpose } = tx.actor;
    await this.register.keep(tx, made, { id, requestId, purpose, now: tx.now });
    tx.record(
      disclosureKept({ id, clientId: made.clientId, kind: made.kind, recipientKind: made.recipient.kind }, made),
    );
    return id;
  }
}
