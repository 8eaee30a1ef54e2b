import { Worker } from 'node:worker_threads';
import type { SecretKey } from '../../platform/sealing/house-keys.js';
import type { SealPlace, Told } from './seal-turns.js';

const SEAL_THREAD = new URL('./seal-thread.js', import.meta.url);

/** Megabytes. Rows stand outside of these. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 } as const;

/** Seals in a thread of its own, so that no request waits for it. One that has ended is begun anew by the next who asks. */
export class SealingThread {
  private thread: Worker | undefined;
  /** Why the last one ended, by name or code. */
  private ended = '';

  constructor(
    private readonly place: SealPlace,
    private readonly module = SEAL_THREAD,
  ) {}

  /** One asks at a time. @throws Error when the thread ends instead of answering */
  seal(key: SecretKey): Promise<Told> {
    const thread = (this.thread ??= this.begin());
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error(`The sealing thread ended. ${this.ended}`.trimEnd()));
      thread.once('exit', ended);
      thread.once('message', (told: Told) => {
        thread.off('exit', ended);
        resolve(told);
      });
      thread.postMessage(key);
    });
  }

  async end(): Promise<void> {
    const { thread } = this;
    if (!thread) return;
    const gone = new Promise((resolve) => thread.once('exit', resolve));
    thread.postMessage(undefined);
    await gone;
  }

  private begin(): Worker {
    const thread = new Worker(this.module, { workerData: this.place, resourceLimits: LIMITS });
    this.ended = '';
    thread.on('error', (fault: NodeJS.ErrnoException) => (this.ended = fault.code ?? fault.name));
    thread.once('exit', () => {
      if (this.thread === thread) this.thread = undefined;
    });
    return thread;
  }
}
