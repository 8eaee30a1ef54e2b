import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What she wants, in her words, with the steps towards it; and what is lacking, who works on it and who says it is met. */
export class NeedsAndGoals1764000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORKED_ON_BY);
    await runner.query(GOALS);
    await runner.query(NEEDS);
    await runner.query(TOLD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE need, goal_step, goal; DROP FUNCTION worked_on_by;');
  }
}

const WORKED_ON_BY = `
  -- Who works on something, as it is shown: she herself, or somebody of the staff and whether they are still here.
  CREATE FUNCTION worked_on_by(who text, member uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT CASE who WHEN 'client' THEN jsonb_build_object('who', who)
      WHEN 'member' THEN (SELECT jsonb_build_object('who', who, 'membershipId', m.id, 'name', s.display_name, 'role', m.role,
          'isHere', m.ended_at IS NULL AND s.disabled_at IS NULL)
        FROM membership m JOIN staff s ON s.id = m.staff_id WHERE m.id = member) END $$;
  GRANT EXECUTE ON FUNCTION worked_on_by TO throughline_app;
`;

const GOALS = `
  CREATE TABLE goal (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL CHECK (class = 'coordination'),
    state text NOT NULL CONSTRAINT goal_state CHECK (state IN ('named', 'working_on', 'reached', 'set_aside', 'changed', 'retracted')),
    -- Her own order: 1 comes first, nothing where she did not say. Two may stand side by side.
    rank smallint CHECK (rank BETWEEN 1 AND 99),
    -- Who works on it with her; nobody beside her where no membership is named.
    worked_on_by text NOT NULL CHECK (worked_on_by IN ('client', 'member')),
    worked_on_by_membership_id uuid REFERENCES membership,
    became_id uuid,
    reviewed_at timestamptz,
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    UNIQUE (id, client_id),
    FOREIGN KEY (became_id, client_id) REFERENCES goal (id, client_id),
    CHECK ((worked_on_by = 'member') = (worked_on_by_membership_id IS NOT NULL)),
    CHECK ((state = 'changed') = (became_id IS NOT NULL) AND became_id <> id)
  );
  CREATE INDEX goal_of_client ON goal (client_id, (coalesce(rank, 100)), created_at, id);
  CREATE INDEX goal_became ON goal (became_id) WHERE became_id IS NOT NULL;
  CREATE INDEX goal_of_membership ON goal (worked_on_by_membership_id) WHERE worked_on_by_membership_id IS NOT NULL;
  -- Whose goal it is, its class and who wrote it down first never change.
  CALL protect_client_table('goal', may_change => '{state,rank,worked_on_by,worked_on_by_membership_id,became_id,reviewed_at,words,
    updated_at,updated_by,version}');
  CALL keep_history('goal');

  CREATE TABLE goal_step (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL CHECK (class = 'coordination'),
    goal_id uuid NOT NULL,
    state text NOT NULL CONSTRAINT goal_step_state CHECK (state IN ('open', 'done', 'dropped')),
    worked_on_by text NOT NULL CHECK (worked_on_by IN ('client', 'member')),
    worked_on_by_membership_id uuid REFERENCES membership,
    -- A day she and whoever helps aim at. Nothing happens by itself when it has passed.
    due_on date,
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    FOREIGN KEY (goal_id, client_id) REFERENCES goal (id, client_id),
    CHECK ((worked_on_by = 'member') = (worked_on_by_membership_id IS NOT NULL))
  );
  CREATE INDEX goal_step_of_goal ON goal_step (goal_id);
  CREATE INDEX goal_step_of_client ON goal_step (client_id);
  CREATE INDEX goal_step_of_membership ON goal_step (worked_on_by_membership_id) WHERE worked_on_by_membership_id IS NOT NULL;
  CALL protect_client_table('goal_step', may_change => '{state,worked_on_by,worked_on_by_membership_id,due_on,words,updated_at,
    updated_by,version}');
  CALL keep_history('goal_step');
`;

const NEEDS = `
  CREATE TABLE need (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL,
    domain text NOT NULL CHECK (domain IN ('housing', 'income', 'food', 'medication_coverage', 'identity_documents',
      'transport', 'mental_health', 'physical_health', 'legal', 'safety', 'social_connection', 'child_and_family',
      'phone_and_internet', 'work_and_education', 'substance_use_care', 'household_goods', 'utilities', 'language', 'other')),
    state text NOT NULL CONSTRAINT need_state CHECK (state IN ('found', 'working_on', 'met', 'confirmed', 'set_aside', 'retracted')),
    wants_help text NOT NULL CHECK (wants_help IN ('yes', 'not_now', 'unknown')),
    -- Her own order: 1 comes first, nothing where she did not say. Two may stand side by side.
    rank smallint CHECK (rank BETWEEN 1 AND 99),
    worked_on_by text CHECK (worked_on_by IN ('client', 'member')),
    worked_on_by_membership_id uuid REFERENCES membership,
    -- Since when it is so, as far as she says; when it was written down is created_at.
    since date,
    confirmed_by text CHECK (confirmed_by IN ('client', 'document', 'worker')),
    confirmed_at timestamptz,
    -- The four groups of the Canadian Definition of Homelessness, never the place: a shelter's kind can say too much.
    housing_status text CHECK (housing_status IN ('unsheltered', 'emergency_sheltered', 'provisionally_accommodated',
      'at_risk', 'housed', 'unknown')),
    -- { "health_card": "lost" }: which papers she has. No number and no scan.
    documents jsonb CHECK (jsonb_typeof(documents) = 'object'),
    words bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    CONSTRAINT need_class CHECK (class = CASE domain WHEN 'mental_health' THEN 'mental_health' WHEN 'safety' THEN 'mental_health'
      WHEN 'substance_use_care' THEN 'substance_use' ELSE 'coordination' END),
    CHECK (coalesce(worked_on_by = 'member', false) = (worked_on_by_membership_id IS NOT NULL)),
    CHECK (state <> 'working_on' OR worked_on_by IS NOT NULL),
    CHECK ((state = 'confirmed') = (confirmed_by IS NOT NULL) AND (confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK (housing_status IS NULL OR domain = 'housing'),
    CHECK (documents IS NULL OR domain = 'identity_documents')
  );
  CREATE INDEX need_of_client ON need (client_id, (coalesce(rank, 100)), created_at, id);
  CREATE INDEX need_of_membership ON need (worked_on_by_membership_id) WHERE worked_on_by_membership_id IS NOT NULL;
  -- Whose need it is, what it is about and therefore its class, and who found it never change.
  CALL protect_client_table('need', may_change => '{state,wants_help,rank,worked_on_by,worked_on_by_membership_id,since,confirmed_by,
    confirmed_at,housing_status,documents,words,updated_at,updated_by,version}');
  CALL keep_history('need');
`;

/** One of the actor's grants, in force now and over the whole client. */
const granted = (
  what: string,
) => `EXISTS (SELECT FROM access_grant g WHERE g.client_id = need.client_id AND g.scope_id IS NULL
    AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
    AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[]) AND ${what})`;

const WAS_TOLD = `${granted('need.class = ANY (g.read_classes)')} AND ${granted("'coordination' = ANY (g.write_classes)")}`;

const TOLD = `
  -- She tells whoever is there. A peer writes no mental-health records, yet may write down that she needs care or safety,
  -- and go on with what they found or work on; it takes reading the class and writing her plan.
  CREATE POLICY told_insert ON need FOR INSERT TO throughline_app
    WITH CHECK (created_by = (SELECT app_membership()) AND updated_by = (SELECT app_membership()) AND state = 'found'
      AND ${WAS_TOLD});
  CREATE POLICY told_update ON need FOR UPDATE TO throughline_app
    USING ((created_by = (SELECT app_membership()) OR worked_on_by_membership_id = (SELECT app_membership())) AND ${WAS_TOLD})
    WITH CHECK (updated_by = (SELECT app_membership()) AND ${WAS_TOLD});
`;
