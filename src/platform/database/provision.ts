import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { withClient } from './connect.js';
import { DATABASE_ROLES, EVERY_ROLE, passwordSql, roleNeeds, roleUrl, type DatabaseRole, type Need } from './roles.js';

/** Raised when the roles or their privileges are not there and the given account may not make them. */
export class RolesMissing extends Error {
  override readonly name = 'RolesMissing';
}

/** Raised when the roles were made from another secret than this one. */
export class SecretDiffers extends Error {
  override readonly name = 'SecretDiffers';
}

export interface Provisioning {
  readonly directUrl: string;
  readonly secret: string;
  /**
   * What to do when the roles were made from another secret. `keep` refuses: a replica with a wrong secret would lock out
   * all the others. `replace` is for who owns the server alone.
   */
  readonly passwords?: 'keep' | 'replace';
}

const PROVISIONING_LOCK = 7_201_001;
const TRIES = 12;
const INVALID_PASSWORD = '28P01';

/**
 * Makes the four roles and what they need of this database, as far as it is not so already: in the usual start it changes
 * nothing. Replicas take turns by an advisory lock. That lock is the database's and roles are the cluster's, so what
 * starts beside us on another database of the cluster is met by trying again.
 *
 * @throws RolesMissing, SecretDiffers, each naming the mend
 */
export async function provision({ directUrl, secret, passwords = 'keep' }: Provisioning): Promise<void> {
  await withClient(directUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PROVISIONING_LOCK]);
    const { rows } = await client.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
    for (const need of roleNeeds(secret, rows[0]?.name ?? '')) await fulfil(client, need);
    for (const role of EVERY_ROLE) {
      if (await answers(roleUrl(directUrl, secret, role))) continue;
      if (passwords === 'keep') throw secretDiffers(role);
      await persistently(() => client.query(passwordSql(secret, role)));
    }
  });
}

async function fulfil(client: pg.Client, need: Need): Promise<void> {
  await persistently(async () => {
    if (await isHeld(client, need)) return;
    await client.query(need.mend);
    // Who may not grant gets a warning from PostgreSQL and no error.
    if (!(await isHeld(client, need))) throw rolesMissing(need);
  }).catch((fault: unknown) => {
    throw codeOf(fault) === '42501' ? rolesMissing(need) : fault;
  });
}

async function isHeld(client: pg.Client, { held }: Need): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(`SELECT (${held}) AS held`);
  return rows[0]?.held ?? false;
}

async function answers(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
    return true;
  } catch (fault) {
    if (codeOf(fault) === INVALID_PASSWORD) return false;
    throw fault;
  }
}

/** Tries again when another session changed the same catalogue row at the same moment. */
async function persistently(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (fault) {
      if (attempt === TRIES || !isCollision(fault)) throw fault;
      await pause(attempt * 5 * (1 + Math.random()));
    }
  }
}

/** A role made twice at once (23505, 42710), or one altered twice at once, which has no SQLSTATE of its own. */
function isCollision(fault: unknown): boolean {
  const code = codeOf(fault);
  return code === '23505' || code === '42710' || (code === 'XX000' && String(fault).includes('tuple concurrently'));
}

const codeOf = (fault: unknown): unknown => (fault as { code?: unknown } | null)?.code;

const rolesMissing = ({ mend }: Need): RolesMissing =>
  new RolesMissing(
    `The database roles are not complete, and the account of DATABASE_DIRECT_URL may not complete them (it would take: ` +
      `${mend.replace(/ PASSWORD .*/, ' …')}).\nRun \`npm run database:roles > roles.sql\`, let whoever administers the ` +
      'server run roles.sql in this database, and start again.',
  );

const secretDiffers = (role: DatabaseRole): SecretDiffers =>
  new SecretDiffers(
    `The database role ${DATABASE_ROLES[role]} was made from another THROUGHLINE_SECRET. Give every replica the same one.\n` +
      'To change it on purpose: stop all replicas, run `npm run database:roles > roles.sql` with the new secret, and let ' +
      'whoever administers the server run roles.sql.',
  );
