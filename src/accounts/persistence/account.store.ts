import { Injectable } from '@nestjs/common';
import type { Role } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { Choice } from '../domain/session.js';

/** What signing in needs to know of an account. Nothing of it ever leaves this feature. */
export interface Account {
  readonly id: Id;
  readonly email: string;
  readonly displayName: string;
  readonly disabled: boolean;
  readonly passwordHash: string | null;
  readonly passwordChangedAt: string | null;
}

const ACCOUNT = `SELECT p.id, p.email, p.display_name AS "displayName", p.disabled_at IS NOT NULL AS disabled,
    c.password_hash AS "passwordHash", c.changed_at AS "passwordChangedAt"
  FROM staff p LEFT JOIN credential c ON c.staff_id = p.id`;
const BY_EMAIL: Statement = { name: 'account-by-email', text: `${ACCOUNT} WHERE p.email = $1` };
const LOCKED: Statement = { name: 'account-locked', text: `${ACCOUNT} WHERE p.id = $1 FOR NO KEY UPDATE OF p` };

const CHOICES: Statement = {
  name: 'account-choices',
  text: `SELECT m.id AS "membershipId", m.role, o.id AS "organisationId", o.name AS organisation
    FROM membership m JOIN organisation o ON o.id = m.organisation_id AND o.closed_at IS NULL
    WHERE m.staff_id = $1 AND m.ended_at IS NULL ORDER BY m.started_at, m.id`,
};

const SAVE_PASSWORD = `INSERT INTO credential (staff_id, password_hash, changed_at) VALUES ($1, $2, $3)
  ON CONFLICT (staff_id) DO UPDATE SET password_hash = $2, changed_at = $3`;
/** Only in place of the hash that was verified: a password that was changed meanwhile stays changed. */
const REHASH = 'UPDATE credential SET password_hash = $2 WHERE staff_id = $1 AND password_hash = $3';
const ADMINISTRATORS = `SELECT FROM membership m JOIN staff p ON p.id = m.staff_id
  WHERE m.role = 'administrator' AND m.ended_at IS NULL AND p.disabled_at IS NULL AND p.activated_at IS NOT NULL LIMIT 1`;

@Injectable()
export class AccountStore {
  async byEmail(tx: Transaction, email: string): Promise<Account | undefined> {
    return (await tx.query<Account>(BY_EMAIL, [email]))[0];
  }

  /** Whoever changes what an account can do takes turns with whoever signs in to it. */
  async lock(tx: Transaction, id: Id): Promise<Account | undefined> {
    return (await tx.query<Account>(LOCKED, [id]))[0];
  }

  /** The memberships that stand, oldest first. */
  choicesOf(tx: Transaction, id: Id): Promise<readonly Choice[]> {
    return tx.query<Choice & { role: Role }>(CHOICES, [id]);
  }

  /** With its first password the account is activated. */
  async savePassword(tx: Transaction & { now: string }, id: Id, hash: string): Promise<void> {
    await tx.query(SAVE_PASSWORD, [id, hash, tx.now]);
  }

  async rehash(tx: Transaction, id: Id, change: { readonly from: string; readonly to: string }): Promise<void> {
    await tx.query(REHASH, [id, change.to, change.from]);
  }

  /** Whether anybody at all can administer this installation. */
  async anyAdministrator(tx: Transaction): Promise<boolean> {
    return (await tx.query(ADMINISTRATORS)).length > 0;
  }
}
