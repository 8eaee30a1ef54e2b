import type { Actor } from '../../src/access/actor.js';
import { READ_CLIENTS, SAID_NAMES } from '../../src/clients/persistence/client.store.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { NEEDS_OF_CLIENTS } from '../../src/needs/persistence/need.statements.js';
import { boxStatement } from '../../src/referrals/persistence/referral-box.store.js';
import { LOCK, REFERRAL } from '../../src/referrals/persistence/referral.statements.js';
import { explained, matchOf, STANDINGS, type MatchFacts } from '../../src/services/domain/match.js';
import type { ServiceSeen } from '../../src/services/domain/service.js';
import { servicePage } from '../../src/services/persistence/service.store.js';
import { audited, event } from './bare-acts.js';
import { otherwise } from './bare-statements.js';
import type { BareTransactions } from './bare-transactions.js';

const FIRST = '00000000-0000-0000-0000-000000000000';
const PAGE = 51;

/** $5 the organisation that is asked. */
const INBOX = otherwise(
  boxStatement({ box: 'received' }),
  ['(SELECT app_organisation())', '$5::uuid'],
  [/ AND \(caller_id IS NOT NULL[^]*?LIMIT 50\)\)\)/g, ''],
);

/** $1 referral, $2 its version, $3 where to, $4 now, $5 by whom, $6 why. */
const MOVE = {
  name: 'bare-move',
  text: `UPDATE referral SET state = $3, state_since = $4, because = $6, updated_at = $4, updated_by = $5, version = version + 1,
      next_step_by = $4::timestamptz + interval '7 days' WHERE id = $1 AND version = $2 RETURNING id`,
};
const TELL_MOVE = {
  name: 'bare-referral-move',
  text: `INSERT INTO referral_move (id, referral_id, client_id, round, move, from_state, to_state, because, party, by_membership, at, version)
    VALUES ($1, $2, $3, 1, $4, $5, $6, $7, 'receiver', $8, $9, $10)`,
};
/** $1 referral, $2 by whom, $3 now, $4 of what kind. */
const NOTICES = {
  name: 'bare-notices',
  text: `INSERT INTO notice (id, membership_id, kind, source_kind, source_id, occasion, state, created_at, created_by, version)
    SELECT gen_random_uuid(), m.id, $4, 'referral', r.id, r.version::text, 'unread', $3, $2, 1
      FROM referral r JOIN membership m ON m.ended_at IS NULL AND m.id <> $2 AND (m.id = r.requested_by
        OR (m.organisation_id = r.receiver_organisation_id AND m.role IN ('intake_worker', 'coordinator')))
     WHERE r.id = $1 ON CONFLICT DO NOTHING`,
};

interface MoveBody {
  readonly move: string;
  readonly because?: string | null;
  readonly version: number;
}

/** Referrals and programmes, as plainly as it can be done. */
export class BareReferrals {
  constructor(private readonly transactions: BareTransactions) {}

  async inbox(actor: Actor) {
    const [items = [], names] = await this.transactions.run(
      () => [[INBOX, ['0', '-infinity', FIRST, PAGE, actor.organisationId]]],
      ([rows = []]) => [
        [SAID_NAMES, [rows.slice(0, PAGE - 1).map((row) => row['clientId'])]],
        audited(actor, [
          ...rows.slice(0, PAGE - 1).map((row) => event(actor, 'referral.listed', row['clientId'] as Id)),
          { event: 'referrals.listed', facts: { shown: rows.length } },
        ]),
      ],
    );
    return { items: items.slice(0, PAGE - 1), names };
  }

  /** Which programmes fit is what is asked: this is computed here as well, from what is not sealed. */
  async match(actor: Actor, clientId: Id) {
    const [[client] = [], , services = []] = await this.transactions.run(
      () => [[READ_CLIENTS, [[clientId]]], [NEEDS_OF_CLIENTS, [[clientId]]], servicePage({}, { limit: 1_000 })],
      () => [audited(actor, [event(actor, 'service.matched', clientId)])],
    );
    const facts: MatchFacts = { province: String(client?.['province']) };
    const matches = services.map((service) => matchOf(service as unknown as ServiceSeen, facts));
    const near = STANDINGS.flatMap((standing) => matches.filter((match) => match.standing === standing));
    return { items: near.slice(0, PAGE - 1).map((match) => explained(match, facts)) };
  }

  async move(actor: Actor, id: Id, { move, because = null, version }: MoveBody) {
    const [now, by] = [new Date().toISOString(), actor.membershipId];
    const to = move === 'await_step' ? 'preadmission_pending' : 'next_date_owed';
    const rows = await this.transactions.run(
      () => [
        [LOCK, [id]],
        [REFERRAL, [id]],
      ],
      ([, found = []]) => [
        [MOVE, [id, version, to, now, by, because]],
        [
          TELL_MOVE,
          [newId(), id, found[0]?.['clientId'], move, found[0]?.['state'], to, because, by, now, version + 1],
        ],
        [NOTICES, [id, by, now, `referral_${to}`]],
        audited(actor, [event(actor, 'referral.moved', found[0]?.['clientId'] as Id)]),
        [REFERRAL, [id]],
      ],
    );
    return rows.at(-1)?.[0];
  }
}
