import fc from 'fast-check';
import type pg from 'pg';
import { DATA_CLASSES } from '../../src/access/policy.js';
import { PURPOSES } from '../../src/access/actor.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { contextOf } from '../support/context.js';

/** Who works at each of the two places. */
export const ROLES = ['coordinator', 'physician', 'peer_navigator', 'peer_navigator'] as const;
/** Days from the beginning at which the clock is looked at. */
const DAYS = [0, 3, 6, 9, 12];

export interface Consent {
  readonly kind: 'permit' | 'deny';
  /** An organisation, a role in it or a worker; two of each place. */
  readonly to: { readonly place: 0 | 1; readonly role?: string } | { readonly who: number };
  readonly classes: readonly string[];
  readonly purposes: readonly string[] | null;
  readonly from: number;
  readonly days: number | null;
  readonly reach?: 'record' | 'referrals';
}
export type Event =
  | Consent
  | { readonly kind: 'withdraw' | 'enter in error'; readonly which: number }
  | { readonly kind: 'join' | 'leave' | 'membership ends' | 'membership stands again'; readonly who: number }
  | { readonly kind: 'role'; readonly who: number; readonly role: string }
  | { readonly kind: 'somebody comes'; readonly place: 0 | 1 };

const place = fc.constantFrom(0 as const, 1 as const);
const who = fc.integer({ min: 0, max: 2 * ROLES.length - 1 });
const role = fc.constantFrom(...ROLES);
export const consent = (kind: 'permit' | 'deny'): fc.Arbitrary<Consent> =>
  fc.record({
    kind: fc.constant(kind),
    to: fc.oneof(fc.record({ place }), fc.record({ place, role }), fc.record({ who })),
    classes: fc.subarray([...DATA_CLASSES], { minLength: 1 }),
    purposes: fc.option(fc.subarray([...PURPOSES], { minLength: 1 }), { nil: null }),
    from: fc.integer({ min: -2, max: 8 }),
    days: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
    reach: fc.constantFrom('record' as const, ...(kind === 'permit' ? (['record', 'referrals'] as const) : [])),
  });
export const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: consent('permit') },
  { weight: 4, arbitrary: consent('deny') },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('withdraw' as const, 'enter in error' as const), which: fc.nat(5) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('join' as const, 'leave' as const), who }) },
  fc.record({ kind: fc.constantFrom('membership ends' as const, 'membership stands again' as const), who }),
  fc.record({ kind: fc.constant('role' as const), who, role }),
  fc.record({ kind: fc.constant('somebody comes' as const), place }),
);

const DIFFERENCE = `(TABLE access_grant EXCEPT TABLE expected_grants) UNION ALL (TABLE expected_grants EXCEPT TABLE access_grant)`;
/** Per person, class, side, purpose and day: what somebody may do, whatever the grounds. */
const HELD = `SELECT DISTINCT m.id || ' ' || side || ' ' || class || ' ' || purpose || ' ' || day AS held FROM access_grant g
  JOIN membership m ON m.ended_at IS NULL AND g.grantee_id IN (m.id,
    (SELECT id FROM grantee s WHERE s.organisation_id = m.organisation_id AND s.role = m.role))
  CROSS JOIN LATERAL (SELECT 'read' AS side, unnest(read_classes) AS class UNION ALL SELECT 'write', unnest(write_classes)) c
  CROSS JOIN LATERAL unnest(coalesce(g.purposes, every_purpose())) purpose
  CROSS JOIN unnest($2::int[]) day
  WHERE g.client_id = $1 AND g.valid_from <= $3::timestamptz + day * interval '1 day'
    AND (g.valid_until IS NULL OR g.valid_until > $3::timestamptz + day * interval '1 day')`;
/** The same for denials that stand, from the consents themselves and not from any view. */
const DENIED = `SELECT DISTINCT m.id || ' ' || side || ' ' || denied || ' ' || purpose || ' ' || day AS held FROM consent k
  JOIN membership m ON m.organisation_id = k.recipient_organisation_id AND m.ended_at IS NULL
    AND (k.recipient_role IS NULL OR m.role = k.recipient_role)
    AND (k.recipient_membership_id IS NULL OR m.id = k.recipient_membership_id)
  CROSS JOIN unnest(k.classes) denied CROSS JOIN unnest(ARRAY['read', 'write']) side
  CROSS JOIN LATERAL unnest(coalesce(k.purposes, every_purpose())) purpose
  CROSS JOIN unnest($2::int[]) day
  WHERE k.client_id = $1 AND k.decision = 'deny' AND k.state = 'active'
    AND k.valid_from <= $3::timestamptz + day * interval '1 day'
    AND (k.valid_until IS NULL OR k.valid_until > $3::timestamptz + day * interval '1 day')`;

/** A client, workers of two places, and what she says; straight in the tables, as their owner. */
export class Scene {
  protected readonly consents: { readonly id: Id; readonly kind: string; readonly place: Id | undefined }[] = [];

  constructor(
    readonly client: pg.Client,
    readonly clientId: Id,
    readonly workers: readonly Id[],
    protected readonly places: readonly [Id, Id],
    protected readonly start: string,
  ) {}

  async happen(one: Event): Promise<void> {
    if ('to' in one) return this.agree(one);
    if ('which' in one) return this.end(one.kind, one.which);
    if (one.kind === 'somebody comes') {
      await contextOf(undefined as never, this.client).worker('coordinator', this.places[one.place]);
      return;
    }
    const id = this.workers[one.who];
    const sql = {
      join: `INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
        SELECT gen_random_uuid(), $1, $2, false, now() - interval '3 days', $2, 1
        WHERE NOT EXISTS (SELECT FROM care_team_member WHERE client_id = $1 AND membership_id = $2 AND ended_at IS NULL)`,
      leave: `UPDATE care_team_member SET ended_at = now(), ended_because = 'other', version = version + 1
        WHERE client_id = $1 AND membership_id = $2 AND ended_at IS NULL`,
      'membership ends': `UPDATE membership SET ended_at = now(), version = version + 1 WHERE id = $2 AND $1 IS NOT NULL`,
      'membership stands again': `UPDATE membership SET ended_at = NULL, version = version + 1 WHERE id = $2 AND $1 IS NOT NULL`,
      role: `UPDATE membership SET role = $3, version = version + 1 WHERE id = $2 AND $1 IS NOT NULL`,
    }[one.kind];
    const values = one.kind === 'role' ? [this.clientId, id, one.role] : [this.clientId, id];
    await this.client.query(sql.replace('$1 IS', '$1::uuid IS'), values);
  }

  async difference(): Promise<readonly unknown[]> {
    return (await this.client.query(DIFFERENCE)).rows;
  }

  held = (): Promise<ReadonlySet<string>> => this.set(HELD);
  denied = (): Promise<ReadonlySet<string>> => this.set(DENIED);

  /** With workers by their number, so that two scenes can be compared; who came since has none. */
  async heldByNumber(): Promise<readonly string[]> {
    const ofWorkers = [...(await this.held())].flatMap((right) => {
      const number = this.workers.indexOf(right.slice(0, 36));
      return number < 0 ? [] : [`${number}${right.slice(36)}`];
    });
    return ofWorkers.sort();
  }

  /** Nothing of hers stands any more: what was agreed is told apart by its kind. */
  kindOf = (which: number): string | undefined => this.consents[which % Math.max(1, this.consents.length)]?.kind;

  private async set(sql: string): Promise<ReadonlySet<string>> {
    const { rows } = await this.client.query<{ held: string }>(sql, [this.clientId, DAYS, this.start]);
    return new Set(rows.map(({ held }) => held));
  }

  private async agree({ kind, to, classes, purposes, from, days, reach }: Consent): Promise<void> {
    const id = newId();
    const member = 'who' in to ? this.workers[to.who] : null;
    const organisation = 'who' in to ? this.places[to.who < ROLES.length ? 0 : 1] : this.places[to.place];
    const its = 'who' in to ? null : (to.role ?? null);
    const of = member ? 'person' : its ? 'role' : 'organisation';
    await this.client.query(
      `INSERT INTO consent (id, client_id, decision, recipient_kind, recipient_organisation_id, recipient_role,
        recipient_membership_id, classes, purposes, valid_from, valid_until, how_given, explained_by, language, copy_given,
        words, state, created_at, created_by, updated_at, updated_by, version, reach)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, t.begins, t.begins + $11::int * interval '1 day', 'in_person', $12, 'en', true,
        '\\x01', 'active', now(), $12, now(), $12, 1, coalesce($14, 'record') FROM (SELECT $13::timestamptz + $10::int * interval '1 day' AS begins) t`,
      [
        id,
        this.clientId,
        kind,
        of,
        organisation,
        its,
        member,
        classes,
        purposes,
        from,
        days,
        this.workers[0],
        this.start,
        reach,
      ],
    );
    this.consents.push({ id, kind, place: organisation });
  }

  private async end(how: 'withdraw' | 'enter in error', which: number): Promise<void> {
    const one = this.consents[which % Math.max(1, this.consents.length)];
    if (!one) return;
    await this.client.query(
      `UPDATE consent SET state = $2, ended_at = app_now(), version = version + 1 WHERE id = $1 AND state = 'active'`,
      [one.id, how === 'withdraw' ? 'withdrawn' : 'entered_in_error'],
    );
  }
}
