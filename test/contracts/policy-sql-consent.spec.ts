import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { DATA_CLASSES, ROLES } from '../../src/access/policy.js';
import { withClient } from '../../src/platform/database/connect.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import {
  mutate,
  RULES_OF_CONSENT,
  RULES_OF_RELATIONSHIP,
  RULES_OF_ROWS,
  toggleCeiling,
  type Mutation,
} from './access-mutations.js';
import { QUESTIONS, sample, SITUATIONS } from './decision-situations.js';
import { FULL, shuffled } from './drawing.js';
import { differencesIn, plantSituations, type Planted } from './situation-sql.js';

/** `PROOF=full` breaks every rule; otherwise one of each kind, another for another SEED. */
const BROKEN = FULL ? Infinity : 1;
const whenFull = FULL ? it : it.skip;
const some = <T>(all: readonly T[]): readonly T[] => shuffled(all).slice(0, BROKEN);

describe('what PostgreSQL lets the application role do, by relationship and consent', () => {
  let db: TestDatabase;
  let planted: readonly Planted[];
  beforeAll(async () => {
    db = await cloneDatabase();
    planted = await db.as('owner', (owner) => plantSituations(owner, sample()));
  }, 120_000);
  afterAll(() => db.drop());

  const asked = (where: TestDatabase, about: readonly Planted[]) =>
    where.as('app', async (app) => {
      await app.query('BEGIN');
      return differencesIn(app, about);
    });

  it('is what the rules say, in what is drawn by chance', async () => {
    expect(await asked(db, planted)).toEqual([]);
    expect(planted.length).toBeGreaterThan(500);
  }, 60_000);

  whenFull(
    'is what the rules say, in every situation there is',
    async () => {
      const every = await cloneDatabase();
      const all = await every.as('owner', (owner) => plantSituations(owner, SITUATIONS));
      expect(await asked(every, all)).toEqual([]);
      expect(all.length * QUESTIONS.length).toBeGreaterThan(43_000);
      await every.drop();
    },
    900_000,
  );

  /** In a transaction that is never committed, with the grants that follow from what was broken. */
  const unlike = (breakIt: (superuser: pg.Client) => Promise<void>): Promise<readonly string[]> =>
    withClient(db.adminUrl, async (superuser) => {
      await superuser.query('BEGIN');
      await breakIt(superuser);
      await superuser.query(`DELETE FROM access_grant;
        INSERT INTO access_grant SELECT * FROM expected_grants ON CONFLICT DO NOTHING; SET LOCAL ROLE throughline_app`);
      return differencesIn(superuser, planted);
    });

  it('is the same where nothing is broken', async () => {
    expect(await unlike(() => Promise.resolve())).toEqual([]);
  }, 60_000);

  const byRule = (all: readonly Mutation[]) => some(all).map((one) => [one.rule, one] as const);

  describe('differs in what is drawn by chance as soon as one rule is taken away', () => {
    it.each([...byRule(RULES_OF_CONSENT), ...byRule(RULES_OF_RELATIONSHIP), ...byRule(RULES_OF_ROWS)])(
      '%s',
      async (_, mutation) =>
        expect((await unlike((superuser) => mutate(superuser, mutation))).length).toBeGreaterThan(0),
      60_000,
    );
  });

  describe('differs when a role may hold a class more or less', () => {
    const cells = ROLES.flatMap((role) =>
      (['read', 'write'] as const).flatMap((side) => DATA_CLASSES.map((of) => [role, side, of] as const)),
    );
    it.each(some(cells))(
      '%s %s %s',
      async (...cell) =>
        expect((await unlike((superuser) => toggleCeiling(superuser, ...cell))).length).toBeGreaterThan(0),
      60_000,
    );
  });
});
