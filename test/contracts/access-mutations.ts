import type pg from 'pg';
import { DATA_CLASSES } from '../../src/access/policy.js';

/** One rule of access taken out of the database: its text in a view or a policy, and what stands there instead. */
export interface Mutation {
  readonly rule: string;
  /** The first of these views that has the text; or a policy and its table. */
  readonly at: readonly string[] | { readonly policy: string; readonly on: string };
  readonly from: string | RegExp;
  readonly to: string;
}

const EVERY = `'{${DATA_CLASSES.join(',')}}'::text[]`;
const ALWAYS = `'-infinity'::timestamptz AS valid_from,`;
const NEVER = 'NULL::timestamptz AS valid_until';
const ANY = 'NULL::use_purposes AS purposes,';

const denied = (rule: string, from: Mutation['from'], to: string): Mutation => ({
  rule,
  at: ['denied_class'],
  from,
  to,
});
const permits = (rule: string, from: Mutation['from'], to: string): Mutation => ({
  ...{ rule, at: ['grant_from_consent'], from, to },
});
const opened = (rule: string, from: Mutation['from'], to: string): Mutation => ({
  ...{ rule, at: ['grant_from_break_glass'], from, to },
});

export const RULES_OF_CONSENT: readonly Mutation[] = [
  denied('deny beats permit', `'deny'::text`, `'nothing'::text`),
  denied('a permit denies nothing', `(decision = 'deny'::text)`, 'true'),
  denied('a denial that was taken back is none', `(state = 'active'::text)`, 'true'),
  denied('a denial begins', /\n +valid_from,/, `\n ${ALWAYS}`),
  denied('a denial ends', /\n +valid_until\n/, `\n ${NEVER}\n`),
  denied('a denial is for its purposes', /\n +purposes,/, `\n ${ANY}`),
  denied('a denial is of its classes', /\n +classes,/, `\n ${EVERY}::data_classes AS classes,`),
  denied(
    'a denial names an organisation',
    'recipient_organisation_id AS',
    '(SELECT o.id FROM organisation o WHERE o.id <> recipient_organisation_id LIMIT 1) AS',
  ),
  denied('a denial names a role', 'recipient_role AS', 'NULL::text AS'),
  denied('a denial names a person', 'recipient_membership_id AS', 'NULL::uuid AS'),
  permits('a permit permits', `'permit'::text`, `'nothing'::text`),
  permits('a permit that was taken back is none', `(c.state = 'active'::text)`, 'true'),
  permits('a permit begins', /\n +c\.valid_from,/, `\n ${ALWAYS}`),
  permits('a permit ends', /\n +c\.valid_until\n/, `\n ${NEVER}\n`),
  permits('a permit is for its purposes', /\n +c\.purposes,/, `\n ${ANY}`),
  permits('a permit is of its classes', /\(c\.classes\)::text\[\]/g, EVERY),
  permits('a permit gives no more than the role may hold', /INTERSECT/g, 'UNION'),
  permits('counselling is read where a permit names it', /\|\| \(r\.consent_classes\)::text\[\]/, ''),
  permits('a permit names an organisation', '(g.organisation_id = c.recipient_organisation_id)', 'true'),
  permits('a permit names a role', /\(\(c\.recipient_role IS NULL\) OR \(g\.role = c\.recipient_role\)\)/, 'true'),
  permits(
    'a permit names a person',
    '(m.id = c.recipient_membership_id)',
    '(m.organisation_id = c.recipient_organisation_id)',
  ),
  permits('a permit lets nobody write', 'WHEN held.on_team THEN', 'WHEN true THEN'),
  permits('but whoever of elsewhere is on her team', 'WHEN held.on_team THEN', 'WHEN false THEN'),
];

export const RULES_OF_RELATIONSHIP: readonly Mutation[] = [
  opened('an opened record shuts after an hour', 'COALESCE(b.closed_at, b.ends_at) AS', 'NULL::timestamptz AS'),
  opened('an opened record shuts when it is closed', 'COALESCE(b.closed_at, b.ends_at) AS', 'b.ends_at AS'),
  opened('an opened record is for an emergency', `'{emergency}'::text[]`, 'NULL::text[]'),
  opened('an opened record has no counselling', `'counselling'::text`, `'nothing'::text`),
  opened('an opened record is to read', `('{}'::text[])::data_classes AS write_classes`, 'r.write_classes'),
  {
    rule: 'no denial cuts what was opened',
    at: ['permitted_to_each', 'narrowed_grant'],
    ...{ from: `(p.basis <> 'break_glass'::text)`, to: 'true' },
  },
  {
    rule: 'a denial to one person cuts what her role was given',
    at: ['permitted_to_each'],
    ...{ from: 'NOT parted.is_so', to: 'true' },
  },
  {
    rule: 'the team of elsewhere holds nothing by being on it',
    at: ['grant_from_care_team'],
    ...{ from: '(c.home_organisation_id = m.organisation_id)', to: 'true' },
  },
  { rule: 'who left the team is off it', at: ['grant_from_care_team'], from: '(t.ended_at IS NULL)', to: 'true' },
  { rule: 'the team holds her record', at: ['grant_from_care_team'], from: '(t.ended_at IS NULL)', to: 'false' },
  {
    rule: 'a coordinator alone supervises',
    at: ['grant_from_supervision'],
    ...{ from: `(g.role = 'coordinator'::text)`, to: 'true' },
  },
  {
    rule: 'supervision is of the home of her record',
    at: ['grant_from_supervision'],
    ...{ from: '(g.organisation_id = c.home_organisation_id)', to: 'true' },
  },
];

const carried = (rule: string, from: Mutation['from'], to: string): Mutation => ({
  ...{ rule, at: ['grant_from_referral'], from, to },
});

export const RULES_OF_REFERRALS: readonly Mutation[] = [
  carried('only what she agreed to is carried', `(c.decision = 'permit'::text)`, `(c.decision = 'deny'::text)`),
  carried('an agreement that was taken back is none', `(c.state = 'active'::text)`, 'true'),
  carried(
    'it is carried to whom the agreement names',
    '(c.recipient_organisation_id = r.receiver_organisation_id)',
    'true',
  ),
  carried('an agreement names a role', /\(\(c\.recipient_role IS NULL\) OR \(g\.role = c\.recipient_role\)\)/, 'true'),
  carried(
    'an agreement names a person',
    '(m.id = c.recipient_membership_id)',
    '(m.organisation_id = c.recipient_organisation_id)',
  ),
  carried('an agreement is for its purposes', /\n +c\.purposes,/, `\n ${ANY}`),
  carried('an agreement is of its classes', /\(c\.classes\)::text\[\]/, EVERY),
  carried('what was shared is carried and no more', /\(r\.shared_classes\)::text\[\]/, EVERY),
  carried('a role is shown what it may be shown', /\(ceiling\.referral_classes\)::text\[\]/, EVERY),
  carried('coordination is written, and nothing else', `'{coordination}'::text`, '(shown.classes)::text'),
  carried('it begins when both stand', 'GREATEST(r.sent_at, c.valid_from)', `'-infinity'::timestamptz`),
  carried('it ends with the agreement', 'LEAST(c.valid_until,', 'LEAST(NULL::timestamptz,'),
  carried('what is over is theirs for thirty days', `'30 days'::interval`, `'300 days'::interval`),
  carried('and no less', `'30 days'::interval`, `'3 days'::interval`),
  carried('what is over ends at all', 'WHEN r.is_ended THEN', 'WHEN false THEN'),
  carried('however it ended', 'WHEN r.is_ended THEN', `WHEN r.state = 'declined' THEN`),
  carried('what was taken back is not carried', /\(r\.state <> ALL \(ARRAY\[.*?\]\)\)/, 'true'),
  permits('a consent for referrals opens nothing alone', `(c.reach = 'record'::text)`, 'true'),
];

const OF_CLASS = /\(\(client_name\.class\)::text = ANY \(\(g\.(read|write)_classes\)::text\[\]\)\)/;
const EVERYTHING = /^[\s\S]+$/;

/** The one place where this is said: what probes grants cannot forget it. */
const grants = (rule: string, from: Mutation['from']): Mutation => ({
  ...{ rule: `a grant is there ${rule}`, at: { policy: 'own_grants', on: 'access_grant' }, from, to: 'true' },
});

export const RULES_OF_ROWS: readonly Mutation[] = [
  ...['granted_read', 'granted_insert', 'granted_update'].flatMap((policy): Mutation[] => {
    const at = { policy, on: 'client_name' };
    return [
      { rule: `${policy}: for the class of the row`, at, from: OF_CLASS, to: 'true' },
      { rule: `${policy}: at all`, at, from: EVERYTHING, to: 'false' },
      { rule: `${policy}: not for everybody`, at, from: EVERYTHING, to: 'true' },
    ];
  }),
  grants('for its purposes alone', /\(\(purposes IS NULL\) OR .*?purposes\)::text\[\]\)\)\)/),
  grants('once it has begun', '(valid_from <= ( SELECT app_now() AS app_now))'),
  grants('until it is over', '((valid_until IS NULL) OR (valid_until > ( SELECT app_now() AS app_now)))'),
  grants('for its holder alone', '(grantee_id = ANY (( SELECT app_grantees() AS app_grantees)::uuid[]))'),
];

/** @throws Error when what it takes out is no longer there */
export async function mutate(superuser: pg.Client, mutation: Mutation): Promise<void> {
  const { at } = mutation;
  await superuser.query(
    'policy' in at ? await mutatedPolicy(superuser, mutation, at) : await mutatedView(superuser, mutation, at),
  );
}

function replaced({ rule, from, to }: Mutation, text: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`What holds “${rule}” is not where it was.`);
  return changed;
}

async function mutatedView(superuser: pg.Client, mutation: Mutation, views: readonly string[]): Promise<string> {
  const { rows } = await superuser.query<{ view: string; text: string }>(
    'SELECT viewname AS view, pg_get_viewdef(viewname::regclass) AS text FROM pg_views WHERE viewname = ANY ($1)',
    [views],
  );
  const { view, text } = rows.find((row) => row.text.split(mutation.from).length > 1) ?? { view: '', text: '' };
  return `CREATE OR REPLACE VIEW ${view} WITH (security_invoker = true) AS ${replaced(mutation, text)}`;
}

async function mutatedPolicy(
  superuser: pg.Client,
  mutation: Mutation,
  { policy, on }: { policy: string; on: string },
): Promise<string> {
  const { rows } = await superuser.query<{ qual: string | null; with_check: string | null }>(
    'SELECT qual, with_check FROM pg_policies WHERE policyname = $1 AND tablename = $2',
    [policy, on],
  );
  const { qual, with_check: check } = rows[0] ?? { qual: null, with_check: null };
  const using = qual === null ? '' : `USING (${replaced(mutation, qual)})`;
  return `ALTER POLICY ${policy} ON ${on} ${using} ${check === null ? '' : `WITH CHECK (${replaced(mutation, check)})`}`;
}

/** A class more or less in the most that a role may hold; a role that holds nothing gets all. */
export async function toggleCeiling(
  superuser: pg.Client,
  role: string,
  side: 'read' | 'write',
  of: string,
): Promise<void> {
  const column = `${side}_classes`;
  await superuser.query(
    `INSERT INTO role_ceiling (role, read_classes, write_classes) VALUES ($1, ${EVERY}, ${EVERY}) ON CONFLICT (role) DO UPDATE
     SET ${column} = CASE WHEN $2 = ANY (role_ceiling.${column}::text[]) THEN array_remove(role_ceiling.${column}::text[], $2)
       ELSE role_ceiling.${column}::text[] || $2::text END`,
    [role, of],
  );
}
