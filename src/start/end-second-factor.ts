import 'reflect-metadata';
import { EndLostFactor } from '../accounts/application/end-lost-factor.js';
import { explain } from './explain.js';
import { withDatabase } from './find-database.js';
import { StartFault } from './start-fault.js';
import { withApp } from './with-app.js';

try {
  const [, email, ...more] = process.argv.slice(2);
  if (email === undefined || more.length > 0) throw new StartFault('npm run second-factor:end -- E-MAIL');
  const ended = await withDatabase(process.env, (found) =>
    withApp(found, (app) => app.get(EndLostFactor, { strict: false }).of(email)),
  );
  if (!ended)
    throw new StartFault(
      'Nobody who may sign in has this address. GET /v1/staff shows an administrator which there are.',
    );
  process.stdout.write(
    `${ended.stood ? 'The second factor of this account has ended' : 'This account had no second factor'}, and every session of it is over.\n` +
      'The next sign-in with its password sets one up: let its owner do that at once, before anybody else who knows the password.\n',
  );
} catch (fault) {
  process.stderr.write(`${explain(fault, process.env)}\n`);
  process.exitCode = 1;
}
