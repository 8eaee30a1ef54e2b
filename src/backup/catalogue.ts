import type pg from 'pg';
import { DATABASE_ROLES, EVERY_ROLE, type DatabaseRole } from '../platform/database/roles.js';
import { nameOf, type SequenceEntry } from './manifest.js';

export interface StoredTable {
  readonly schema: string;
  readonly name: string;
  readonly role: DatabaseRole;
  /** Without those that the database computes itself. */
  readonly columns: readonly string[];
  /** Gives the rows the same order in every database. */
  readonly order: string;
  /** An estimate, for progress. */
  readonly expected: number;
}

type Listed = Omit<StoredTable, 'role'> & { owner: string; hidden: boolean };

/**
 * Every table with rows of its own, except the lists of migrations, which a restore writes anew. `hidden`: the owner
 * itself is under row-level security there and has no policy that shows it everything.
 */
const TABLES = `
  SELECT n.nspname AS schema, c.relname AS name, pg_get_userbyid(c.relowner) AS owner,
         greatest(c.reltuples, 0)::float8 AS expected,
         ARRAY(SELECT quote_ident(a.attname) FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                ORDER BY a.attname) AS columns,
         coalesce((SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place) FROM pg_index i,
                   unnest(i.indkey) WITH ORDINALITY k(attnum, place) JOIN pg_attribute a ON a.attnum = k.attnum
                   WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid), 't::text') AS "order",
         c.relrowsecurity AND c.relforcerowsecurity AND NOT EXISTS (
           SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polpermissive
             AND pg_get_expr(p.polqual, c.oid) = 'true' AND c.relowner = ANY (p.polroles)) AS hidden
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname IN ('public', 'queue', 'graphile_worker') AND c.relkind = 'r'
     AND NOT (n.nspname = 'public' AND c.relname = 'schema_migration')
     AND NOT (n.nspname = 'graphile_worker' AND c.relname = 'migrations')
   ORDER BY 1, 2`;

const SEQUENCES = `
  SELECT schemaname AS schema, sequencename AS name, sequenceowner AS owner, last_value::text AS value
    FROM pg_sequences WHERE schemaname IN ('public', 'queue', 'graphile_worker')
     AND sequencename <> 'schema_migration_id_seq' ORDER BY 1, 2`;

/** @throws Error when a table would be copied without some of its rows */
export async function storedTables(client: pg.Client): Promise<readonly StoredTable[]> {
  const { rows } = await client.query<Listed>(TABLES);
  const hidden = rows.filter((table) => table.hidden).map(nameOf);
  if (hidden.length > 0) throw new Error(`The owner does not see all rows of ${hidden.join(', ')}.`);
  return rows.map(({ owner, hidden: _, ...table }) => ({ ...table, role: roleNamed(owner, nameOf(table)) }));
}

/** @param client as the role: nobody else is shown the value */
export async function storedSequences(client: pg.Client, role: DatabaseRole): Promise<readonly SequenceEntry[]> {
  const { rows } = await client.query<SequenceEntry & { owner: string }>(SEQUENCES);
  return rows
    .filter(({ owner }) => owner === DATABASE_ROLES[role])
    .map(({ schema, name, value }) => ({ schema, name, value, role }));
}

export const copyStatement = (table: Pick<StoredTable, 'schema' | 'name' | 'columns' | 'order'>): string =>
  `COPY (SELECT ${table.columns.join(', ')} FROM ${nameOf(table)} t ORDER BY ${table.order}) TO STDOUT`;

function roleNamed(owner: string, table: string): DatabaseRole {
  const role = EVERY_ROLE.find((candidate) => DATABASE_ROLES[candidate] === owner);
  if (!role) throw new Error(`${table} belongs to ${owner}, which is none of the four roles.`);
  return role;
}
