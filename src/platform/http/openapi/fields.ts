/** What a field of an answer is, for `@ApiProperty`: written once, spread where a description is added. */
export const ID = { type: 'string', format: 'uuid' } as const;
export const MAYBE_ID = { ...ID, nullable: true } as const;
export const INSTANT = { type: 'string', format: 'date-time' } as const;
export const MAYBE_INSTANT = { ...INSTANT, nullable: true } as const;
export const DAY = { type: 'string', format: 'date' } as const;
export const MAYBE_DAY = { ...DAY, nullable: true } as const;
export const MAYBE_TEXT = { type: 'string', nullable: true } as const;
export const MAYBE_COUNT = { type: 'integer', nullable: true } as const;
/** What a write is sent with as `If-Match`. */
export const VERSION = { type: 'integer', minimum: 1, description: 'Also as `ETag`.' } as const;
/** Beside the items of a list, while there are more. */
export const NEXT = { type: 'string', required: false, description: 'The cursor of the next page.' } as const;
