import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { CONNECTION, withClient } from '../../src/platform/database/connect.js';
import { roleUrl, type DatabaseRole } from '../../src/platform/database/roles.js';

interface TestServer {
  readonly adminUrl: string;
  readonly secret: string;
  readonly template: string;
}

export interface TestDatabase {
  readonly name: string;
  readonly secret: string;
  /** As the server's superuser: only to plant and to look, never to serve. */
  readonly adminUrl: string;
  urlAs(role: DatabaseRole): string;
  /** As the owner of the tables, on connections that stay open: for one statement that leaves nothing set. */
  asOwner(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>;
  /** One connection in a role for one piece of work. */
  as<T>(role: DatabaseRole, work: (client: pg.Client) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
}

/** A database of its own for one test file: a clone of the migrated template. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { adminUrl, secret, template } = JSON.parse(process.env['THROUGHLINE_TEST'] ?? '{}') as TestServer;
  const name = `t_${randomBytes(8).toString('hex')}`;
  await withClient(adminUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`),
  );
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).toString();
  await grantConnect(url, name);
  const urlAs = (role: DatabaseRole) => roleUrl(url, secret, role);
  const owner = new pg.Pool({ ...CONNECTION, connectionString: urlAs('owner'), max: 4, idleTimeoutMillis: 0 });
  owner.on('error', () => undefined); // a test ends connections: the pool opens another
  return {
    name,
    secret,
    adminUrl: url,
    urlAs,
    asOwner: (sql, values = []) => owner.query(sql, [...values]),
    as: (role, work) => withClient(urlAs(role), work),
    drop: async () => {
      await owner.end();
      await withClient(adminUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** Privileges on the database itself are not part of a template. */
async function grantConnect(url: string, name: string): Promise<void> {
  const everyone = 'throughline_owner, throughline_app, throughline_jobs, throughline_sealer';
  await withClient(url, (client) =>
    client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO ${everyone};
      GRANT CREATE ON DATABASE ${name} TO throughline_owner, throughline_jobs`),
  );
}
