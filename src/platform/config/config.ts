import { readFileSync } from 'node:fs';
import { MasterKeys } from '../sealing/master-key.js';

export interface DatabaseConfig {
  /** Serves; may be a transaction pooler. */
  readonly url: string;
  /** Migrates, listens and runs jobs; never through a transaction pooler. */
  readonly directUrl: string;
  readonly poolSize: number;
  readonly secret: string;
}

export interface HttpConfig {
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number;
  /** As people reach it, without a trailing slash. */
  readonly publicUrl: string;
}

export interface Config {
  readonly database: DatabaseConfig;
  readonly masterKeys: string;
  readonly http: HttpConfig;
  readonly logLevel: string;
}

/** All that is wrong with the environment, each line with its mend. Values are never shown. */
export class ConfigurationFault extends Error {
  override readonly name = 'ConfigurationFault';

  constructor(readonly faults: readonly string[]) {
    super(`The configuration does not stand:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const SECRET_LENGTH = 32;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** @throws ConfigurationFault with every fault at once */
export function readConfig(env: Environment): Config {
  const reading = new Reading(env);
  const url = reading.databaseUrl('DATABASE_URL') ?? '';
  const host = env['HOST'] ?? '127.0.0.1';
  const port = reading.wholeNumber('PORT', 3000, 0, 65_535);
  const config: Config = {
    database: {
      url,
      directUrl: env['DATABASE_DIRECT_URL'] ? (reading.databaseUrl('DATABASE_DIRECT_URL') ?? '') : url,
      poolSize: reading.wholeNumber('DATABASE_POOL_SIZE', 16, 1, 500),
      secret: reading.secret('THROUGHLINE_SECRET'),
    },
    masterKeys: reading.masterKeys(),
    http: {
      host,
      port,
      metricsPort: reading.wholeNumber('METRICS_PORT', 9464, 0, 65_535),
      publicUrl: reading.publicUrl(`http://${host}:${String(port)}`),
    },
    logLevel: reading.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
  };
  if (reading.faults.length > 0) throw new ConfigurationFault(reading.faults);
  return config;
}

class Reading {
  readonly faults: string[] = [];

  constructor(private readonly env: Environment) {}

  databaseUrl(name: string): string | undefined {
    const text = this.env[name];
    const parsed = text === undefined ? null : URL.parse(text);
    if (parsed && ['postgres:', 'postgresql:'].includes(parsed.protocol)) return text;
    this.faults.push(`${name} must be a URL such as postgres://account@host:5432/throughline.`);
    return undefined;
  }

  wholeNumber(name: string, fallback: number, low: number, high: number): number {
    const text = this.env[name];
    if (text === undefined || text === '') return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= low && value <= high) return value;
    this.faults.push(`${name} must be a whole number from ${String(low)} to ${String(high)}.`);
    return fallback;
  }

  secret(name: string): string {
    const text = this.env[name] ?? '';
    const weak = new Set(text).size < 12 || /^(secret|change|password|example|test)/i.test(text);
    if (text.length < SECRET_LENGTH || weak) {
      this.faults.push(
        `${name} must be at least ${String(SECRET_LENGTH)} random characters: make one with \`openssl rand -base64 48\`.`,
      );
    }
    return text;
  }

  masterKeys(): string {
    const text = this.env['MASTER_KEY'] ?? this.masterKeyFile();
    if (text === undefined) return '';
    try {
      new MasterKeys(text);
    } catch (fault) {
      this.faults.push(`MASTER_KEY or MASTER_KEY_FILE: ${(fault as Error).message}`);
    }
    return text;
  }

  private masterKeyFile(): string | undefined {
    const path = this.env['MASTER_KEY_FILE'];
    try {
      if (path !== undefined) return readFileSync(path, 'utf8');
      this.faults.push(
        'MASTER_KEY or MASTER_KEY_FILE must be set: it opens what people wrote, and is kept apart from the database.',
      );
    } catch {
      this.faults.push('MASTER_KEY_FILE names a file that cannot be read.');
    }
    return undefined;
  }

  publicUrl(fallback: string): string {
    const parsed = URL.parse(this.env['PUBLIC_URL'] ?? fallback);
    if (parsed && ['http:', 'https:'].includes(parsed.protocol)) return parsed.href.replace(/\/$/, '');
    this.faults.push('PUBLIC_URL must be an http or https URL.');
    return fallback;
  }

  oneOf(name: string, allowed: readonly string[], fallback: string): string {
    const value = this.env[name] ?? fallback;
    if (allowed.includes(value)) return value;
    this.faults.push(`${name} must be one of ${allowed.join(', ')}.`);
    return fallback;
  }
}
