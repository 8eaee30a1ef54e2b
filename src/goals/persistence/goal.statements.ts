import type { Statement } from '../../platform/database/transaction.js';

/** The order in which goals stand: hers, then as they were named. */
const ORDER = 'coalesce(g.rank, 100), g.created_at, g.id';

const shown = (row: string) => `worked_on_by(${row}.worked_on_by, ${row}.worked_on_by_membership_id)`;

const stepFields = `'id', s.id, 'clientId', s.client_id, 'class', s.class, 'goalId', s.goal_id, 'state', s.state,
  'workedOnBy', ${shown('s')}, 'dueOn', s.due_on, 'words', encode(s.words, 'base64'), 'createdAt', s.created_at,
  'createdBy', s.created_by, 'updatedAt', s.updated_at, 'updatedBy', s.updated_by, 'version', s.version`;

/** Goals, each with its steps and the wrapped key that opens both. `goals` and `steps` are the tables, or what they were. */
const select = (goals: string, steps: string, rest: string): string => `
  SELECT g.id, g.client_id AS "clientId", g.class, g.state, g.rank, ${shown('g')} AS "workedOnBy", g.became_id AS "becameId",
      g.reviewed_at AS "reviewedAt", g.words, g.created_at AS "createdAt", g.created_by AS "createdBy",
      g.updated_at AS "updatedAt", g.updated_by AS "updatedBy", g.version, k.wrapped, coalesce(way.steps, '[]') AS steps
    FROM ${goals} g
    JOIN sealing_key k ON k.client_id = g.client_id
    LEFT JOIN (SELECT s.goal_id, jsonb_agg(jsonb_build_object(${stepFields}) ORDER BY s.created_at, s.id) AS steps
      FROM ${steps} s GROUP BY s.goal_id) way ON way.goal_id = g.id
    ${rest}`;

export const GOAL: Statement = {
  name: 'goal',
  text: select('goal', '(SELECT * FROM goal_step WHERE goal_id = $1)', 'WHERE g.id = $1'),
};

export const GOALS_PAGE: Statement = {
  name: 'goals-page',
  text: select(
    'goal',
    '(SELECT * FROM goal_step WHERE client_id = ANY ($1))',
    `WHERE g.client_id = ANY ($1) AND CASE WHEN $2::text IS NULL THEN g.state <> 'retracted' ELSE g.state = $2 END
      AND (coalesce(g.rank, 100), g.created_at, g.id) > ($3::int, $4::timestamptz, $5::uuid)
      ORDER BY ${ORDER} LIMIT $6`,
  ),
};

const OF_CLIENTS = `WHERE g.client_id = ANY ($1) AND g.state <> 'retracted' ORDER BY ${ORDER}`;

export const GOALS_OF_CLIENTS: Statement = {
  name: 'goals-of-clients',
  text: select('goal', '(SELECT * FROM goal_step WHERE client_id = ANY ($1))', OF_CLIENTS),
};

export const GOALS_AS_OF: Statement = {
  name: 'goals-as-of',
  text: select('as_of(NULL::goal, $1, $2)', 'as_of(NULL::goal_step, $1, $2)', OF_CLIENTS),
};

export const STEP: Statement = {
  name: 'goal-step',
  text: `SELECT jsonb_build_object(${stepFields}) AS step, k.wrapped FROM goal_step s
    JOIN sealing_key k ON k.client_id = s.client_id WHERE s.id = $1`,
};

/** A goal and the one that it is to become, held in one order until the end of the transaction: no two become each other. */
export const BECOMING: Statement = {
  name: 'goal-becoming',
  text: 'SELECT id, state FROM goal WHERE client_id = $1 AND id IN ($2, $3) ORDER BY id FOR NO KEY UPDATE',
};
