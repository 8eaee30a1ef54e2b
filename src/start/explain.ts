import { ConfigurationFault, type Environment } from '../platform/config/config.js';
import { ServerUnfit } from '../platform/database/assert-serving.js';
import { SchemaTooNew } from '../platform/database/migrate.js';
import { RolesMissing, SecretDiffers } from '../platform/database/provision.js';
import { StartFault } from './start-fault.js';

const PLAIN = [ConfigurationFault, RolesMissing, SecretDiffers, SchemaTooNew, ServerUnfit, StartFault];

const UNREACHABLE =
  'The database server does not answer. Check host and port in DATABASE_URL (and DATABASE_DIRECT_URL), and that it runs.';

/** By error code of the system or SQLSTATE of PostgreSQL. */
const CONNECTION: Readonly<Record<string, string>> = {
  ECONNREFUSED: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENOTFOUND: 'The host in DATABASE_URL (or DATABASE_DIRECT_URL) is not known. Check its name.',
  EAI_AGAIN:
    'The host in DATABASE_URL (or DATABASE_DIRECT_URL) could not be looked up. Check its name and the network.',
  '28P01': 'The database server does not accept the password in DATABASE_URL or DATABASE_DIRECT_URL.',
  '28000':
    'The database server does not let this account in. Check the account in DATABASE_URL, TLS (sslmode) and pg_hba.conf.',
  '3D000': 'The database in DATABASE_URL does not exist. Make it (CREATE DATABASE …) and start again.',
  '53300': 'The database server has no connection left. Raise max_connections or lower DATABASE_POOL_SIZE.',
  EADDRINUSE: 'Another programme took the port in this very moment. Start again.',
  '57P03': 'The database server is still starting. Start again in a moment.',
};

/** What to tell whoever started the programme. A stack only where we do not know better, and somebody asked for it. */
export function explain(fault: unknown, env: Environment): string {
  if (!(fault instanceof Error)) return unknown(String(fault));
  if (PLAIN.some((kind) => fault instanceof kind)) return fault.message;
  const known = CONNECTION[codeOf(fault) ?? ''] ?? (fault.message.includes('timeout') ? UNREACHABLE : undefined);
  return known ?? unknown(env['LOG_LEVEL'] === 'debug' ? String(fault.stack) : fault.message);
}

const unknown = (what: string): string => `Throughline could not start: ${what}\nLOG_LEVEL=debug shows where.`;

function codeOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null) return undefined;
  if ('code' in fault && typeof fault.code === 'string') return fault.code;
  return 'driverError' in fault ? codeOf(fault.driverError) : undefined;
}
