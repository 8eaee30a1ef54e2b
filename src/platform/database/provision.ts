import type pg from 'pg';
import { withClient } from './connect.js';
import { DATABASE_ROLES, rolePassword, roleUrl, type DatabaseRole } from './roles.js';

/** Raised when the roles are not there and the given account may not make them. */
export class RolesMissing extends Error {
  override readonly name = 'RolesMissing';
}

const PROVISIONING_LOCK = 7_201_001;

/**
 * Makes the four roles and what they need of the database, if the account of `url` may.
 * Roles belong to the cluster, so this runs under an advisory lock: replicas and test workers start at once.
 *
 * @throws RolesMissing naming the SQL file to run
 */
export async function provision(url: string, secret: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PROVISIONING_LOCK]);
    if (await maySetUp(client)) {
      for (const role of Object.keys(DATABASE_ROLES) as DatabaseRole[]) await makeRole(client, role, secret);
      await grantDatabase(client);
    } else {
      await assertRolesAnswer(url, secret);
    }
  });
}

async function maySetUp(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    'SELECT (rolsuper OR rolcreaterole) AS may FROM pg_roles WHERE rolname = current_user',
  );
  return rows[0]?.may ?? false;
}

async function makeRole(client: pg.Client, role: DatabaseRole, secret: string): Promise<void> {
  const name = DATABASE_ROLES[role];
  const password = client.escapeLiteral(rolePassword(secret, role));
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${name} LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD ${password}`);
  await client.query(`ALTER ROLE ${name} SET timezone = 'UTC'`);
  await client.query(`ALTER ROLE ${name} SET datestyle = 'ISO'`);
  // Statements are planned once, for any parameters: what the plan tests see is what is served.
  await client.query(`ALTER ROLE ${name} SET plan_cache_mode = 'force_generic_plan'`);
}

async function grantDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
  const database = rows[0]?.name ?? '';
  const everyone = Object.values(DATABASE_ROLES).join(', ');
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${everyone}`);
  await client.query(`GRANT CREATE ON DATABASE ${database} TO ${DATABASE_ROLES.owner}, ${DATABASE_ROLES.jobs}`);
  await client.query(`REVOKE ALL ON SCHEMA public FROM PUBLIC`);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${everyone}`);
  await client.query(`GRANT CREATE ON SCHEMA public TO ${DATABASE_ROLES.owner}`);
}

async function assertRolesAnswer(url: string, secret: string): Promise<void> {
  for (const role of Object.keys(DATABASE_ROLES) as DatabaseRole[]) {
    await withClient(roleUrl(url, secret, role), (client) => client.query('SELECT 1')).catch((cause: unknown) => {
      throw new RolesMissing(
        `The database role ${DATABASE_ROLES[role]} does not answer and the account of DATABASE_DIRECT_URL may not make it. ` +
          'Run `npm run database:roles` to print the SQL, and give it to whoever administers the server.',
        { cause },
      );
    });
  }
}

/** The SQL that a server's administrator runs where the given account may not make roles. */
export function provisioningSql(secret: string, database: string): string {
  const roles = (Object.keys(DATABASE_ROLES) as DatabaseRole[]).map(
    (role) =>
      `CREATE ROLE ${DATABASE_ROLES[role]} LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD '${rolePassword(secret, role)}';\n` +
      `ALTER ROLE ${DATABASE_ROLES[role]} SET timezone = 'UTC';`,
  );
  const everyone = Object.values(DATABASE_ROLES).join(', ');
  return [
    ...roles,
    `REVOKE ALL ON DATABASE "${database}" FROM PUBLIC;`,
    `GRANT CONNECT ON DATABASE "${database}" TO ${everyone};`,
    `GRANT CREATE ON DATABASE "${database}" TO ${DATABASE_ROLES.owner}, ${DATABASE_ROLES.jobs};`,
    `REVOKE ALL ON SCHEMA public FROM PUBLIC;`,
    `GRANT USAGE ON SCHEMA public TO ${everyone};`,
    `GRANT CREATE ON SCHEMA public TO ${DATABASE_ROLES.owner};`,
    '',
  ].join('\n');
}
