import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { TaskFilter, TasksOf, TasksThatAre } from '../domain/task-filter.js';
import { selected, TASK_COLUMNS } from './task.columns.js';
import type { StoredTask } from './task.store.js';

/** $1 membership, $2 organisation, $3 role, $4 client or her joined records, $5 and $6 bounds of `due_at`, $7 and $8 last shown, $9 limit, $10 source. */
const OF: Readonly<Record<Exclude<TasksOf, 'for_me'>, string>> = {
  mine: 'owner_membership_id = $1',
  role: 'owner_organisation_id = $2 AND owner_role = $3',
  organisation: 'owner_organisation_id = $2',
  orphaned: `owner_organisation_id = $2 AND is_live AND NOT keeper_stands_for(owner_membership_id, owner_organisation_id,
    owner_role, client_id, class)`,
  anyone: 'client_id = $4',
};
const ARE: Readonly<Record<TasksThatAre, string>> = {
  open: `is_live AND (state = 'open' OR back_at <= (SELECT app_now()))`,
  overdue: `is_live AND overdue_at <= (SELECT app_now()) AND (state = 'open' OR back_at <= (SELECT app_now()))`,
  set_aside: `is_live AND state = 'set_aside' AND back_at > (SELECT app_now())`,
  done: `NOT is_live AND state = 'done'`,
  client_declined: `NOT is_live AND state = 'client_declined'`,
  any: 'true',
};
const MEMBERS = Object.keys(TASK_COLUMNS)
  .map((member) => `"${member}"`)
  .join(', ');
const DUE = `coalesce(due_at, 'infinity')`;

/** How a list is narrowed, and what that is called in the name of its statement. */
const SHAPES = { client: 'client', joined: 's', due: 'due', source: 'source' } as const;
export type Narrowed = Readonly<Partial<Record<keyof typeof SHAPES, boolean>>>;

const shapeOf = (narrowed: Narrowed): string =>
  Object.entries(SHAPES)
    .map(([name, short]) => (narrowed[name as keyof Narrowed] ? short : ''))
    .join('');

/** One statement for each shape of the question, so that each has its own plan over its own index. */
export function statementFor(whose: TasksOf, are: TasksThatAre, narrowed: Narrowed): Statement {
  const conditions = [
    ARE[are],
    narrowed.client ? 'client_id = $4' : '$4::uuid IS NULL',
    ...(narrowed.source ? ['source_id = $10'] : []),
    narrowed.due ? 'due_at >= $5 AND due_at < $6' : `$5::timestamptz < $6::timestamptz`,
    `(${DUE}, id) > ($7::timestamptz, $8::uuid) AND $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL AND $3::text IS NOT NULL`,
  ];
  const listed = (of: string) => `SELECT ${selected(TASK_COLUMNS)}, words, ${DUE} AS due FROM task
      WHERE ${[of, ...conditions].map((each) => `(${each})`).join(' AND ')} ORDER BY due, id LIMIT $9`;
  const lists = whose === 'for_me' ? [listed(OF.mine), listed(OF.role)] : [listed(OF[whose])];
  const text = merged(lists);
  // One record is asked for by its id, which keeps the order of the index.
  const asked = narrowed.joined ? text.replaceAll('client_id = $4', 'client_id = ANY ($4::uuid[])') : text;
  return { name: `task-list-${whose}-${are}-${shapeOf(narrowed)}`, text: asked };
}

/** Lists in order, each by its own index, as one; asked for with OR, everything of all would be read and sorted. */
const merged = (lists: readonly string[]): string =>
  `SELECT ${MEMBERS}, words FROM (${lists.map((list) => `(${list})`).join(' UNION ALL ')}) each ORDER BY due, id LIMIT $9`;

const BEFORE_ALL = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

@Injectable()
export class TaskListStore {
  /**
   * What falls due first comes first; what has no day to be done by comes last.
   *
   * @param clientIds her records, where there are several
   */
  async list(
    tx: Transaction & { readonly actor: Actor },
    filter: TaskFilter,
    { limit, after = BEFORE_ALL }: PageRequest,
    clientIds: readonly Id[] = [],
  ): Promise<Page<StoredTask>> {
    const { membershipId, organisationId, role } = tx.actor;
    const { clientId, sourceId, dueFrom, dueBefore } = filter;
    const narrowed = {
      client: clientId !== undefined,
      joined: clientIds.length > 1,
      due: (dueFrom ?? dueBefore) !== undefined,
      source: sourceId !== undefined,
    };
    const whom = narrowed.joined ? clientIds : (clientId ?? null);
    const values = [membershipId, organisationId, role, whom, ...boundsOf(filter), ...after, limit + 1];
    if (sourceId !== undefined) values.push(sourceId);
    const rows = await tx.query<StoredTask>(statementFor(filter.whose, filter.are, narrowed), values);
    return pageOf(rows, limit, ({ dueAt, id }) => [dueAt ?? 'infinity', id]);
  }
}

const boundsOf = ({ dueFrom = '-infinity', dueBefore = 'infinity' }: TaskFilter) => [dueFrom, dueBefore];
