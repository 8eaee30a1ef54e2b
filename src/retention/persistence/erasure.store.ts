import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import { pageOf, type Page, type PageRequest } from '../../kernel/page.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { Erased, Erasure } from '../domain/erasure.js';
import type { ErasureState } from '../domain/erasure.lifecycle.js';

const COLUMNS = `e.id, e.client_id AS "clientId", e.caller_id AS "callerId", e.organisation_id AS "organisationId", e.state, e.because,
  e.requested_at AS "requestedAt", e.requested_by AS "requestedBy", e.requested_by_person AS "requestedByPerson",
  e.not_before AS "notBefore", e.decided_at AS "decidedAt", e.decided_by AS "decidedBy",
  e.decided_by_person AS "decidedByPerson", e.version,
  EXISTS (SELECT FROM legal_hold h WHERE h.client_id = e.client_id AND h.state = 'in_force') AS "isHeld"`;

/** Row-level security shows those of the own organisation, to who answers for its records. */
@Injectable()
export class ErasureStore {
  async add(tx: Transaction, erasure: Erasure): Promise<void> {
    const { id, clientId, callerId, organisationId, state, because, requestedAt, requestedBy } = erasure;
    await tx.query(
      `INSERT INTO erasure (id, client_id, caller_id, organisation_id, state, because, requested_at, requested_by,
        requested_by_person, not_before, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[id, clientId, callerId, organisationId, state, because, requestedAt, requestedBy],
        ...[erasure.requestedByPerson, erasure.notBefore, erasure.version],
      ],
    );
  }

  async find(tx: Transaction, id: Id): Promise<Erasure | undefined> {
    return (await tx.query<Erasure>(`SELECT ${COLUMNS} FROM erasure e WHERE e.id = $1`, [id]))[0];
  }

  /** Takes turns with whoever else decides on them or places a hold. @returns false where nobody such is known here */
  async lock(tx: Transaction, { clientId, callerId }: Erased): Promise<boolean> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7))', [clientId ?? callerId]);
    const [here] = await tx.query<{ known: boolean }>(
      `SELECT CASE WHEN $1::uuid IS NULL THEN EXISTS (SELECT FROM caller c WHERE c.id = $2) ELSE record_is_ours($1) END AS known`,
      [clientId, callerId],
    );
    return here?.known ?? false;
  }

  async stands(tx: Transaction, { clientId, callerId }: Erased): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM erasure WHERE (client_id = $1 OR caller_id = $2) AND state = 'requested'`,
      [clientId, callerId],
    );
    return rows.length > 0;
  }

  async isHeld(tx: Transaction, clientId: Id | null): Promise<boolean> {
    const rows = await tx.query(`SELECT 1 FROM legal_hold WHERE client_id = $1 AND state = 'in_force'`, [clientId]);
    return rows.length > 0;
  }

  async isDue(tx: Transaction, clientId: Id | null): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM retention_due WHERE client_id = $1', [clientId])).length > 0;
  }

  async page(tx: Transaction, state: ErasureState | undefined, page: PageRequest): Promise<Page<Erasure>> {
    const [at = null, id = null] = page.after ?? [];
    const rows = await tx.query<Erasure>(
      `SELECT ${COLUMNS} FROM erasure e WHERE e.organisation_id = (SELECT app_organisation())
          AND ($1::text IS NULL OR e.state = $1) AND ($2::timestamptz IS NULL OR (e.requested_at, e.id) < ($2, $3::uuid))
        ORDER BY e.requested_at DESC, e.id DESC LIMIT $4`,
      [state ?? null, at, id, page.limit + 1],
    );
    return pageOf(rows, page.limit, (last) => [last.requestedAt, last.id]);
  }

  /** The database asks again for two people, three days and no hold. */
  async carryOut(tx: Transaction, { id, clientId }: Erasure): Promise<void> {
    await tx.query(clientId === null ? 'SELECT erase_caller($1)' : 'SELECT erase_client($1)', [id]);
  }

  /** Declined or withdrawn. False when somebody else was faster. */
  async close(tx: Transaction, erasure: Erasure): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE erasure SET state = $3, decided_at = $4, decided_by = $5, decided_by_person = $6, version = version + 1
        WHERE id = $1 AND version = $2 AND state = 'requested' RETURNING id`,
      [
        ...[erasure.id, erasure.version - 1, erasure.state],
        ...[erasure.decidedAt, erasure.decidedBy, erasure.decidedByPerson],
      ],
    );
    return rows.length === 1;
  }
}
