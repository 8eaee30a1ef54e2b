import type pg from 'pg';

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly kind: 'p' | 'u' | 'f' | 'x';
  readonly definition: string;
}

type Index = Pick<Constraint, 'table' | 'name' | 'definition'>;

const CONSTRAINTS = `
  SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, contype::text AS kind,
      pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype IN ('p', 'u', 'f', 'x')
      AND (conrelid = ANY ($1::regclass[]) OR (contype = 'f' AND confrelid = ANY ($1::regclass[])))
    ORDER BY contype = 'f' DESC, conrelid::regclass::text, conname`;
const INDEXES = `
  SELECT i.indrelid::regclass::text AS "table", i.indexrelid::regclass::text AS name,
      pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
    WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
    ORDER BY i.indrelid::regclass::text, 1`;

/** One statement each. PostgreSQL checks every row against each of them. */
export interface PutBack {
  /** Indexes and keys: those of a table one after the other, those of several tables at once. */
  readonly byTable: ReadonlyMap<string, readonly string[]>;
  /** Then foreign keys, before a row is held against them, which takes locks that would stand in each other's way. */
  readonly named: readonly string[];
  /** And the same, held against every row. */
  readonly checked: ReadonlyMap<string, readonly string[]>;
  readonly last: readonly string[];
}

/**
 * Takes indexes, keys and triggers off tables that are about to be filled at once, and lets their owner copy into them
 * past its own policies. CHECKs stay. Who breaks off after this leaves a database that nobody should use.
 */
export async function setAside(owner: pg.Client, tables: readonly string[]): Promise<PutBack> {
  const { rows: constraints } = await owner.query<Constraint>(CONSTRAINTS, [tables]);
  const { rows: indexes } = await owner.query<Index>(INDEXES, [tables]);
  const { rows: forced } = await owner.query<{ name: string }>(
    'SELECT oid::regclass::text AS name FROM pg_class WHERE oid = ANY ($1::regclass[]) AND relforcerowsecurity',
    [tables],
  );
  for (const { table, name } of constraints) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await owner.query(`DROP INDEX ${name}`);
  for (const table of tables) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const { name } of forced) await owner.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
  const add = ({ table, name, definition }: Constraint) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`;
  const [foreign, own] = [
    constraints.filter(({ kind }) => kind === 'f'),
    constraints.filter(({ kind }) => kind !== 'f'),
  ];
  return {
    byTable: groupedByTable([...own.map((one) => ({ ...one, definition: add(one) })), ...indexes]),
    named: foreign.map((one) => `${add(one)} NOT VALID`),
    checked: groupedByTable(
      foreign.map(({ table, name }) => ({ table, definition: `ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}` })),
    ),
    last: [
      ...tables.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`),
      ...forced.map(({ name }) => `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`),
    ],
  };
}

function groupedByTable(
  all: readonly { readonly table: string; readonly definition: string }[],
): ReadonlyMap<string, readonly string[]> {
  const byTable = new Map<string, string[]>();
  for (const { table, definition } of all) byTable.set(table, [...(byTable.get(table) ?? []), definition]);
  return byTable;
}
