import { DatabaseAway } from './database-away.js';
import { sqlState } from './transaction.js';

/** Not reachable, going down or coming up, no connection left, cancelled, or still in each other's way after retries. */
const AWAY = /^(08...|57P0[1-5]|57014|53...|40001|40P01|55P03|25006|E(CONN|PIPE|TIMEDOUT|HOST|AI_|NOTFOUND).*)$/;
/** pg raises these without any code. */
const AWAY_IN_WORDS =
  /Connection terminated|Client has encountered a connection|Query read timeout|pool after calling end/;

/** Trying again later may help, and nothing was saved. */
export const isDatabaseAway = (fault: unknown): boolean =>
  fault instanceof DatabaseAway ||
  (fault instanceof Error && (AWAY.test(sqlState(fault) ?? '') || AWAY_IN_WORDS.test(fault.message)));

/** A record of this table, or the history of one of another table, has this id already, seen or unseen. */
export function takenId(fault: unknown): boolean {
  return sqlState(fault) === '23505' && /_(pkey|record_id_version_key)$/.test(constraintOf(fault));
}

function constraintOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null) return '';
  if ('constraint' in fault && typeof fault.constraint === 'string') return fault.constraint;
  return 'driverError' in fault ? constraintOf(fault.driverError) : '';
}
