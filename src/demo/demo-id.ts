import { createHash } from 'node:crypto';
import type { Id } from '../kernel/ids.js';

/** The same id for the same name in every installation: a UUID of version 8 (RFC 9562), as no other id of ours is. */
export function demoId(name: string): Id {
  const bytes = createHash('sha256').update(`throughline demo ${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
