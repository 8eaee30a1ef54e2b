import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(import.meta.dirname);
const dist = join(root, 'dist');
const drafts = join(dist, '.drafts');
const programme = ['src', 'migrations'];
/** Read by the program at run time. */
const copied = new Set(['.sql', '.json', '.html']);
/** What decides how a source is compiled: a change in one of these makes everything old. */
const settings = ['tools/build.js', 'jest.config.js', 'package.json'];

/**
 * Compiles what changed since the last build to `dist` and removes what lost its source.
 *
 * @param {{ force?: boolean, rooms?: readonly string[] }} [options] `rooms`: the folders; those of the programme, unless
 *   more is asked for
 * @returns {Promise<{ compiled: number, copied: number, removed: number }>}
 */
export async function build({ force = false, rooms = programme } = {}) {
  const stamp = await settingsStamp();
  const anew = force || (await textOf(join(dist, '.settings'))) !== stamp;
  const wanted = new Map((await sources(rooms)).map((source) => [targetOf(source), source]));

  const removed = (await filesIn(rooms.map((room) => join(dist, room)))).filter(
    (file) => !wanted.has(sourceMapped(file)),
  );
  await Promise.all(removed.map((file) => rm(file, { force: true })));

  const pairs = await Promise.all(
    [...wanted].map(async ([target, source]) => ({ target, source, old: await isOld(source, target) })),
  );
  const todo = pairs.filter(({ old }) => anew || old);
  const [scripts, others] = [
    todo.filter(({ source }) => isScript(source)),
    todo.filter(({ source }) => !isScript(source)),
  ];
  await compile(scripts);
  await Promise.all(others.map(({ source, target }) => place(target, source, (draft) => copyFile(source, draft))));
  if (anew) await writeFile(join(dist, '.settings'), stamp);
  return { compiled: scripts.length, copied: others.length, removed: removed.length };
}

/** @param {{ source: string, target: string }[]} scripts */
async function compile(scripts) {
  if (scripts.length === 0) return;
  // Only now: a program that is already built needs no compiler.
  const { transformFile } = await import('@swc/core');
  const { default: jest } = await import('../jest.config.js');
  // The tests' own settings, so that what runs is what was tested.
  /** @type {import('@swc/core').Options} */
  const swc = Object(jest.transform?.['^.+\\.ts$'])[1];
  const results = await Promise.allSettled(
    scripts.map(async ({ source, target }) => {
      const sourceFileName = relative(dirname(target), source);
      const options = { ...swc, swcrc: false, configFile: false, sourceFileName, sourceMaps: true };
      const { code, map = '' } = await transformFile(source, options);
      // Beside it, not in it: Node keeps the text of what it runs.
      await place(`${target}.map`, source, (draft) => writeFile(draft, map));
      await place(target, source, (draft) => writeFile(draft, code));
    }),
  );
  const refused = results
    .filter((result) => result.status === 'rejected')
    // The compiler adds its own stack, which says nothing about the source.
    .map((result) => String(result.reason.message).split('\n\nCaused by')[0]?.trimEnd());
  if (refused.length === 0) return;
  throw new Error(`${refused.length} of ${scripts.length} files do not compile.\n${refused.join('\n')}`);
}

/** @param {string} file what it is the map of, or itself */
const sourceMapped = (file) => (file.endsWith('.js.map') ? file.slice(0, -'.map'.length) : file);

/**
 * Whole or not at all, since two builds may run at once; with the time of its source, by which the next build knows it.
 *
 * @param {string} target
 * @param {string} source
 * @param {(draft: string) => Promise<void>} write
 */
async function place(target, source, write) {
  const draft = join(drafts, randomUUID());
  await mkdir(drafts, { recursive: true });
  await mkdir(dirname(target), { recursive: true });
  const { mtimeMs } = await stat(source);
  await write(draft);
  await utimes(draft, new Date(), new Date(mtimeMs));
  await rename(draft, target);
}

/** @param {string} source @param {string} target */
async function isOld(source, target) {
  const [before, after] = await Promise.all([stat(source), stat(target).catch(() => undefined)]);
  // Not "newer": a file brought back from an earlier commit or copy is older, and changed all the same.
  return !after || Math.trunc(after.mtimeMs) !== Math.trunc(before.mtimeMs);
}

/** @param {readonly string[]} rooms */
async function sources(rooms) {
  const files = await filesIn(rooms.map((room) => join(root, room)));
  return files
    .filter((file) => isScript(file) || copied.has(extname(file)))
    .filter((file) => !file.endsWith('.spec.ts'));
}

/** @param {string} file */
function isScript(file) {
  return file.endsWith('.ts') && !file.endsWith('.d.ts');
}

/** @param {string} source */
function targetOf(source) {
  return join(dist, relative(root, source)).replace(/\.ts$/, '.js');
}

/** @param {string[]} folders */
async function filesIn(folders) {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  return found.flat();
}

async function settingsStamp() {
  const hash = createHash('sha256');
  for (const file of settings) hash.update(await readFile(join(root, file)));
  return hash.digest('hex');
}

/** @param {string} file */
async function textOf(file) {
  return readFile(file, 'utf8').catch(() => undefined);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const began = performance.now();
  try {
    const { compiled, copied, removed } = await build({ force: process.argv.includes('--force') });
    const took = Math.round(performance.now() - began);
    console.log(`${compiled} compiled, ${copied} copied, ${removed} removed in ${took} ms`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
