import 'reflect-metadata';
import { PasswordLink } from '../accounts/application/password-link.js';
import type { InvitationLink } from '../accounts/application/invitations.js';
import { createApp } from '../app.js';
import { appDatabase } from '../platform/database/app-database.js';
import { roleUrl } from '../platform/database/roles.js';
import { MasterKeys } from '../platform/sealing/master-key.js';
import { ROWS } from '../rows.js';
import { explain } from './explain.js';
import { withDatabase, type FoundDatabase } from './find-database.js';
import { addressOf } from './serve.js';
import { StartFault } from './start-fault.js';

async function linkFor(email: string, { config, server }: FoundDatabase): Promise<InvitationLink | undefined> {
  const { preparedStatements, host, port } = config;
  const url = roleUrl(server.url, config.secret, 'app');
  const database = await appDatabase({ url, poolSize: 2, preparedStatements, rows: ROWS }).initialize();
  try {
    const app = await createApp({
      ...{ database, masterKeys: new MasterKeys(config.masterKeys), clock: { now: undefined } },
      publicUrl: config.publicUrl ?? addressOf(host, port.number),
    });
    await app.init();
    return await app
      .get(PasswordLink, { strict: false })
      .make(email)
      .finally(() => app.close());
  } finally {
    await database.destroy();
  }
}

try {
  const [, email, ...more] = process.argv.slice(2);
  if (email === undefined || more.length > 0) throw new StartFault('npm run password:link -- E-MAIL');
  const link = await withDatabase(process.env, (found) => linkFor(email, found));
  if (!link)
    throw new StartFault(
      'Nobody who may sign in has this address. GET /v1/staff shows an administrator which there are.',
    );
  process.stdout.write(
    `Whoever opens this link chooses the password. Hand it to the owner of the account alone, by a way that only she reads;\n` +
      `it stands until ${link.expiresAt}, once:\n  ${link.url}\n`,
  );
} catch (fault) {
  process.stderr.write(`${explain(fault, process.env)}\n`);
  process.exitCode = 1;
}
