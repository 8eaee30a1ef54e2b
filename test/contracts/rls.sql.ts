/** Questions to the catalogue; ours is what stands in the schema `public`. */

export const TABLES = `
  SELECT c.relname AS table, CASE WHEN c.relrowsecurity AND c.relforcerowsecurity THEN 'forced'
      WHEN c.relrowsecurity THEN 'not forced' ELSE 'none' END AS "rowSecurity"
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`;

export const POLICIES = `
  SELECT tablename AS table, policyname AS name, cmd AS verb, qual AS using, with_check AS check,
      (SELECT string_agg(replace(r, 'throughline_', ''), ', ' ORDER BY r) FROM unnest(roles) r) AS roles
    FROM pg_policies WHERE schemaname = 'public' ORDER BY 1, 2`;

/** Per table and role the verbs, with columns where not all of them. */
export const PRIVILEGES = `
  SELECT name AS table, role, string_agg(verb, ', ' ORDER BY verb) AS verbs FROM (
    SELECT table_name AS name, replace(grantee, 'throughline_', '') AS role, privilege_type::text AS verb
      FROM information_schema.role_table_grants WHERE table_schema = 'public' AND grantee LIKE 'throughline%'
    UNION ALL
    SELECT table_name, replace(grantee, 'throughline_', ''), privilege_type || '(' || string_agg(column_name, ' ' ORDER BY column_name) || ')'
      FROM information_schema.role_column_grants c WHERE table_schema = 'public' AND grantee LIKE 'throughline%'
        AND NOT EXISTS (SELECT FROM information_schema.role_table_grants t WHERE t.grantee = c.grantee
          AND t.table_schema = 'public' AND t.table_name = c.table_name AND t.privilege_type = c.privilege_type)
      GROUP BY table_name, grantee, privilege_type) each
   WHERE role <> 'owner' AND name IN (SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p'))
   GROUP BY 1, 2 ORDER BY 1, 2`;

/** Whoever could step round row-level security, or become somebody who can. */
export const ROLES_BEYOND = `
  SELECT r.rolname FROM pg_roles r WHERE r.rolname LIKE 'throughline%' AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole
    OR EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid)
    OR (r.rolname <> 'throughline_owner' AND has_schema_privilege(r.oid, 'public', 'CREATE')))`;

export const VIEWS = `
  SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
    AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)`;

export const DEFINERS = `
  SELECT p.proname AS name, CASE WHEN NOT coalesce(p.proconfig @> ARRAY['search_path=pg_catalog, public, pg_temp'], false)
      THEN 'its search path is not fixed' ELSE 'everybody may call it' END AS fault
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
     AND (NOT coalesce(p.proconfig @> ARRAY['search_path=pg_catalog, public, pg_temp'], false)
       OR EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0))`;
