import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import { assertFresh } from '../../kernel/fresh.js';
import { organisationEvents } from '../domain/organisations.events.js';
import { emailTaken, worksElsewhere } from '../domain/organisations.problems.js';
import type { Colleague, NewStaff } from '../domain/staff.js';
import { StaffStore } from '../persistence/staff.store.js';
import { OwnStaff } from './own-staff.js';

@Injectable()
export class ChangeStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly own: OwnStaff,
    private readonly people: StaffStore,
  ) {}

  /** @throws Refusal `works_elsewhere` when the account is not this organisation's alone, `email_taken`, `stale` */
  by(actor: Actor, id: Id, expected: number, change: Partial<NewStaff>): Promise<Colleague> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const colleague = await this.own.locked(tx, id);
      assertFresh(expected, colleague.version);
      if (colleague.worksElsewhere) throw new Refusal(worksElsewhere);
      if (change.email !== undefined && (await this.people.isTaken(tx, change.email, id)))
        throw new Refusal(emailTaken);
      await this.people.change(tx, colleague, change);
      tx.record(organisationEvents.staffChanged(id, Object.keys(change)));
      return this.own.now(tx, id);
    });
  }
}
