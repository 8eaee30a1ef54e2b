import { demoCode } from './demo-code.js';

/** Half a minute after the next one came, a code is no longer taken. */
process.stdout.write(`${demoCode(new Date().toISOString())}\n`);
