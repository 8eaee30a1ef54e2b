import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lies in a box is counted from its index alone, past the sealed words of each row. And whose key of a caller is read
 * is looked up by that caller: without a comparison that is not an equality, PostgreSQL read every referral, link and
 * caller of the actor's house into hash tables for each statement that opens one.
 */
export class BoxesCountedAndKeysByIndex1764000099300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNTED);
    await runner.query(keysRead(' AND octet_length(caller_key.wrapped) > 0'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keysRead(''));
    await runner.query('DROP INDEX referral_received_counted, referral_sent_counted');
  }
}

/** With what row-level security asks for. */
const counted = (side: string, other: string): string => `
  CREATE INDEX referral_${side}_counted ON referral (${side === 'sent' ? 'sender' : 'receiver'}_organisation_id, owes, state)
    INCLUDE (next_step_by, id, client_id, class, caller_id, sent_at, agreement_ended_at, ended_at, ${other}_organisation_id)
    WHERE owes <> 'nobody';`;

const COUNTED = counted('received', 'sender') + counted('sent', 'receiver');

const keysRead = (also: string): string => `
  ALTER POLICY line_read ON caller_key USING (octet_length(wrapped) > 0 AND (SELECT app_role()) = 'line_operator'
    AND EXISTS (SELECT FROM caller c WHERE c.id = caller_key.caller_id AND c.organisation_id = (SELECT app_organisation())${also}));
  ALTER POLICY through_referral ON caller_key
    USING (octet_length(wrapped) > 0 AND EXISTS (SELECT FROM referral r WHERE r.caller_id = caller_key.caller_id${also}));
  ALTER POLICY linked_read ON caller_key USING (octet_length(wrapped) > 0 AND EXISTS (SELECT FROM caller_link l
    WHERE l.caller_id = caller_key.caller_id AND l.state = 'linked' AND 'remembered' = ANY (l.parts)${also}));`;
