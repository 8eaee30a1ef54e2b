import { assertHolds } from './invalid.js';

/** One page of a list: keyset, never offset. `after` is the sort key of the last row shown. */
export interface PageRequest {
  readonly limit: number;
  readonly after?: readonly string[];
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: readonly string[];
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** `rows` holds up to `limit + 1` rows; the extra one only says that there is more. */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  keyOf: (last: Item) => readonly string[],
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: keyOf(last) } : { items };
}

/** Opaque to clients, and no secret: it holds ids and instants only, never a sealed value. */
export const cursorOf = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key that a cursor holds, or nothing when it is not one of ours. */
export function keyOfCursor(cursor: string): readonly string[] | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(key) && key.every((part) => typeof part === 'string') ? key : undefined;
  } catch {
    return undefined;
  }
}

export const CURSOR_FAULT = {
  pointer: '/cursor',
  code: 'cursor',
  message: {
    en: 'Send the cursor as `next` gave it, or leave it out to begin at the start.',
    fr: 'Envoyez le curseur tel que donné dans `next`, ou omettez-le pour commencer au début.',
  },
};

/** For the lists themselves, which know what the keys of their cursors look like. @throws Refusal `invalid` */
export function assertCursorOfThisList(isOfThisList: boolean): void {
  assertHolds(isOfThisList ? [] : [{ in: 'query', ...CURSOR_FAULT }]);
}

type KeyPart = (part: string) => boolean;

/** Of a name, or whatever else a list goes by that is no id and no instant. */
export const isKeyText: KeyPart = (part) => part.isWellFormed() && !part.includes('\0');

/**
 * Where the page begins, by a key of this list.
 *
 * @throws Refusal `invalid` for a cursor of another list, or one that somebody made up
 */
export function keyAfter({ after }: PageRequest, ...parts: readonly KeyPart[]): readonly string[] | undefined {
  const fits = after?.length === parts.length && parts.every((holds, at) => holds(after[at] ?? ''));
  assertCursorOfThisList(after === undefined || fits);
  return after;
}
