import { JOB_TASKS } from './job-tasks.js';

const allowed = Object.entries(JOB_TASKS)
  .map(([name, ids]) => `('${name}', '{${ids.join(',')}}')`)
  .join(', ');

/**
 * Run as role `jobs`, which owns the queue. The application may put in a job of the allowed tasks, with exactly the ids
 * that the task carries, inside its own transaction, and can neither read nor change the queue.
 * The owner may not: whatever role jobs owns it can replace, and would then act with the owner's rights.
 */
export const QUEUE_SQL = `
CREATE SCHEMA IF NOT EXISTS queue;
CREATE TABLE IF NOT EXISTS queue.allowed_task (name text PRIMARY KEY, ids text[] NOT NULL);
DELETE FROM queue.allowed_task;
INSERT INTO queue.allowed_task (name, ids) VALUES ${allowed};

CREATE OR REPLACE FUNCTION queue.enqueue(task text, ids jsonb, run_at timestamptz DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  expected text[];
BEGIN
  SELECT a.ids INTO expected FROM queue.allowed_task a WHERE a.name = task;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such task' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF jsonb_typeof(ids) IS DISTINCT FROM 'object'
    OR (SELECT array_agg(e.key ORDER BY e.key) FROM jsonb_each(ids) e)
      IS DISTINCT FROM (SELECT array_agg(x ORDER BY x) FROM unnest(expected) x)
    OR EXISTS (SELECT FROM jsonb_each(ids) e WHERE jsonb_typeof(e.value) <> 'string'
      OR e.value #>> '{}' !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') THEN
    RAISE EXCEPTION 'a job carries the ids of its task and nothing else' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM graphile_worker.add_job(task, ids::json, run_at := run_at);
END $$;
REVOKE ALL ON FUNCTION queue.enqueue FROM PUBLIC;
GRANT USAGE ON SCHEMA queue TO throughline_app;
GRANT EXECUTE ON FUNCTION queue.enqueue TO throughline_app;
`;
