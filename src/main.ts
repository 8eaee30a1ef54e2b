import 'reflect-metadata';
import { nameSourceLines } from './platform/log/stack-traces.js';
import { start } from './start/start.js';
import { stopOnSignal, Stops } from './start/stops.js';

nameSourceLines();
const stops = new Stops();
stopOnSignal(stops);
try {
  await start(process.env, stops);
} catch (fault) {
  await stops.all();
  const { explain } = await import('./start/explain.js');
  console.error(explain(fault, process.env));
  process.exit(1);
}
