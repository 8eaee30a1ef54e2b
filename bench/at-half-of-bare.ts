import type { Comparing } from './comparisons.js';
import { caption, loadNow, table, verdict } from './report.js';
import { medianOf, takeTurns } from './rounds.js';
import type { Server } from './processes.js';

const WORST_P99 = 50;
/** Longer than the sealer's ten seconds, so that one of its turns is among them. */
const SECONDS = 15;
const CONNECTIONS = 64;

const ms = (value: number): string => value.toFixed(1);
const whole = (value: number): string => String(Math.round(value));

/** Requests arrive at half of what the bare limit can do, whether the ones before were answered or not. */
export async function atHalfOfBare(comparing: Comparing, known: ReadonlyMap<string, number>): Promise<void> {
  const { stage, load, operations } = comparing;
  const plain = await stage.bare();
  const rows: string[][] = [];
  for (const operation of operations) {
    const saturation = known.get(operation.name) ?? (await saturationOf(comparing, plain, operation));
    const { server, asked, before } = stage.asProgramme(operation);
    await before?.();
    const paced = { connections: CONNECTIONS, seconds: SECONDS, rate: saturation / 2 };
    const { p50, p95, p99, worst, perSecond, refusals } = await load.press({
      url: server.url,
      asked: await asked(),
      ...paced,
    });
    const answered = [whole(saturation), whole(paced.rate), whole(perSecond)];
    const times = [ms(p50), ms(p95), ms(p99), ms(worst)];
    // Whoever is asked to come again has not been answered within any time.
    const figure = verdict(refusals > 0 ? Infinity : p99, WORST_P99, 'most');
    rows.push([operation.what, ...answered, ...times, String(refusals), figure, loadNow()]);
    console.log(`  ${operation.name} at ${whole(paced.rate)} a second: p99 ${ms(p99)} ms`);
  }
  await plain.stop();
  await stage.forgetBare();
  const heads = [
    'at half of bare',
    'bare a second',
    'asked',
    'answered',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'worst ms',
    'turned away',
    'figure',
    'load',
  ];
  console.log(`\n${caption(stage.size)}\n${table(heads, rows)}\n`);
}

/** Of the bare limit, by turns with the programme, which is warm afterwards. */
async function saturationOf(
  { stage, load, pace }: Comparing,
  plain: Server,
  operation: Comparing['operations'][number],
): Promise<number> {
  const contenders = [stage.asBare(plain, operation), stage.asProgramme(operation)];
  const [bare] = await takeTurns(load, contenders, { ...pace, rounds: Math.min(pace.rounds, 2) });
  return medianOf(bare, 'perSecond');
}
