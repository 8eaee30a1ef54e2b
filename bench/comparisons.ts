import { OPERATIONS, UNAUDITED, type Operation } from './operations.js';
import type { Load } from './processes.js';
import { caption, loadNow, table, verdict } from './report.js';
import { computingOf, medianOf, takeTurns, type Pace } from './rounds.js';
import type { Stage } from './stage.js';

const ms = (value: number): string => value.toFixed(1);
const whole = (value: number): string => String(Math.round(value));
const share = (value: number): string => value.toFixed(2);

export interface Comparing {
  readonly stage: Stage;
  readonly load: Load;
  readonly pace: Pace;
  readonly operations: readonly Operation[];
}

/** Each operation against the bare limit: plain, and sending what it can without waiting for answers. */
export async function againstBare({ stage, load, pace, operations }: Comparing): Promise<ReadonlyMap<string, number>> {
  const [plain, pipelined] = [await stage.bare(), await stage.bare({ pipeline: 'on' })];
  const bareRates = new Map<string, number>();
  const rows: string[][] = [];
  for (const operation of operations) {
    const bare = (server: typeof plain) => stage.asBare(server, operation);
    const contenders = [bare(plain), stage.asProgramme(operation), bare(pipelined)];
    const [limit, ours, together] = await takeTurns(load, contenders, pace);
    const [bareRate, rate] = [medianOf(limit, 'perSecond'), medianOf(ours, 'perSecond')];
    bareRates.set(operation.name, bareRate);
    const [ofLimit, ofOurs] = [computingOf(limit), computingOf(ours)];
    rows.push([
      ...[operation.what, whole(bareRate), whole(rate), share(rate / bareRate)],
      ...[verdict(rate / bareRate, operation.figure), share(rate / medianOf(together, 'perSecond'))],
      ...[ofLimit.text, ofOurs.text, share(ofLimit.all / ofOurs.all), loadNow()],
    ]);
    console.log(`  ${operation.name}: ${share(rate / bareRate)}`);
  }
  const heads = [
    ...['requests a second', 'bare', 'ours', 'ratio', 'figure', 'to pipelined'],
    ...['bare computes, ms', 'we compute, ms', 'ratio', 'load'],
  ];
  console.log(`\n${caption(stage.size)}\n${table(heads, rows)}\n`);
  await Promise.all([plain.stop(), pipelined.stop()]);
  await stage.forgetBare();
  return bareRates;
}

const WRITERS = 40;
const LEAST_WITH_AUDIT = 0.8;

const UNSEALED =
  'SELECT count(*) AS told FROM audit_entry e LEFT JOIN audit_leaf l ON l.entry_id = e.id WHERE l.place IS NULL';

/** The bare write with and without its audit row, while the programme beside it seals all of them. */
export async function costOfAudit({ stage, load, pace }: Comparing): Promise<void> {
  const server = await stage.bare({ poolSize: WRITERS, isSealed: true });
  const contenders = [stage.asBare(server, UNAUDITED), stage.asBare(server, OPERATIONS.contact)];
  const [plain, audited] = await takeTurns(load, contenders, { ...pace, connections: WRITERS });
  const [without, under] = [medianOf(plain, 'perSecond'), medianOf(audited, 'perSecond')];
  const [ofPlain, ofAudited] = [computingOf(plain), computingOf(audited)];
  const computed = [ofPlain.text, ofAudited.text, share(ofPlain.all / ofAudited.all), loadNow()];
  const row = ['log a contact, bare', whole(without), whole(under), share(under / without)];
  const heads = [
    ...[`${WRITERS} writers, sealing goes on, a second`, 'unaudited', 'audited', 'ratio', 'figure'],
    ...['unaudited computes, ms', 'audited computes, ms', 'ratio', 'load'],
  ];
  console.log(
    `${caption(stage.size)}\n${table(heads, [[...row, verdict(under / without, LEAST_WITH_AUDIT), ...computed]])}\n`,
  );
  console.log(`waiting for a seal after it: ${(await stage.asOwner(UNSEALED)) ?? '?'}\n`);
  await server.stop();
  await stage.forgetBare();
}

const MOST_GROWTH = 1.2;
const UNHURRIED = 4;

/** The programme over a small and a large database, in turns. */
export async function growth({ stage, load, pace, operations }: Comparing, large: Stage, times: number): Promise<void> {
  const rows: string[][] = [];
  for (const operation of operations) {
    const contenders = [stage.asProgramme(operation), large.asProgramme(operation)];
    const [small, grown] = await takeTurns(load, contenders, { ...pace, connections: UNHURRIED });
    const [before, after] = [medianOf(small, 'p50'), medianOf(grown, 'p50')];
    const p99 = [ms(medianOf(small, 'p99')), ms(medianOf(grown, 'p99'))];
    const figure = verdict(after / before, MOST_GROWTH, 'most');
    const [ofSmall, ofGrown] = [computingOf(small), computingOf(grown)];
    const computes = [ofSmall.text, ofGrown.text, share(ofGrown.all / ofSmall.all), loadNow()];
    rows.push([
      operation.what,
      before.toFixed(2),
      after.toFixed(2),
      share(after / before),
      figure,
      ...p99,
      ...computes,
    ]);
  }
  const heads = [
    ...[`grown ${times} times, median ms`, 'small', 'large', 'ratio', 'figure', 'p99 small', 'p99 large'],
    ...['small computes, ms', 'large computes, ms', 'ratio', 'load'],
  ];
  console.log(`${caption(`${stage.size}; and ${large.size}`)}\n${table(heads, rows)}\n`);
}
