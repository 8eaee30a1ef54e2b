import type pg from 'pg';

interface Guarded {
  name: string;
  forced: boolean;
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

const GUARDED = `
  SELECT c.oid::regclass::text AS name, c.relforcerowsecurity AS forced FROM pg_class c WHERE c.oid = ANY ($1::regclass[])`;

const FOREIGN_KEYS = `
  SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND conrelid = ANY ($1::regclass[])`;

/**
 * Readies tables to take rows as they once were, within the transaction of `client`: triggers do not fire a second time,
 * foreign keys wait (and are checked over all rows when they come back), and the owner is not under its own policies,
 * which COPY does not go together with. Nobody else sees the tables meanwhile.
 *
 * @returns what puts it all back
 */
export async function openForRows(client: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
  if (tables.length === 0) return () => Promise.resolve();
  const { rows: guarded } = await client.query<Guarded>(GUARDED, [tables]);
  const { rows: keys } = await client.query<ForeignKey>(FOREIGN_KEYS, [tables]);
  for (const key of keys) await client.query(`ALTER TABLE ${key.table} DROP CONSTRAINT ${key.name}`);
  for (const { name, forced } of guarded) {
    await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    if (forced) await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
  }
  await client.query(`TRUNCATE ${tables.join(', ')}`);
  return async () => {
    for (const key of keys) await client.query(`ALTER TABLE ${key.table} ADD CONSTRAINT ${key.name} ${key.definition}`);
    for (const { name, forced } of guarded) {
      await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
      if (forced) await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
    }
  };
}
