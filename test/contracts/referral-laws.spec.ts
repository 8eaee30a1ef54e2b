import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Id } from '../../src/kernel/ids.js';
import { contextOf } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { ROLES, type Event } from './consent-scene.js';
import { CARRIED, referralHistory, SceneWithReferrals, SHUT, type ReferralEvent } from './referral-scene.js';

const FULL = process.env['PROOF'] === 'full';
const HISTORIES = FULL ? 300 : 12;
const LONGEST = FULL ? 30 : 12;

const isOneOf = (states: readonly string[], state: string | undefined): boolean => states.includes(state ?? '');
const opens = (one: Event | ReferralEvent): boolean =>
  one.kind === 'refer' || (one.kind === 'moves' && isOneOf(CARRIED, one.to));
const shuts = (one: Event | ReferralEvent, from: string | undefined): boolean =>
  one.kind === 'deny' || (one.kind === 'moves' && isOneOf(CARRIED, from) && isOneOf(SHUT, one.to));

describe('grants, after any history of consents and referrals', () => {
  let db: TestDatabase;
  let places: readonly [Id, Id];
  const start = new Date().toISOString();
  beforeAll(async () => {
    db = await cloneDatabase();
    places = [await contextOf(db).organisation(), await contextOf(db).organisation()];
  });
  afterAll(() => db.drop());

  /** A client of the first place and workers of both, one of whom takes in; in a transaction that leaves nothing behind. */
  const inScene = <T>(work: (scene: SceneWithReferrals) => Promise<T>): Promise<T> =>
    db.as('owner', async (client) => {
      await client.query('BEGIN');
      const context = contextOf(db, client);
      const workers: Id[] = [];
      for (const at of places)
        for (const its of [...ROLES.slice(0, -1), 'intake_worker' as const])
          workers.push((await context.worker(its, at)).membershipId);
      const scene = new SceneWithReferrals(client, await context.client(places[0]), workers, places, start);
      const result = await work(scene);
      await client.query('ROLLBACK');
      return result;
    });
  const law = (check: (events: readonly (Event | ReferralEvent)[]) => Promise<void>) =>
    fc.assert(fc.asyncProperty(referralHistory(LONGEST), check), { numRuns: HISTORIES });
  const missingFrom = (all: ReadonlySet<string>, some: ReadonlySet<string>) => [...some].filter((one) => !all.has(one));

  it(
    'are what the one definition expects, narrowed to the referral, and a denial beats it, after each step',
    () =>
      law((events) =>
        inScene(async (scene) => {
          for (const one of events) {
            await scene.happenHere(one);
            expect(await scene.difference()).toEqual([]);
            expect(await scene.misplaced()).toEqual([]);
            const denied = await scene.denied();
            expect([...(await scene.held())].filter((right) => denied.has(right))).toEqual([]);
          }
        }),
      ),
    300_000,
  );

  it(
    'never narrow by what is sent or reopened, never widen by what is declined, withdrawn or taken back',
    () =>
      law((events) =>
        inScene(async (scene) => {
          let before = await scene.held();
          for (const one of events) {
            const ended = 'which' in one ? scene.kindOf(one.which) : undefined;
            const from = await scene.happenHere(one);
            const after = await scene.held();
            if (opens(one) || ended === 'deny') expect(missingFrom(after, before)).toEqual([]);
            if (shuts(one, from) || ended === 'permit') expect(missingFrom(before, after)).toEqual([]);
            before = after;
          }
        }),
      ),
    300_000,
  );

  it(
    'are none by a referral where every consent is taken back, and none where every referral is withdrawn',
    () =>
      law((events) =>
        inScene(async (scene) => {
          for (const one of events) await scene.happenHere(one);
          const carried = async () =>
            (
              await scene.client.query(`SELECT FROM access_grant WHERE basis = 'referral' AND client_id = $1`, [
                scene.clientId,
              ])
            ).rowCount;
          await scene.client.query('SAVEPOINT as_it_stands');
          for (let which = 0; which < events.length; which++) await scene.happen({ kind: 'withdraw', which });
          expect(await carried()).toBe(0);
          await scene.client.query('ROLLBACK TO as_it_stands');
          for (let referral = 0; referral < events.length; referral++)
            await scene.happenHere({ kind: 'moves', referral, to: 'withdrawn' });
          expect(await carried()).toBe(0);
        }),
      ),
    300_000,
  );

  it.each(['referral_made_moves_grants', 'referral_moves_grants', 'consent_moves_grants'])(
    'would be caught not following without the trigger %s',
    async (trigger) => {
      const drift = await inScene(async (scene) => {
        const of = { classes: ['identity_name', 'coordination'], purposes: null, from: 0, days: null };
        await scene.happen({ kind: 'permit', to: { place: 1 }, reach: 'referrals', ...of });
        if (trigger !== 'referral_made_moves_grants') await scene.happenHere(REFER);
        const table = trigger === 'consent_moves_grants' ? 'consent' : 'referral';
        await scene.client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
        if (trigger === 'referral_made_moves_grants') await scene.happenHere(REFER);
        if (trigger === 'referral_moves_grants')
          await scene.happenHere({ kind: 'moves', referral: 0, to: 'withdrawn' });
        if (trigger === 'consent_moves_grants') await scene.happen({ kind: 'withdraw', which: 0 });
        return scene.difference();
      });
      expect(drift.length).toBeGreaterThan(0);
    },
  );
});

const REFER: ReferralEvent = { kind: 'refer', under: 0, shares: ['coordination', 'identity_name'] };
