import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { build } from './build.js';

/** `npm run client`: writes the types of `client/` from the document that the programme serves. No database is asked. */
const file = join(import.meta.dirname, '../client/api.ts');

await build({ rooms: ['src', 'migrations', 'tools'] });
const { servedDocument } = await import('../dist/tools/generate-client-document.js');
const { clientTypes } = await import('../dist/tools/generate-client-types.js');

const before = await readFile(file, 'utf8').catch(() => '');
const text = await format(clientTypes(await servedDocument()), { ...(await resolveConfig(file)), filepath: file });
await writeFile(file, text);
console.log(text === before ? 'client/api.ts was current.' : 'client/api.ts is written anew.');
