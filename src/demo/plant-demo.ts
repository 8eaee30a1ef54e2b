import { AccessTokens } from '../access/access-tokens.js';
import { DEMO_LIVES } from './demo-lives.js';
import type { DemoWorker } from './demo-places.js';
import { requestsOfCallers } from './demo-callers.js';
import { requestsOfServices } from './demo-services.js';
import { DemoSessions } from './demo-sessions.js';
import type { DemoRequest, Life } from './life.js';
import { plantWorkers, type DemoGround } from './plant-workers.js';
import { openPlantingProgramme, type PlantingProgramme } from './planting-programme.js';
import { requestsOf } from './requests-of-life.js';

/** Lives planted side by side. */
const AT_ONCE = 4;
/** Each takes one connection, and the keys now and then another. */
const CONNECTIONS = AT_ONCE + 2;

export interface Demo extends DemoGround {
  /** An earlier start was broken off: what is there already stays as it is. */
  readonly goesOn?: boolean;
  readonly lives?: readonly Life[];
}

/**
 * Invented organisations, workers and people, so that there is something to look at. Whatever happened in the people's
 * lives is done by those workers, through the API, at the time when it happened: the history is a real one. It can be
 * done again where it was broken off.
 */
export async function plantDemo(demo: Demo): Promise<void> {
  await plantWorkers(demo);
  const programme = await openPlantingProgramme(demo, CONNECTIONS);
  const sessions = new DemoSessions(demo.ownerUrl, programme.app.get(AccessTokens));
  try {
    await new Planting(programme, demo).all(demo.lives ?? DEMO_LIVES, sessions);
  } finally {
    await sessions.close(); // This commit waits for the disk, and takes all that came before it along.
    await programme.close();
  }
}

class Planting {
  private readonly tokens = new Map<DemoWorker, string>();

  constructor(
    private readonly programme: PlantingProgramme,
    private readonly demo: Pick<Demo, 'asOf' | 'goesOn'>,
  ) {}

  async all(lives: readonly Life[], sessions: DemoSessions): Promise<void> {
    const { asOf } = this.demo;
    const told = (some: readonly Life[]) => some.map((life) => requestsOf(life, asOf));
    const ledTo = told(lives.filter(({ isLedTo }) => isLedTo)).flat();
    const before = [...requestsOfServices(asOf), ...requestsOfCallers(asOf), ...ledTo];
    const waiting = told(lives.filter(({ isLedTo }) => !isLedTo));
    for (const worker of new Set([...before, ...waiting.flat()].map(({ as }) => as)))
      this.tokens.set(worker, await sessions.open(worker, this.demo.asOf));
    // The lives lead to these.
    for (const request of before) await this.send(request);
    const plantNext = async (): Promise<void> => {
      for (let requests = waiting.shift(); requests; requests = waiting.shift())
        for (const request of requests) await this.send(request);
    };
    // All come to an end before the first fault is thrown: none may still be at work when the programme is closed.
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, plantNext));
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
  }

  private async send({ at, as, method, path, body, version }: DemoRequest): Promise<void> {
    const headers = {
      authorization: `Bearer ${this.tokens.get(as) ?? ''}`,
      ...(method === 'PATCH' && { 'content-type': 'application/merge-patch+json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    };
    const options = { headers: { 'content-type': 'application/json', ...headers }, ...(body && { payload: body }) };
    // Within the clock's moment also what waits for the answer: a request begins when somebody awaits it.
    const { app, clock } = this.programme;
    const answer = await clock.at(at, async () => await app.inject({ method, url: path, ...options }));
    if (answer.statusCode < 300 || (this.demo.goesOn && standsAlready(answer.body))) return;
    throw new Error(`The demo could not be planted: ${method} ${path} by ${as.email} at ${at} gave ${answer.body}`);
  }
}

/**
 * A change that was made before is answered as stale, a record whose receipt is no longer kept as a taken id; and who
 * left the team since then finds nobody.
 */
const standsAlready = (problem: string): boolean => {
  const { code } = JSON.parse(problem) as { code?: string };
  return code === 'stale' || code === 'id_taken' || code === 'not_found';
};
