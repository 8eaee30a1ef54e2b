import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose a grant is, for what and when it is in force is said in one place: the policy of `access_grant` itself. Until now
 * every policy that probes it said two of the three again, and PostgreSQL set up each of them for each statement. What
 * probes grants asks for a client, a class and a scope, and cannot forget the rest.
 *
 * A name, a channel or the client herself is shown by a grant over her whole record, by one narrowed to an opened referral,
 * or by one that came with a receiver's link: one probe for the three. A referral, its dates and its stays likewise.
 */
export class AGrantIsAskedOnce1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY own_grants ON access_grant USING (${OWN} AND ${IN_FORCE});
      ${REWRITE(`replace(replace(clause, ${quoted(DEPARSED_IN_FORCE)}, ''), ${quoted(DEPARSED_OWN)}, '')`)}
      ${protectClientTable('')}
      ${SHOWN_ONCE.map(mergedRead).join('\n')}
      ${OF_REFERRALS.map(mergedOfReferral).join('\n')}
      ${MERGED_UPDATE}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${PARTED_UPDATE}
      ${OF_REFERRALS.map(partedOfReferral).join('\n')}
      ${SHOWN_ONCE.map(partedRead).join('\n')}
      ${protectClientTable(AGAIN)}
      ${REWRITE(`regexp_replace(clause, '\\(g\\.client_id = [a-z_]+\\.(?:client_)?id\\)', '\\&' || ${quoted(DEPARSED_IN_FORCE + DEPARSED_OWN)}, 'g')`)}
      ALTER POLICY own_grants ON access_grant USING (${OWN});
    `);
  }
}

const OWN = `grantee_id = ANY ((SELECT app_grantees())::uuid[]) AND (purposes IS NULL OR (SELECT app_purpose()) = ANY (purposes))`;
const IN_FORCE = `valid_from <= (SELECT app_now()) AND (valid_until IS NULL OR valid_until > (SELECT app_now()))`;
const AGAIN =
  ' AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now())) AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[])';

/** As `pg_policies` has them. */
const DEPARSED_IN_FORCE =
  ' AND (g.valid_from <= ( SELECT app_now() AS app_now)) AND ((g.valid_until IS NULL) OR (g.valid_until > ( SELECT app_now() AS app_now)))';
const DEPARSED_OWN = ' AND (g.grantee_id = ANY (( SELECT app_grantees() AS app_grantees)::uuid[]))';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Every policy that probes grants, with its clauses rewritten; `rewritten` is SQL over `clause`. */
const REWRITE = (rewritten: string): string => `
  DO $do$
  DECLARE
    each record;
  BEGIN
    FOR each IN
      SELECT tablename, policyname, using_clause, check_clause FROM pg_policies
        CROSS JOIN LATERAL (SELECT ${rewritten} AS using_clause FROM (VALUES (qual)) v(clause)) u
        CROSS JOIN LATERAL (SELECT ${rewritten} AS check_clause FROM (VALUES (with_check)) v(clause)) c
       WHERE schemaname = 'public' AND concat(qual, with_check) LIKE '%access_grant g%'
    LOOP
      EXECUTE format('ALTER POLICY %I ON %I', each.policyname, each.tablename)
        || coalesce(' USING (' || each.using_clause || ')', '') || coalesce(' WITH CHECK (' || each.check_clause || ')', '');
    END LOOP;
  END $do$;`;

interface ShownOnce {
  readonly table: string;
  readonly subject: string;
  /** Whether a receiver's link shows it as well. */
  readonly byLink: boolean;
}
const SHOWN_ONCE: readonly ShownOnce[] = [
  { table: 'client', subject: 'id', byLink: true },
  { table: 'client_name', subject: 'client_id', byLink: true },
  { table: 'channel', subject: 'client_id', byLink: true },
  { table: 'supporter', subject: 'client_id', byLink: false },
];

const probe = ({ table, subject }: ShownOnce, scope: string, also = ''): string =>
  `EXISTS (SELECT FROM access_grant g WHERE g.client_id = ${table}.${subject} AND ${scope}${also} AND ${table}.class = ANY (g.read_classes))`;
const OPENED = `g.scope_kind = 'referral' AND g.scope_id = ANY ((SELECT app_referrals())::uuid[])`;
const BY_LINK = `g.scope_kind = 'referral_package'`;

const mergedRead = (shown: ShownOnce): string => `
  DROP POLICY through_referral ON ${shown.table};
  ${shown.byLink ? `DROP POLICY by_receiver_link ON ${shown.table};` : ''}
  ALTER POLICY granted_read ON ${shown.table} USING (
    ${probe(shown, `(g.scope_id IS NULL OR ${OPENED}${shown.byLink ? ` OR ${BY_LINK}` : ''})`)});`;

/** As `1764000095000-referrals` and `1764000098000-receiver-links` made them. */
const partedRead = (shown: ShownOnce): string => `
  ALTER POLICY granted_read ON ${shown.table} USING (${probe(shown, 'g.scope_id IS NULL')});
  CREATE POLICY through_referral ON ${shown.table} FOR SELECT TO throughline_app USING (
    (SELECT app_referrals()) IS NOT NULL AND ${probe(shown, OPENED)});
  ${
    shown.byLink
      ? `CREATE POLICY by_receiver_link ON ${shown.table} FOR SELECT TO throughline_app USING (
    (SELECT app_role()) = 'receiver' AND ${probe(shown, BY_LINK)});`
      : ''
  }`;

interface OfReferral {
  readonly table: string;
  /** By what one of its rows belongs to a referral. */
  readonly key: string;
}
const OF_REFERRALS: readonly OfReferral[] = [
  { table: 'referral', key: 'id' },
  { table: 'attempt', key: 'referral_id' },
  { table: 'stay', key: 'referral_id' },
];

const held = ({ table }: OfReferral, scope: string, classes = 'read_classes'): string =>
  `EXISTS (SELECT FROM access_grant g WHERE g.client_id = ${table}.client_id AND ${scope} AND ${table}.class = ANY (g.${classes}))`;
const its = ({ table, key }: OfReferral): string => `g.scope_kind = 'referral' AND g.scope_id = ${table}.${key}`;

const mergedOfReferral = (of: OfReferral): string => `
  DROP POLICY through_referral ON ${of.table};
  ALTER POLICY granted_read ON ${of.table} USING (${held(of, `(g.scope_id IS NULL OR ${its(of)})`)});`;
const partedOfReferral = (of: OfReferral): string => `
  ALTER POLICY granted_read ON ${of.table} USING (${held(of, 'g.scope_id IS NULL')});
  CREATE POLICY through_referral ON ${of.table} FOR SELECT TO throughline_app USING (${held(of, its(of))});`;

const REFERRAL: OfReferral = { table: 'referral', key: 'id' };
const SIGNED = 'updated_by = (SELECT app_membership())';
const writes = (scope: string): string => held(REFERRAL, scope, 'write_classes');
const update = (scope: string): string => `USING (${writes(scope)}) WITH CHECK (${writes(scope)} AND ${SIGNED})`;
const MERGED_UPDATE = `
  DROP POLICY through_referral_update ON referral;
  ALTER POLICY granted_update ON referral ${update(`(g.scope_id IS NULL OR ${its(REFERRAL)})`)};`;
const PARTED_UPDATE = `
  ALTER POLICY granted_update ON referral ${update('g.scope_id IS NULL')};
  CREATE POLICY through_referral_update ON referral FOR UPDATE TO throughline_app ${update(its(REFERRAL))};`;

/** @param again what every policy says of a grant besides */
const protectClientTable = (again: string): string => `
  -- One definition of what stands behind every client table: a row is seen, made or changed only where one of the
  -- actor's own grants, in force now and not narrowed to one referral or pharmacy, holds the row's class. Whoever writes
  -- signs with their own membership, and only the columns in may_change ever change: never whose a row is, its class, its
  -- home or who made it when.
  CREATE OR REPLACE PROCEDURE protect_client_table(target regclass, verbs text[] DEFAULT '{SELECT,INSERT,UPDATE}', may_change text[] DEFAULT '{}')
  LANGUAGE plpgsql AS $$
  DECLARE
    subject text := CASE WHEN target = to_regclass('client') THEN 'id' ELSE 'client_id' END;
    held text := format('EXISTS (SELECT FROM access_grant g WHERE g.client_id = %1$s.%2$I AND g.scope_id IS NULL${again}'
      ' AND %1$s.class = ANY (g.%%s))', target, subject);
    signed text := (SELECT coalesce(string_agg(format(' AND %I = (SELECT app_membership())', attname), '' ORDER BY attnum), '')
      FROM pg_attribute WHERE attrelid = target AND attname IN ('created_by', 'updated_by', 'written_by') AND NOT attisdropped);
    signed_again text := (SELECT coalesce(string_agg(format(' AND %I = (SELECT app_membership())', attname), '' ORDER BY attnum), '')
      FROM pg_attribute WHERE attrelid = target AND attname IN ('updated_by', 'written_by') AND NOT attisdropped);
  BEGIN
    IF ('UPDATE' = ANY (verbs)) <> (cardinality(may_change) > 0) THEN
      RAISE EXCEPTION 'name the columns of % that may change', target;
    END IF;
    IF may_change && '{id,client_id,class,home_organisation_id,membership_id,section,created_at,created_by,started_at}' THEN
      RAISE EXCEPTION 'whose a row of % is, its class and its origin never change', target;
    END IF;
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY owner ON %s TO throughline_owner USING (true) WITH CHECK (true)', target);
    IF 'SELECT' = ANY (verbs) THEN
      EXECUTE format('CREATE POLICY granted_read ON %s FOR SELECT TO throughline_app USING (%s)', target, format(held, 'read_classes'));
    END IF;
    IF 'INSERT' = ANY (verbs) THEN
      EXECUTE format('CREATE POLICY granted_insert ON %s FOR INSERT TO throughline_app WITH CHECK (%s%s)', target, format(held, 'write_classes'), signed);
    END IF;
    IF 'UPDATE' = ANY (verbs) THEN
      EXECUTE format('CREATE POLICY granted_update ON %s FOR UPDATE TO throughline_app USING (%2$s) WITH CHECK (%2$s%3$s)', target, format(held, 'write_classes'), signed_again);
      EXECUTE format('GRANT UPDATE (%s) ON %s TO throughline_app', (SELECT string_agg(quote_ident(c), ', ') FROM unnest(may_change) c), target);
    END IF;
    IF 'DELETE' = ANY (verbs) THEN
      EXECUTE format('CREATE POLICY granted_delete ON %s FOR DELETE TO throughline_app USING (%s)', target, format(held, 'write_classes'));
    END IF;
    EXECUTE format('GRANT %s ON %s TO throughline_app', array_to_string(array_remove(verbs, 'UPDATE'), ', '), target);
  END $$;`;
