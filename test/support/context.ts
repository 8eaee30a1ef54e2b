import type pg from 'pg';
import { newId, type Id } from '../../src/kernel/ids.js';
import type { Role } from '../../src/access/policy.js';
import type { TestDatabase } from './database.js';

/** A worker as row-level security knows one: no session, no HTTP. */
export interface PlantedWorker {
  readonly membershipId: Id;
  readonly personId: Id;
  readonly organisationId: Id;
  readonly role: Role;
}

const AT = '2026-01-05T16:00:00Z';

type Plant = (sql: string, values?: readonly unknown[]) => Promise<unknown>;

/** Plants as the owner of the tables and asks as the application role, straight in SQL. */
export const contextOf = (db: TestDatabase, owner?: pg.Client) => {
  const plant: Plant = (sql, values = []) => (owner ? owner.query(sql, [...values]) : db.asOwner(sql, values));

  const organisation = async (): Promise<Id> => {
    const id = newId();
    await plant(
      `INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
       VALUES ($1, 'Somewhere', 'clinic', 'AB', 'America/Edmonton', '{en}', $2, 1)`,
      [id, AT],
    );
    return id;
  };

  const worker = async (role: Role, organisationId: Id): Promise<PlantedWorker> => {
    const [personId, membershipId] = [newId(), newId()];
    await plant(
      `INSERT INTO staff (id, email, display_name, language, created_at, version) VALUES ($1, $2, 'Somebody', 'en', $3, 1)`,
      [personId, `${personId}@example.org`, AT],
    );
    await plant(
      'INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version) VALUES ($1, $2, $3, $4, $5, 1)',
      [membershipId, personId, organisationId, role, AT],
    );
    return { membershipId, personId, organisationId, role };
  };

  const client = async (home: Id): Promise<Id> => {
    const id = newId();
    await plant(
      `INSERT INTO client (id, home_organisation_id, province, time_zone, languages, words, created_at, created_by, updated_at, version)
       VALUES ($1, $2, 'AB', 'America/Edmonton', '{}', '\\x01', $3, $2, $3, 1)`,
      [id, home, AT],
    );
    await plant(`INSERT INTO sealing_key (client_id, wrapped, created_at) VALUES ($1, '\\x01', $2)`, [id, AT]);
    return id;
  };

  /** On the team; `ended` was on it once. */
  const join = (clientId: Id, membershipId: Id, ended = false) =>
    plant(
      `INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, ended_at, ended_because, created_by, version)
       VALUES ($1, $2, $3, false, $4, CASE WHEN $5 THEN $4::timestamptz END, CASE WHEN $5 THEN 'other' END, $3, 1)`,
      [newId(), clientId, membershipId, AT, ended],
    );

  /** A client with a row in each table of hers, and somebody on her team. */
  const plantOneOfEach = async (): Promise<{ clientId: Id; onTeam: PlantedWorker }> => {
    const home = await organisation();
    const onTeam = await worker('physician', home);
    const clientId = await client(home);
    await join(clientId, onTeam.membershipId);
    const values = () => [newId(), clientId, AT, home];
    await plant(
      `INSERT INTO client_name (id, client_id, setting, words, created_at, created_by, version) VALUES ($1, $2, 'goes_by', '\\x01', $3, $4, 1)`,
      values(),
    );
    await plant(
      `INSERT INTO channel (id, client_id, kind, may_contact, may_leave_voicemail, safe_hours, words, created_at, created_by, version)
       VALUES ($1, $2, 'phone', true, false, '[]', '\\x01', $3, $4, 1)`,
      values(),
    );
    await plant(
      `INSERT INTO supporter (id, client_id, may_be_told, words, created_at, created_by, version) VALUES ($1, $2, 'nothing', '\\x01', $3, $4, 1)`,
      values(),
    );
    await plant(
      `INSERT INTO search_token (client_id, class, source_id, hmac) VALUES ($1, 'identity_name', $1, decode(repeat('00', 16), 'hex'))`,
      [clientId],
    );
    return { clientId, onTeam };
  };

  /** One transaction of the application role in which this worker asks; rolled back. */
  const as = <T>(asker: PlantedWorker, work: (client: pg.Client) => Promise<T>): Promise<T> =>
    db.as('app', async (connection) => {
      await connection.query('BEGIN');
      await connection.query(ENTER, [asker.personId, asker.membershipId, asker.organisationId, asker.role]);
      const result = await work(connection);
      await connection.query('ROLLBACK');
      return result;
    });

  return { plant, organisation, worker, client, join, plantOneOfEach, as };
};

/** What `enter-session` sets, without the session. */
export const ENTER = `SELECT set_config('app.person', $1::text, true), set_config('app.membership', $2::text, true),
  set_config('app.organisation', $3::text, true), set_config('app.role', $4, true),
  set_config('app.grantees', '{' || $2::text || ',' || g.id || '}', true), set_config('app.purpose', 'care_management', true)
  FROM grantee g WHERE g.organisation_id = $3::uuid AND g.role = $4`;
