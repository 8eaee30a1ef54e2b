import { build } from './build.js';

/** The programme's commands beside `npm start`, each a module of its own. */
const COMMANDS = {
  backup: 'backup/main.js',
  restore: 'backup/main.js',
  keys: 'keys/main.js',
  'audit:verify': 'start/verify-audit.js',
  'database:roles': 'start/print-roles.js',
  code: 'demo/print-code.js',
  'password:link': 'start/print-password-link.js',
  'second-factor:end': 'start/end-second-factor.js',
};

const file = COMMANDS[process.argv[2]];
if (!file) throw new Error(`tools/run.js knows ${Object.keys(COMMANDS).join(', ')}.`);
await build();
(await import('../dist/src/platform/log/stack-traces.js')).nameSourceLines();
await import(`../dist/src/${file}`);
