import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** Every row class. A contract test holds them against the migrations. */
export const ROWS: readonly EntityTarget<ObjectLiteral>[] = [];
