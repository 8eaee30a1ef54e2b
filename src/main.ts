import 'reflect-metadata';
import { start } from './start/start.js';
import { stopOnSignal, Stops } from './start/stops.js';

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
