import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { LegalHold } from '../domain/legal-hold.js';
import type { LegalHoldState } from '../domain/legal-hold.lifecycle.js';

const COLUMNS = `id, client_id AS "clientId", organisation_id AS "organisationId", state, because, placed_at AS "placedAt",
  placed_by AS "placedBy", lifted_because AS "liftedBecause", lifted_at AS "liftedAt", lifted_by AS "liftedBy", version`;

export interface HoldFilter {
  readonly clientId?: Id;
  readonly state?: LegalHoldState;
}

/** Row-level security shows those of the own organisation, to who answers for its records. */
@Injectable()
export class LegalHoldStore {
  /** Takes turns with an erasure of the same record. @returns false where there is no such record here */
  async lockRecord(tx: Transaction, clientId: Id): Promise<boolean> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7))', [clientId]);
    const [ours] = await tx.query<{ ours: boolean }>('SELECT record_is_ours($1) AS ours', [clientId]);
    return ours?.ours ?? false;
  }

  async add(tx: Transaction, hold: LegalHold): Promise<void> {
    const { id, clientId, organisationId, state, because, placedAt, placedBy, version } = hold;
    await tx.query(
      `INSERT INTO legal_hold (id, client_id, organisation_id, state, because, placed_at, placed_by, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, clientId, organisationId, state, because, placedAt, placedBy, version],
    );
  }

  async find(tx: Transaction, id: Id): Promise<LegalHold | undefined> {
    return (await tx.query<LegalHold>(`SELECT ${COLUMNS} FROM legal_hold WHERE id = $1`, [id]))[0];
  }

  async page(tx: Transaction, { clientId, state }: HoldFilter, page: PageRequest): Promise<Page<LegalHold>> {
    const [at = null, id = null] = page.after ?? [];
    const rows = await tx.query<LegalHold>(
      `SELECT ${COLUMNS} FROM legal_hold WHERE organisation_id = (SELECT app_organisation())
          AND ($1::uuid IS NULL OR client_id = $1) AND ($2::text IS NULL OR state = $2)
          AND ($3::timestamptz IS NULL OR (placed_at, id) < ($3, $4::uuid))
        ORDER BY placed_at DESC, id DESC LIMIT $5`,
      [clientId ?? null, state ?? null, at, id, page.limit + 1],
    );
    return pageOf(rows, page.limit, (last) => [last.placedAt, last.id]);
  }

  /** False when somebody else was faster. */
  async lift(tx: Transaction, hold: LegalHold): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE legal_hold SET state = $3, lifted_because = $4, lifted_at = $5, lifted_by = $6, version = version + 1
        WHERE id = $1 AND version = $2 RETURNING id`,
      [hold.id, hold.version - 1, hold.state, hold.liftedBecause, hold.liftedAt, hold.liftedBy],
    );
    return rows.length === 1;
  }
}
