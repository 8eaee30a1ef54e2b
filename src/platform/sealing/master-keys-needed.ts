/** Which of them stand under the first bytes of a table's keys, by leaps over its index on them. */
const leapOver = (table: string) => `
  SELECT id FROM (WITH RECURSIVE leap AS (
    SELECT (SELECT substring(wrapped FROM 1 FOR 4) FROM ${table} WHERE octet_length(substring(wrapped FROM 1 FOR 4)) > 0 ORDER BY 1 LIMIT 1) AS id
    UNION ALL
    SELECT (SELECT substring(wrapped FROM 1 FOR 4) FROM ${table} WHERE substring(wrapped FROM 1 FOR 4) > leap.id ORDER BY 1 LIMIT 1)
      FROM leap WHERE leap.id IS NOT NULL) SELECT id FROM leap WHERE id IS NOT NULL) first_of_${table}
    UNION SELECT substring(wrapped FROM 66 FOR 4) FROM ${table} WHERE stage IS NOT NULL AND octet_length(wrapped) > 66`;

/**
 * The fingerprints of the master keys that wrap something: a start does not read a key for each client or caller. Run as
 * role `owner`.
 */
export const MASTER_KEYS_NEEDED = `
  SELECT DISTINCT encode(id, 'hex') AS id FROM (${leapOver('sealing_key')}
    UNION ${leapOver('caller_key')}
    UNION SELECT substring(wrapped FROM 1 FOR 4) FROM house_key) needed ORDER BY 1`;
