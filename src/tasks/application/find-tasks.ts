import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Records, type ReadRecords } from '../../access/records.js';
import { UnitOfWork, type Asking } from '../../audit/unit-of-work.js';
import type { Page, PageRequest } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { invalid } from '../../kernel/invalid.js';
import type { TaskFilter } from '../domain/task-filter.js';
import { TaskListStore } from '../persistence/task-list.store.js';
import { assertKey } from './list-key.js';
import { shownEvents } from './shown-events.js';
import { TaskDesk, type TaskShown } from './task-desk.js';

export interface TasksFound extends Page<TaskShown> {
  /** Where one client was asked for: her records, and what of each the actor does not hold, whatever there is in it. */
  readonly of?: ReadRecords;
}

@Injectable()
export class FindTasks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: TaskListStore,
    private readonly desk: TaskDesk,
    private readonly records: Records,
  ) {}

  /** What falls due first comes first. */
  by(actor: Actor, filter: TaskFilter, page: PageRequest): Promise<TasksFound> {
    assertBounded(filter);
    assertKey(page);
    return this.work.runAsking(
      actor,
      (tx) => [this.ask(tx, filter, page)],
      async (tx, asked) => {
        const read = await asked;
        const { items, ...more } = read.found;
        const { shown, over } = await this.desk.shown(tx, items);
        tx.record(...shownEvents('task.listed', items, over));
        return { items: shown, ...more, ...('records' in read && { of: read }) };
      },
    );
  }

  /** Of a client whom the actor does not see there are no tasks, as of one whom nobody knows. */
  private async ask(tx: Asking, filter: TaskFilter, page: PageRequest) {
    if (filter.clientId === undefined) return { found: await this.tasks.list(tx, filter, page) };
    return this.records.read(tx, 'task:read', filter.clientId, (ids) => this.tasks.list(tx, filter, page, ids));
  }
}

const NAME_A_CLIENT = {
  in: 'query',
  pointer: '/client',
  code: 'required',
  message: {
    en: 'Name a client: `whose=anyone` and `state=any` are lists of one client’s tasks.',
    fr: 'Nommez une personne : `whose=anyone` et `state=any` sont des listes des tâches d’une seule personne.',
  },
} as const;

/** Everything that anybody ever had to do is no list that somebody reads. */
function assertBounded({ whose, are, clientId }: TaskFilter): void {
  if (clientId === undefined && (whose === 'anyone' || are === 'any')) throw new Refusal(invalid, {}, [NAME_A_CLIENT]);
}
