import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Id } from '../../src/kernel/ids.js';
import { contextOf } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { consent, event, ROLES, Scene, type Event } from './consent-scene.js';

const FULL = process.env['PROOF'] === 'full';
const HISTORIES = FULL ? 300 : 12;
const LONGEST = FULL ? 30 : 10;
const history = fc.array(event, { maxLength: LONGEST });

describe('grants, after any history of consents', () => {
  let db: TestDatabase;
  let places: readonly [Id, Id];
  const start = new Date().toISOString();
  beforeAll(async () => {
    db = await cloneDatabase();
    places = [await contextOf(db).organisation(), await contextOf(db).organisation()];
  });
  afterAll(() => db.drop());

  /** A client of the first place and workers of both, in one transaction that leaves nothing behind. */
  const inScene = <T>(work: (scene: Scene) => Promise<T>): Promise<T> =>
    db.as('owner', async (client) => {
      await client.query('BEGIN');
      const context = contextOf(db, client);
      const workers: Id[] = [];
      for (const at of places) for (const its of ROLES) workers.push((await context.worker(its, at)).membershipId);
      const result = await work(new Scene(client, await context.client(places[0]), workers, places, start));
      await client.query('ROLLBACK');
      return result;
    });
  const law = (check: (events: readonly Event[]) => Promise<void>) =>
    fc.assert(fc.asyncProperty(history, check), { numRuns: HISTORIES });
  const missingFrom = (all: ReadonlySet<string>, some: ReadonlySet<string>) => [...some].filter((one) => !all.has(one));

  it(
    'are what the one definition expects, and a denial that stands beats every permit, after each step',
    () =>
      law((events) =>
        inScene(async (scene) => {
          for (const one of events) {
            await scene.happen(one);
            expect(await scene.difference()).toEqual([]);
            const denied = await scene.denied();
            expect([...(await scene.held())].filter((right) => denied.has(right))).toEqual([]);
          }
        }),
      ),
    300_000,
  );

  it(
    'never narrow by a permit, never widen by a denial or by a permit that is taken back',
    () =>
      law((events) =>
        inScene(async (scene) => {
          let before = await scene.held();
          for (const one of events) {
            const ended = 'which' in one ? scene.kindOf(one.which) : undefined;
            await scene.happen(one);
            const after = await scene.held();
            if (one.kind === 'permit' || ended === 'deny') expect(missingFrom(after, before)).toEqual([]);
            if (one.kind === 'deny' || ended === 'permit') expect(missingFrom(before, after)).toEqual([]);
            before = after;
          }
        }),
      ),
    300_000,
  );

  it(
    'do not depend on the order in which she said things',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc
            .array(fc.oneof(consent('permit'), consent('deny')), { maxLength: LONGEST })
            .chain((said) => fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length }))),
          async ([said, shuffled]) => {
            const ends = (order: readonly Event[]) =>
              inScene(async (scene) => {
                for (const one of order) await scene.happen(one);
                return (await scene.heldByNumber()).join('\n');
              });
            expect(await ends(shuffled)).toBe(await ends(said));
          },
        ),
        { numRuns: HISTORIES },
      ),
    300_000,
  );

  it(
    'are back where they were when everything she said is taken back',
    () =>
      law((events) =>
        inScene(async (scene) => {
          const said = events.filter((one) => 'to' in one);
          const before = await scene.held();
          for (const one of said) await scene.happen(one);
          for (let which = 0; which < said.length; which++) await scene.happen({ kind: 'withdraw', which });
          expect(await scene.held()).toEqual(before);
        }),
      ),
    300_000,
  );

  it.each([
    [
      'consent_moves_grants',
      'consent',
      { kind: 'permit', to: { place: 1 }, classes: ['identity_name'], purposes: null, from: 0, days: null },
    ],
    ['membership_moves_grants', 'membership', { kind: 'somebody comes', place: 0 }],
  ] as const)('would be caught not following without the trigger %s', async (trigger, table, one) => {
    const drift = await inScene(async (scene) => {
      await scene.happen({
        kind: 'deny',
        to: { who: 0 },
        classes: ['coordination'],
        purposes: null,
        from: 0,
        days: null,
      });
      await scene.client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
      await scene.happen(one);
      return scene.difference();
    });
    expect(drift.length).toBeGreaterThan(0);
  });
});
