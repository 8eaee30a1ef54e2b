import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dataFolder, handOver, type Place } from './place.js';
import { dataArgument, spawnOptions } from './spawn-options.js';

const run = promisify(execFile);

/** Makes an empty database the first time. It takes its name only when whole, so a start broken off heals itself. */
export async function createCluster(place: Place, binaries: string, durable: boolean): Promise<void> {
  if (existsSync(dataFolder(place))) return;
  const making = join(place.folder, 'data.making');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  handOver(place);
  await initialise(place, binaries, { making, durable });
  renameSync(making, dataFolder(place));
}

async function initialise(place: Place, binaries: string, how: { making: string; durable: boolean }): Promise<void> {
  const choices = [
    ['-D', dataArgument(place, how.making)],
    ['-U', 'postgres', '--pwfile=../password', '-A', 'scram-sha-256'],
    // PostgreSQL's own locale sorts alike on every machine, whatever the system's libraries say.
    ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ['--no-instructions', ...(how.durable ? [] : ['--no-sync'])],
  ];
  try {
    await run(join(binaries, 'initdb'), choices.flat(), spawnOptions(place, how.making));
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim() ?? String(cause);
    throw new Error(`The database in ${place.folder} could not be made: ${said}`, { cause });
  }
}
