import type pg from 'pg';
import { DATABASE_ROLES } from './roles.js';

/** Raised when the roles could see more than row-level security shows, or the server is too old. */
export class ServerUnfit extends Error {
  override readonly name = 'ServerUnfit';
}

const OLDEST = 15;

interface Standing {
  me: string;
  above: string[];
  owns: boolean;
  stands_in: boolean;
}

const STANDING = `
  SELECT current_user AS me,
         ARRAY(SELECT rolname::text FROM pg_roles WHERE rolname = ANY ($1) AND (rolsuper OR rolbypassrls) ORDER BY 1) AS above,
         EXISTS (SELECT FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = current_user) AS owns,
         pg_has_role(current_user, $2, 'MEMBER') AS stands_in`;

/** @throws ServerUnfit when the server is older than what the schema needs */
export async function assertVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version >= OLDEST) return;
  throw new ServerUnfit(
    `This is PostgreSQL ${version}; ${OLDEST} is the oldest that fits. Point DATABASE_URL to a newer server.`,
  );
}

/**
 * FORCE ROW LEVEL SECURITY binds neither superusers nor roles with BYPASSRLS, and owners could switch it off: nobody
 * serves requests as one of these.
 *
 * @param client connected as the requests will be
 * @throws ServerUnfit
 */
export async function assertServingRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Standing>(STANDING, [Object.values(DATABASE_ROLES), DATABASE_ROLES.owner]);
  const [standing] = rows;
  if (!standing) throw new Error('PostgreSQL did not say who is connected.');
  if (standing.me !== DATABASE_ROLES.app) {
    throw new ServerUnfit(
      `DATABASE_URL connects as ${standing.me} where ${DATABASE_ROLES.app} was asked for. Let the pooler pass the account on.`,
    );
  }
  if (standing.above.length > 0) {
    throw new ServerUnfit(
      `These database roles stand above row-level security: ${standing.above.join(', ')}. ` +
        `Run ALTER ROLE … NOSUPERUSER NOBYPASSRLS for each, as the server's administrator.`,
    );
  }
  if (standing.owns || standing.stands_in) {
    throw new ServerUnfit(
      `The role ${DATABASE_ROLES.app} owns tables or is a member of ${DATABASE_ROLES.owner}, so it could switch row-level ` +
        `security off. Run REASSIGN OWNED BY ${DATABASE_ROLES.app} TO ${DATABASE_ROLES.owner}, or REVOKE the membership.`,
    );
  }
}
