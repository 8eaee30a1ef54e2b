import type { DataClass } from '../../access/policy.js';
import type { Instant } from '../../kernel/civil-time.js';
import type { Id } from '../../kernel/ids.js';
import type { Statement } from '../../platform/database/transaction.js';
import type { Contact } from '../domain/contact.js';
import type { KeptAnswer } from '../domain/answer.js';

/** A contact with its sealed words, its answers as row-level security leaves them, and the key that opens both. */
export interface ContactRow extends Omit<Contact, 'naloxone' | 'naloxoneKits'> {
  readonly words: Buffer | null;
  readonly wrapped: Buffer;
  readonly answers: readonly SealedAnswer[] | null;
}

export interface SealedAnswer extends KeptAnswer {
  readonly class: DataClass;
  /** Base64. */
  readonly words: string | null;
}

/** A version of the contact itself, with every version of what stands beside it. */
export interface VersionRow extends Omit<ContactRow, 'answers'> {
  readonly updatedAt: Instant;
  readonly updatedBy: Id | null;
  readonly answers: readonly (SealedAnswer & { readonly at: string; readonly by: Id | null })[] | null;
}

const COLUMNS = `c.id, c.client_id AS "clientId", c.class, c.author_id AS "createdBy", c.channel, c.started_by AS "startedBy",
  c.outcome, c.happened_at AS "happenedAt", c.recorded_at AS "recordedAt", c.minutes, c.setting, c.purposes, c.actions,
  c.accompanied_to AS "accompaniedTo", c.accompaniment, c.prepared_visit AS "preparedVisit",
  c.experience_shared AS "experienceShared", c.follow_ups AS "followUps", c.state, c.words, c.version`;

const KEY = `(SELECT k.wrapped FROM sealing_key k WHERE k.client_id = c.client_id) AS wrapped`;

const ANSWER = `'id', a.id, 'question', a.question, 'class', a.class, 'answer', a.answer, 'amount', a.amount,
    'version', a.version, 'words', encode(a.words, 'base64')`;

const answersFrom = (source: string) =>
  `(SELECT json_agg(json_build_object(${ANSWER})) FROM ${source} a WHERE a.contact_id = c.id) AS answers`;

const FACTS = `channel, started_by, outcome, happened_at, minutes, setting, purposes, actions, accompanied_to, accompaniment,
  prepared_visit, experience_shared`;

export const INSERT_CONTACT: Statement = {
  name: 'contact-insert',
  text: `INSERT INTO contact (state, id, client_id, class, author_id, recorded_at, follow_ups, version, words, ${FACTS})
    VALUES ('standing', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
};

export const INSERT_ANSWERS: Statement = {
  name: 'contact-answers-insert',
  text: `INSERT INTO contact_answer (id, client_id, class, contact_id, question, answer, amount, words, version)
    SELECT a.id, $1, a.class, $2, a.question, a.answer, a.amount, decode(a.words, 'base64'), a.version
      FROM jsonb_to_recordset($3)
        AS a(id uuid, class text, question text, answer text, amount smallint, words text, version integer)`,
};

/** No row when the version is another by now. */
export const AMEND_CONTACT: Statement = {
  name: 'contact-amend',
  text: `UPDATE contact SET version = version + 1, words = $3, (${FACTS}) =
      ROW($4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    WHERE id = $1 AND version = $2 RETURNING version`,
};

export const AMEND_ANSWERS: Statement = {
  name: 'contact-answers-amend',
  text: `UPDATE contact_answer t SET answer = a.answer, amount = a.amount, words = decode(a.words, 'base64'), version = a.version
      FROM jsonb_to_recordset($1) AS a(id uuid, answer text, amount smallint, words text, version integer)
    WHERE t.id = a.id`,
};

/** Until the end of the transaction nobody else amends it, nor what stands beside it. */
export const HOLD_CONTACT: Statement = {
  name: 'contact-hold',
  text: 'SELECT FROM contact WHERE id = $1 FOR UPDATE',
};

/** No row when the version is another by now. */
export const RETRACT_CONTACT: Statement = {
  name: 'contact-retract',
  text: `UPDATE contact SET version = version + 1, state = $2 WHERE id = $1 RETURNING version`,
};

export const FIND_CONTACT: Statement = {
  name: 'contact-find',
  text: `SELECT ${COLUMNS}, ${KEY}, ${answersFrom('contact_answer')} FROM contact c WHERE c.id = $1`,
};

/** Newest first, of several records together: each gives its own first ones, by index. */
const newestOf = (contacts: string, where: string, limit: string) => `
  FROM unnest($1::uuid[]) subject(id)
  CROSS JOIN LATERAL (SELECT t.* FROM ${contacts} t WHERE t.client_id = subject.id ${where}
    ORDER BY t.happened_at DESC, t.id DESC LIMIT ${limit}) c
  ORDER BY c.happened_at DESC, c.id DESC LIMIT ${limit}`;

const FILTERED = `AND ($3::timestamptz IS NULL OR (t.happened_at, t.id) < ($3::timestamptz, $4::uuid))
  AND ($5::timestamptz IS NULL OR t.happened_at >= $5) AND ($6::timestamptz IS NULL OR t.happened_at < $6)
  AND ($7::text IS NULL OR t.channel = $7) AND ($8::text IS NULL OR t.outcome = $8)
  AND ($9::uuid IS NULL OR t.author_id = $9) AND t.state = $10`;

export const LIST_CONTACTS: Statement = {
  name: 'contact-list',
  text: `SELECT ${COLUMNS}, ${KEY}, ${answersFrom('contact_answer')} ${newestOf('contact', FILTERED, '$2')}`,
};

const STANDING = `AND t.state = 'standing'`;

export const RECENT_CONTACTS: Statement = {
  name: 'contact-recent',
  text: `SELECT ${COLUMNS}, ${KEY}, ${answersFrom('contact_answer')} ${newestOf('contact', STANDING, '$2')}`,
};

export const RECENT_CONTACTS_AS_OF: Statement = {
  name: 'contact-recent-as-of',
  text: `SELECT ${COLUMNS}, ${KEY}, ${answersFrom('as_of(NULL::contact_answer, $1, $3)')}
    ${newestOf('as_of(NULL::contact, $1, $3)', STANDING, '$2')}`,
};

/** Every version of the contact, the newest first, each with every version of what stands beside it. */
export const CONTACT_VERSIONS: Statement = {
  name: 'contact-versions',
  text: `SELECT ${COLUMNS}, ${KEY}, written.at AS "updatedAt", written.by_membership AS "updatedBy",
      (SELECT json_agg(json_build_object(${ANSWER}, 'at', w.at, 'by', w.by_membership))
        FROM (SELECT * FROM contact_answer WHERE contact_id = $1 UNION ALL
          SELECT (jsonb_populate_record(NULL::contact_answer, e.row)).* FROM earlier_version e
            WHERE e.client_id = c.client_id AND e.kind = 'contact_answer' AND e.row ->> 'contact_id' = $1::text) a
        JOIN change w ON w.record_id = a.id AND w.version = a.version) AS answers
    FROM (SELECT * FROM contact WHERE id = $1 UNION ALL
      SELECT (jsonb_populate_record(NULL::contact, e.row)).* FROM earlier_version e WHERE e.record_id = $1) c
    JOIN change written ON written.record_id = c.id AND written.version = c.version
    ORDER BY c.version DESC`,
};
