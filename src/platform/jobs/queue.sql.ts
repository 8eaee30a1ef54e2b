/**
 * Run as role `jobs`, which owns the queue. The application may put in a job of the allowed tasks, with ids only,
 * inside its own transaction, and can neither read nor change the queue.
 */
export const QUEUE_SQL = `
CREATE SCHEMA IF NOT EXISTS queue;
CREATE TABLE IF NOT EXISTS queue.allowed_task (name text PRIMARY KEY);
CREATE OR REPLACE FUNCTION queue.enqueue(task text, ids jsonb, run_at timestamptz DEFAULT now(), job_key text DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM queue.allowed_task a WHERE a.name = task) THEN
    RAISE EXCEPTION 'no such task: %', task USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT FROM jsonb_each_text(ids) e WHERE e.value !~ '^[0-9a-f-]{36}$') THEN
    RAISE EXCEPTION 'a job carries ids and nothing else' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM graphile_worker.add_job(task, ids::json, run_at := run_at, job_key := job_key);
END $$;
REVOKE ALL ON FUNCTION queue.enqueue FROM PUBLIC;
GRANT USAGE ON SCHEMA queue TO throughline_app, throughline_owner;
GRANT EXECUTE ON FUNCTION queue.enqueue TO throughline_app, throughline_owner;
`;
