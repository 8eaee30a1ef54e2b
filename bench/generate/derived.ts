/** Where a record's history takes its moments and its author from; `from` joins what the table itself does not say. */
interface Kept {
  readonly table: string;
  readonly subject?: string;
  readonly from?: string;
  readonly at: string;
  readonly occurred?: string;
  readonly by: string;
}

const created = (table: string): Kept => ({ table, at: 't.created_at', by: 't.created_by' });

const KEPT: readonly Kept[] = [
  { ...created('client'), subject: 't.id' },
  created('client_name'),
  created('channel'),
  created('supporter'),
  { table: 'care_team_member', at: 't.started_at', by: 't.created_by' },
  { table: 'contact', at: 't.recorded_at', occurred: 't.happened_at', by: 't.author_id' },
  { table: 'contact_answer', from: 'JOIN contact c ON c.id = t.contact_id', at: 'c.recorded_at', by: 'c.author_id' },
  created('goal'),
  created('goal_step'),
  created('need'),
  created('task'),
  { table: 'plan_section', at: 't.written_at', by: 't.written_by' },
  { table: 'plan_sign_off', at: 't.signed_at', by: 't.membership_id' },
];

const CHANGE = 'INSERT INTO change (id, client_id, class, kind, record_id, version, at, occurred_at, by_membership)';

const firstVersion = ({ table, subject = 't.client_id', from = '', at, occurred = at, by }: Kept): string =>
  `${CHANGE} SELECT gen_random_uuid(), ${subject}, t.class, '${table}', t.id, 1, ${at}, ${occurred}, ${by} FROM ${table} t ${from}`;

/** Tasks that were done have been open before. */
const TASKS_BEFORE = `
  INSERT INTO earlier_version (record_id, version, client_id, class, kind, row)
    SELECT id, 1, client_id, class, 'task', to_jsonb(t) || jsonb_build_object('state', 'open', 'version', 1,
      'updated_at', created_at, 'attend_at', due_at, 'is_live', true) FROM task t WHERE version = 2`;
const TASKS_DONE = `
  ${CHANGE} SELECT gen_random_uuid(), client_id, class, 'task', id, 2, updated_at, updated_at, updated_by FROM task
    WHERE version = 2`;

const REFERRALS_MOVED = `
  ${CHANGE} SELECT gen_random_uuid(), client_id, class, 'referral', referral_id, version, at, at, by_membership FROM referral_move`;
const REFERRALS_BEFORE = `
  INSERT INTO earlier_version (record_id, version, client_id, class, kind, row)
    SELECT r.id, m.version, r.client_id, r.class, 'referral', to_jsonb(r) || jsonb_build_object('state', m.to_state,
      'version', m.version, 'state_since', m.at, 'updated_at', m.at, 'updated_by', m.by_membership, 'because', m.because,
      'owes', CASE m.to_state WHEN 'drafted' THEN 'sender' ELSE 'receiver' END, 'next_step_by', NULL, 'asked_words', NULL,
      'sent_at', CASE WHEN m.version > 1 THEN r.sent_at END, 'consent_id', CASE WHEN m.version > 1 THEN r.consent_id END)
      FROM referral_move m JOIN referral r ON r.id = m.referral_id AND m.version < r.version`;
const CONSENTS_KEPT = `
  INSERT INTO consent_history (consent_id, version, client_id, class, state, at, by_membership)
    SELECT id, version, client_id, class, state, created_at, created_by FROM consent`;

/** In the database, all at once, what its triggers would have written row by row; by the view that defines the grants. */
export const DERIVE: readonly (readonly [what: string, sql: string])[] = [
  ...KEPT.map((kept) => [`history of ${kept.table}`, firstVersion(kept)] as const),
  ['history of tasks that were done', TASKS_DONE],
  ['earlier versions of these', TASKS_BEFORE],
  ['history of referrals', REFERRALS_MOVED],
  ['earlier versions of referrals', REFERRALS_BEFORE],
  ['history of consents', CONSENTS_KEPT],
  ['grants', 'INSERT INTO access_grant SELECT * FROM expected_grants'],
];
