import type pg from 'pg';

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly kind: 'p' | 'u' | 'f' | 'x';
  readonly definition: string;
}

const CONSTRAINTS = `
  SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, contype::text AS kind,
      pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype IN ('p', 'u', 'f', 'x')
      AND (conrelid = ANY ($1::regclass[]) OR (contype = 'f' AND confrelid = ANY ($1::regclass[])))
    ORDER BY contype = 'f' DESC, conrelid::regclass::text, conname`;
const INDEXES = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
    WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
    ORDER BY i.indrelid::regclass::text, 1`;

export interface PutBack {
  /** One statement each, in an order that holds. PostgreSQL checks every row against each of them. */
  readonly statements: readonly string[];
}

/**
 * Takes indexes, keys and triggers off tables that are about to be filled at once, and lets their owner copy into them
 * past its own policies. CHECKs stay. Who breaks off after this leaves a database that nobody should use.
 */
export async function setAside(owner: pg.Client, tables: readonly string[]): Promise<PutBack> {
  const { rows: constraints } = await owner.query<Constraint>(CONSTRAINTS, [tables]);
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(INDEXES, [tables]);
  const { rows: forced } = await owner.query<{ name: string }>(
    'SELECT oid::regclass::text AS name FROM pg_class WHERE oid = ANY ($1::regclass[]) AND relforcerowsecurity',
    [tables],
  );
  for (const { table, name } of constraints) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await owner.query(`DROP INDEX ${name}`);
  for (const table of tables) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const { name } of forced) await owner.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
  const add = ({ table, name, definition }: Constraint) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`;
  return {
    statements: [
      ...constraints.filter(({ kind }) => kind !== 'f').map(add),
      ...indexes.map(({ definition }) => definition),
      ...constraints.filter(({ kind }) => kind === 'f').map(add),
      ...tables.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`),
      ...forced.map(({ name }) => `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`),
    ],
  };
}
