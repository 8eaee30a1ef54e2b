import type { Statement } from '../../platform/database/transaction.js';

/**
 * The mark and the notices in one statement: of two workers at it the second waits for the first one's mark and then
 * tells nobody. When nobody stands behind the owner, the coordinators there are told instead. Whether somebody does is
 * asked once a task: in the join it would be asked for every colleague there.
 */
export const REMIND: Statement = {
  name: 'remind-of-due-tasks',
  text: `
  WITH due AS (
    SELECT t.id, t.attend_at FROM task t WHERE t.attend_at <= (SELECT app_now())
      AND NOT EXISTS (SELECT FROM task_reminder r WHERE r.task_id = t.id AND r.attend_at = t.attend_at)
      ORDER BY t.attend_at LIMIT $1),
  marked AS (
    INSERT INTO task_reminder (task_id, attend_at) SELECT id, attend_at FROM due ON CONFLICT DO NOTHING
      RETURNING task_id, attend_at),
  asked AS MATERIALIZED (
    SELECT t.id, t.client_id, t.class, t.owner_organisation_id, t.owner_membership_id, t.owner_role, k.attend_at,
        CASE t.state WHEN 'set_aside' THEN 'task_back' ELSE 'task_due' END AS kind,
        keeper_stands(t.owner_membership_id, t.owner_organisation_id, t.owner_role, t.client_id, t.class) AS has_keeper
      FROM marked k JOIN task t ON t.id = k.task_id),
  told AS (
    INSERT INTO notice (id, membership_id, kind, source_kind, source_id, client_id, class, occasion, state, created_at, version)
      SELECT gen_random_uuid(), m.id, a.kind, 'task', a.id, a.client_id, a.class,
          to_char(a.attend_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'unread', app_now(), 1
        FROM asked a JOIN membership m ON m.organisation_id = a.owner_organisation_id AND m.ended_at IS NULL
          AND CASE WHEN a.has_keeper THEN m.id = a.owner_membership_id OR m.role = a.owner_role ELSE m.role = 'coordinator' END
        WHERE membership_sees(m.id, a.client_id, a.class)
      ON CONFLICT DO NOTHING)
  SELECT id, client_id AS "clientId", class FROM asked`,
};

/** Each coordinator there once: for each client whose tasks were left behind, and once for those about no client. */
export const TELL_OF_ORPHANED: Statement = {
  name: 'tell-of-orphaned-tasks',
  text: `
  WITH gone AS (
    SELECT m.id, m.organisation_id, coalesce(m.ended_at, s.disabled_at) AS at FROM membership m JOIN staff s ON s.id = m.staff_id
      WHERE m.id = $1 AND NOT membership_sees(m.id, NULL, NULL)),
  left_behind AS (
    SELECT DISTINCT t.client_id, g.id, g.organisation_id, g.at FROM gone g
      JOIN task t ON t.owner_membership_id = g.id AND t.is_live)
  INSERT INTO notice (id, membership_id, kind, source_kind, source_id, client_id, class, occasion, state, created_at, version)
    SELECT gen_random_uuid(), m.id, 'tasks_left_behind', CASE WHEN l.client_id IS NULL THEN 'membership' ELSE 'client' END,
        coalesce(l.client_id, l.id), l.client_id, CASE WHEN l.client_id IS NOT NULL THEN 'coordination' END,
        to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'unread', app_now(), 1
      FROM left_behind l
      JOIN membership m ON m.organisation_id = l.organisation_id AND m.role = 'coordinator' AND m.ended_at IS NULL
      WHERE membership_sees(m.id, l.client_id, 'coordination')
    ON CONFLICT DO NOTHING`,
};
