import { DATES_OF_CLIENTS, STAYS_ON_PLAN } from '../../src/admissions/persistence/planned-admission.store.js';
import { OF_CLIENTS as SECTIONS_OF_CLIENTS } from '../../src/care-plan/persistence/plan-section.store.js';
import { LATEST as SIGN_OFFS_OF_CLIENTS } from '../../src/care-plan/persistence/plan-sign-off.store.js';
import { SINCE as CHANGES_SINCE } from '../../src/care-plan/persistence/change.store.js';
import { READ_CLIENTS } from '../../src/clients/persistence/client.store.js';
import { PERSON } from '../../src/clients/persistence/person.store.js';
import { FIND_CLIENTS } from '../../src/clients/persistence/search.store.js';
import { RECENT_CONTACTS } from '../../src/contacts/persistence/contact.sql.js';
import { GOALS_OF_CLIENTS } from '../../src/goals/persistence/goal.statements.js';
import { NEEDS_OF_CLIENTS } from '../../src/needs/persistence/need.statements.js';
import { REFERRALS_ON_PLAN } from '../../src/referrals/persistence/planned-referral.store.js';
import type { Statement } from '../../src/platform/database/transaction.js';
import { OWED_TASKS } from '../../src/tasks/persistence/owed-task.store.js';
import { statementFor } from '../../src/tasks/persistence/task-list.store.js';

/** The programme's own text with one part said otherwise. @throws Error when the programme no longer says it so */
export function otherwise(
  { name, text }: Statement,
  ...changes: readonly (readonly [from: string | RegExp, to: string])[]
): Statement {
  const changed = changes.reduce((before, [from, to]) => {
    const after = before.replaceAll(from, to);
    if (after === before) throw new Error(`The statement ${name} no longer says ${String(from)}.`);
    return after;
  }, text);
  return { name, text: changed };
}

/** Whom somebody works with, asked of the care team itself: the bare limit knows no grants. */
const WITH_ME = (membership: string) =>
  `SELECT t.client_id FROM care_team_member t WHERE t.membership_id = ${membership} AND t.ended_at IS NULL`;

export const CASELOAD = otherwise({ ...READ_CLIENTS, name: 'bare-caseload' }, [
  'c.id = ANY ($1)',
  `c.id IN (${WITH_ME('$1')} AND t.client_id > $2 ORDER BY t.client_id LIMIT $3) ORDER BY c.id`,
]);

export const SEARCH = otherwise(FIND_CLIENTS, [
  /SELECT DISTINCT g\.client_id FROM \(SELECT client_id FROM access_grant g[^]*?\) g\)/g,
  `${WITH_ME('$7')})`,
]);

/** What the list shows where nothing is asked for. */
export const TASKS = statementFor('for_me', 'open', { client: false, due: false });

export { READ_CLIENTS };

/** $1 clients. The plan's parts, each with what else its statement is given. */
export const PLAN_PARTS: readonly (readonly [Statement, ...unknown[]])[] = [
  [PERSON],
  [SECTIONS_OF_CLIENTS],
  [GOALS_OF_CLIENTS],
  [NEEDS_OF_CLIENTS],
  [REFERRALS_ON_PLAN],
  [DATES_OF_CLIENTS],
  [STAYS_ON_PLAN],
  [OWED_TASKS, 20],
  [RECENT_CONTACTS, 8],
  [SIGN_OFFS_OF_CLIENTS, null],
];

/** $5 person, $6 membership. */
export const CHANGES = otherwise(
  CHANGES_SINCE,
  ['(SELECT app_person())', '$5::uuid'],
  ['(SELECT app_membership())', '$6::uuid'],
);
