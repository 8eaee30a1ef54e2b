import { setTimeout } from 'node:timers/promises';
import { withClient } from '../src/platform/database/connect.js';
import { roleUrl } from '../src/platform/database/roles.js';
import type { Wanted } from './generate/generate.js';
import type { Ground } from './generate/ground.js';
import type { Grounds } from './grounds.js';
import type { Operation } from './operations.js';
import { movesOf, standing } from './moves.js';
import { People, type Circle, type Pair } from './people.js';
import { Server } from './processes.js';
import type { Contender } from './rounds.js';

const PAIRS = 2_000;
/** Each referral once in a turn: all of those that can be moved there and back. */
const RECEIVED = 10_000;
/** Connections to PostgreSQL, the same for everybody. */
const POOL = 16;

/** What the programme does by itself with people who were just made: sealing what they audited, reminding of what is due. */
const BEHIND = `SELECT (SELECT count(*) FROM audit_entry e LEFT JOIN audit_leaf l ON l.entry_id = e.id WHERE l.place IS NULL)
  + (SELECT count(*) FROM task t WHERE t.attend_at <= now()
      AND NOT EXISTS (SELECT FROM task_reminder r WHERE r.task_id = t.id AND r.attend_at = t.attend_at)) AS told`;
/** Seconds after which it is measured all the same. */
const CATCHES_UP_WITHIN = 120;

interface BareWish {
  readonly poolSize?: number;
  readonly pipeline?: 'on' | 'off';
  /** Writes where the programme is, which then seals what this server audits. */
  readonly isSealed?: boolean;
}

/** What the bare server wrote down begins with a brace: it seals nothing, and the programme could not open it. */
const FORGET_BARE = `
  DELETE FROM contact_answer WHERE contact_id IN (SELECT id FROM contact WHERE get_byte(words, 0) = ascii('{'));
  DELETE FROM contact WHERE get_byte(words, 0) = ascii('{')`;

/** A database of some size, the people in it who ask, and the servers that answer, each in a process of its own. */
export class Stage {
  private readonly servers: Server[] = [];

  private constructor(
    private readonly ground: Ground,
    /** Where the programme does not seal what the bare server audits. */
    private readonly bareGround: Ground,
    private readonly people: Readonly<Record<Circle, People>>,
    readonly programme: Server,
    /** In words. */
    readonly size: string,
  ) {
    this.servers.push(programme);
  }

  static async set(grounds: Grounds, wanted: Wanted): Promise<Stage> {
    const ground = grounds.ground(await grounds.forRun(wanted, 'ours'));
    const bareGround = grounds.ground(await grounds.forRun(wanted, 'bare'));
    const [team, receivers] = [await People.meet(ground, PAIRS), await People.meet(ground, RECEIVED, 'receivers')];
    const people = { team, receivers };
    const programme = await Server.start('programme', './programme-server.js', {
      ...{ BENCH_DATABASE: ground.directUrl, BENCH_SECRET: ground.secret, BENCH_MASTER_KEYS: ground.masterKeys },
      BENCH_POOL: String(POOL),
    });
    const stage = new Stage(ground, bareGround, people, programme, await sizeOf(wanted, ground));
    await stage.caughtUp();
    return stage;
  }

  async bare({ poolSize = POOL, pipeline = 'off', isSealed = false }: BareWish = {}): Promise<Server> {
    const { directUrl } = isSealed ? this.ground : this.bareGround;
    const server = await Server.start('bare', './bare/bare-server.js', {
      ...{ BENCH_DATABASE: directUrl, BENCH_POOL: String(poolSize), BENCH_PIPELINE: pipeline },
    });
    this.servers.push(server);
    return server;
  }

  private async caughtUp(): Promise<void> {
    const until = performance.now() + CATCHES_UP_WITHIN * 1_000;
    while ((await this.asOwner(BEHIND)) !== '0' && performance.now() < until) await setTimeout(500);
  }

  asProgramme(operation: Operation): Contender {
    // Sixty searches a minute are a worker's. All workers take turns, and what the round before has counted is forgotten.
    const before = operation.isLimited ? () => this.asOwner('TRUNCATE limit_window') : undefined;
    return {
      server: this.programme,
      asked: this.asked(operation, operation.programme, this.ground),
      ...(before && { before }),
    };
  }

  asBare(server: Server, operation: Operation): Contender {
    const { bareGround } = this;
    return { server, asked: this.asked(operation, operation.bare, bareGround) };
  }

  private asked(operation: Operation, of: Operation['bare'], ground: Ground): Contender['asked'] {
    const { isLimited = false, circle = 'team', isMove = false } = operation;
    return async () => {
      const pairs = await this.people[circle].signedIn();
      if (isMove) return movesOf(pairs, await standing(ground)).map(of);
      return (isLimited ? byTurns(pairs) : pairs).map(of);
    };
  }

  /** @returns the column `told` of its first row, where there is one */
  asOwner(sql: string): Promise<string | undefined> {
    return withClient(roleUrl(this.ground.directUrl, this.ground.secret, 'owner'), async (owner) => {
      const answer: unknown = await owner.query(sql); // several statements answer with a list
      return Array.isArray(answer) ? undefined : (answer as { rows: { told?: string }[] }).rows[0]?.told;
    });
  }

  forgetBare(): Promise<unknown> {
    return this.asOwner(FORGET_BARE);
  }

  async clear(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    await Promise.all(Object.values(this.people).map((people) => people.close()));
  }
}

/** Every worker once, then every worker again, about one of her clients after the other. */
function byTurns(pairs: readonly Pair[]): readonly Pair[] {
  const own = Map.groupBy(pairs, ({ membershipId }) => membershipId);
  const turns = Math.max(0, ...[...own.values()].map((each) => each.length));
  return Array.from({ length: turns }, (_, turn) =>
    [...own.values()].flatMap((each) => each[turn % each.length] ?? []),
  ).flat();
}

async function sizeOf({ clients, contacts }: Wanted, { directUrl }: Ground): Promise<string> {
  const text = 'SELECT pg_size_pretty(pg_database_size(current_database())) AS size';
  const [row] = await withClient(directUrl, async (client) => (await client.query<{ size: string }>(text)).rows);
  return `${clients} clients, ${contacts} contacts, ${row?.size ?? ''}`;
}
