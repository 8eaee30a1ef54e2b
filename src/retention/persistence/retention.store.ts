import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { RetentionApproval, RetentionDue } from '../domain/retention-approval.js';
import type { RetentionRule } from '../domain/retention-rules.js';

const APPROVAL = `id, rule, stated_on AS "statedOn", state, approved_at AS "approvedAt", approved_by AS "approvedBy",
  set_aside_at AS "setAsideAt", set_aside_by AS "setAsideBy", version`;

@Injectable()
export class RetentionStore {
  approvals(tx: Transaction): Promise<RetentionApproval[]> {
    return tx.query<RetentionApproval>(
      `SELECT ${APPROVAL} FROM retention_approval WHERE organisation_id = (SELECT app_organisation()) ORDER BY rule`,
    );
  }

  /** The numbers as they are approved go along: what acts is what somebody read. */
  async approve(tx: Tx, rule: RetentionRule): Promise<void> {
    await tx.query(
      `INSERT INTO retention_approval (id, organisation_id, rule, stated_on, covers, province, years, majority_age, state,
          approved_at, approved_by, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'approved', $9, $10, 1)
        ON CONFLICT (organisation_id, rule) DO UPDATE SET stated_on = excluded.stated_on, covers = excluded.covers,
          province = excluded.province, years = excluded.years, majority_age = excluded.majority_age, state = 'approved',
          approved_at = excluded.approved_at, approved_by = excluded.approved_by, set_aside_at = NULL, set_aside_by = NULL,
          version = retention_approval.version + 1`,
      [
        ...[newId(), tx.actor.organisationId, rule.code, rule.statedOn, rule.covers, rule.province],
        ...[rule.years, rule.majorityAge, tx.now, tx.actor.membershipId],
      ],
    );
  }

  async setAside(tx: Tx, rule: RetentionRule): Promise<void> {
    await tx.query(
      `UPDATE retention_approval SET state = 'set_aside', set_aside_at = $2, set_aside_by = $3, version = version + 1
        WHERE organisation_id = (SELECT app_organisation()) AND rule = $1`,
      [rule.code, tx.now, tx.actor.membershipId],
    );
  }

  /** The longest due first. */
  async due(tx: Transaction, page: PageRequest): Promise<Page<RetentionDue>> {
    const [at = null, id = null] = page.after ?? [];
    const rows = await tx.query<RetentionDue>(
      `SELECT client_id AS "clientId", rule, last_entry_at AS "lastEntryAt", due_at AS "dueAt", listed_at AS "listedAt"
         FROM retention_due WHERE organisation_id = (SELECT app_organisation())
          AND ($1::timestamptz IS NULL OR (due_at, client_id) > ($1, $2::uuid))
        ORDER BY due_at, client_id LIMIT $3`,
      [at, id, page.limit + 1],
    );
    return pageOf(rows, page.limit, (last) => [last.dueAt, last.clientId]);
  }
}

/** For role jobs, which reads no record itself. */
export const LIST_DUE = 'SELECT list_retention_due() AS listed';
