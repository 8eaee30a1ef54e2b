import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a consent goes on is asked of nobody once it has ended, whoever ended it: by her link too, and by whom it was given to. */
export class AConsentThatEndsAsksNobody1764000093400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SETTLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER consent_settles_its_tasks ON consent;
      DROP FUNCTION settle_tasks_of_consent;
    `);
  }
}

const SETTLES = `
  -- In the same transaction, for those who may end a consent and not touch a task of the house that keeps her record. What
  -- she ends herself she has declined to be asked about; for anybody else the task is done.
  CREATE FUNCTION settle_tasks_of_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    by_her boolean := app_role() IS NOT DISTINCT FROM 'client';
    before task;
  BEGIN
    FOR before IN SELECT * FROM task t WHERE t.source_id = NEW.id AND t.source_kind = 'consent' AND t.is_live ORDER BY t.id FOR UPDATE LOOP
      WITH after AS (
        UPDATE task SET state = CASE WHEN by_her AND client_id IS NOT NULL THEN 'client_declined' ELSE 'done' END,
            aside_because = NULL, aside_until = NULL, back_at = NULL, version = version + 1, updated_at = app_now(),
            updated_by = coalesce(app_membership(), app_link(), NEW.updated_by)
          WHERE id = before.id RETURNING *)
      INSERT INTO task_move (task_id, version, client_id, class, move, from_state, to_state, owner_organisation_id, owner_membership_id,
          owner_role, at, by_membership)
        SELECT id, version, client_id, class, CASE state WHEN 'done' THEN 'complete' ELSE 'client_declines' END,
            CASE WHEN before.back_at <= app_now() THEN 'open' ELSE before.state END, state, owner_organisation_id, owner_membership_id,
            owner_role, updated_at, updated_by FROM after;
    END LOOP;
    RETURN NULL;
  END $$;
  CREATE TRIGGER consent_settles_its_tasks AFTER UPDATE OF state ON consent FOR EACH ROW
    WHEN (OLD.state = 'active' AND NEW.state <> 'active') EXECUTE FUNCTION settle_tasks_of_consent();
`;
