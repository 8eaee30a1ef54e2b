import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import type { CareTeamMember } from '../domain/care-team.js';
import { CareTeamMemberRow } from './care-team-member.row.js';

/** A member with what the staff directory says of them. */
export interface NamedMember extends CareTeamMember {
  readonly workerName: string;
  readonly role: string;
}

export interface JoiningWorker {
  readonly id: Id;
  readonly organisationId: Id;
  readonly role: string;
}

export const READ_TEAM: Statement = {
  name: 'care-team-read',
  text: `SELECT t.id, t.client_id AS "clientId", t.class, t.membership_id AS "membershipId", t.is_primary AS "isPrimary",
      t.started_at AS "startedAt", t.ended_at AS "endedAt", t.ended_because AS "endedBecause", t.created_by AS "createdBy",
      t.version, p.display_name AS "workerName", m.role
    FROM care_team_member t JOIN membership m ON m.id = t.membership_id JOIN staff p ON p.id = m.staff_id
    WHERE t.client_id = ANY ($1) ORDER BY t.ended_at DESC NULLS FIRST, t.is_primary DESC, t.started_at, t.id`,
};
/** Shared with whoever else adds this worker; not beside the end of the membership. */
const JOINING: Statement = {
  name: 'care-team-joining',
  text: `SELECT id, organisation_id AS "organisationId", role FROM membership WHERE id = $1 AND ended_at IS NULL FOR SHARE`,
};
const MAY_JOIN: Statement = { name: 'care-team-may-join', text: 'SELECT worker_may_join($1, $2) AS may' };
/** Two changes to one team take turns; the same turn that computing her grants takes. */
const TURN: Statement = {
  name: 'care-team-turn',
  text: 'SELECT pg_advisory_xact_lock(hashtextextended($1::text, 7))',
};

@Injectable()
export class CareTeamStore {
  /** Everybody who is or was on the team: who is on it first, the primary worker first of these. */
  of(tx: Transaction, clients: readonly Id[]): Promise<NamedMember[]> {
    return tx.query<NamedMember>(READ_TEAM, [clients]);
  }

  /** A standing membership, kept standing until this transaction ends. */
  async joining(tx: Transaction, membershipId: Id): Promise<JoiningWorker | undefined> {
    const [worker] = await tx.query<JoiningWorker>(JOINING, [membershipId]);
    return worker;
  }

  /** Whether the worker is of the house that keeps her record, or her consent lets them see something of her now. */
  async mayJoin(tx: Transaction, membershipId: Id, clientId: Id): Promise<boolean> {
    return (await tx.query<{ may: boolean }>(MAY_JOIN, [membershipId, clientId]))[0]?.may ?? false;
  }

  async takeTurn(tx: Transaction, clientId: Id): Promise<void> {
    await tx.query(TURN, [clientId]);
  }

  async add(tx: Transaction, row: CareTeamMember): Promise<void> {
    await tx.entities.insert(CareTeamMemberRow, row);
  }

  /** False when somebody else changed it first. */
  async change(
    tx: Transaction,
    { id, version }: Pick<CareTeamMember, 'id' | 'version'>,
    to: Partial<CareTeamMember>,
  ): Promise<boolean> {
    const { affected } = await tx.entities.update(CareTeamMemberRow, { id, version }, { ...to, version: version + 1 });
    return affected === 1;
  }
}
