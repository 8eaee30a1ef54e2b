import type { Asked, Driven } from './load/plan.js';
import type { Load } from './processes.js';

/** One of those that are compared: where it answers, and what it is asked, anew for every round. */
export interface Contender {
  readonly url: string;
  readonly asked: () => Promise<readonly Asked[]>;
  /** Before each round. */
  readonly before?: () => Promise<unknown>;
}

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

const WARM = 2;

/** First each is warmed up, then they take turns, so that what else the machine does meets all of them alike. */
export async function takeTurns(
  load: Load,
  contenders: readonly Contender[],
  { rounds, seconds, connections }: Pace,
): Promise<readonly Driven[][]> {
  const round = async ({ url, asked, before }: Contender, length: number) => {
    await before?.();
    return load.drive({ url, asked: await asked(), connections, seconds: length });
  };
  for (const contender of contenders) await round(contender, WARM);
  const results = contenders.map((): Driven[] => []);
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const [at, contender] of contenders.entries()) results[at]?.push(await round(contender, seconds));
  }
  return results;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

export const medianOf = (driven: readonly Driven[] | undefined, of: keyof Omit<Driven, 'refused'>): number =>
  median((driven ?? []).map((one) => one[of]));
