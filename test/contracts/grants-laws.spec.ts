import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import type { Id } from '../../src/kernel/ids.js';
import { contextOf } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const FULL = process.env['PROOF'] === 'full';
const HISTORIES = FULL ? 400 : 25;
const LONGEST = FULL ? 40 : 12;
const WORKERS = 4;

/** One thing that happens to a client's team, or to those who could be on it. */
type Event = TeamEvent | MembershipEvent | { readonly kind: 'home'; readonly away: boolean };
interface TeamEvent {
  readonly kind: 'join' | 'leave';
  readonly who: number;
}
type MembershipEvent =
  | { readonly kind: 'membership ends' | 'membership stands again'; readonly who: number }
  | { readonly kind: 'role'; readonly who: number; readonly role: string }
  | { readonly kind: 'organisation'; readonly who: number; readonly away: boolean };

const who = fc.integer({ min: 0, max: WORKERS - 1 });
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('join' as const), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('leave' as const), who }) },
  fc.record({ kind: fc.constantFrom('membership ends' as const, 'membership stands again' as const), who }),
  fc.record({
    kind: fc.constant('role' as const),
    who,
    role: fc.constantFrom('peer_navigator', 'physician', 'coordinator', 'administrator'),
  }),
  fc.record({ kind: fc.constant('organisation' as const), who, away: fc.boolean() }),
  fc.record({ kind: fc.constant('home' as const), away: fc.boolean() }),
);
const history = fc.array(event, { maxLength: LONGEST });

const WITHDRAWS = new Set<Event['kind']>(['leave', 'membership ends']);
const ADDS = new Set<Event['kind']>(['join', 'membership stands again']);

const JOIN = `INSERT INTO care_team_member (id, client_id, membership_id, is_primary, started_at, created_by, version)
  SELECT gen_random_uuid(), $1, $2, false, now() - interval '1 hour', $2, 1
   WHERE NOT EXISTS (SELECT FROM care_team_member WHERE client_id = $1 AND membership_id = $2 AND ended_at IS NULL)`;
const LEAVE = `UPDATE care_team_member SET ended_at = now(), ended_because = 'other', version = version + 1
  WHERE client_id = $1 AND membership_id = $2 AND ended_at IS NULL`;
const DIFFERENCE = `(TABLE access_grant EXCEPT SELECT * FROM expected_grants) UNION ALL (SELECT * FROM expected_grants EXCEPT TABLE access_grant)`;
/** Per grantee and class, whatever the grounds: what somebody may do. */
const HELD = `SELECT DISTINCT grantee_id || ' ' || side || ' ' || class AS held FROM access_grant g
  CROSS JOIN LATERAL (SELECT 'read' AS side, unnest(read_classes) AS class UNION ALL SELECT 'write', unnest(write_classes)) c
  WHERE client_id = $1 ORDER BY 1`;

describe('grants, after any history of a care team', () => {
  let db: TestDatabase;
  let places: readonly [Id, Id];
  beforeAll(async () => {
    db = await cloneDatabase();
    places = [await contextOf(db).organisation(), await contextOf(db).organisation()];
  });
  afterAll(() => db.drop());

  /** A client of the first place and workers of it, in one transaction that leaves nothing behind. */
  const inScene = <T>(work: (scene: Scene) => Promise<T>): Promise<T> =>
    db.as('owner', async (client) => {
      await client.query('BEGIN');
      const context = contextOf(db, client);
      const workers: Id[] = [];
      for (let i = 0; i < WORKERS; i++) {
        const role = i === 0 ? 'coordinator' : i === 1 ? 'physician' : 'peer_navigator';
        workers.push((await context.worker(role, places[0])).membershipId);
      }
      const result = await work(new Scene(client, await context.client(places[0]), workers, places));
      await client.query('ROLLBACK');
      return result;
    });

  const law = (runs: number, check: (events: readonly Event[]) => Promise<void>) =>
    fc.assert(fc.asyncProperty(history, check), { numRuns: runs });

  it(
    'are what the one definition expects, after each step',
    () =>
      law(HISTORIES, (events) =>
        inScene(async (scene) => {
          for (const one of events) {
            await scene.happen(one);
            expect(await scene.difference()).toEqual([]);
          }
        }),
      ),
    300_000,
  );

  it(
    'never widen by a withdrawal and never narrow by a tie that is added',
    () =>
      law(HISTORIES, (events) =>
        inScene(async (scene) => {
          let before = await scene.held();
          for (const one of events) {
            await scene.happen(one);
            const after = await scene.held();
            if (WITHDRAWS.has(one.kind)) expect([...after].filter((right) => !before.has(right))).toEqual([]);
            if (ADDS.has(one.kind)) expect([...before].filter((right) => !after.has(right))).toEqual([]);
            before = after;
          }
        }),
      ),
    300_000,
  );

  it(
    'depend on what stands, not on the order in which it came to be',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc
            .uniqueArray(event, { maxLength: LONGEST, selector: subjectOf })
            .chain((events) =>
              fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
            ),
          async ([events, shuffled]) => {
            const ends = async (order: readonly Event[]) =>
              inScene(async (scene) => {
                for (const one of order) await scene.happen(one);
                return (await scene.heldByPlace()).join('\n');
              });
            expect(await ends(shuffled)).toBe(await ends(events));
          },
        ),
        { numRuns: HISTORIES },
      ),
    300_000,
  );

  it('would be caught not following when the trigger on memberships is gone', async () => {
    const drift = await inScene(async (scene) => {
      await scene.happen({ kind: 'join', who: 1 });
      await scene.client.query('ALTER TABLE membership DISABLE TRIGGER membership_moves_grants');
      await scene.happen({ kind: 'membership ends', who: 1 });
      return scene.difference();
    });
    expect(drift).toHaveLength(1);
  });
});

/** What one event settles: two of the same subject do not commute. */
const subjectOf = (one: Event): string =>
  one.kind === 'home'
    ? 'home'
    : `${one.kind.split(' ')[0] === 'membership' ? 'membership' : one.kind === 'leave' ? 'join' : one.kind} ${one.who}`;

class Scene {
  constructor(
    readonly client: pg.Client,
    private readonly clientId: Id,
    private readonly workers: readonly Id[],
    private readonly places: readonly [Id, Id],
  ) {}

  async happen(one: Event): Promise<void> {
    const [here, away] = this.places;
    if (one.kind === 'home') {
      await this.client.query('UPDATE client SET home_organisation_id = $2, version = version + 1 WHERE id = $1', [
        this.clientId,
        one.away ? away : here,
      ]);
      return;
    }
    const worker = this.workers[one.who];
    if (isOfTeam(one)) await this.client.query(one.kind === 'join' ? JOIN : LEAVE, [this.clientId, worker]);
    else await this.client.query(...membershipChange(one, worker, this.places));
  }

  async difference(): Promise<readonly unknown[]> {
    return (await this.client.query(DIFFERENCE)).rows;
  }

  async held(): Promise<ReadonlySet<string>> {
    const { rows } = await this.client.query<{ held: string }>(HELD, [this.clientId]);
    return new Set(rows.map(({ held }) => held));
  }

  /** With workers by their number, so that two scenes can be compared. */
  async heldByPlace(): Promise<readonly string[]> {
    const numbered = (right: string) => this.workers.reduce((text, id, i) => text.replace(id, `worker ${i}`), right);
    return [...(await this.held())].map(numbered).sort();
  }
}

const isOfTeam = (one: Event): one is TeamEvent => one.kind === 'join' || one.kind === 'leave';

function membershipChange(
  one: MembershipEvent,
  id: Id | undefined,
  [here, away]: readonly [Id, Id],
): [string, unknown[]] {
  const set = (what: string, ...values: unknown[]): [string, unknown[]] => [
    `UPDATE membership SET ${what}, version = version + 1 WHERE id = $1`,
    [id, ...values],
  ];
  if (one.kind === 'role') return set('role = $2', one.role);
  if (one.kind === 'organisation') return set('organisation_id = $2', one.away ? away : here);
  return one.kind === 'membership ends' ? set('ended_at = now()') : set('ended_at = NULL');
}
