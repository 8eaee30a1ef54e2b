import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The directory of what somebody can be referred to: facts, what each asks for, and how many places were free when. */
export class Services1764000090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE service_capacity, service_eligibility, service');
  }
}

const TABLES = `
  CREATE TABLE service (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind text NOT NULL CHECK (kind IN ('residential_programme', 'withdrawal_management', 'oat_clinic', 'counselling', 'peer_group',
      'supervised_consumption', 'housing', 'income_support', 'identity_documents', 'food', 'other')),
    about text CHECK (length(about) BETWEEN 1 AND 4000),
    languages text[] NOT NULL CHECK (cardinality(languages) > 0),
    referred_by text[] NOT NULL CHECK (cardinality(referred_by) > 0 AND referred_by <@ ARRAY['client', 'family', 'professional']),
    length_days integer CHECK (length_days BETWEEN 1 AND 3660),
    intake_rhythm text NOT NULL CHECK (intake_rhythm IN ('any_day', 'weekly', 'every_two_weeks', 'monthly', 'by_cohort', 'unknown')),
    monthly_cost integer CHECK (monthly_cost BETWEEN 0 AND 100000),
    effect_on_income text NOT NULL CHECK (effect_on_income IN ('none', 'reduced', 'suspended', 'unknown')),
    effect_on_housing text NOT NULL CHECK (effect_on_housing IN ('none', 'place_is_kept', 'place_may_be_lost', 'unknown')),
    oat_inside text NOT NULL CHECK (oat_inside IN ('given_there', 'from_a_pharmacy_outside', 'not_possible', 'unknown')),
    oat_after text NOT NULL CHECK (oat_after IN ('arranged_before_leaving', 'left_to_the_client', 'unknown')),
    readmission text NOT NULL CHECK (readmission IN ('any_time', 'after_a_wait', 'case_by_case', 'unknown')),
    call_in_every_days integer CHECK (call_in_every_days BETWEEN 1 AND 365),
    capacity_holds_hours integer NOT NULL CHECK (capacity_holds_hours BETWEEN 1 AND 2160),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    closed_at timestamptz,
    version integer NOT NULL CHECK (version > 0)
  );
  CREATE INDEX service_by_name ON service (name, id) WHERE closed_at IS NULL;
  CREATE INDEX service_of_kind ON service (kind, name, id) WHERE closed_at IS NULL;
  CREATE INDEX service_of_organisation ON service (organisation_id, name, id) WHERE closed_at IS NULL;

  -- What a service asks for, as somebody read it on that day. The newest stands; nothing is written over.
  CREATE TABLE service_eligibility (
    id uuid PRIMARY KEY,
    service_id uuid NOT NULL REFERENCES service,
    as_of date NOT NULL,
    source text NOT NULL CHECK (length(source) BETWEEN 1 AND 400),
    criteria jsonb NOT NULL CHECK (jsonb_typeof(criteria) = 'array'),
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL
  );
  CREATE INDEX service_eligibility_newest ON service_eligibility (service_id, as_of DESC, created_at DESC, id DESC);

  -- Places as somebody counted them.
  CREATE TABLE service_capacity (
    id uuid PRIMARY KEY,
    service_id uuid NOT NULL REFERENCES service,
    places integer CHECK (places BETWEEN 0 AND 10000),
    free integer NOT NULL CHECK (free BETWEEN 0 AND 10000 AND free <= coalesce(places, free)),
    waiting integer CHECK (waiting BETWEEN 0 AND 100000),
    confirmed_at timestamptz NOT NULL,
    confirmed_by uuid NOT NULL
  );
  CREATE INDEX service_capacity_newest ON service_capacity (service_id, confirmed_at DESC, id DESC);
`;

/** Who looks after what an organisation says of its services. The permission \`service:manage\` names the same roles. */
const LOOKS_AFTER = `(SELECT app_role()) IN ('intake_worker', 'coordinator', 'administrator')`;
const OURS = `${LOOKS_AFTER} AND organisation_id = (SELECT app_organisation())`;

const ofOurService = (table: string) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON ${table} TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY directory ON ${table} FOR SELECT TO throughline_app USING (true);
  CREATE POLICY said ON ${table} FOR INSERT TO throughline_app WITH CHECK (
    ${table === 'service_capacity' ? 'confirmed_by' : 'created_by'} = (SELECT app_membership()) AND ${LOOKS_AFTER}
    AND EXISTS (SELECT FROM service s WHERE s.id = service_id AND s.organisation_id = (SELECT app_organisation())
      AND s.closed_at IS NULL));
  GRANT SELECT, INSERT ON ${table} TO throughline_app;`;

const POLICIES = `
  ALTER TABLE service ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY owner ON service TO throughline_owner USING (true) WITH CHECK (true);
  CREATE POLICY directory ON service FOR SELECT TO throughline_app USING (true);
  CREATE POLICY ours_insert ON service FOR INSERT TO throughline_app WITH CHECK (${OURS});
  CREATE POLICY ours_update ON service FOR UPDATE TO throughline_app USING (${OURS});
  GRANT SELECT, INSERT ON service TO throughline_app;
  GRANT UPDATE (name, about, languages, referred_by, length_days, intake_rhythm, monthly_cost, effect_on_income, effect_on_housing,
    oat_inside, oat_after, readmission, call_in_every_days, capacity_holds_hours, updated_at, closed_at, version)
    ON service TO throughline_app;
  ${ofOurService('service_eligibility')}
  ${ofOurService('service_capacity')}
`;
