import 'reflect-metadata';
import { PasswordLink } from '../accounts/application/password-link.js';
import { explain } from './explain.js';
import { withDatabase } from './find-database.js';
import { StartFault } from './start-fault.js';
import { withApp } from './with-app.js';

try {
  const [, email, ...more] = process.argv.slice(2);
  if (email === undefined || more.length > 0) throw new StartFault('npm run password:link -- E-MAIL');
  const link = await withDatabase(process.env, (found) =>
    withApp(found, (app) => app.get(PasswordLink, { strict: false }).make(email)),
  );
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
