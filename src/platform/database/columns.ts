import { Column, type ColumnOptions } from 'typeorm';

/** A timestamptz whose value is RFC 3339 text in UTC to the millisecond, as raw queries give it back. */
export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({
    ...options,
    type: 'timestamptz',
    transformer: {
      to: (instant: unknown) => instant,
      from: (at: unknown) => (at instanceof Date ? at.toISOString() : at),
    },
  });
