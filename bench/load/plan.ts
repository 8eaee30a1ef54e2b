/** What is asked for; `{{fresh}}` in it becomes a new id each time. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export const FRESH = '{{fresh}}';

export interface Drive {
  readonly url: string;
  readonly asked: readonly Asked[];
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second, whether the ones before have been answered or not. Nothing: each connection as fast as it goes. */
  readonly rate?: number;
}

/** Milliseconds, and requests a second. */
export interface Driven {
  readonly answered: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly worst: number;
  /** How many answers were no success. */
  readonly refusals: number;
  /** The first answer that was no success. */
  readonly refused: string | undefined;
}
