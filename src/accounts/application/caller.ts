import type { Id } from '../../kernel/ids.js';
import { addressBlock } from '../domain/address.js';
import { deviceFrom } from '../domain/session.js';
import { hashOf } from './secret-token.js';

/** From where somebody asks who is not signed in yet. */
export interface Caller {
  readonly requestId: Id;
  readonly addressHash: Buffer;
  readonly device: string | undefined;
}

export const callerOf = (requestId: Id, address: string, userAgent: string | undefined): Caller => ({
  requestId,
  addressHash: hashOf(`address ${addressBlock(address)}`),
  device: deviceFrom(userAgent),
});
