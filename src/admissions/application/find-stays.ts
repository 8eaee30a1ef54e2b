import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Records, withheldAmong, type ReadRecords } from '../../access/records.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { stayDone, staysListed } from '../domain/admissions.events.js';
import { StayStore } from '../persistence/stay.store.js';
import { AdmissionDesk } from './admission-desk.js';
import { stayView, type StayView } from './stay-view.js';

export interface StaysFound extends ReadRecords {
  readonly page: Page<StayView>;
}

@Injectable()
export class FindStays {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AdmissionDesk,
    private readonly records: Records,
    private readonly stays: StayStore,
  ) {}

  /** @throws Refusal `not_found` */
  one(actor: Actor, id: Id): Promise<StayView> {
    return this.work.run(actor, async (tx) => {
      const { stay, on } = await this.desk.stay(tx, 'stay:read', id);
      tx.record(stayDone('stay.read', stay, on));
      return stayView(tx, stay);
    });
  }

  /** The newest first; for whoever holds her record. @throws Refusal `not_found`, `role_may_not` */
  of(actor: Actor, clientId: Id, page: PageRequest): Promise<StaysFound> {
    return this.work.run(actor, async (tx) => {
      const { found, ...read } = await this.records.read(tx, 'stay:read', clientId, (ids) =>
        this.stays.page(tx, ids, page),
      );
      for (const { clientId: whose, held } of read.records)
        tx.record(staysListed(whose, held, found.items.filter((stay) => stay.clientId === whose).length));
      return {
        page: { ...found, items: found.items.map((stay) => stayView(tx, stay)) },
        ...withheldAmong(read, ['coordination']),
      };
    });
  }
}
