import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { madeBy } from '../../src/referrals/domain/referral-moves.js';
import { PARTIES, type Party } from '../../src/referrals/domain/referral.codes.js';
import { referralLifecycle, type ReferralFacts } from '../../src/referrals/domain/referral.lifecycle.js';
import { owedNow } from '../../src/referrals/domain/referral.rules.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const { verbs, states, moves: table } = referralLifecycle;
const decide: typeof referralLifecycle.decide = (...asked) => referralLifecycle.decide(...asked);
const NOW = '2026-11-23T16:00:00.000Z';

const FACTS: ReferralFacts = {
  ...{ parties: [], isAgreed: true, receiverStands: true, isOfCaller: false, fromLedger: true },
  ...{ tries: { count: 3, channels: 2, days: 2 }, hasLiveDate: false, hasOpenStay: false },
};

/** Who takes which step from where, as the lifecycle says it: each on one side alone, in every case there is. */
function stepsOfLifecycle(): readonly string[] {
  const every = verbs.flatMap((move) => table[move].from.map((from) => ({ move, from, to: table[move].to })));
  return every.flatMap(({ move, from, to }) =>
    PARTIES.flatMap((party) => {
      const may = (more: Partial<ReferralFacts>) => decide(move, from, { ...FACTS, parties: [party], ...more }).allowed;
      const [shared, unshared] = [may({}), may({ isAgreed: false })];
      if (!shared && !unshared) return [];
      const ofCaller = may({ isOfCaller: true }) || may({ isOfCaller: true, isAgreed: false });
      return [[move, from, to, party, ofCaller, !shared].join(' ')];
    }),
  );
}

describe('a step of a referral', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase();
  });
  afterAll(() => db.drop());

  const look = async <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    db.as('owner', async (owner) => (await owner.query(sql, [...values])).rows as Row[]);

  it('is known to the database as to the lifecycle, each of them and no other', async () => {
    const rows = await look<{ step: string }>(
      `SELECT concat_ws(' ', move, from_state, to_state, party, of_caller::text, once_unshared::text) AS step FROM referral_step`,
    );
    expect(rows.map(({ step }) => step).sort()).toEqual([...stepsOfLifecycle()].sort());
    expect(rows.length).toBeGreaterThan(100);
  });

  it('is told of in a part whose step it is, on however many sides the actor stands', () => {
    const sides: readonly (readonly Party[])[] = [
      ['sender', 'receiver'],
      ['sender', 'outside'],
      ['outside'],
      ['sender'],
    ];
    const misplaced = verbs.flatMap((move) =>
      table[move].from.flatMap((from) =>
        sides.flatMap((parties) => {
          if (!decide(move, from, { ...FACTS, parties }).allowed) return [];
          const party = madeBy(move, parties);
          const alone = decide(move, from, { ...FACTS, parties: party ? [party] : [] });
          return alone.allowed ? [] : [`${move} by ${party}, of ${parties.join(' and ')}`];
        }),
      ),
    );
    expect(misplaced).toEqual([]);
  });

  it('that comes next is owed in the database by whom the rules say, in each state, shared or not, known or not', async () => {
    const [{ owes } = { owes: '' }] = await look<{ owes: string }>(
      `SELECT pg_get_expr(d.adbin, d.adrelid) AS owes FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
        WHERE d.adrelid = 'referral'::regclass AND a.attname = 'owes'`,
    );
    const at = [null, NOW];
    const every = states.flatMap((state) =>
      at.flatMap((ended) =>
        at.flatMap((sender) =>
          at.flatMap((client) => [null, 'deceased'].map((why) => [state, ended, sender, client, why] as const)),
        ),
      ),
    );
    const rows = await look<{ owes: string }>(
      `SELECT ${owes} AS owes FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::text[])
         WITH ORDINALITY r(state, agreement_ended_at, known_to_sender_at, known_to_client_at, because, n) ORDER BY n`,
      [0, 1, 2, 3, 4].map((part) => every.map((one) => one[part])),
    );
    const byRules = every.map(([state, agreementEndedAt, knownToSenderAt, knownToClientAt, because]) => {
      const agreed = { consentId: newId(), agreedAt: null, agreedUntil: null, agreementEndedAt };
      return owedNow({ ...agreed, state, because, sentAt: NOW, knownToSenderAt, knownToClientAt }, NOW);
    });
    expect(rows.map(({ owes: by }, i) => [every[i], by])).toEqual(byRules.map((by, i) => [every[i], by]));
  });
});
