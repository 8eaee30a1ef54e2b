import { build } from './build.js';

/** `npm run generate` and `npm run bench`: like the programme's commands, with the benchmarks compiled beside it. */
const COMMANDS = { generate: 'generate-people.js', bench: 'measure-all.js', recompute: 'measure-recompute.js' };

const file = COMMANDS[process.argv[2]];
if (!file) throw new Error(`tools/bench.js knows ${Object.keys(COMMANDS).join(', ')}.`);
process.argv.splice(2, 1);
await build({ rooms: ['src', 'migrations', 'bench'] });
(await import('../dist/src/platform/log/stack-traces.js')).nameSourceLines();
await import(`../dist/bench/${file}`);
