import type { Statement } from '../../platform/database/transaction.js';
import type { Referral } from '../domain/referral.js';
import { opening } from '../../access/grants.js';
import { CHANGING, place, REFERRAL_COLUMNS, selected } from './referral.columns.js';

/**
 * Whether one is told to be the hop before another: from a caller's to a client's only while she lets it be known that
 * they are one person. What is said of `before` within keeps PostgreSQL from hashing every link there is.
 */
export const followed = (
  before: string,
  after: string,
): string => `(${before}.caller_id IS NULL OR ${after}.caller_id IS NOT NULL
    OR EXISTS (SELECT FROM caller_link l WHERE l.caller_id = ${before}.caller_id AND l.client_id = ${after}.client_id
      AND l.state = 'linked' AND 'referrals' = ANY (l.parts) AND ${before}.caller_id IS NOT NULL))`;

/** In a list what was written goes along only where it alone says who is asked, or called. */
const LISTED = {
  also: `CASE WHEN r.caller_id IS NOT NULL OR r.receiver_kind = 'outside' THEN r.words END AS words,
      EXISTS (SELECT FROM referral f WHERE f.id = r.follows_id AND ${followed('f', 'r')}) AS "followsSeen"`,
  joined: '',
};
/** With all that was written, and the wrapped key that opens it where it is hers. */
const WHOLE = {
  also: 'r.words, r.asked_words AS "askedWords", k.wrapped',
  joined: 'LEFT JOIN sealing_key k ON k.client_id = r.client_id',
};

/** Referrals with the names that the directory has for their two sides. `referrals` is the table, or a page of it. */
export const listedFrom = (referrals: string, rest: string, rank = '', { also, joined } = LISTED): string => `
  SELECT ${selected('r')}, ${also}, NULL AS "goesBy", r.is_ended AS "isEnded", so.name AS sender, ro.name AS receiver, s.name AS service, p.display_name AS "requestedByName",
      ro.closed_at IS NULL AND s.closed_at IS NULL AS "receiverStands",
      EXISTS (SELECT FROM attempt a WHERE a.referral_id = r.id AND a.state IN ('offered', 'confirmed')) AS "hasLiveDate",
      EXISTS (SELECT FROM stay t WHERE t.referral_id = r.id AND t.state IN ('inside', 'on_leave')) AS "hasOpenStay"${rank}
    FROM ${referrals} r
    JOIN organisation so ON so.id = r.sender_organisation_id
    JOIN membership m ON m.id = r.requested_by JOIN staff p ON p.id = m.staff_id
    LEFT JOIN organisation ro ON ro.id = r.receiver_organisation_id
    LEFT JOIN service s ON s.id = r.service_id
    ${joined}
    ${rest}`;

/**
 * What only few have is asked for those few, in `BEFORE`, and by the key of a caller: the policies of what it takes cost
 * each referral more than the whole of the rest.
 */
export const REFERRAL: Statement = { name: 'referral', text: listedFrom('referral', 'WHERE r.id = $1', '', WHOLE) };

/** Whether the one that this follows is to be seen. */
export const BEFORE: Statement = {
  name: 'referral-before',
  text: `SELECT EXISTS (SELECT FROM referral f WHERE f.id = r.follows_id AND ${followed('f', 'r')}) AS seen FROM referral r WHERE r.id = $1`,
};

/**
 * Two who move one referral do so one after the other, and the second sees what the first did. One of a client is open from
 * then on. With the zone in which its days are counted: where the actor's organisation is; where they have none, the sender's.
 */
export const LOCK: Statement = {
  name: 'referral-lock',
  text: `SELECT (SELECT o.time_zone FROM organisation o
      WHERE o.id = coalesce((SELECT app_organisation()), r.sender_organisation_id)) AS zone,
      CASE WHEN r.client_id IS NOT NULL THEN (${opening('ARRAY[r.id]', 'ARRAY[r.client_id]')}) END
    FROM referral r WHERE r.id = $1 FOR NO KEY UPDATE OF r`,
};

const MEMBERS = Object.keys(REFERRAL_COLUMNS) as (keyof Referral)[];

export const INSERT: Statement = {
  name: 'referral-insert',
  text: `INSERT INTO referral (${MEMBERS.map((member) => REFERRAL_COLUMNS[member]).join(', ')}, words)
    VALUES (${MEMBERS.map((member, at) => place(member, at + 1)).join(', ')}, $${MEMBERS.length + 1})`,
};

export const insertValues = (referral: Referral, words: Buffer): readonly unknown[] => [
  ...MEMBERS.map((member) => referral[member]),
  words,
];

/** $1 id, $2 the version that this was decided on. What is not said anew stays as it is sealed. */
export const CHANGE: Statement = {
  name: 'referral-change',
  text: `UPDATE referral SET ${CHANGING.map((member, at) => `${REFERRAL_COLUMNS[member]} = ${place(member, at + 5)}`).join(', ')},
      words = coalesce($3, words), asked_words = coalesce($4, asked_words) WHERE id = $1 AND version = $2 RETURNING id`,
};

export interface SealedWords {
  readonly words: Buffer | null;
  readonly askedWords: Buffer | null;
}

export const changeValues = (before: Referral, after: Referral, said: SealedWords): readonly unknown[] => [
  before.id,
  before.version,
  said.words,
  said.askedWords,
  ...CHANGING.map((member) => after[member]),
];

export const SUMMARIES: Statement = {
  name: 'referral-summaries',
  text: 'SELECT id, class, words, version FROM referral_summary WHERE referral_id = $1 ORDER BY class',
};

/** Goals in her own words, and needs, as far as the actor sees them; of the others, only that there is one. */
export const SERVES: Statement = {
  name: 'referral-serves',
  text: `SELECT v.kind, v.record_id AS id, n.domain, coalesce(g.state, n.state) AS state, g.words, g.class, k.wrapped, v.client_id AS "clientId"
    FROM referral_serves v LEFT JOIN sealing_key k ON k.client_id = v.client_id
    LEFT JOIN goal g ON g.id = v.record_id LEFT JOIN need n ON n.id = v.record_id
   WHERE v.referral_id = $1 ORDER BY v.kind, v.record_id`,
};

/** How she may be reached, where that was shared. */
export const CHANNELS: Statement = {
  name: 'referral-channels',
  text: `SELECT c.id, c.client_id AS "clientId", c.kind, c.may_contact AS "mayContact", c.may_leave_voicemail AS "mayLeaveVoicemail",
      c.safe_hours AS "safeHours", c.words, k.wrapped
    FROM channel c JOIN sealing_key k ON k.client_id = c.client_id WHERE c.client_id = $1 AND c.ended_at IS NULL
   ORDER BY c.created_at, c.id LIMIT 50`,
};

export const RECEPTION: Statement = {
  name: 'referral-reception',
  text: 'SELECT client_id AS "clientId" FROM referral_reception WHERE referral_id = $1',
};

export const ADD_MOVE: Statement = {
  name: 'referral-move-add',
  text: `INSERT INTO referral_move (id, referral_id, client_id, caller_id, class, round, move, from_state, to_state, because, party,
      by_membership, at, version, words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
};

export const HISTORY: Statement = {
  name: 'referral-history',
  text: `SELECT m.id, m.referral_id AS "referralId", m.client_id AS "clientId", m.caller_id AS "callerId", m.class, m.round, m.move,
      m.from_state AS "fromState", m.to_state AS "toState", m.because, m.party, m.by_membership AS "byMembership", m.at, m.version, m.words,
      p.display_name AS "byName", o.name AS organisation
    FROM referral_move m LEFT JOIN membership w ON w.id = m.by_membership LEFT JOIN staff p ON p.id = w.staff_id
    LEFT JOIN organisation o ON o.id = w.organisation_id
   WHERE m.referral_id = $1 AND (m.at, m.id) > ($2::timestamptz, $3::uuid) ORDER BY m.at, m.id LIMIT $4`,
};

/** How often she was tried about it in this round since she was last reached: over how many channels, on how many days. $3 the zone of whoever says so. */
export const TRIES: Statement = {
  name: 'referral-tries',
  text: `SELECT count(*)::int AS count, count(DISTINCT channel)::int AS channels,
      count(DISTINCT (happened_at AT TIME ZONE $3)::date)::int AS days FROM reach_attempt t
    WHERE referral_id = $1 AND round = $2 AND NOT reached
      AND happened_at >= (SELECT max(m.at) FROM referral_move m WHERE m.referral_id = $1 AND m.move IN ('send', 'reopen')) AND NOT EXISTS (SELECT FROM reach_attempt r
      WHERE r.referral_id = t.referral_id AND r.round = t.round AND r.reached AND r.happened_at >= t.happened_at)`,
};

/** $1 how many at once. */
export const END_BY_TIME: Statement = {
  name: 'end-sharing-by-time',
  text: 'SELECT id, client_id AS "clientId", version FROM end_sharing_by_time($1)',
};

export const TELL: Statement = { name: 'referral-tell', text: 'SELECT tell_of_referral($1, $2)' };
