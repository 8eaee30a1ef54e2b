import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withClient } from '../../src/platform/database/connect.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { mutate, RULES_OF_REFERRALS } from './access-mutations.js';
import { REFERRED, sampleOfReferred } from './decision-referrals.js';
import { FULL, shuffled } from './drawing.js';
import { plantReferred, type ReferralScene } from './referral-rows.js';
import { referralDifferences } from './referral-sql.js';

/** `PROOF=full` breaks every rule and policy; otherwise so many of each, others for another SEED. */
const some = <T>(all: readonly T[], many: number): readonly T[] => (FULL ? all : shuffled(all).slice(0, many));

describe('what PostgreSQL lets the application role do through a referral', () => {
  let db: TestDatabase;
  let scene: ReferralScene;
  beforeAll(async () => {
    db = await cloneDatabase();
    scene = await db.as('owner', (owner) => plantReferred(owner, sampleOfReferred()));
  }, 120_000);
  afterAll(() => db.drop());

  const asked = (where: TestDatabase, about: ReferralScene) =>
    where.as('app', async (app) => {
      await app.query('BEGIN');
      return referralDifferences(app, about);
    });

  it('is what the rules say, in what is drawn by chance', async () => {
    expect(await asked(db, scene)).toEqual([]);
    expect(scene.planted.length).toBeGreaterThan(80);
    expect(scene.tables.map(({ table }) => table).sort()).toEqual(
      expect.arrayContaining([
        'attempt',
        'client_name',
        'goal',
        'need',
        'referral',
        'referral_summary',
        'stay',
        'task',
      ]),
    );
  }, 120_000);

  (FULL ? it : it.skip)(
    'is what the rules say, in every situation there is',
    async () => {
      const every = await cloneDatabase();
      const all = await every.as('owner', (owner) => plantReferred(owner, REFERRED));
      expect(await asked(every, all)).toEqual([]);
      expect(all.planted.length).toBeGreaterThan(1_500);
      await every.drop();
    },
    1_800_000,
  );

  /** In a transaction that is never committed, with the grants that follow from what was broken. */
  const unlike = (breakIt: (superuser: pg.Client) => Promise<unknown>): Promise<readonly string[]> =>
    withClient(db.adminUrl, async (superuser) => {
      await superuser.query('BEGIN');
      await breakIt(superuser);
      await superuser.query(`DELETE FROM access_grant;
        INSERT INTO access_grant SELECT * FROM expected_grants ON CONFLICT DO NOTHING; SET LOCAL ROLE throughline_app`);
      return referralDifferences(superuser, scene);
    });

  it('is the same where nothing is broken', async () => {
    expect(await unlike(() => Promise.resolve())).toEqual([]);
  }, 120_000);

  describe('differs as soon as one rule is taken away', () => {
    it.each(some(RULES_OF_REFERRALS, 2).map((one) => [one.rule, one] as const))(
      '%s',
      async (_, mutation) =>
        expect((await unlike((superuser) => mutate(superuser, mutation))).length).toBeGreaterThan(0),
      120_000,
    );
  });

  it('differs when a policy is taken away or lets everybody through, or a role may be shown another class', async () => {
    const changes = await db.as('owner', async (owner) => {
      const { rows } = await owner.query<{ change: string }>(CHANGES);
      return rows.map(({ change }) => change);
    });
    expect(changes.length).toBeGreaterThan(70);
    const unnoticed: string[] = [];
    for (const change of some(changes, 4))
      if ((await unlike((superuser) => superuser.query(change))).length === 0) unnoticed.push(change);
    expect(unnoticed).toEqual([]);
  }, 1_800_000);
});

/** Where one policy shows a record by every kind of scope: through no referral any more, and through one that is not open. */
const MERGED = `
  SELECT format('ALTER POLICY granted_read ON %I USING (%s)', tablename, changed) AS change FROM pg_policies
    CROSS JOIN LATERAL (VALUES (replace(qual, $$(g.scope_kind = 'referral'::text)$$, 'false')),
      (regexp_replace(qual, '\\(g\\.scope_id = (ANY \\(\\( SELECT app_referrals\\(\\) AS app_referrals\\)::uuid\\[\\]\\)|[a-z_.]+)\\)', 'true'))) v(changed)
   WHERE policyname = 'granted_read' AND qual LIKE '%scope_kind = ''referral''%' AND tablename <> 'client'`;

/** Every policy of referrals dropped and opened, and each class that a role may be shown put there or taken away. */
const CHANGES = `${MERGED}
  UNION ALL SELECT format('DROP POLICY %I ON %I', policyname, tablename) AS change FROM pg_policies
    WHERE starts_with(policyname, 'through_referral') AND tablename <> 'caller_key'
  UNION ALL SELECT format('ALTER POLICY %I ON %I %s %s', policyname, tablename,
      CASE WHEN qual IS NOT NULL THEN 'USING (true)' END, CASE WHEN with_check IS NOT NULL THEN 'WITH CHECK (true)' END)
    FROM pg_policies WHERE starts_with(policyname, 'through_referral') AND tablename <> 'caller_key'
  UNION ALL SELECT format($$UPDATE role_ceiling SET referral_classes = CASE WHEN %2$L = ANY (referral_classes::text[])
      THEN array_remove(referral_classes::text[], %2$L) ELSE referral_classes::text[] || %2$L::text END WHERE role = %1$L$$, role, class)
    FROM role_ceiling, unnest('{identity_name,identity_contact,coordination,medication,substance_use,mental_health}'::text[]) class
    -- Who comes by a link is asked in received-package.
    WHERE role NOT IN ('client', 'receiver') ORDER BY 1`;
