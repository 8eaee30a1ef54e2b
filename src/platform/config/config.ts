import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { MasterKeys } from '../sealing/master-key.js';
import { LOWEST_PASSWORD_COST, type PasswordCost } from './password-cost.js';

export interface DatabaseServer {
  /** Serves; may be a transaction pooler. */
  readonly url: string;
  /** Migrates, listens and runs jobs; never through a transaction pooler. */
  readonly directUrl: string;
}

/** `given` by the environment: then an occupied port is a fault and not a reason to take the next one. */
export interface Port {
  readonly number: number;
  readonly given: boolean;
}

export interface Config {
  /** Nothing: the PostgreSQL that comes with the programme. */
  readonly server: DatabaseServer | undefined;
  readonly poolSize: number;
  /** Off behind a transaction pooler that keeps no prepared statements (PgBouncer before 1.21). */
  readonly preparedStatements: boolean;
  readonly secret: string;
  readonly masterKeys: string;
  readonly host: string;
  readonly port: Port;
  readonly metricsPort: Port;
  /** As people reach it, without a trailing slash. Nothing: the address it listens on. */
  readonly publicUrl: string | undefined;
  /** Addresses and networks whose word about where a caller asks from is believed. */
  readonly trustedProxies: readonly string[];
  readonly passwordCost: PasswordCost;
  readonly logLevel: string;
  /** Off where another process of the same database does the background work. */
  readonly backgroundWork: boolean;
  /** Where the seals of the audit are written outside of the database. */
  readonly auditSealsFile: string;
}

/** All that is wrong with the environment, each line with its mend. Values are never shown. */
export class ConfigurationFault extends Error {
  override readonly name = 'ConfigurationFault';

  constructor(readonly faults: readonly string[]) {
    super(`The configuration does not stand:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

const SECRET_LENGTH = 32;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** @throws ConfigurationFault with every fault at once */
export function readConfig(env: Environment): Config {
  const reading = new Reading(env);
  const config: Config = {
    server: reading.server(),
    poolSize: reading.wholeNumber('DATABASE_POOL_SIZE', 16, 1, 500),
    preparedStatements: reading.oneOf('DATABASE_PREPARED_STATEMENTS', ['on', 'off'], 'on') === 'on',
    secret: reading.secret('THROUGHLINE_SECRET'),
    masterKeys: reading.masterKeys(),
    host: reading.text('HOST') ?? '127.0.0.1',
    port: reading.port('PORT', 3000),
    metricsPort: reading.port('METRICS_PORT', 9464),
    publicUrl: reading.publicUrl(),
    trustedProxies: reading.networks('TRUSTED_PROXIES'),
    // A terminal with somebody before it has better things to show than every request.
    passwordCost: reading.passwordCost(),
    logLevel: reading.oneOf('LOG_LEVEL', LOG_LEVELS, reading.text('DATABASE_URL') ? 'info' : 'warn'),
    backgroundWork: reading.oneOf('BACKGROUND_WORK', ['on', 'off'], 'on') === 'on',
    auditSealsFile: reading.text('AUDIT_SEALS_FILE') ?? '.throughline/audit-seals.jsonl',
  };
  if (config.port.number === config.metricsPort.number && config.port.number !== 0) {
    reading.faults.push('PORT and METRICS_PORT must differ: the metrics stay inside, behind a port of their own.');
  }
  if (reading.faults.length > 0) throw new ConfigurationFault(reading.faults);
  return config;
}

/** Not `/0`: it would believe anybody. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || more.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits);
}

class Reading {
  readonly faults: string[] = [];

  constructor(private readonly env: Environment) {}

  /** An empty variable is an absent one: container files often leave them so. */
  text(name: string): string | undefined {
    const text = this.env[name]?.trim();
    return text === '' ? undefined : text;
  }

  server(): DatabaseServer | undefined {
    const url = this.databaseUrl('DATABASE_URL');
    const directUrl = this.databaseUrl('DATABASE_DIRECT_URL');
    if (!this.text('DATABASE_URL')) {
      if (directUrl) this.faults.push('DATABASE_DIRECT_URL stands alone: set DATABASE_URL, which serves, as well.');
      if (this.text('NODE_ENV') === 'production') {
        this.faults.push(
          'DATABASE_URL must be set in production: the PostgreSQL that comes along is for one machine and holds demo accounts.',
        );
      }
    }
    return url === undefined ? undefined : { url, directUrl: directUrl ?? url };
  }

  private databaseUrl(name: string): string | undefined {
    const text = this.text(name);
    const parsed = text === undefined ? null : URL.parse(text);
    if (
      parsed &&
      ['postgres:', 'postgresql:'].includes(parsed.protocol) &&
      parsed.hostname &&
      parsed.pathname.length > 1
    )
      return text;
    if (text !== undefined) this.faults.push(`${name} must be a URL such as postgres://account@host:5432/throughline.`);
    return undefined;
  }

  wholeNumber(name: string, fallback: number, low: number, high: number): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= low && value <= high) return value;
    this.faults.push(`${name} must be a whole number from ${String(low)} to ${String(high)}.`);
    return fallback;
  }

  networks(name: string): readonly string[] {
    const given = (this.text(name) ?? '').split(',').map((each) => each.trim());
    const networks = given.filter((each) => each !== '');
    if (!networks.every(isNetwork))
      this.faults.push(
        `${name} must be addresses or networks with a comma in between, such as 10.0.3.7, 192.168.0.0/24 or fd00::/64.`,
      );
    return networks;
  }

  /** Hashes made at a lower cost are made anew at the next sign-in. */
  passwordCost(): PasswordCost {
    const { memoryCost, timeCost, parallelism } = LOWEST_PASSWORD_COST;
    return {
      memoryCost: this.wholeNumber('PASSWORD_MEMORY_KIB', memoryCost, memoryCost, 1_048_576),
      timeCost: this.wholeNumber('PASSWORD_PASSES', timeCost, timeCost, 20),
      parallelism: this.wholeNumber('PASSWORD_LANES', parallelism, parallelism, 16),
    };
  }

  port(name: string, fallback: number): Port {
    return { number: this.wholeNumber(name, fallback, 0, 65_535), given: this.text(name) !== undefined };
  }

  secret(name: string): string {
    const text = this.text(name) ?? '';
    const weak = new Set(text).size < 12 || /^(secret|change|password|example|test)/i.test(text);
    if (text.length < SECRET_LENGTH || weak) {
      this.faults.push(
        `${name} must be at least ${String(SECRET_LENGTH)} random characters: make one with \`openssl rand -base64 48\`.`,
      );
    }
    return text;
  }

  masterKeys(): string {
    const text = this.text('MASTER_KEY') ?? this.masterKeyFile();
    if (text === undefined) return '';
    try {
      new MasterKeys(text);
    } catch (fault) {
      this.faults.push(`MASTER_KEY or MASTER_KEY_FILE: ${(fault as Error).message}`);
    }
    return text;
  }

  private masterKeyFile(): string | undefined {
    const path = this.text('MASTER_KEY_FILE');
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

  publicUrl(): string | undefined {
    const text = this.text('PUBLIC_URL');
    if (text === undefined) return undefined;
    const parsed = URL.parse(text);
    if (parsed && ['http:', 'https:'].includes(parsed.protocol)) return parsed.href.replace(/\/$/, '');
    this.faults.push('PUBLIC_URL must be an http or https URL.');
    return undefined;
  }

  oneOf(name: string, allowed: readonly string[], fallback: string): string {
    const value = this.text(name) ?? fallback;
    if (allowed.includes(value)) return value;
    this.faults.push(`${name} must be one of ${allowed.join(', ')}.`);
    return fallback;
  }
}
