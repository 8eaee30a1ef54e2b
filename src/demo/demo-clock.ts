import { AsyncLocalStorage } from 'node:async_hooks';
import type { FixedClock } from '../audit/enter.js';
import type { Instant } from '../kernel/civil-time.js';

/** Each request brings its own moment along, so that many lives can pass side by side. */
export class DemoClock implements FixedClock {
  private readonly moment = new AsyncLocalStorage<Instant>();

  /** Nothing outside of a request: then it is the database's time. */
  get now(): Instant | undefined {
    return this.moment.getStore();
  }

  at<T>(moment: Instant, work: () => T): T {
    return this.moment.run(moment, work);
  }
}
