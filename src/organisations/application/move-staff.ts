import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { UnitOfWork } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { nextState } from '../../kernel/move.js';
import { assertFresh } from '../../kernel/fresh.js';
import { organisationEvents } from '../domain/organisations.events.js';
import { staffLifecycle, staffStateOf, type StaffVerb } from '../domain/staff.lifecycle.js';
import type { Colleague } from '../domain/staff.js';
import { StaffStore } from '../persistence/staff.store.js';
import { OwnStaff } from './own-staff.js';

/** Disables or enables an account, in force on its next request. Sessions that ended with it stay ended. */
@Injectable()
export class MoveStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly own: OwnStaff,
    private readonly people: StaffStore,
  ) {}

  /** @throws Refusal `last_administrator`, `works_elsewhere`, `move_not_open`, `stale` */
  by(actor: Actor, id: Id, expected: number, verb: StaffVerb): Promise<Colleague> {
    return this.work.runWithoutClients(actor, async (tx) => {
      const colleague = await this.own.locked(tx, id);
      assertFresh(expected, colleague.version);
      const next = nextState(staffLifecycle, verb, staffStateOf(colleague), colleague);
      await this.people.change(tx, colleague, { disabledAt: next === 'disabled' ? tx.now : null });
      tx.record(organisationEvents.staffMoved(id, verb));
      return this.own.now(tx, id);
    });
  }
}
