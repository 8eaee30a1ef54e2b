import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { AConsentAsItStandsNow1764000093200 } from '../../migrations/1764000093200-a-consent-as-it-stands-now.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { contextOf, type PlantedWorker } from '../support/context.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const FROM = '2026-03-01T00:00:00Z';
const UNTIL = '2026-06-01T00:00:00Z';

interface Case {
  readonly at: string;
  readonly purpose: string;
  readonly purposes?: readonly string[];
  readonly state?: string;
  /** Somebody of another role there, who is not named. */
  readonly isOther?: true;
  readonly shown: boolean;
}

const TREATMENT = { purpose: 'treatment' };
const CASES: Readonly<Record<string, Case>> = {
  'while it holds': { at: '2026-04-01T00:00:00Z', ...TREATMENT, shown: true },
  'at its first moment': { at: FROM, ...TREATMENT, shown: true },
  'a moment before': { at: '2026-02-28T23:59:59.999Z', ...TREATMENT, shown: false },
  'in its last moment': { at: '2026-05-31T23:59:59.999Z', ...TREATMENT, shown: true },
  'when its time is over': { at: UNTIL, ...TREATMENT, shown: false },
  'for what was agreed': { at: '2026-04-01T00:00:00Z', ...TREATMENT, purposes: ['treatment'], shown: true },
  'for something else': { at: '2026-04-01T00:00:00Z', ...TREATMENT, purposes: ['care_management'], shown: false },
  'after it was taken back': { at: '2026-04-01T00:00:00Z', ...TREATMENT, state: 'withdrawn', shown: false },
  'to somebody whom it does not name': { at: '2026-04-01T00:00:00Z', ...TREATMENT, isOther: true, shown: false },
};

describe('a consent as it stood', () => {
  let db: TestDatabase;
  let context: ReturnType<typeof contextOf>;
  let home: Id;
  let client: Id;
  let reader: PlantedWorker;
  let other: PlantedWorker;
  beforeAll(async () => {
    db = await cloneDatabase();
    context = contextOf(db);
    [home] = [await context.organisation()];
    const elsewhere = await context.organisation();
    client = await context.client(home);
    reader = await context.worker('physician', elsewhere);
    other = await context.worker('counsellor', elsewhere);
  });
  afterAll(() => db.drop());

  async function consent({ purposes, state = 'active' }: Case): Promise<Id> {
    const id = newId();
    await context.plant(
      `INSERT INTO consent (id, client_id, decision, recipient_kind, recipient_organisation_id, recipient_role, classes, purposes,
         valid_from, valid_until, how_given, explained_by, language, copy_given, words, state, created_at, created_by, updated_at, updated_by, version)
       VALUES ($1, $2, 'permit', 'role', $3, 'physician', '{identity_name}', $4, $5, $6, 'phone', $7, 'en', true, '\\x01', 'active', $5, $7, $5, $7, 1)`,
      [id, client, reader.organisationId, purposes ?? null, FROM, UNTIL, reader.membershipId],
    );
    if (state !== 'active')
      await context.plant('UPDATE consent SET state = $2, ended_at = app_now(), version = 2 WHERE id = $1', [
        id,
        state,
      ]);
    return id;
  }

  const shown = async (wanted: Case): Promise<boolean> => {
    const id = await consent(wanted);
    return context.as(wanted.isOther ? other : reader, async (asking) => {
      await asking.query(`SELECT set_config('app.now', $1, true), set_config('app.purpose', $2, true)`, [
        wanted.at,
        wanted.purpose,
      ]);
      const { rows } = await asking.query<{ scope: object | null }>('SELECT consent_as_it_stood($1) AS scope', [id]);
      const scope = rows[0]?.scope ?? null;
      expect(Object.keys(scope ?? {}).filter((key) => key.endsWith('words'))).toEqual([]);
      return scope !== null;
    });
  };

  it.each(Object.entries(CASES))('is said %s as it should be', async (_, wanted) => {
    expect(await shown(wanted)).toBe(wanted.shown);
  });

  it('asked neither the time nor what for, before', async () => {
    await db.as('owner', async (owner) => {
      const runner = { query: (sql: string) => owner.query(sql) } as unknown as QueryRunner;
      await new AConsentAsItStandsNow1764000093200().down(runner);
    });
    const differ: string[] = [];
    for (const [name, wanted] of Object.entries(CASES)) if ((await shown(wanted)) !== wanted.shown) differ.push(name);
    expect(differ).toEqual(['a moment before', 'when its time is over', 'for something else']);
  });
});
