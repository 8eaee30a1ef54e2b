import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { CONNECTION } from './connect.js';

export interface AppDatabaseOptions {
  /** Connection URL as role `app`. */
  readonly url: string;
  readonly poolSize: number;
  readonly rows: readonly EntityTarget<ObjectLiteral>[];
}

/** The pool that serves requests. It never migrates and never synchronises. */
export function appDatabase({ url, poolSize, rows }: AppDatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: rows as never,
    synchronize: false,
    installExtensions: false,
    applicationName: 'throughline',
    poolErrorHandler: () => undefined, // the request that meets the broken connection answers for it
    extra: { ...CONNECTION, max: poolSize, pipeline: true, idleTimeoutMillis: 30_000 },
  });
}
