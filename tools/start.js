import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 11)) {
  console.error(
    `Throughline needs Node 24.11 or newer; this is Node ${process.versions.node} (${process.execPath}).\n` +
      'On Linux "npm ci" brings the right one and "npm start" uses it. Elsewhere install it from https://nodejs.org.',
  );
  process.exit(1);
}

// In a process of its own: what the compiler takes (100 MB) would stay with the one that serves.
const built = spawnSync(process.execPath, [join(import.meta.dirname, 'build.js')], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0) process.exit(1);
await import('../dist/src/main.js');
