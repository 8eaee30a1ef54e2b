import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is told of what is done with a referral, under which consent one may go, and what happens when that consent ends. */
export class ReferralsToldAndEnded1764000095500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TELLING);
    await runner.query(AGREEING);
    await runner.query(AS_IT_STOOD(BY_WHO_SENDS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${AS_IT_STOOD('')}
      DROP TRIGGER consent_ends_sharing ON consent;
      DROP FUNCTION end_sharing_after_consent, end_sharing, consent_for_referral;
      DROP FUNCTION tell_of_referral;
    `);
  }
}

const TELLING = `
  -- Tells the other side of what was just done with a referral: who asked for it there, or else its coordinators; and at
  -- the receiver those who take in. It names the referral and nobody. Only whoever just did it can call it.
  CREATE FUNCTION tell_of_referral(wanted uuid, what text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE r referral := (SELECT ROW(k.*)::referral FROM referral k WHERE k.id = wanted
    AND k.updated_by IS NOT DISTINCT FROM app_membership() AND k.updated_at = app_now());
  BEGIN
    IF r.id IS NULL THEN
      RAISE EXCEPTION 'nobody tells of what they did not do' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO notice (id, membership_id, kind, source_kind, source_id, occasion, state, created_at, created_by, version)
      SELECT gen_random_uuid(), m.id, what, 'referral', r.id, r.version::text, 'unread', app_now(), app_membership(), 1
        FROM membership m
       WHERE m.ended_at IS NULL AND m.id IS DISTINCT FROM app_membership() AND (
         (m.organisation_id = r.sender_organisation_id AND CASE WHEN EXISTS (SELECT FROM membership asked
             WHERE asked.id = r.requested_by AND asked.ended_at IS NULL)
           THEN m.id = r.requested_by ELSE m.role = 'coordinator' OR (r.caller_id IS NOT NULL AND m.role = 'line_operator') END)
         OR (m.organisation_id = r.receiver_organisation_id AND r.sent_at IS NOT NULL AND m.role IN ('intake_worker', 'coordinator')))
      ON CONFLICT DO NOTHING;
  END $$;
  GRANT EXECUTE ON FUNCTION tell_of_referral TO throughline_app;
`;

const AGREEING = `
  -- The consent in force under which this may go to them, for whoever writes on her record: also where they do not keep it
  -- and so read none of her consents. What she said no to towards all of them is no more agreed to.
  CREATE FUNCTION consent_for_referral(subject uuid, receiver uuid, shared text[], wanted uuid)
  RETURNS TABLE (id uuid, until timestamptz, recipient_kind text, recipient_role text, recipient_membership_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id, c.valid_until, c.recipient_kind, c.recipient_role, c.recipient_membership_id FROM consent c
     WHERE c.client_id = subject AND c.decision = 'permit' AND c.state = 'active' AND c.recipient_organisation_id = receiver
       AND shared <@ c.classes::text[] AND (wanted IS NULL OR c.id = wanted)
       AND c.valid_from <= app_now() AND (c.valid_until IS NULL OR c.valid_until > app_now())
       AND NOT EXISTS (SELECT FROM consent d WHERE d.client_id = subject AND d.decision = 'deny' AND d.state = 'active'
         AND d.recipient_organisation_id = receiver AND d.recipient_kind = 'organisation' AND d.classes::text[] && shared
         AND d.valid_from <= app_now() AND (d.valid_until IS NULL OR d.valid_until > app_now()))
       AND writes_class(subject, 'coordination')
     ORDER BY c.reach = 'record', c.valid_until DESC NULLS FIRST, c.created_at, c.id LIMIT 1 $$;
  GRANT EXECUTE ON FUNCTION consent_for_referral TO throughline_app;

  -- What these shared is shared no more, since now or since the day that she set: each says so in its own history, and is
  -- its sender's to go on with. None of them is closed by it. Of two who end one the second finds it ended.
  CREATE FUNCTION end_sharing(wanted uuid[]) RETURNS SETOF referral LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE r referral;
  BEGIN
    FOR r IN UPDATE referral SET agreement_ended_at = least(agreed_until, app_now()),
        next_step_by = CASE WHEN is_ended THEN next_step_by ELSE app_now() END,
        updated_at = app_now(), updated_by = app_membership(), version = version + 1
        WHERE id = ANY (wanted) AND sent_at IS NOT NULL AND agreement_ended_at IS NULL RETURNING * LOOP
      INSERT INTO referral_move (id, referral_id, client_id, caller_id, round, move, from_state, to_state, party, by_membership, at, version)
        VALUES (gen_random_uuid(), r.id, r.client_id, r.caller_id, r.round, 'sharing_ended', r.state, r.state,
          CASE WHEN app_membership() IS NULL THEN 'client' WHEN app_organisation() = r.receiver_organisation_id
            AND r.receiver_organisation_id <> r.sender_organisation_id THEN 'receiver' ELSE 'sender' END,
          app_membership(), app_now(), r.version);
      INSERT INTO notice (id, membership_id, kind, source_kind, source_id, occasion, state, created_at, created_by, version)
        SELECT gen_random_uuid(), m.id, 'referral_sharing_ended', 'referral', r.id, r.version::text, 'unread', app_now(),
            coalesce(app_membership(), app_link()), 1
          FROM membership m WHERE m.ended_at IS NULL AND m.id IS DISTINCT FROM app_membership() AND NOT r.is_ended
            AND m.organisation_id = r.sender_organisation_id AND CASE WHEN EXISTS (SELECT FROM membership asked
                WHERE asked.id = r.requested_by AND asked.ended_at IS NULL) THEN m.id = r.requested_by ELSE m.role = 'coordinator' END
        ON CONFLICT DO NOTHING;
      RETURN NEXT r;
    END LOOP;
  END $$;
  CREATE FUNCTION end_sharing_after_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM end_sharing(ARRAY(SELECT id FROM referral WHERE consent_id = NEW.id));
    RETURN NULL;
  END $$;
  CREATE TRIGGER consent_ends_sharing AFTER UPDATE ON consent FOR EACH ROW
    WHEN (OLD.state = 'active' AND NEW.state <> 'active') EXECUTE FUNCTION end_sharing_after_consent();
`;

/** Whoever sends under a consent, which others keep, keeps a copy of what it said. */
const AS_IT_STOOD = (also: string) => `
  CREATE OR REPLACE FUNCTION consent_as_it_stood(wanted uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS
    $$ BEGIN
      RETURN (SELECT to_jsonb(c) - 'words' - 'end_words' FROM consent c WHERE c.id = wanted AND EXISTS (SELECT FROM access_grant g
        WHERE g.client_id = c.client_id AND (g.basis = 'consent' AND g.basis_id = c.id${also}) AND g.grantee_id = ANY (app_grantees())
        AND g.valid_from <= app_now() AND (g.valid_until IS NULL OR g.valid_until > app_now())
        AND (g.purposes IS NULL OR app_purpose() = ANY (g.purposes))));
    END $$;`;
const BY_WHO_SENDS = ` OR g.scope_id IS NULL AND 'coordination' = ANY (g.write_classes)`;
