import { readConfig } from '../platform/config/config.js';
import { provisioningSql } from '../platform/database/roles.js';
import { explain } from './explain.js';
import { StartFault } from './start-fault.js';

try {
  const { server, secret } = readConfig(process.env);
  if (!server) throw new StartFault('DATABASE_URL is not set: the PostgreSQL that comes along makes its roles itself.');
  const database = decodeURIComponent(new URL(server.directUrl).pathname.slice(1));
  process.stdout.write(
    `-- Run in the database ${database.replaceAll(/\s/g, ' ')}, as an administrator of the server.\n`,
  );
  process.stdout.write(provisioningSql(secret, database));
} catch (fault) {
  process.stderr.write(`${explain(fault, process.env)}\n`);
  process.exitCode = 1;
}
