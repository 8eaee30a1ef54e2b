import type pg from 'pg';
import { DATA_CLASSES } from '../../src/access/policy.js';
import { tablesOf, type ProbedTable } from './decision-sql.js';

/** A table that shows rows through a referral, and by what one of its rows belongs to one. */
export interface ShownTable {
  readonly table: string;
  readonly key: string | undefined;
  /** Part of the referral: shown also while none is open. */
  readonly isOfReferral: boolean;
  readonly row: Readonly<Record<string, string>>;
  readonly touch: string;
  readonly inserts: boolean;
  readonly updates: boolean;
}

/** Whose rows are of a referral by their own id, or by another column than `referral_id`. */
const KEYS_OF: Readonly<Record<string, string>> = {
  ...{ referral: 'id', goal: 'id', need: 'id', goal_step: 'goal_id', task: 'source_id' },
};
const MORE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  task: { source_kind: `'referral'` },
  referral_serves: { record_id: '{referral}' },
};

const THROUGH = `SELECT tablename AS table, array_agg(policyname)::text[] AS policies,
    bool_or(EXISTS (SELECT FROM pg_attribute WHERE attrelid = tablename::regclass AND attname = 'referral_id')) AS has_key
  FROM pg_policies WHERE (starts_with(policyname, 'through_referral')
      OR policyname IN ('granted_read', 'granted_update') AND qual LIKE '%scope_kind = ''referral''%')
    AND tablename NOT IN ('client', 'caller_key') GROUP BY 1`;

interface Through {
  readonly table: string;
  readonly policies: readonly string[];
  readonly has_key: boolean;
}

export async function shownTables(owner: pg.Client): Promise<readonly ShownTable[]> {
  const probed = await tablesOf(owner);
  const { rows } = await owner.query<Through>(THROUGH);
  return rows.map(({ table, policies, has_key: hasKey }) => {
    const one = probed.find((each) => each.table === table);
    if (!one) throw new Error(`${table} shows rows through a referral and by no grant.`);
    const key = KEYS_OF[table] ?? (hasKey ? 'referral_id' : undefined);
    return {
      ...{ table, key, isOfReferral: hasKey || table === 'referral', touch: one.touch },
      row: { ...rowOf(one), ...(key && { [key]: '{referral}' }), ...MORE[table] },
      inserts: policies.includes('through_referral_insert'),
      updates: policies.includes('through_referral_update') || policies.includes('granted_update'),
    };
  });
}

function rowOf({ insert }: ProbedTable): Readonly<Record<string, string>> {
  const [, names = '', values = ''] = /\(([^)]*)\) VALUES \((.*)\)$/s.exec(insert) ?? [];
  const given = values.split(', ');
  return Object.fromEntries(names.split(', ').map((name, i) => [name, given[i] ?? 'NULL']));
}

interface Filling {
  readonly client: string;
  readonly class: string;
  readonly referral: string;
  /** Whoever else is named in it. */
  readonly others: string;
}

export function filledRow({ table, row }: ShownTable, by: Filling): { readonly into: string; readonly values: string } {
  const values = Object.values(row).map((value) =>
    value
      .replaceAll('{client}', by.client)
      .replaceAll('{class}', by.class)
      .replaceAll('{referral}', by.referral)
      .replaceAll(/\{\w+\}/g, by.others),
  );
  return { into: `INSERT INTO ${table} (${Object.keys(row).join(', ')})`, values: values.join(', ') };
}

/** A row of each class, of the one referral and of the other: of clients $1, referrals $2 and others $3. */
export function fillTable(table: ShownTable): string {
  const by = { client: 's.client', class: 'k', referral: 'referral', others: 'gen_random_uuid()' };
  const { into, values } = filledRow(table, by);
  return `${into} SELECT ${values} FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS s(client, its, other),
    unnest(ARRAY[s.its, s.other]) referral, unnest('{${DATA_CLASSES.join(',')}}'::text[]) k`;
}
