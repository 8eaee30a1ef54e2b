import { answeredAlike } from './answered-alike.js';
import type { Comparing } from './comparisons.js';
import { caption, loadNow, table, verdict } from './report.js';
import { computingOf, medianOf, takeTurns, type Contender } from './rounds.js';

/** One table after the other: held together, their locks would meet those of whatever runs in the background. */
const SWITCH_RLS = (to: string) => `
  DO $$ DECLARE t regclass; BEGIN
    FOR t IN SELECT DISTINCT polrelid::regclass FROM pg_policy LOOP
      EXECUTE format('ALTER TABLE %s ${to} ROW LEVEL SECURITY', t);
      COMMIT;
    END LOOP;
  END $$`;
const MOST_FOR_RLS = 1.15;
/** At saturation the 95th of a hundred would mostly tell how long the queue was. */
const UNHURRIED = 4;

/** The same transactions with the policies of all tables switched off. */
export async function costOfPolicies({ stage, load, pace, operations }: Comparing): Promise<void> {
  const rows: string[][] = [];
  const to = (state: 'DISABLE' | 'ENABLE') => () => stage.asOwner(SWITCH_RLS(state));
  try {
    for (const operation of operations) {
      const all = stage.asProgramme(operation);
      // Without policies somebody may be shown more, which costs more: only what is answered alike is compared.
      const alike = await answeredAlike(all, to('DISABLE'), to('ENABLE'));
      if (alike.size === 0) continue;
      const contender = { ...all, asked: async () => (await all.asked()).filter((_, at) => alike.has(at)) };
      const switched = (state: 'DISABLE' | 'ENABLE'): Contender => ({
        ...contender,
        before: async () => {
          await contender.before?.();
          await to(state)();
        },
      });
      const turns = [switched('DISABLE'), switched('ENABLE')];
      const [off, on] = await takeTurns(load, turns, { ...pace, connections: UNHURRIED });
      const [without, under] = [medianOf(off, 'p95'), medianOf(on, 'p95')];
      const [computedOff, computedOn] = [computingOf(off), computingOf(on)];
      const figure = verdict(under / without, MOST_FOR_RLS, 'most');
      rows.push([
        ...[
          `${operation.what} (${alike.size})`,
          without.toFixed(1),
          under.toFixed(1),
          (under / without).toFixed(2),
          figure,
        ],
        ...[computedOff.text, computedOn.text, (computedOn.all / computedOff.all).toFixed(2), loadNow()],
      ]);
      console.log(`  ${operation.name} under policies: ${(under / without).toFixed(2)}`);
    }
  } finally {
    await to('ENABLE')();
  }
  const heads = [
    ...['row-level security, p95 ms (so many requests)', 'off', 'on', 'ratio', 'figure'],
    ...['off computes, ms', 'on computes, ms', 'ratio', 'load'],
  ];
  console.log(`\n${caption(stage.size)}\n${table(heads, rows)}\n`);
}
