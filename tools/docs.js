import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from './build.js';

/** Writes the lifecycle pages under `docs/domain/` from the tables themselves. A contract test says when they are old. */
const root = join(import.meta.dirname, '..');
const pages = join(root, 'docs/domain');

await build();
const { isLifecycle, lifecyclePage } = await import('../dist/src/kernel/lifecycle-page.js');

const files = (await readdir(join(root, 'dist/src'), { recursive: true })).filter((file) =>
  /^[^/]+\/domain\/[^/]+\.js$/.test(file),
);
const found = [];
for (const file of files.sort()) {
  const module = await import(join(root, 'dist/src', file));
  const name = basename(file, '.js').replace('.lifecycle', '');
  for (const table of Object.values(module).filter(isLifecycle)) {
    found.push({ name, page: lifecyclePage(name, `src/${file.replace(/\.js$/, '.ts')}`, table) });
  }
}

await mkdir(pages, { recursive: true });
for (const old of await readdir(pages)) await rm(join(pages, old));
for (const { name, page } of found) await writeFile(join(pages, `${name}.md`), page);
console.log(`${found.length} lifecycles in docs/domain/`);
