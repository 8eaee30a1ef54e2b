import { parentPort, workerData } from 'node:worker_threads';
import type { SecretKey } from '../../platform/sealing/house-keys.js';
import { SealTurns, type SealPlace } from './seal-turns.js';

/** The module that `SealingThread` runs: seals when it is given the key, and ends when it is given none. */
const turns = new SealTurns(workerData as SealPlace);

parentPort?.on('message', (key: SecretKey | undefined) => {
  if (key) void turns.seal(key).then((told) => parentPort?.postMessage(told));
  else void turns.close().finally(() => parentPort?.close());
});
