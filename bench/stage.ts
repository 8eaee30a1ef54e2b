import { withClient } from '../src/platform/database/connect.js';
import { roleUrl } from '../src/platform/database/roles.js';
import type { Wanted } from './generate/generate.js';
import type { Ground } from './generate/ground.js';
import type { Grounds } from './grounds.js';
import type { Operation } from './operations.js';
import { People, type Pair } from './people.js';
import { Server } from './processes.js';
import type { Contender } from './rounds.js';

const PAIRS = 2_000;
/** Connections to PostgreSQL, the same for everybody. */
const POOL = 16;

interface BareWish {
  readonly poolSize?: number;
  readonly pipeline?: 'on' | 'off';
  /** Writes where the programme is, which then seals what this server audits. */
  readonly isSealed?: boolean;
}

/** A database of some size, the people in it who ask, and the servers that answer, each in a process of its own. */
export class Stage {
  private readonly servers: Server[] = [];

  private constructor(
    private readonly ground: Ground,
    /** Where the programme does not seal what the bare server audits. */
    private readonly bareGround: Ground,
    private readonly people: People,
    readonly programme: Server,
  ) {
    this.servers.push(programme);
  }

  static async set(grounds: Grounds, wanted: Wanted): Promise<Stage> {
    const ground = grounds.ground(await grounds.forRun(wanted, 'ours'));
    const bareGround = grounds.ground(await grounds.forRun(wanted, 'bare'));
    const people = await People.meet(ground, PAIRS);
    const programme = await Server.start('programme', './programme-server.js', {
      ...{ BENCH_DATABASE: ground.directUrl, BENCH_SECRET: ground.secret, BENCH_MASTER_KEYS: ground.masterKeys },
      BENCH_POOL: String(POOL),
    });
    return new Stage(ground, bareGround, people, programme);
  }

  async bare({ poolSize = POOL, pipeline = 'off', isSealed = false }: BareWish = {}): Promise<Server> {
    const { directUrl } = isSealed ? this.ground : this.bareGround;
    const server = await Server.start('bare', './bare/bare-server.js', {
      ...{ BENCH_DATABASE: directUrl, BENCH_POOL: String(poolSize), BENCH_PIPELINE: pipeline },
    });
    this.servers.push(server);
    return server;
  }

  asProgramme(operation: Operation): Contender {
    // Sixty searches a minute are a worker's: here each asks a thousand times as often.
    const before = operation.name === 'search' ? () => this.asOwner('TRUNCATE limit_window') : undefined;
    const asked = async () => (await this.people.signedIn()).map(operation.programme);
    return { server: this.programme, asked, ...(before && { before }) };
  }

  asBare(server: Server, of: (pair: Pair) => ReturnType<Operation['bare']>): Contender {
    return { server, asked: async () => (await this.people.signedIn()).map(of) };
  }

  /** @returns the column `told` of its first row, where there is one */
  asOwner(sql: string): Promise<string | undefined> {
    return withClient(roleUrl(this.ground.directUrl, this.ground.secret, 'owner'), async (owner) => {
      const answer: unknown = await owner.query(sql); // several statements answer with a list
      return Array.isArray(answer) ? undefined : (answer as { rows: { told?: string }[] }).rows[0]?.told;
    });
  }

  async clear(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    await this.people.close();
  }
}
