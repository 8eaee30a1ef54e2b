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
import { PathParts, type Path } from './path-parts.js';
import { WrittenParts, type Written } from './written-parts.js';

/** What each feature gives to the plan. The plan reads the features, never the other way; a new feature adds a line. */
export interface Parts extends Written, Path {
  readonly person: Person;
  readonly goals: readonly ShownGoal[];
  readonly needs: readonly ShownNeed[];
  readonly nextSteps: readonly OwedTask[];
  readonly contacts: readonly ShownContact[];
}

@Injectable()
export class PlanParts {
  constructor(
    private readonly person: PersonOfClients,
    private readonly written: WrittenParts,
    private readonly goals: GoalsOfClients,
    private readonly needs: NeedsOfClients,
    private readonly path: PathParts,
    private readonly tasks: TasksOfClients,
    private readonly contacts: ContactsOfClients,
  ) {}

  /** All statements go out at once and come back in one trip. Row-level security leaves what the actor may see. */
  async within(tx: Asking, ids: readonly Id[], at?: Instant): Promise<Parts> {
    const [person, written, goals, needs, path, nextSteps, contacts] = await Promise.all([
      this.person.within(tx, ids, at),
      this.written.within(tx, ids, at),
      this.goals.within(tx, ids, at),
      this.needs.within(tx, ids, at),
      this.path.within(tx, ids, at),
      this.tasks.within(tx, ids, { limit: ON_THE_PLAN.tasks, ...(at !== undefined && { at }) }),
      this.contacts.within(tx, ids, { limit: ON_THE_PLAN.contacts, ...(at !== undefined && { at }) }),
    ]);
    return { person, ...written, goals, needs, ...path, nextSteps, contacts };
  }
}
