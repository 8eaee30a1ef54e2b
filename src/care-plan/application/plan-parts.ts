import { Injectable } from '@nestjs/common';
import type { Asking } from '../../audit/unit-of-work.js';
import { PersonOfClients, type Person } from '../../clients/application/person-of-clients.js';
import { ContactsOfClients } from '../../contacts/application/contacts-of-clients.js';
import type { ShownContact } from '../../contacts/domain/shown-contact.js';
import { GoalsOfClients } from '../../goals/application/goals-of-clients.js';
import type { ShownGoal } from '../../goals/domain/goal.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import { NeedsOfClients } from '../../needs/application/needs-of-clients.js';
import type { ShownNeed } from '../../needs/domain/need.js';
import { TasksOfClients, type OwedTask } from '../../tasks/application/tasks-of-clients.js';
import { ON_THE_PLAN } from '../domain/care-plan.js';
import type { ShownSection } from '../domain/plan-section.js';
import { PlanSectionStore } from '../persistence/plan-section.store.js';
import type { NamedSignOff } from '../domain/plan-sign-off.js';
import { PlanSignOffStore } from '../persistence/plan-sign-off.store.js';

/** What each feature gives to the plan. The plan reads the features, never the other way; a new feature adds a line. */
export interface Parts {
  readonly person: Person;
  readonly sections: readonly ShownSection[];
  readonly goals: readonly ShownGoal[];
  readonly needs: readonly ShownNeed[];
  readonly nextSteps: readonly OwedTask[];
  readonly contacts: readonly ShownContact[];
  readonly signOffs: readonly NamedSignOff[];
}

@Injectable()
export class PlanParts {
  constructor(
    private readonly person: PersonOfClients,
    private readonly sections: PlanSectionStore,
    private readonly goals: GoalsOfClients,
    private readonly needs: NeedsOfClients,
    private readonly tasks: TasksOfClients,
    private readonly contacts: ContactsOfClients,
    private readonly signOffs: PlanSignOffStore,
  ) {}

  /** All statements go out at once and come back in one trip. Row-level security leaves what the actor may see. */
  async within(tx: Asking, ids: readonly Id[], at?: Instant): Promise<Parts> {
    const [person, sections, goals, needs, nextSteps, contacts, signOffs] = await Promise.all([
      this.person.within(tx, ids, at),
      this.sections.ofClients(tx, ids, at),
      this.goals.within(tx, ids, at),
      this.needs.within(tx, ids, at),
      this.tasks.within(tx, ids, { limit: ON_THE_PLAN.tasks, ...(at !== undefined && { at }) }),
      this.contacts.within(tx, ids, { limit: ON_THE_PLAN.contacts, ...(at !== undefined && { at }) }),
      this.signOffs.latest(tx, ids, at),
    ]);
    return { person, sections, goals, needs, nextSteps, contacts, signOffs };
  }
}
