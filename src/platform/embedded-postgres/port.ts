import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The folder's own port, so that saved connections stay good; another one when somebody else listens there now. */
export async function folderPort(folder: string): Promise<number> {
  const file = join(folder, 'port');
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : NaN;
  if (Number.isInteger(kept) && kept > 0 && kept < 65_536 && (await freePort(kept)) === kept) return kept;
  const found = await freePort(0);
  if (found === undefined) throw new Error('No free port on 127.0.0.1 for the database.');
  writeFileSync(file, `${found}\n`);
  return found;
}

/** The port if it is free, or any free one for 0. */
function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
