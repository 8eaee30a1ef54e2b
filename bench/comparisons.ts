import { OPERATIONS, unaudited, type Operation } from './operations.js';
import type { Load } from './processes.js';
import { loadNow, table, verdict } from './report.js';
import { medianOf, takeTurns, type Contender, type Pace, type Round } from './rounds.js';
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

/** Of the server and of PostgreSQL, for one answer. */
const computing = (rounds: readonly Round[] | undefined): string =>
  `${medianOf(rounds, 'serverMs').toFixed(2)} + ${medianOf(rounds, 'postgresMs').toFixed(2)}`;

const allComputing = (rounds: readonly Round[] | undefined): number =>
  medianOf(rounds, 'serverMs') + medianOf(rounds, 'postgresMs');

/** Each operation against the bare limit: plain, and sending what it can without waiting for answers. */
export async function againstBare({ stage, load, pace, operations }: Comparing): Promise<ReadonlyMap<string, number>> {
  const [plain, pipelined] = [await stage.bare(), await stage.bare({ pipeline: 'on' })];
  const bareRates = new Map<string, number>();
  const rows: string[][] = [];
  for (const operation of operations) {
    const bare = (server: typeof plain) => stage.asBare(server, operation.bare);
    const contenders = [bare(plain), stage.asProgramme(operation), bare(pipelined)];
    const [limit, ours, together] = await takeTurns(load, contenders, pace);
    const [bareRate, rate] = [medianOf(limit, 'perSecond'), medianOf(ours, 'perSecond')];
    bareRates.set(operation.name, bareRate);
    rows.push([
      ...[operation.what, whole(bareRate), whole(rate), share(rate / bareRate)],
      ...[verdict(rate / bareRate, operation.figure), share(rate / medianOf(together, 'perSecond'))],
      ...[computing(limit), computing(ours), share(allComputing(limit) / allComputing(ours)), loadNow()],
    ]);
    console.log(`  ${operation.name}: ${share(rate / bareRate)}`);
  }
  const heads = [
    ...['requests a second', 'bare', 'ours', 'ratio', 'figure', 'to pipelined'],
    ...['bare computes, ms', 'we compute, ms', 'ratio', 'load'],
  ];
  console.log(`\n${table(heads, rows)}\n`);
  await Promise.all([plain.stop(), pipelined.stop()]);
  await stage.asOwner(FORGET_BARE);
  return bareRates;
}

/** What the bare server wrote down begins with a brace: it seals nothing, and the programme could not open it. */
const FORGET_BARE = `
  DELETE FROM contact_answer WHERE contact_id IN (SELECT id FROM contact WHERE get_byte(words, 0) = ascii('{'));
  DELETE FROM contact WHERE get_byte(words, 0) = ascii('{')`;

const WORST_P99 = 50;
const PACED_SECONDS = 10;
const PACED_CONNECTIONS = 64;

/** Requests arrive at half of what the bare limit can do, whether the ones before were answered or not. */
export async function atHalfOfBare({ stage, load, operations }: Comparing, rates: ReadonlyMap<string, number>) {
  const rows: string[][] = [];
  for (const operation of operations) {
    const rate = (rates.get(operation.name) ?? 0) / 2;
    const { server, asked, before } = stage.asProgramme(operation);
    await before?.();
    const drive = {
      url: server.url,
      asked: await asked(),
      connections: PACED_CONNECTIONS,
      seconds: PACED_SECONDS,
      rate,
    };
    const { p50, p95, p99 } = await load.drive(drive);
    rows.push([operation.what, whole(rate), ms(p50), ms(p95), ms(p99), verdict(p99, WORST_P99, 'most')]);
  }
  console.log(`${table(['at half of bare', 'a second', 'p50 ms', 'p95 ms', 'p99 ms', 'figure'], rows)}\n`);
}

const SWITCH_RLS = (to: string) => `
  DO $$ DECLARE t regclass; BEGIN
    FOR t IN SELECT DISTINCT polrelid::regclass FROM pg_policy LOOP
      EXECUTE format('ALTER TABLE %s ${to} ROW LEVEL SECURITY', t);
    END LOOP;
  END $$`;
const MOST_FOR_RLS = 1.15;

/** The same transactions with the policies of all tables switched off. */
export async function costOfPolicies({ stage, load, pace, operations }: Comparing): Promise<void> {
  const rows: string[][] = [];
  try {
    for (const operation of operations) {
      const contender = stage.asProgramme(operation);
      const switched = (to: string): Contender => ({
        ...contender,
        before: async () => {
          await contender.before?.();
          await stage.asOwner(SWITCH_RLS(to));
        },
      });
      const [off, on] = await takeTurns(load, [switched('DISABLE'), switched('ENABLE')], pace);
      const [without, under] = [medianOf(off, 'p95'), medianOf(on, 'p95')];
      rows.push([
        operation.what,
        ms(without),
        ms(under),
        share(under / without),
        verdict(under / without, MOST_FOR_RLS, 'most'),
      ]);
    }
  } finally {
    await stage.asOwner(SWITCH_RLS('ENABLE'));
  }
  console.log(`${table(['row-level security, p95 ms', 'off', 'on', 'ratio', 'figure'], rows)}\n`);
}

const WRITERS = 40;
const LEAST_WITH_AUDIT = 0.8;

const UNSEALED =
  'SELECT count(*) AS told FROM audit_entry e LEFT JOIN audit_leaf l ON l.entry_id = e.id WHERE l.place IS NULL';

/** The bare write with and without its audit row, while the programme beside it seals all of them. */
export async function costOfAudit({ stage, load, pace }: Comparing): Promise<void> {
  const server = await stage.bare({ poolSize: WRITERS, isSealed: true });
  const contenders = [stage.asBare(server, unaudited), stage.asBare(server, OPERATIONS.contact.bare)];
  const [plain, audited] = await takeTurns(load, contenders, { ...pace, connections: WRITERS });
  const [without, under] = [medianOf(plain, 'perSecond'), medianOf(audited, 'perSecond')];
  const computed = [computing(plain), computing(audited), share(allComputing(plain) / allComputing(audited))];
  const row = ['log a contact, bare', whole(without), whole(under), share(under / without)];
  const heads = [
    ...[`${WRITERS} writers, sealing goes on, a second`, 'unaudited', 'audited', 'ratio', 'figure'],
    ...['unaudited computes, ms', 'audited computes, ms', 'ratio'],
  ];
  console.log(`${table(heads, [[...row, verdict(under / without, LEAST_WITH_AUDIT), ...computed]])}\n`);
  console.log(`waiting for a seal after it: ${(await stage.asOwner(UNSEALED)) ?? '?'}\n`);
  await server.stop();
  await stage.asOwner(FORGET_BARE);
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
    const computes = [computing(small), computing(grown), share(allComputing(grown) / allComputing(small))];
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
    ...['small computes, ms', 'large computes, ms', 'ratio'],
  ];
  console.log(`${table(heads, rows)}\n`);
}
