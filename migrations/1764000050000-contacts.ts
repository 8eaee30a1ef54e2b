import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contacts of a worker with a client, and what she answered in them, each answer with a class of its own. */
export class Contacts1764000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CODES);
    await runner.query(CONTACT);
    await runner.query(ANSWER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE contact_answer, contact;
      DROP DOMAIN contact_channel, contact_started_by, contact_outcome, contact_setting, contact_purposes, contact_actions, contact_accompanied_to, contact_accompaniment, contact_standing;
    `);
  }
}

const CODES = `
  -- Domains and not CHECKs of the table: PostgreSQL keeps a domain's check ready, and reads a table's anew in every
  -- statement (86 of 338 microseconds for one contact).
  CREATE DOMAIN contact_channel AS text CHECK (VALUE IN ('in_person', 'phone', 'text', 'video', 'email', 'letter', 'through_person', 'other'));
  CREATE DOMAIN contact_started_by AS text CHECK (VALUE IN ('client', 'worker', 'third_party'));
  CREATE DOMAIN contact_outcome AS text CHECK (VALUE IN ('reached', 'no_answer', 'left_safe_message', 'wrong_number', 'not_safe_to_talk', 'other'));
  CREATE DOMAIN contact_setting AS text CHECK (VALUE IN ('street', 'clinic', 'home', 'shelter', 'pharmacy', 'hospital', 'residence', 'corrections',
      'vehicle', 'community', 'online', 'other'));
  CREATE DOMAIN contact_purposes AS text[] CHECK (VALUE <@ ARRAY['check_in', 'outreach', 'warm_outreach', 'getting_to_know',
      'system_navigation', 'visit_preparation', 'accompaniment', 'needs', 'warm_handover', 'planning', 'other']);
  CREATE DOMAIN contact_actions AS text[] CHECK (VALUE <@ ARRAY['listened', 'gave_information', 'made_call_together', 'booked_appointment',
      'moved_appointment', 'filled_form_together', 'offered_referral', 'warm_handover', 'arranged_transport', 'gave_food', 'gave_clothing', 'helped_with_phone',
      'helped_with_identity_document', 'helped_with_income', 'helped_with_housing', 'agreed_on_reminder', 'other']);
  CREATE DOMAIN contact_accompanied_to AS text CHECK (VALUE IN ('appointment', 'pharmacy', 'housing', 'income_office', 'court', 'hospital',
      'identity_office', 'bank', 'residential_programme', 'family', 'other'));
  CREATE DOMAIN contact_accompaniment AS text CHECK (VALUE IN ('together', 'met_there', 'goes_alone'));
  CREATE DOMAIN contact_standing AS text CONSTRAINT contact_state CHECK (VALUE IN ('standing', 'retracted'));
  -- What tells of substances or of mental health is no code of a contact, which whoever coordinates reads: it is kept
  -- beside it, like the answers.
`;

const CONTACT = `
  CREATE TABLE contact (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL CHECK (class = 'coordination'),
    author_id uuid NOT NULL REFERENCES membership,
    channel contact_channel NOT NULL,
    started_by contact_started_by NOT NULL,
    outcome contact_outcome NOT NULL,
    happened_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    minutes smallint CHECK (minutes BETWEEN 0 AND 1440),
    setting contact_setting,
    purposes contact_purposes NOT NULL,
    actions contact_actions NOT NULL,
    accompanied_to contact_accompanied_to,
    -- The way from going together to going alone.
    accompaniment contact_accompaniment,
    prepared_visit boolean NOT NULL,
    -- That the worker shared own experience; never what.
    experience_shared boolean NOT NULL,
    -- The tasks that this contact opened.
    follow_ups uuid[] NOT NULL,
    -- Retracted: it was somebody else's, or nobody's. It stays, marked.
    state contact_standing NOT NULL,
    words bytea,
    version integer NOT NULL CHECK (version > 0),
    CHECK ((accompanied_to IS NULL) = (accompaniment IS NULL))
  );
  CREATE INDEX contact_of_client ON contact (client_id, happened_at, id);

  -- Whose it is, who wrote it and when it was first recorded never change.
  CALL protect_client_table('contact', may_change => '{channel,started_by,outcome,happened_at,minutes,setting,purposes,actions,
    accompanied_to,accompaniment,prepared_visit,experience_shared,state,words,version}');
  -- Whoever was there writes it down and amends it; others add a contact of their own.
  CREATE POLICY author_writes ON contact AS RESTRICTIVE FOR INSERT TO throughline_app
    WITH CHECK (author_id = (SELECT app_membership()));
  CREATE POLICY author_amends ON contact AS RESTRICTIVE FOR UPDATE TO throughline_app
    USING (author_id = (SELECT app_membership()));
  CALL keep_history('contact');
`;

/** The contact is the author's own, and the author may still write contacts of this client. */
const OWN_CONTACT = `EXISTS (SELECT FROM contact c WHERE c.id = contact_answer.contact_id AND c.client_id = contact_answer.client_id
      AND c.author_id = (SELECT app_membership()))
    AND EXISTS (SELECT FROM access_grant g WHERE g.client_id = contact_answer.client_id AND g.scope_id IS NULL
      AND g.valid_from <= (SELECT app_now()) AND (g.valid_until IS NULL OR g.valid_until > (SELECT app_now()))
      AND g.grantee_id = ANY ((SELECT app_grantees())::uuid[]) AND 'coordination' = ANY (g.write_classes))`;

const ANSWER = `
  -- What she answered, three-valued: unknown is an answer, and no row means that nobody asked. And what was done that says
  -- more than the contact may: then the answer is yes. Each row has versions of its own, so that a change of it shows to
  -- nobody who may not read it; one that came later than its contact begins at 2.
  CREATE TABLE contact_answer (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    class data_class NOT NULL,
    contact_id uuid NOT NULL REFERENCES contact,
    question text NOT NULL,
    answer text NOT NULL CHECK (answer IN ('yes', 'no', 'unknown', 'not_asked')),
    -- Kits that were given.
    amount smallint CHECK (amount IS NULL OR question = 'naloxone_given' AND amount BETWEEN 1 AND 50),
    words bytea,
    version integer NOT NULL CHECK (version > 0),
    UNIQUE (contact_id, question),
    CHECK (class = CASE
      WHEN question IN ('mood_low', 'sleep_poor', 'feels_unsafe', 'purpose_crisis_support', 'action_looked_at_safety_plan')
        THEN 'mental_health'
      WHEN question IN ('cravings', 'withdrawal', 'substance_use_today', 'purpose_harm_reduction', 'purpose_overdose_follow_up',
        'action_harm_reduction_supplies', 'action_naloxone_training', 'naloxone_offered', 'naloxone_given', 'naloxone_has_kit')
        THEN 'substance_use'
      WHEN question IN ('needs_place_tonight', 'needs_food') THEN 'coordination' END)
  );

  -- Read by class. Written by whoever wrote the contact, also where they may not read the class: she told them. To amend
  -- an answer takes reading it, since an UPDATE finds only rows that the reading policy shows.
  CALL protect_client_table('contact_answer', '{SELECT}');
  CREATE POLICY author_writes ON contact_answer FOR INSERT TO throughline_app WITH CHECK (${OWN_CONTACT});
  CREATE POLICY author_amends ON contact_answer FOR UPDATE TO throughline_app USING (${OWN_CONTACT}) WITH CHECK (${OWN_CONTACT});
  GRANT INSERT, UPDATE (answer, amount, words, version) ON contact_answer TO throughline_app;
  CALL keep_history('contact_answer');
`;
