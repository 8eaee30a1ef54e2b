import { createHmac } from 'node:crypto';
import { scramVerifier } from './scram-verifier.js';

/** The four roles of the database; none of them bypasses row-level security. Roles are the cluster's, not the database's. */
export const DATABASE_ROLES = {
  owner: 'throughline_owner',
  app: 'throughline_app',
  jobs: 'throughline_jobs',
  sealer: 'throughline_sealer',
} as const;

export type DatabaseRole = keyof typeof DATABASE_ROLES;

export const EVERY_ROLE = Object.keys(DATABASE_ROLES) as readonly DatabaseRole[];

const SETTINGS = {
  timezone: 'UTC',
  datestyle: 'ISO',
  // Statements are planned once, for any parameters: what the plan tests see is what is served.
  plan_cache_mode: 'force_generic_plan',
  // Not a schema of the role's own name: whoever may make schemas, as role jobs may, could put names before ours there.
  search_path: 'public',
} as const;

/**
 * Whoever serves requests. A statement is planned once a connection, perhaps while its table is still empty, and served so
 * until statistics are taken: reading a whole table, which then looks cheapest, grew with every row (0.7 ms of each contact
 * logged). Its statements are short, so compiling one never pays either.
 */
const SETTINGS_OF_APP = { ...SETTINGS, enable_seqscan: 'off', jit: 'off' } as const;

/** Derived, so that every replica with the same secret gets the same password and nobody has to store one. */
export function rolePassword(secret: string, role: DatabaseRole): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');
}

/** The same server and database, as one of the four roles. */
export function roleUrl(url: string, secret: string, role: DatabaseRole): string {
  const as = new URL(url);
  as.username = DATABASE_ROLES[role];
  as.password = rolePassword(secret, role);
  return as.toString();
}

/** One thing that has to be so: how SQL sees whether it is, and what makes it so. */
export interface Need {
  readonly held: string;
  readonly mend: string;
}

/** What the roles need of the cluster and of this database, in order. `database` is quoted already. */
export function roleNeeds(secret: string, database: string): readonly Need[] {
  const everyone = Object.values(DATABASE_ROLES);
  const { owner, jobs } = DATABASE_ROLES;
  return [
    ...EVERY_ROLE.flatMap((role) => [roleIsThere(secret, role), ...settingsOf(role)]),
    {
      held: `NOT has_database_privilege('public', current_database(), 'CONNECT, TEMP')`,
      mend: `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
    },
    ...everyone.map((name) => onDatabase('CONNECT', database, name)),
    ...[owner, jobs].map((name) => onDatabase('CREATE', database, name)),
    {
      held: `NOT has_schema_privilege('public', 'public', 'USAGE, CREATE')`,
      mend: 'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    },
    ...everyone.map((name) => onSchema('USAGE', name)),
    onSchema('CREATE', owner),
  ];
}

/** The password leaves as a verifier: neither this text nor the server's log ever holds it. */
export function passwordSql(secret: string, role: DatabaseRole): string {
  return `ALTER ROLE ${DATABASE_ROLES[role]} PASSWORD '${scramVerifier(rolePassword(secret, role))}'`;
}

/** What a server's administrator runs where the given account may not make roles. It can be run again. */
export function provisioningSql(secret: string, database: string): string {
  const quoted = `"${database.replaceAll('"', '""')}"`;
  const blocks = roleNeeds(secret, quoted).map(
    ({ held, mend }) => `DO $need$ BEGIN IF NOT (${held}) THEN\n  ${mend};\nEND IF; END $need$;`,
  );
  return `${[...blocks, ...EVERY_ROLE.map((role) => `${passwordSql(secret, role)};`)].join('\n')}\n`;
}

function roleIsThere(secret: string, role: DatabaseRole): Need {
  const name = DATABASE_ROLES[role];
  const verifier = scramVerifier(rolePassword(secret, role));
  return {
    held: `EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}')`,
    mend: `CREATE ROLE ${name} LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD '${verifier}'`,
  };
}

function settingsOf(role: DatabaseRole): Need[] {
  const name = DATABASE_ROLES[role];
  return Object.entries(role === 'app' ? SETTINGS_OF_APP : SETTINGS).map(([setting, value]) => ({
    held: `EXISTS (SELECT FROM pg_roles, unnest(rolconfig) c WHERE rolname = '${name}' AND lower(c) = lower('${setting}=${value}'))`,
    mend: `ALTER ROLE ${name} SET ${setting} = '${value}'`,
  }));
}

const onDatabase = (privilege: string, database: string, name: string): Need => ({
  held: `has_database_privilege('${name}', current_database(), '${privilege}')`,
  mend: `GRANT ${privilege} ON DATABASE ${database} TO ${name}`,
});

const onSchema = (privilege: string, name: string): Need => ({
  held: `has_schema_privilege('${name}', 'public', '${privilege}')`,
  mend: `GRANT ${privilege} ON SCHEMA public TO ${name}`,
});
