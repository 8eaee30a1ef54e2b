/**
 * The fingerprints of the master keys that wrap something, by leaps over the index: a start does not read a key for each
 * client. Run as role `owner`.
 */
export const MASTER_KEYS_NEEDED = `
  WITH RECURSIVE leap AS (
    SELECT (SELECT substring(wrapped FROM 1 FOR 4) FROM sealing_key WHERE octet_length(substring(wrapped FROM 1 FOR 4)) > 0 ORDER BY 1 LIMIT 1) AS id
    UNION ALL
    SELECT (SELECT substring(wrapped FROM 1 FOR 4) FROM sealing_key WHERE substring(wrapped FROM 1 FOR 4) > leap.id ORDER BY 1 LIMIT 1)
      FROM leap WHERE leap.id IS NOT NULL)
  SELECT DISTINCT encode(id, 'hex') AS id FROM (
    SELECT id FROM leap WHERE id IS NOT NULL
    UNION SELECT substring(wrapped FROM 66 FOR 4) FROM sealing_key WHERE stage IS NOT NULL AND octet_length(wrapped) > 66
    UNION SELECT substring(wrapped FROM 1 FOR 4) FROM house_key) needed ORDER BY 1`;
