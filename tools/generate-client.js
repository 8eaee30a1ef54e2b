import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { build } from './build.js';

/**
 * `npm run client`: writes down for the document what the sources say in comments, then the types of `client/` from the
 * document that the programme serves. No database is asked.
 */
const root = join(import.meta.dirname, '..');
const built = join(root, 'dist/tools');
const rooms = ['src', 'migrations', 'tools'];

await build({ rooms });
const { apiComments } = await import(join(built, 'generate-api-comments.js'));
await writeAnew('src/api-comments.json', JSON.stringify(apiComments(join(root, 'src'))));

await build({ rooms });
const { servedDocument } = await import(join(built, 'generate-client-document.js'));
const { clientTypes } = await import(join(built, 'generate-client-types.js'));
await writeAnew('client/api.ts', clientTypes(await servedDocument()));

/** @param {string} name @param {string} text */
async function writeAnew(name, text) {
  const file = join(root, name);
  const before = await readFile(file, 'utf8').catch(() => '');
  const after = await format(text, { ...(await resolveConfig(file)), filepath: file });
  await writeFile(file, after);
  console.log(after === before ? `${name} was current.` : `${name} is written anew.`);
}
