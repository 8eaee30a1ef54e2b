import { newId, type Id } from '../../src/kernel/ids.js';

/** One referral of a client to an organisation here, as its table holds it. */
export interface PlantedReferral {
  readonly id?: Id;
  readonly clientId: Id;
  readonly from: { readonly organisationId: Id; readonly membershipId: Id };
  readonly to: Id;
  readonly consentId: Id;
  readonly classes: readonly string[];
  readonly at: string;
  readonly state?: string;
  readonly endedAt?: string;
}

/** The tables' owner, as a connection or as a world plants. */
interface Owner {
  query(sql: string, values: unknown[]): Promise<unknown>;
}

/** The line of the history that goes with what was made. */
export const FIRST_MOVE = `INSERT INTO referral_move (id, referral_id, client_id, caller_id, round, move, to_state, party, by_membership, at, version)
  SELECT gen_random_uuid(), id, client_id, caller_id, round, 'draft', state, 'sender', created_by, created_at, version FROM made`;

const PLANT = `WITH made AS (INSERT INTO referral (id, client_id, asked_by, sender_organisation_id, requested_by, receiver_kind,
    receiver_organisation_id, asks_for, urgency, shared_classes, consent_id, state, round, state_since, sent_at, ended_at, words,
    created_at, created_by, updated_at, updated_by, version)
  VALUES ($1, $2, 'worker', $3, $4, 'organisation', $5, 'residential_programme', 'soon', $6, $7, $8, 1, $9,
    CASE WHEN $8 <> 'drafted' THEN $9::timestamptz END, $10, '\\x01', $9, $4, $9, $4, 1) RETURNING *) ${FIRST_MOVE}`;

/** Past the application: for what asks what a referral lets through, and not how it comes to be. */
export async function plantReferral(owner: Owner, referral: PlantedReferral): Promise<Id> {
  const { id = newId(), clientId, from, to, consentId, classes, at, state = 'sent', endedAt = null } = referral;
  const sender = [from.organisationId, from.membershipId];
  await owner.query(PLANT, [id, clientId, ...sender, to, classes, consentId, state, at, endedAt]);
  return id;
}
