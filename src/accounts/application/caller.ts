import { createHmac, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Id } from '../../kernel/ids.js';
import { HouseKeys } from '../../platform/sealing/house-keys.js';
import { addressBlock } from '../domain/address.js';
import { deviceFrom } from '../domain/session.js';

/** From where somebody asks who is not signed in yet. */
export interface Caller {
  readonly requestId: Id;
  readonly addressHash: Buffer;
  readonly device: string | undefined;
  /** Under the same key: what stands in the database instead of an e-mail address. */
  readonly keyed: (text: string) => Buffer;
}

export interface Asked {
  readonly requestId: Id;
  /** Of the network. */
  readonly address: string;
  readonly userAgent: string | undefined;
}

/** Milliseconds. */
const REMEMBERED = 300_000;

/**
 * There are few network addresses and few e-mail addresses of a town, so a plain hash of one is as good as the address
 * to whoever copies the database. Hence an HMAC under a key of the house, read before a transaction opens.
 */
@Injectable()
export class Callers {
  private key: KeyObject | undefined;
  private readAt = -REMEMBERED;

  constructor(private readonly houseKeys: HouseKeys) {}

  async from({ requestId, address, userAgent }: Asked): Promise<Caller> {
    const key = await this.keyNow();
    const keyed = (text: string) => createHmac('sha256', key).update(text).digest();
    return { requestId, addressHash: keyed(`address ${addressBlock(address)}`), device: deviceFrom(userAgent), keyed };
  }

  private async keyNow(): Promise<KeyObject> {
    if (this.key && performance.now() - this.readAt < REMEMBERED) return this.key;
    const [newest] = await this.houseKeys.secrets('address');
    if (!newest) throw new Error('There is no key for addresses.');
    this.readAt = performance.now();
    return (this.key = newest.key);
  }
}
