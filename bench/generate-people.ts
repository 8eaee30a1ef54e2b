import { progressTo } from '../src/backup/progress.js';
import { readConfig } from '../src/platform/config/config.js';
import { prepareDatabase } from '../src/start/prepare-database.js';
import { generate } from './generate/generate.js';
import { Grounds } from './grounds.js';
import { command, given, SIZE_OPTIONS, sizeOf } from './options.js';

/** `npm run generate`: into the empty database of DATABASE_URL, or into the one that `npm run bench` measures over. */
await command(async () => {
  const wanted = sizeOf(given(SIZE_OPTIONS));
  console.log(`${wanted.clients} invented clients with ${wanted.contacts} contacts, seed ${wanted.seed}`);
  const began = performance.now();
  if (process.env['DATABASE_URL']) {
    const config = readConfig(process.env);
    if (!config.server) return;
    await prepareDatabase(config.server, config);
    const ground = { ...config, directUrl: config.server.directUrl };
    await generate(
      ground,
      wanted,
      progressTo((line) => console.log(`  ${line}`)),
    );
  } else {
    const grounds = await Grounds.open();
    try {
      await grounds.ready(wanted);
    } finally {
      await grounds.close();
    }
  }
  console.log(`done in ${Math.round((performance.now() - began) / 1000)} s`);
});
