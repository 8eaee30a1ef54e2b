import { AccessTokens } from '../src/access/access-tokens.js';
import type { Role } from '../src/access/policy.js';
import { wantedBy } from '../src/clients/domain/search-query.js';
import type { Id } from '../src/kernel/ids.js';
import { appDatabase } from '../src/platform/database/app-database.js';
import { withClient } from '../src/platform/database/connect.js';
import { roleUrl } from '../src/platform/database/roles.js';
import { Transactions } from '../src/platform/database/transaction.js';
import { HouseKeys } from '../src/platform/sealing/house-keys.js';
import { MasterKeys } from '../src/platform/sealing/master-key.js';
import { SearchTokens } from '../src/platform/sealing/search-tokens.js';
import { Words } from '../src/platform/sealing/words.js';
import type { SearchBody } from './bare/bare-acts.js';
import type { Ground } from './generate/ground.js';

/** A worker, one of the clients she works with, and a name that this client is found by. */
export interface Pair {
  readonly clientId: Id;
  readonly personId: Id;
  readonly membershipId: Id;
  readonly organisationId: Id;
  readonly role: Role;
  readonly sessionId: Id;
  readonly token: string;
  readonly name: string;
  readonly search: SearchBody;
  /** Of a receiver. */
  readonly referralId: Id | null;
}

/** A team member and a client of theirs; or whoever answers what is asked, a client asked for, and where that stands. */
const CIRCLES = {
  team: `SELECT client_id, membership_id, NULL::uuid AS referral_id FROM care_team_member WHERE ended_at IS NULL
    ORDER BY md5(id::text) LIMIT $1`,
  receivers: `SELECT r.client_id, m.id AS membership_id, r.id AS referral_id FROM referral r
    JOIN LATERAL (SELECT id FROM membership m WHERE m.organisation_id = r.receiver_organisation_id AND m.role = 'intake_worker'
      ORDER BY md5(m.id::text || r.id::text) LIMIT 1) m ON true
    WHERE r.state IN ('accepted', 'preadmission_pending', 'next_date_owed') ORDER BY md5(r.id::text) LIMIT $1`,
} as const;
export type Circle = keyof typeof CIRCLES;

/** Spread over clients and workers by chance, and the same ones each time. */
const pairsOf = (circle: Circle) => `
  SELECT t.client_id AS "clientId", t.referral_id AS "referralId", m.staff_id AS "personId", m.id AS "membershipId", m.organisation_id AS "organisationId",
      m.role, n.id AS "nameId", n.words, k.wrapped
    FROM (${CIRCLES[circle]}) t
    JOIN membership m ON m.id = t.membership_id JOIN sealing_key k ON k.client_id = t.client_id
    JOIN LATERAL (SELECT id, words FROM client_name n WHERE n.client_id = t.client_id ORDER BY n.setting = 'legal' DESC, n.id
      LIMIT 1) n ON true`;
const SESSIONS = `
  INSERT INTO session (id, staff_id, membership_id, started_at, expires_at, verified_at)
    SELECT s.session, s.person, s.membership, now(), now() + interval '1 day', now()
      FROM jsonb_to_recordset($1) AS s(session uuid, person uuid, membership uuid) ON CONFLICT DO NOTHING`;

type PairRow = Omit<Pair, 'sessionId' | 'token' | 'name' | 'search'> & {
  readonly nameId: Id;
  readonly words: Buffer;
  readonly wrapped: Buffer;
};

/** Who asks and whom about: signed in, with tokens that the programme itself would have issued. */
export class People {
  private constructor(
    private readonly tokens: AccessTokens,
    private readonly search: SearchTokens,
    private readonly words: Words,
    private readonly rows: readonly PairRow[],
    readonly close: () => Promise<void>,
  ) {}

  static async meet(ground: Ground, howMany: number, circle: Circle = 'team'): Promise<People> {
    const url = roleUrl(ground.directUrl, ground.secret, 'app');
    const database = await appDatabase({ url, poolSize: 1, rows: [] }).initialize();
    const masterKeys = new MasterKeys(ground.masterKeys);
    const keys = new HouseKeys(new Transactions(database), masterKeys);
    const rows = await withClient(roleUrl(ground.directUrl, ground.secret, 'owner'), async (owner) => {
      const found = (await owner.query<PairRow>(pairsOf(circle), [howMany])).rows;
      const signedIn = found.map(({ personId: person, membershipId: membership }) => ({
        ...{ person, membership, session: sessionOf(membership) },
      }));
      await owner.query(SESSIONS, [JSON.stringify(signedIn)]);
      return found;
    });
    const close = () => database.destroy();
    return new People(new AccessTokens(keys), new SearchTokens(keys), new Words(masterKeys), rows, close);
  }

  /** With fresh tokens: they stand for five minutes. */
  async signedIn(): Promise<readonly Pair[]> {
    const issued = new Map<Id, string>();
    const pairs: Pair[] = [];
    for (const { words, wrapped, nameId, ...row } of this.rows) {
      const sessionId = sessionOf(row.membershipId);
      const token = issued.get(sessionId) ?? (await this.tokens.issue({ ...row, sessionId }));
      issued.set(sessionId, token);
      const place = { table: 'client_name', id: nameId, class: 'identity_name' };
      const { name } = this.words.open<{ name: string }>(this.words.unwrap(row.clientId, wrapped), place, words);
      pairs.push({ ...row, sessionId, token, name, search: await this.tokensOf(name) });
    }
    return pairs;
  }

  private async tokensOf(name: string): Promise<SearchBody> {
    const marks = wantedBy(name);
    const made = await this.search.wanted(marks.map(({ mark }) => mark));
    const hmacs = marks.map(({ mark }) => made.find((one) => one.mark === mark)?.hmac.toString('base64') ?? '');
    return {
      ...{ hmacs, parts: marks.map(({ part }) => part), weights: marks.map(({ weight }) => weight) },
      kinds: marks.map(({ mark }) => mark.kind),
    };
  }
}

/** One a worker, the same from run to run. */
const sessionOf = (membershipId: Id): Id => membershipId.replace(/^.{8}/, '0190bbbb');
