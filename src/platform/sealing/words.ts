import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import type { Questions, Statement, Transaction } from '../database/transaction.js';
import { MasterKeys, WRAPPED_BYTES } from './master-key.js';
import { newKey, open, seal } from './seal.js';

/** Where sealed words stand. Table, row and class are authenticated with them, so they cannot be moved or relabelled. */
export interface Place {
  readonly table: string;
  readonly id: Id;
  readonly class: string;
}

/** A client's key, or a caller's. While words are sealed anew there are two: both open, one seals. */
export interface ClientKey {
  readonly seals: KeyObject;
  readonly opensToo?: KeyObject;
}

export const KEYS_OF: Statement = {
  name: 'sealing-keys',
  text: 'SELECT client_id, wrapped FROM sealing_key WHERE client_id = ANY ($1)',
};
const KEYS_OF_CALLERS: Statement = {
  name: 'caller-keys',
  text: 'SELECT caller_id, wrapped FROM caller_key WHERE caller_id = ANY ($1)',
};
const REMEMBERED = 20_000;

/** The class of a place in a table that has none: what a caller told the line belongs to the line's own domain. */
export const OF_THE_LINE = 'response_line';

/**
 * Seals and opens what people wrote or are called, under one key per client or caller. No key of the one opens what is
 * under a key of the other. A key is unwrapped once and remembered by
 * its wrapped bytes, which are read from the database each time: when they are shredded, nothing opens any more.
 */
@Injectable()
export class Words {
  private readonly unwrapped = new Map<string, ClientKey>();

  constructor(private readonly masterKeys: MasterKeys) {}

  seal(key: ClientKey, place: Place, words: object): Buffer {
    return seal(key.seals, placeText(place), Buffer.from(JSON.stringify(words)));
  }

  open<T>(key: ClientKey, place: Place, sealed: Buffer): T {
    return JSON.parse(openWith(key, placeText(place), sealed).toString()) as T;
  }

  /** A new key. Save it with `keep` once the client's first grant stands, or with `keepForCaller`. */
  newKey(): ClientKey {
    return { seals: newKey() };
  }

  async keep(tx: Transaction & { now: string }, clientId: Id, { seals }: ClientKey): Promise<void> {
    const wrapped = this.masterKeys.wrap(seals, keyPlace(clientId));
    await tx.query('INSERT INTO sealing_key (client_id, wrapped, created_at) VALUES ($1, $2, $3)', [
      clientId,
      wrapped,
      tx.now,
    ]);
  }

  /** @throws Error when the actor sees nothing of the client: a key is read under the same grants as the words */
  async keyOf(tx: Transaction, clientId: Id): Promise<ClientKey> {
    const key = (await this.keysOf(tx, [clientId])).get(clientId);
    if (!key) throw new Error(`No sealing key of client ${clientId} is readable here.`);
    return key;
  }

  async keysOf(tx: Questions, clientIds: readonly Id[]): Promise<ReadonlyMap<Id, ClientKey>> {
    if (clientIds.length === 0) return new Map();
    const rows = await tx.query<{ client_id: Id; wrapped: Buffer }>(KEYS_OF, [clientIds]);
    return new Map(rows.map(({ client_id, wrapped }) => [client_id, this.unwrap(client_id, wrapped)]));
  }

  async keepForCaller(tx: Transaction & { now: string }, callerId: Id, { seals }: ClientKey): Promise<void> {
    const wrapped = this.masterKeys.wrap(seals, callerKeyPlace(callerId));
    await tx.query('INSERT INTO caller_key (caller_id, wrapped, created_at) VALUES ($1, $2, $3)', [
      callerId,
      wrapped,
      tx.now,
    ]);
  }

  /** @throws Error when the actor sees nothing of the caller */
  async keyOfCaller(tx: Transaction, callerId: Id): Promise<ClientKey> {
    const key = (await this.keysOfCallers(tx, [callerId])).get(callerId);
    if (!key) throw new Error(`No sealing key of caller ${callerId} is readable here.`);
    return key;
  }

  async keysOfCallers(tx: Questions, callerIds: readonly Id[]): Promise<ReadonlyMap<Id, ClientKey>> {
    if (callerIds.length === 0) return new Map();
    const rows = await tx.query<{ caller_id: Id; wrapped: Buffer }>(KEYS_OF_CALLERS, [callerIds]);
    return new Map(rows.map(({ caller_id, wrapped }) => [caller_id, this.unwrapOfCaller(caller_id, wrapped)]));
  }

  /** For hot statements that bring the wrapped key along with the rows. */
  unwrap(clientId: Id, wrapped: Buffer): ClientKey {
    return this.unwrapAt(keyPlace(clientId), wrapped);
  }

  unwrapOfCaller(callerId: Id, wrapped: Buffer): ClientKey {
    return this.unwrapAt(callerKeyPlace(callerId), wrapped);
  }

  private unwrapAt(place: string, wrapped: Buffer): ClientKey {
    const known = wrapped.toString('base64');
    const remembered = this.unwrapped.get(known);
    if (remembered) return remembered;
    const [seals, opensToo] = wrappedKeysIn(wrapped).map((each) => this.masterKeys.unwrap(each, place));
    if (!seals) throw new Error(`What stands at ${place} is shredded.`);
    const key = { seals, ...(opensToo && { opensToo }) };
    if (this.unwrapped.size >= REMEMBERED) this.unwrapped.delete(this.unwrapped.keys().next().value ?? '');
    this.unwrapped.set(known, key);
    return key;
  }
}

/** What a client's wrapped key is bound to. */
export const keyPlace = (clientId: Id): string => `sealing_key/${clientId}`;

/** What a caller's wrapped key is bound to. */
export const callerKeyPlace = (callerId: Id): string => `caller_key/${callerId}`;

/** One wrapped key, or two behind one another: the one that seals comes first. */
export const wrappedKeysIn = (wrapped: Buffer): readonly Buffer[] =>
  Array.from({ length: wrapped.length / WRAPPED_BYTES }, (_, at) =>
    wrapped.subarray(at * WRAPPED_BYTES, (at + 1) * WRAPPED_BYTES),
  );

function openWith({ seals, opensToo }: ClientKey, place: string, sealed: Buffer): Buffer {
  if (!opensToo) return open(seals, place, sealed);
  try {
    return open(seals, place, sealed);
  } catch {
    return open(opensToo, place, sealed);
  }
}

export const placeText = (place: Place): string => `${place.table}/${place.id}/${place.class}`;
