import type { Asked, Driven } from './load/plan.js';
import { computed } from './computed.js';
import type { Load, Server } from './processes.js';

/** One of those that are compared: where it answers, and what it is asked, anew for every round. */
export interface Contender {
  readonly server: Server;
  readonly asked: () => Promise<readonly Asked[]>;
  /** Before each round. */
  readonly before?: () => Promise<unknown>;
}

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  /** The process id of PostgreSQL. */
  readonly postmaster: number;
}

/** And milliseconds of computing for each answer: they do not depend on what else the machine does. */
export interface Round extends Driven {
  readonly serverMs: number;
  readonly postgresMs: number;
}

/** Seconds: a server that has answered less than some thousands computes up to twice as long for each (measured). */
const WARM = 8;

/** First each is warmed up, then they take turns, so that what else the machine does meets all of them alike. */
export async function takeTurns(
  load: Load,
  contenders: readonly Contender[],
  { rounds, seconds, connections, postmaster }: Pace,
): Promise<readonly Round[][]> {
  const round = async ({ server, asked, before }: Contender, length: number): Promise<Round> => {
    await before?.();
    const drive = { url: server.url, asked: await asked(), connections, seconds: length };
    const began = computed(server.pid, postmaster);
    const driven = await load.drive(drive);
    const ended = computed(server.pid, postmaster);
    const each = (of: keyof typeof ended) => (ended[of] - began[of]) / driven.answered;
    return { ...driven, serverMs: each('server'), postgresMs: each('postgres') };
  };
  for (const contender of contenders) await round(contender, WARM);
  const results = contenders.map((): Round[] => []);
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const [at, contender] of contenders.entries()) results[at]?.push(await round(contender, seconds));
  }
  return results;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

export const medianOf = (driven: readonly Round[] | undefined, of: keyof Omit<Round, 'refused'>): number =>
  median((driven ?? []).map((one) => one[of]));

/** Milliseconds of the server and of PostgreSQL for one answer. */
export function computingOf(rounds: readonly Round[] | undefined): { readonly text: string; readonly all: number } {
  const [server, postgres] = [medianOf(rounds, 'serverMs'), medianOf(rounds, 'postgresMs')];
  return { text: `${server.toFixed(2)} + ${postgres.toFixed(2)}`, all: server + postgres };
}
