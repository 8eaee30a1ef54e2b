import type { Statement } from '../../platform/database/transaction.js';

const FIELDS = `a.id, a.client_id AS "clientId", a.class, a.referral_id AS "referralId", a.service_id AS "serviceId", a.round,
  a.number, a.offered_for AS "offeredFor", a.zone, a.offered_by_channel AS "offeredByChannel", a.bed_id AS "bedId",
  a.answer_by AS "answerBy", a.before_others_because AS "beforeOthersBecause", a.state, a.outcome,
  a.confirmed_at AS "confirmedAt", a.confirmed_by_channel AS "confirmedByChannel", a.transport,
  a.accompanied_by AS "accompaniedBy", a.before_steps AS "beforeSteps", a.ended_at AS "endedAt",
  a.next_try_on AS "nextTryOn", a.words, a.created_at AS "createdAt", a.created_by AS "createdBy",
  a.updated_at AS "updatedAt", a.updated_by AS "updatedBy", a.version`;

const select = (rest: string): string =>
  `SELECT ${FIELDS}, k.wrapped FROM attempt a JOIN sealing_key k ON k.client_id = a.client_id ${rest}`;

export const ATTEMPT: Statement = { name: 'attempt', text: select('WHERE a.id = $1') };

/** The one that is offered or confirmed; there is never a second. */
export const LIVE_ATTEMPT: Statement = {
  name: 'attempt-live',
  text: select(`WHERE a.referral_id = $1 AND a.state IN ('offered', 'confirmed')`),
};

/** In the order in which they were offered. */
export const ATTEMPTS: Statement = {
  name: 'attempts',
  text: select('WHERE a.referral_id = $1 AND a.number > $2 ORDER BY a.number LIMIT $3'),
};

export const NEXT_NUMBER: Statement = {
  name: 'attempt-next-number',
  text: 'SELECT coalesce(max(number), 0) + 1 AS number FROM attempt WHERE referral_id = $1',
};

export const SOME_CAME: Statement = {
  name: 'attempt-some-came',
  text: `SELECT id FROM attempt WHERE referral_id = $1 AND round = $2 AND state = 'ended' AND outcome = 'attended' LIMIT 1`,
};

export const OTHERS_MISSED: Statement = {
  name: 'attempt-others-missed',
  text: `SELECT id FROM attempt WHERE referral_id = $1 AND round = $2 AND id <> $3 AND state = 'ended' AND outcome = ANY ($4) LIMIT 1`,
};

/** Who works here now under this id. */
export const WORKS_HERE: Statement = {
  name: 'attempt-companion',
  text: 'SELECT id FROM membership WHERE id = $1 AND ended_at IS NULL',
};

const REACHED = `id, referral_id AS "referralId", client_id AS "clientId", caller_id AS "callerId", round,
  happened_at AS "happenedAt", channel, reached, created_at AS "createdAt", created_by AS "createdBy", version`;

export const REACH_ATTEMPT: Statement = {
  name: 'reach-attempt',
  text: `SELECT ${REACHED} FROM reach_attempt WHERE id = $1`,
};

export const REACH_ATTEMPTS: Statement = {
  name: 'reach-attempts',
  text: `SELECT ${REACHED} FROM reach_attempt WHERE referral_id = $1 AND (happened_at, id) > ($2::timestamptz, $3::uuid)
    ORDER BY happened_at, id LIMIT $4`,
};

export const NOTE_REACH: Statement = {
  name: 'reach-attempt-note',
  text: `INSERT INTO reach_attempt (id, referral_id, client_id, caller_id, class, round, happened_at, channel, reached, created_at,
      created_by, version) VALUES ($1, $2, $3, $4, 'coordination', $5, $6, $7, $8, $9, $10, 1)`,
};
