import { Injectable } from '@nestjs/common';
import type { DataClass } from '../../access/policy.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';
import { TaskOwners } from '../../tasks/application/task-owners.js';
import { workedOnBy, type NamedWorker, type WorkedOnBy } from '../domain/worked-on-by.js';

/** Whoever works on something with her has to be able to see it. */
@Injectable()
export class Workers {
  constructor(private readonly owners: TaskOwners) {}

  /** @throws Refusal `owner_unknown`, or `owner_does_not_see` when the membership may not see the class of this client */
  async named(
    tx: Tx,
    worker: NamedWorker,
    about: { readonly clientId: Id; readonly class: DataClass },
  ): Promise<WorkedOnBy> {
    const { membershipId } = worker;
    if (membershipId !== undefined) await this.owners.resolve(tx, { membershipId }, about);
    return workedOnBy(worker);
  }
}
