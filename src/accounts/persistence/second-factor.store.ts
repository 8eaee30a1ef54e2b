import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { SecondFactor } from '../domain/second-factor.js';

type Now = Transaction & { readonly now: string };

/** `last_step` is a bigint, which pg would give as text. */
const FACTOR = `SELECT id, staff_id AS "staffId", key_id AS "keyId",
    coalesce(codes_key_id, key_id) AS "codesKeyId", secret, confirmed_at AS "confirmedAt",
    last_step::float8 AS "lastStep"
  FROM second_factor WHERE staff_id = $1 AND ended_at IS NULL AND confirmed_at IS`;
const STANDING: Statement = { name: 'second-factor-standing', text: `${FACTOR} NOT NULL` };
const WAITING: Statement = { name: 'second-factor-waiting', text: `${FACTOR} NULL` };
const BEGIN = 'INSERT INTO second_factor (id, staff_id, key_id, secret, made_at) VALUES ($1, $2, $3, $4, $5)';
const END = `UPDATE second_factor SET secret = NULL, ended_at = $2, ended_because = $3
  WHERE id = $1 AND ended_at IS NULL RETURNING id`;
const CONFIRM = 'UPDATE second_factor SET confirmed_at = $2, last_step = $3 WHERE id = $1';
/** Compared here as well: of two who show one code at once, the second finds it taken. */
const TAKE_STEP = `UPDATE second_factor SET last_step = $2 WHERE id = $1 AND ended_at IS NULL AND last_step < $2 RETURNING id`;
const GIVE_CODES = `INSERT INTO recovery_code (factor_id, hash, made_at) SELECT $1, h, $3 FROM unnest($2::bytea[]) h`;
const CODES_UNDER = 'UPDATE second_factor SET codes_key_id = $2 WHERE id = $1 AND codes_key_id IS DISTINCT FROM $2';
const WITHDRAW_CODES = `UPDATE recovery_code SET withdrawn_at = $2
  WHERE factor_id = $1 AND used_at IS NULL AND withdrawn_at IS NULL`;
const USE_CODE = `UPDATE recovery_code SET used_at = $3
  WHERE factor_id = $1 AND hash = $2 AND used_at IS NULL AND withdrawn_at IS NULL RETURNING factor_id`;
const WAS_USED = 'SELECT FROM recovery_code WHERE factor_id = $1 AND hash = $2 AND used_at IS NOT NULL';
const CODES_LEFT = `SELECT count(*)::int AS left FROM recovery_code
  WHERE factor_id = $1 AND used_at IS NULL AND withdrawn_at IS NULL`;
const VERIFY = 'UPDATE session SET verified_at = $2 WHERE id = $1';
const RESET = 'SELECT reset_second_factor($1) AS reset';
/** To each of her memberships in the organisation of whoever reset it. */
const TELL_OF_RESET = `SELECT tell(m.id, m.organisation_id, NULL, 'second_factor_reset', 'staff', m.staff_id, NULL, NULL, $2)
  FROM membership m WHERE m.staff_id = $1 AND m.organisation_id = app_organisation() AND m.ended_at IS NULL`;

@Injectable()
export class SecondFactorStore {
  async standing(tx: Transaction, staffId: Id): Promise<SecondFactor | undefined> {
    return (await tx.query<SecondFactor>(STANDING, [staffId]))[0];
  }

  async waiting(tx: Transaction, staffId: Id): Promise<SecondFactor | undefined> {
    return (await tx.query<SecondFactor>(WAITING, [staffId]))[0];
  }

  async begin(
    tx: Now,
    { id, staffId, keyId, secret }: Pick<SecondFactor, 'id' | 'staffId' | 'keyId' | 'secret'>,
  ): Promise<void> {
    await tx.query(BEGIN, [id, staffId, keyId, secret, tx.now]);
  }

  /** Its secret is gone with it. */
  async end(tx: Now, id: Id, because: 'replaced' | 'removed' | 'begun_again' | 'reset'): Promise<void> {
    await tx.query(END, [id, tx.now, because]);
  }

  async confirm(tx: Now, id: Id, step: number): Promise<void> {
    await tx.query(CONFIRM, [id, tx.now, step]);
  }

  /** @returns false when this step, or one after it, has been taken */
  async takeStep(tx: Transaction, id: Id, step: number): Promise<boolean> {
    return (await tx.query(TAKE_STEP, [id, step])).length > 0;
  }

  /** In place of those before. */
  async giveCodes(
    tx: Now,
    { id, keyId }: Pick<SecondFactor, 'id' | 'keyId'>,
    hashes: readonly Buffer[],
  ): Promise<void> {
    await tx.query(WITHDRAW_CODES, [id, tx.now]);
    await tx.query(GIVE_CODES, [id, hashes, tx.now]);
    await tx.query(CODES_UNDER, [id, keyId]);
  }

  async useCode(tx: Now, factorId: Id, hash: Buffer): Promise<boolean> {
    return (await tx.query(USE_CODE, [factorId, hash, tx.now])).length > 0;
  }

  async wasUsed(tx: Transaction, factorId: Id, hash: Buffer): Promise<boolean> {
    return (await tx.query(WAS_USED, [factorId, hash])).length > 0;
  }

  async codesLeft(tx: Transaction, factorId: Id): Promise<number> {
    return (await tx.query<{ left: number }>(CODES_LEFT, [factorId]))[0]?.left ?? 0;
  }

  /** The session has shown it, as of now. */
  async verify(tx: Now, sessionId: Id): Promise<void> {
    await tx.query(VERIFY, [sessionId, tx.now]);
  }

  /** @returns whether there was one; her sessions are over in any case, and she is told */
  async reset(tx: Now, staffId: Id): Promise<boolean> {
    const [done] = await tx.query<{ reset: boolean }>(RESET, [staffId]);
    await tx.query(TELL_OF_RESET, [staffId, tx.now]);
    return done?.reset ?? false;
  }
}
