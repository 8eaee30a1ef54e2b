import { addDays, type CivilDate, type CivilTime, type Instant } from '../kernel/civil-time.js';
import type { Id } from '../kernel/ids.js';
import { demoId } from './demo-id.js';
import type { DemoWorker } from './demo-places.js';

/** One request of a life: when, by whom, where and what. Sent again it is known again. */
export interface DemoRequest extends Asked {
  readonly at: Instant;
  readonly as: DemoWorker;
}

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Of the record that it changes, as the worker read it. */
  readonly version?: number;
}

/** Something that a worker does in somebody's life. */
export type Act = (told: Told, by: DemoWorker) => Asked;

/** Days before the day of planting, the time on the clinic's clock, who, what. */
export type Entry = readonly [daysAgo: number, time: CivilTime, by: DemoWorker, act: Act];

/** An invented person. The story may come in any order of its lines; it is told in that of time. */
export interface Life {
  readonly goesBy: string;
  readonly worker: DemoWorker;
  /** Days ago. */
  readonly since: number;
  readonly team?: readonly DemoWorker[];
  readonly about: Readonly<Record<string, unknown>>;
  /** What stands on the plan from the first day on. */
  readonly knowAboutMe?: string;
  readonly aliases?: readonly Readonly<Record<string, string>>[];
  readonly channels?: readonly Readonly<Record<string, unknown>>[];
  readonly supporters?: readonly Readonly<Record<string, string>>[];
  /** Another life leads to this record, so it is there before that one is told. */
  readonly isLedTo?: true;
  readonly story: readonly Entry[];
}

/** What has been told of one life so far: which records there are, and in which version. */
export class Told {
  private readonly versions = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  readonly clientId: Id;

  constructor(
    private readonly goesBy: string,
    private readonly today: CivilDate,
  ) {
    this.clientId = demoId(`client/${goesBy}`);
  }

  /** @throws Error when it was made before */
  make(record: string): Id {
    if (this.versions.has(record)) throw new Error(`${this.goesBy} has ${record} twice.`);
    this.versions.set(record, 1);
    return this.idOf(record);
  }

  makeNext(kind: string): Id {
    const count = (this.counts.get(kind) ?? -1) + 1;
    this.counts.set(kind, count);
    return this.make(`${kind}/${count}`);
  }

  has(record: string): boolean {
    return this.versions.has(record);
  }

  /** @throws Error when nobody made it before */
  known(record: string): Id {
    if (!this.has(record)) throw new Error(`${this.goesBy} has no ${record} yet.`);
    return this.idOf(record);
  }

  /** The version that a change goes out from; the next change goes out from the next one. */
  change(record: string): { readonly id: Id; readonly version: number } {
    const id = this.known(record);
    const version = this.versions.get(record) ?? 1;
    this.versions.set(record, version + 1);
    return { id, version };
  }

  /** Of the day of planting; one before it is negative. */
  day(inDays: number): CivilDate {
    return addDays(this.today, inDays);
  }

  private idOf(record: string): Id {
    return demoId(`client/${this.goesBy}/${record}`);
  }
}
