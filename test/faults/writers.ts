import { newId, type Id } from '../../src/kernel/ids.js';
import { asOwner, plantAccount, type Account, type Programme } from '../support/programme.js';

type Environment = Readonly<Record<string, string>>;

/** How long one write is tried again, in milliseconds: longer than any restart. */
const PERSISTENCE = 30_000;

/**
 * Workers who make client records one after the other, each under a key of its own, and ask again under the same key
 * until they are told that it is there: as a phone with poor signal does.
 */
export class Writers {
  /** What the API said it had saved: the key, and the id under which it is. */
  readonly acknowledged = new Map<string, Id>();
  /** Requests that got no answer, or none of the programme's own. */
  interrupted = 0;
  private stopped = false;
  private abandoned = false;

  private readonly tokens = new Map<Account, string>();

  private constructor(
    private readonly programme: () => Programme,
    private readonly accounts: readonly Account[],
  ) {}

  static async of(env: Environment, programme: () => Programme, count: number): Promise<Writers> {
    const first = await plantAccount(env, 'peer_navigator');
    const others = Array.from({ length: count - 1 }, () => plantAccount(env, 'peer_navigator', first.organisationId));
    const writers = new Writers(programme, [first, ...(await Promise.all(others))]);
    await Promise.all(writers.accounts.map((account) => writers.signIn(account)));
    return writers;
  }

  /** Until stopped; what is under way then is brought to its end. */
  async write(): Promise<void> {
    await Promise.all(this.accounts.map((account) => this.one(account)));
  }

  /** Waits until that many more are saved. */
  async acknowledge(more: number): Promise<void> {
    const wanted = this.acknowledged.size + more;
    while (this.acknowledged.size < wanted) await new Promise((wake) => setTimeout(wake, 20));
  }

  stop(): void {
    this.stopped = true;
  }

  /** At once: what has no answer yet gets none. */
  abandon(): void {
    this.stopped = true;
    this.abandoned = true;
  }

  private async one(account: Account): Promise<void> {
    while (!this.stopped) {
      const key = newId();
      const until = performance.now() + PERSISTENCE;
      for (let saved = false; !saved && !this.abandoned;) {
        if (performance.now() > until) throw new Error('A write was not taken for too long.');
        const answer = await this.ask(this.tokens.get(account) ?? '', key);
        if (answer === 401) await this.signIn(account);
        saved = typeof answer === 'string';
        if (typeof answer === 'string') this.acknowledged.set(key, answer);
        else await new Promise((wake) => setTimeout(wake, 50));
      }
    }
  }

  /** The id of what was saved, or the status of another answer, or nothing. */
  private async ask(token: string, key: string): Promise<Id | number | undefined> {
    try {
      const sending = { token, headers: { 'idempotency-key': key }, body: { goesBy: `Somebody ${key}` } };
      const answer = await this.programme().send('POST', '/v1/clients', sending);
      const body = (await answer.json()) as { id: Id };
      if (answer.status === 201) return body.id;
      if (answer.status >= 500) this.interrupted += 1;
      return answer.status;
    } catch {
      this.interrupted += 1;
      return undefined;
    }
  }

  private async signIn(account: Account): Promise<void> {
    for (const until = performance.now() + PERSISTENCE; !this.abandoned;) {
      try {
        this.tokens.set(account, (await this.programme().signIn(account)).accessToken);
        return;
      } catch (fault) {
        if (performance.now() > until) throw fault;
        await new Promise((wake) => setTimeout(wake, 100));
      }
    }
  }
}

export interface Fates {
  /** Acknowledged, and not there. */
  readonly lost: readonly Id[];
  /** Made more than once by one key, in the tables or in the audit. */
  readonly doubled: readonly Id[];
  /** There, although no key that was acknowledged made it: every key was asked until it was. */
  readonly unasked: readonly Id[];
}

/** What became of everything that was acknowledged, as the tables' owner sees it. */
export async function fatesOf(env: Environment, acknowledged: ReadonlyMap<string, Id>): Promise<Fates> {
  const ids = new Set(acknowledged.values());
  return asOwner(env, async (query) => {
    const clients = await query<{ id: Id; names: number; members: number; keys: number; entries: number }>(`
      SELECT c.id, (SELECT count(*)::int FROM client_name n WHERE n.client_id = c.id) AS names,
             (SELECT count(*)::int FROM care_team_member m WHERE m.client_id = c.id) AS members,
             (SELECT count(*)::int FROM sealing_key k WHERE k.client_id = c.id) AS keys,
             (SELECT count(*)::int FROM audit_entry a WHERE a.client_id = c.id AND a.event = 'client.created') AS entries
        FROM client c`);
    const there = new Set(clients.map(({ id }) => id));
    const once = ({ names, members, keys, entries }: (typeof clients)[number]) =>
      [names, members, keys, entries].every((count) => count === 1);
    return {
      lost: [...ids].filter((id) => !there.has(id)),
      doubled: [
        ...clients.filter((client) => !once(client)).map(({ id }) => id),
        ...repeated([...acknowledged.values()]),
      ],
      unasked: [...there].filter((id) => !ids.has(id)),
    };
  });
}

const repeated = (ids: readonly Id[]): Id[] => ids.filter((id, place) => ids.indexOf(id) !== place);
