import type { DataClass } from '../../src/access/policy.js';
import type { Id } from '../../src/kernel/ids.js';
import type { MasterKeys } from '../../src/platform/sealing/master-key.js';
import type { ClientKey, Words } from '../../src/platform/sealing/words.js';
import { Chance } from './chance.js';
import type { Row } from './copy-text.js';
import type { KnownTokens } from './known-tokens.js';
import { DAY } from './moments.js';
import { placeWith, workerWith, type Place, type Worker } from './places.js';
import { daysBefore, type Size } from './size.js';
import type { Table } from './tables.js';

/** The real keys and the real code that seals and finds. */
export interface Sealing {
  readonly words: Words;
  readonly tokens: KnownTokens;
  readonly masterKeys: MasterKeys;
}

const OLDEST_DAYS = 730;

/** One invented person and those who work with her; what her rows are made from, and where they are collected. */
export class Person {
  readonly chance: Chance;
  readonly id: Id;
  /** When her record began: milliseconds since 1970. */
  readonly since: number;
  readonly key: ClientKey;
  readonly place: Place;
  readonly peer: Worker;
  readonly physician: Worker;
  readonly counsellor: Worker | undefined;

  constructor(
    readonly size: Size,
    readonly number: number,
    readonly sealing: Sealing,
    private readonly collect: (table: Table, row: Row) => void,
  ) {
    this.chance = Chance.of(size.seed, 'client', number);
    this.since = daysBefore(size, this.chance.whole(1, OLDEST_DAYS)) + this.chance.whole(0, DAY / 2);
    this.id = this.chance.id(this.since);
    this.key = sealing.words.newKey();
    this.place = placeWith(size, number);
    this.peer = workerWith(size, number, 'peer_navigator');
    this.physician = workerWith(size, number, 'physician');
    this.counsellor = number % 2 === 0 ? workerWith(size, number, 'counsellor') : undefined;
  }

  get team(): readonly Worker[] {
    return [this.peer, this.physician, ...(this.counsellor ? [this.counsellor] : [])];
  }

  /** Some moment of her time with us. */
  moment(): number {
    return this.since + Math.floor(this.chance.share() * (this.size.today - this.since));
  }

  add(table: Table, row: Row): void {
    this.collect(table, { client_id: this.id, version: 1, ...row });
  }

  seal(table: Table, { id, class: of }: { id: Id; class: DataClass }, words: object): Buffer {
    return this.sealing.words.seal(this.key, { table, id, class: of }, words);
  }
}
