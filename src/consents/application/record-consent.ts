import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Receipts, type Receipt } from '../../audit/receipts.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { ConsentDesk, type ConsentView } from './consent-desk.js';
import { ConsentRecording, type ConsentWish } from './consent-recording.js';
import { ReadConsent } from './read-consent.js';

@Injectable()
export class RecordConsent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly desk: ConsentDesk,
    private readonly recording: ConsentRecording,
    private readonly reading: ReadConsent,
  ) {}

  /**
   * @throws Refusal `not_found`, `class_not_held`, `consent_kept_at_home`, `consent_for_oneself`, `recipient_unknown`, `explainer_unknown`,
   *   `denial_is_of_all`, `consent_over_before_it_begins`, `consent_adds_nothing`, `nothing_to_renew`
   */
  by(actor: Actor, clientId: Id, receipt: Receipt, wish: ConsentWish): Promise<ConsentView> {
    return this.work.run(actor, async (tx) => {
      const held = await this.desk.groundToRecord(tx, clientId);
      const made = await this.receipts.once(tx, receipt, (id) => this.recording.make(tx, { id, clientId, held }, wish));
      return this.reading.within(tx, made.id);
    });
  }
}
