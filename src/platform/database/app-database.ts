import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import pg from 'pg';
import { CONNECTION } from './connect.js';
import { StatementBatch } from './statement-batch.js';

export interface AppDatabaseOptions {
  /** Connection URL as role `app`. */
  readonly url: string;
  readonly poolSize: number;
  /** False behind a transaction pooler that keeps no prepared statements (PgBouncer before 1.21). */
  readonly preparedStatements?: boolean;
  /** Milliseconds: for as long somebody waits for a connection. By default a caller is told to try again within a second. */
  readonly patience?: number;
  readonly rows: readonly EntityTarget<ObjectLiteral>[];
}

/** The pool that serves requests. It never migrates and never synchronises. */
export function appDatabase({
  url,
  poolSize,
  rows,
  preparedStatements = true,
  patience = 900,
}: AppDatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: rows as never,
    synchronize: false,
    installExtensions: false,
    applicationName: 'throughline',
    poolErrorHandler: () => undefined, // the request that meets the broken connection answers for it
    extra: {
      ...CONNECTION,
      connectionTimeoutMillis: patience,
      max: poolSize,
      pipeline: true,
      idleTimeoutMillis: 30_000,
      ...(!preparedStatements && { Client: UnnamedClient }),
    },
  });
}

/** Sends every statement without its name, so that nothing of one server connection is expected on the next. */
class UnnamedClient extends pg.Client {
  override query(config: unknown, ...rest: unknown[]): never {
    if (config instanceof StatementBatch) return super.query(config.forgetNames()) as never;
    const unnamed =
      typeof config === 'object' && config !== null && 'name' in config ? { ...config, name: undefined } : config;
    return (super.query as (...all: unknown[]) => never)(unnamed, ...rest);
  }
}
