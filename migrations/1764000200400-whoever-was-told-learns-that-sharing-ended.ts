import type { MigrationInterface, QueryRunner } from 'typeorm';

const endSharing = (alsoTold: string): string => `
  CREATE OR REPLACE FUNCTION end_sharing(wanted uuid[]) RETURNS SETOF referral LANGUAGE plpgsql SECURITY DEFINER
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
            AND ((m.organisation_id = r.sender_organisation_id AND CASE WHEN EXISTS (SELECT FROM membership asked
                WHERE asked.id = r.requested_by AND asked.ended_at IS NULL) THEN m.id = r.requested_by ELSE m.role = 'coordinator' END)${alsoTold})
        ON CONFLICT DO NOTHING;
      RETURN NEXT r;
    END LOOP;
  END $$;
`;

/** Those at the receiver who were told that it came: they see it no more, and keep no bed and no hour for it. */
const RECEIVER = `
            OR (m.organisation_id = r.receiver_organisation_id AND EXISTS (SELECT FROM notice n
              WHERE n.membership_id = m.id AND n.source_kind = 'referral' AND n.source_id = r.id))`;

/** What she shares no longer is told of on both sides, and nothing of whom it was. */
export class WhoeverWasToldLearnsThatSharingEnded1764000200400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(endSharing(RECEIVER));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(endSharing(''));
  }
}
