import { atHalfOfBare } from './at-half-of-bare.js';
import { againstBare, costOfAudit, growth, type Comparing } from './comparisons.js';
import { costOfPolicies } from './cost-of-policies.js';
import type { Wanted } from './generate/generate.js';
import { Grounds, SETTINGS } from './grounds.js';
import { OPERATIONS, type Operation } from './operations.js';
import { command, given, OptionFault, SIZE_OPTIONS, sizeOf, whole } from './options.js';
import { Load } from './processes.js';
import { loadNow, machine, verdict } from './report.js';
import { Stage } from './stage.js';

const OPTIONS = {
  ...SIZE_OPTIONS,
  rounds: { type: 'string' },
  seconds: { type: 'string' },
  connections: { type: 'string' },
  /** Operations, with commas between them. */
  only: { type: 'string' },
  /** `ratios`, `pace`, `policies`, `audit`, `growth`: with commas between them. */
  parts: { type: 'string' },
  /** So many clients in the larger database. */
  grow: { type: 'string' },
} as const;
const PARTS = ['ratios', 'pace', 'policies', 'audit', 'growth'] as const;
const MOST_MEMORY = 300;
const settings = Object.entries(SETTINGS)
  .map(([name, value]) => `${name} ${value}`)
  .join(', ');

/** `npm run bench`: what the programme costs beside the bare limit, in one run and on one machine. */
await command(async () => {
  const options = given(OPTIONS);
  const wanted = sizeOf(options);
  const operations = chosen(options['only'], Object.values(OPERATIONS) as Operation[], ({ name }) => name);
  const parts = new Set(chosen(options['parts'], PARTS, (part) => part));
  const grounds = await Grounds.open();
  const load = Load.start();
  const stages: Stage[] = [];
  const set = async (size: Wanted): Promise<Stage> => {
    const stage = await Stage.set(grounds, size);
    stages.push(stage);
    return stage;
  };
  try {
    console.log(`${machine()}; load ${loadNow()}\nPostgreSQL 18, durable, ${settings}`);
    const larger = parts.has('growth') ? largerThan(options) : undefined;
    // To make one, PostgreSQL is started anew: before anybody is connected.
    for (const size of [wanted, ...(larger ? [larger] : [])]) await grounds.ready(size);
    const pace = {
      ...{ rounds: whole(options, 'rounds', 3), seconds: whole(options, 'seconds', 5) },
      ...{ connections: whole(options, 'connections', 16), postmaster: grounds.postmaster },
    };
    const stage = await set(wanted);
    console.log(`${stage.size}, ${pace.connections} connections`);
    const comparing: Comparing = { stage, load, pace, operations };
    await measure(comparing, parts);
    if (larger) await growth(comparing, await set(larger), larger.clients / wanted.clients);
  } finally {
    await Promise.all(stages.map((stage) => stage.clear()));
    await load.stop();
    await grounds.close();
  }
});

function largerThan(options: Readonly<Record<string, string | undefined>>): Wanted | undefined {
  if (options['grow'] === undefined) return undefined;
  return sizeOf({ ...options, clients: String(whole(options, 'grow', 0)), contacts: undefined });
}

async function measure(comparing: Comparing, parts: ReadonlySet<(typeof PARTS)[number]>): Promise<void> {
  const rates = parts.has('ratios') ? await againstBare(comparing) : undefined;
  if (parts.has('pace')) await atHalfOfBare(comparing, rates ?? new Map());
  const { now, most } = comparing.stage.programme.memory;
  console.log(
    `memory of the programme after this: ${now} MB, most ${most} MB, ${verdict(most, MOST_MEMORY, 'most')}\n`,
  );
  if (parts.has('policies')) await costOfPolicies(comparing);
  if (parts.has('audit')) await costOfAudit(comparing);
}

/** @throws OptionFault */
function chosen<T>(text: string | undefined, all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  if (text === undefined) return all;
  const names = text.split(',');
  const unknown = names.filter((name) => !all.some((one) => nameOf(one) === name));
  if (unknown.length === 0) return all.filter((one) => names.includes(nameOf(one)));
  throw new OptionFault(`There is no ${unknown.join(', ')}; there are ${all.map(nameOf).join(', ')}.`);
}
