import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever ends a stay may not know whether naloxone went along or what somebody was told, and is not asked either where the
 * stay ended with a death. Nobody owes somebody who died the news. What began by mistake is taken back to the next date.
 * And where the receiver is no longer there, the sender ends what they cannot.
 */
export class WhatIsToldOfAnEndIsTrue1764000100200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE stay DROP CONSTRAINT stay_check1, DROP CONSTRAINT stay_naloxone_check,
        ADD CONSTRAINT stay_naloxone_check CHECK (naloxone IN ('given', 'has_one', 'offered_not_wanted', 'not_offered', 'not_known')),
        -- What was told of somebody who died before this was asked otherwise stands as it was told.
        ADD CONSTRAINT stay_check1 CHECK ((state = 'ended') = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (because IS NULL)
          AND (ended_at IS NOT NULL OR naloxone IS NULL) AND (ended_at IS NULL OR because = 'deceased' OR naloxone IS NOT NULL)
          AND (told_of_lower_tolerance IS NULL OR naloxone IS NOT NULL));
      ${owesAnew(`known_to_client_at IS NULL AND because IS DISTINCT FROM 'deceased'`)}
      INSERT INTO referral_step (move, from_state, to_state, party, of_caller, once_unshared)
        SELECT 'take_back_start', 'in_progress', 'next_date_owed', party, false, false FROM unnest('{sender,receiver,outside}'::text[]) party;
      ${isStep(
        `
        OR EXISTS (SELECT FROM organisation o WHERE o.id = $1.receiver_organisation_id AND o.closed_at IS NOT NULL)
        OR EXISTS (SELECT FROM service v WHERE v.id = $1.service_id AND v.closed_at IS NOT NULL)`,
        PLANNED,
      )}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${isStep('', IN_SQL)}
      DELETE FROM referral_step WHERE move = 'take_back_start';
      ${owesAnew('known_to_client_at IS NULL')}
      ALTER TABLE stay DROP CONSTRAINT stay_check1, DROP CONSTRAINT stay_naloxone_check,
        ADD CONSTRAINT stay_naloxone_check CHECK (naloxone IN ('given', 'has_one', 'offered_not_wanted', 'not_offered')) NOT VALID,
        ADD CONSTRAINT stay_check1 CHECK ((state = 'ended') = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (because IS NULL)
          AND (ended_at IS NULL) = (naloxone IS NULL) AND (ended_at IS NULL) = (told_of_lower_tolerance IS NULL)) NOT VALID;
    `);
  }
}

interface Form {
  readonly language: string;
  readonly before: string;
  readonly after: string;
}
const IN_SQL: Form = { language: 'sql', before: 'SELECT', after: '' };
/** Planned once a session, and not at each call: planning took four times as long as the answer. */
const PLANNED: Form = { language: 'plpgsql', before: 'BEGIN RETURN', after: '; END' };

/** PostgreSQL 15 changes no expression of a column: it is made anew, and with it every index that it stands in. */
const owesAnew = (clientHasToKnow: string): string => `
  ALTER TABLE referral DROP COLUMN owes;
  ALTER TABLE referral ADD COLUMN owes text NOT NULL GENERATED ALWAYS AS (${owes(clientHasToKnow)}) STORED;
  ${boxed('received', 'receiver', 'sender')} ${boxed('sent', 'sender', 'receiver')}`;

const boxed = (box: string, ours: string, others: string): string => `
  CREATE INDEX referral_${box} ON referral (${ours}_organisation_id, owes, (coalesce(next_step_by, 'infinity')), id) WHERE owes <> 'nobody';
  CREATE INDEX referral_${box}_counted ON referral (${ours}_organisation_id, owes, state)
    INCLUDE (next_step_by, id, client_id, class, caller_id, sent_at, agreement_ended_at, ended_at, ${others}_organisation_id)
    WHERE owes <> 'nobody';`;

const owes = (clientHasToKnow: string): string => `CASE
  WHEN state = 'entered_in_error' THEN 'nobody'
  WHEN state IN ('declined', 'completed', 'left_early', 'withdrawn', 'stopped')
    THEN CASE WHEN known_to_sender_at IS NULL OR (${clientHasToKnow}) THEN 'sender' ELSE 'nobody' END
  WHEN agreement_ended_at IS NOT NULL OR state IN ('drafted', 'info_requested', 'date_offered', 'preadmission_pending', 'date_not_attended') THEN 'sender'
  ELSE 'receiver' END`;

/** As `1764000099200-referral-sides` made it. @param also when the other side can no longer take it */
const isStep = (also: string, { language, before, after }: Form): string => `
  CREATE OR REPLACE FUNCTION is_step_of_referral(r referral, to_state text, move text DEFAULT NULL, party text DEFAULT NULL) RETURNS boolean
  LANGUAGE ${language} STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    ${before} EXISTS (SELECT FROM referral_step s WHERE s.from_state = $1.state AND s.to_state = $2
      AND ($3 IS NULL OR s.move = $3) AND ($4 IS NULL OR s.party = $4) AND (s.of_caller OR $1.client_id IS NOT NULL)
      AND (NOT s.once_unshared OR $1.agreement_ended_at IS NOT NULL OR $1.agreed_until <= app_now()
        OR num_nonnulls($1.consent_id, $1.agreed_at) = 0${also})
      AND stands_in_referral($1, s.party))${after} $$;`;
