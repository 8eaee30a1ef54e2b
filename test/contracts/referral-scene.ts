import fc from 'fast-check';
import { DATA_CLASSES } from '../../src/access/policy.js';
import type { Id } from '../../src/kernel/ids.js';
import { plantReferral } from '../support/planted-referral.js';
import { consent, event, Scene, type Event } from './consent-scene.js';

const SHARED = DATA_CLASSES.filter((name) => name !== 'counselling' && name !== 'coordination');
export const CARRIED = ['sent', 'accepted', 'in_progress'] as const;
/** For thirty days still shown, and so no wider than before. */
export const SHUT = ['declined', 'completed', 'stopped', 'withdrawn', 'entered_in_error'] as const;

const isOpen = (state: string): boolean => (CARRIED as readonly string[]).includes(state);

interface Refer {
  readonly kind: 'refer';
  /** Under which of the permits that there are by then. */
  readonly under: number;
  readonly shares: readonly string[];
}
interface Move {
  readonly kind: 'moves';
  readonly referral: number;
  readonly to: (typeof CARRIED)[number] | (typeof SHUT)[number];
}
interface Shares {
  readonly kind: 'shares';
  readonly referral: number;
  readonly shares: readonly string[];
}
export type ReferralEvent = Refer | Move | Shares;

const shares = fc.subarray(SHARED).map((classes) => ['coordination', ...classes]);
const refer = fc.record({ kind: fc.constant('refer' as const), under: fc.nat(5), shares });
const move = fc.record({
  ...{ kind: fc.constant('moves' as const), referral: fc.nat(5) },
  to: fc.constantFrom(...CARRIED, ...SHUT),
});
const share = fc.record({ kind: fc.constant('shares' as const), referral: fc.nat(5), shares });

/** A permit first, since nothing is sent without one; then whatever happens. */
export const referralHistory = (maxLength: number): fc.Arbitrary<readonly (Event | ReferralEvent)[]> =>
  fc
    .tuple(
      consent('permit'),
      refer,
      fc.array(
        fc.oneof(
          { weight: 4, arbitrary: event },
          { weight: 2, arbitrary: refer },
          { weight: 3, arbitrary: move },
          { weight: 1, arbitrary: share },
        ),
        { maxLength },
      ),
    )
    .map(([first, second, more]) => [first, second, ...more]);

const isOfReferrals = (one: Event | ReferralEvent): one is ReferralEvent =>
  ['refer', 'moves', 'shares'].includes(one.kind);

/** The same client with referrals, straight in the tables, as their owner. */
export class SceneWithReferrals extends Scene {
  private readonly referrals: Id[] = [];

  /** @returns where the one stood that is moved */
  async happenHere(one: Event | ReferralEvent): Promise<string | undefined> {
    if (!isOfReferrals(one)) await this.happen(one);
    else if (one.kind === 'refer') await this.refer(one);
    else return this.change(one);
    return undefined;
  }

  /** Each row that came by a referral is narrowed to it, and no other is. */
  async misplaced(): Promise<readonly unknown[]> {
    const { rows } = await this.client.query(
      `SELECT basis, scope_kind FROM access_grant WHERE client_id = $1 AND (basis = 'referral') <> (scope_kind IS NOT NULL
         AND scope_kind = 'referral' AND scope_id = basis_id)`,
      [this.clientId],
    );
    return rows;
  }

  private async change(one: Move | Shares): Promise<string | undefined> {
    const id = this.referrals[one.referral % Math.max(1, this.referrals.length)];
    if (id === undefined) return undefined;
    const { rows } = await this.client.query<{ state: string }>('SELECT state FROM referral WHERE id = $1', [id]);
    if (one.kind === 'shares') await this.client.query(SHARE, [id, one.shares]);
    else await this.client.query(MOVE, [id, one.to, this.start, isOpen(one.to)]);
    return rows[0]?.state;
  }

  private async refer({ under, shares: classes }: Refer): Promise<void> {
    const permits = this.consents.filter(({ kind }) => kind === 'permit');
    const permit = permits[under % Math.max(1, permits.length)];
    const [from, membershipId] = [this.places[0], this.workers[0]];
    if (permit?.place === undefined || membershipId === undefined) return;
    const { clientId, start } = this;
    const sender = { organisationId: from, membershipId };
    const one = { clientId, from: sender, to: permit.place, consentId: permit.id, classes, at: start };
    this.referrals.push(await plantReferral(this.client, one));
  }
}

const MOVE = `UPDATE referral SET state = $2, ended_at = CASE WHEN $4 THEN NULL ELSE $3::timestamptz END, version = version + 1
  WHERE id = $1`;
const SHARE = 'UPDATE referral SET shared_classes = $2, version = version + 1 WHERE id = $1';
