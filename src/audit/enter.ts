import type { Actor } from '../access/actor.js';
import { sessionOver } from '../access/access.problems.js';
import { isByLink, type LinkRole } from '../access/policy.js';
import type { Id } from '../kernel/ids.js';
import { Refusal } from '../kernel/refusal.js';
import type { Statement, Transaction } from '../platform/database/transaction.js';

/**
 * The first statement of every request, and the only one that says who is asking: no row, and nothing set, when the
 * session, the membership, the account or the organisation no longer stands. Ending any of them is in force on the next
 * request. Without clients ($2 false) no grantee is named, and row-level security shows no client row.
 */
const ENTER: Statement = {
  name: 'enter-session',
  text: `SELECT s.staff_id AS person_id, m.id AS membership_id, m.organisation_id, m.role, s.verified_at, app_now() AS now,
      set_config('app.person', s.staff_id::text, true), set_config('app.membership', m.id::text, true),
      set_config('app.organisation', m.organisation_id::text, true), set_config('app.role', m.role, true),
      set_config('app.grantees', CASE WHEN $2 THEN '{' || m.id || ',' || g.id || '}' ELSE '' END, true),
      set_config('app.purpose', $3, true)
    FROM session s
    JOIN membership m ON m.id = s.membership_id AND m.ended_at IS NULL
    JOIN staff p ON p.id = s.staff_id AND p.disabled_at IS NULL
    JOIN organisation o ON o.id = m.organisation_id AND o.closed_at IS NULL
    JOIN grantee g ON g.organisation_id = m.organisation_id AND g.role = m.role
    WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > app_now()`,
};
/**
 * The same for a client who came by her link: no row when the link was taken back or her session is over. Without
 * clients ($3 false) the link alone has to be known, so that what is refused to somebody who holds it is written down.
 */
const ENTER_CLIENT: Statement = {
  name: 'enter-client',
  text: `SELECT h.client_id AS person_id, h.link_id AS membership_id, h.organisation_id, 'client' AS role, NULL AS verified_at,
      app_now() AS now, set_config('app.person', h.client_id::text, true), set_config('app.client', h.client_id::text, true),
      set_config('app.link', h.link_id::text, true), set_config('app.role', 'client', true),
      set_config('app.grantees', CASE WHEN $3 THEN '{' || h.link_id || '}' ELSE '' END, true),
      set_config('app.purpose', $4, true)
    FROM hand_standing($1, $2) h WHERE h.is_open OR NOT $3`,
};
/** The same for a receiver without an account, who is nobody but their link: no row either when its referral is over for them. */
const ENTER_RECEIVER: Statement = {
  name: 'enter-receiver',
  text: `SELECT h.link_id AS person_id, h.link_id AS membership_id, h.organisation_id, 'receiver' AS role, NULL AS verified_at,
      app_now() AS now, set_config('app.person', h.link_id::text, true), set_config('app.link', h.link_id::text, true),
      set_config('app.role', 'receiver', true), set_config('app.grantees', CASE WHEN $3 THEN '{' || h.link_id || '}' ELSE '' END, true),
      set_config('app.purpose', $4, true)
    FROM receiver_standing($1, $2) h WHERE h.is_open OR NOT $3`,
};
const ENTER_BY_LINK: Readonly<Record<LinkRole, Statement>> = { client: ENTER_CLIENT, receiver: ENTER_RECEIVER };
const FIX_CLOCK: Statement = { name: 'fix-clock', text: `SELECT set_config('app.now', $1, true)` };
const NOW: Statement = { name: 'now', text: 'SELECT app_now() AS now' };

interface Standing {
  person_id: Id;
  membership_id: Id;
  organisation_id: Id;
  role: string;
  verified_at: string | null;
  now: string;
}

/** When this is, and when the session last showed its second factor. */
export interface Entered {
  readonly now: string;
  readonly verifiedAt: string | null;
}

/** Tests fix the clock; in service this holds nothing and the database's clock is everybody's. */
export interface FixedClock {
  readonly now: string | undefined;
}

/** @throws Refusal `session_over` when the session no longer stands, or stands for another role by now */
export async function enter(tx: Transaction, actor: Actor, clock: FixedClock, withClients: boolean): Promise<Entered> {
  const fixed = fixClock(tx, clock);
  const [[standing]] = await Promise.all([tx.query<Standing>(...asked(actor, withClients)), fixed]);
  if (!standing || !standsAs(actor, standing)) throw new Refusal(sessionOver);
  return { now: standing.now, verifiedAt: standing.verified_at };
}

const asked = (
  { role, sessionId, membershipId, purpose }: Actor,
  withClients: boolean,
): [Statement, readonly unknown[]] =>
  isByLink(role)
    ? [ENTER_BY_LINK[role], [membershipId, sessionId, withClients, purpose]]
    : [ENTER, [sessionId, withClients, purpose]];

/** When this is, for a transaction in which nobody is signed in. */
export async function enterUnsigned(tx: Transaction, clock: FixedClock): Promise<string> {
  const fixed = fixClock(tx, clock);
  const [[opened]] = await Promise.all([tx.query<{ now: string }>(NOW), fixed]);
  if (!opened) throw new Error('The database tells no time.');
  return opened.now;
}

const fixClock = (tx: Transaction, { now }: FixedClock): Promise<unknown> | undefined =>
  now === undefined ? undefined : tx.query(FIX_CLOCK, [now]);

const standsAs = (actor: Actor, standing: Standing): boolean =>
  actor.personId === standing.person_id &&
  actor.membershipId === standing.membership_id &&
  actor.organisationId === standing.organisation_id &&
  actor.role === standing.role;
