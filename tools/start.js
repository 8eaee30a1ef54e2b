import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 11)) {
  console.error(
    `Throughline needs Node 24.11 or newer; this is Node ${process.versions.node} (${process.execPath}).\n` +
      'On Linux "npm ci" brings the right one and "npm start" uses it. Elsewhere install it from https://nodejs.org.',
  );
  process.exit(1);
}

const { build } = await import('./build.js');
await build();
// A stack trace then names the line that somebody wrote.
module.setSourceMapsSupport(true);
await import('../dist/src/main.js');
