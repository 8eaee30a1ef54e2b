import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The system account that runs the server. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Where one server lives, and as whom it runs. The folder belongs to the server alone. */
export interface Place {
  readonly folder: string;
  /** Only when this process is root, as which PostgreSQL refuses to run. */
  readonly account: Account | undefined;
}

/** Makes the folder if need be. Throws when it belongs to somebody else. */
export function openPlace(folder: string): Place {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = lstatSync(folder);
  const me = process.getuid?.();
  if (me !== 0 && owner.uid !== me) {
    throw new Error(
      `The database folder ${folder} belongs to another user (uid ${owner.uid}). ` +
        'Start as that user, or set DATABASE_URL to another PostgreSQL server.',
    );
  }
  // The owner of an existing folder comes first: a system account added later must not lock the data away.
  const account = me === 0 ? (owner.uid === 0 ? systemAccount() : { uid: owner.uid, gid: owner.gid }) : undefined;
  return { folder, account };
}

export function dataFolder(place: Place): string {
  return join(place.folder, 'data');
}

export function logFile(place: Place): string {
  return join(place.folder, 'server.log');
}

/** Root made these files; the server's account must be able to read and change them. */
export function handOver(place: Place): void {
  if (!place.account) return;
  const { uid, gid } = place.account;
  chownSync(place.folder, uid, gid);
  for (const name of readdirSync(place.folder)) chownSync(join(place.folder, name), uid, gid);
}

/** The superuser's password: made at the first start, then read from its file. */
export function password(place: Place): string {
  const file = join(place.folder, 'password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (existsSync(dataFolder(place))) {
    throw new Error(
      `${file} is missing, so nobody can log in to the database beside it. Put the file back, ` +
        `or remove ${place.folder} to begin with an empty database.`,
    );
  }
  const made = randomBytes(24).toString('base64url');
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}

function systemAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const line = lines.find((candidate) => candidate.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    // macOS writes the account `nobody` as -2; the system calls want it unsigned.
    if (uid && gid) return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  }
  throw new Error('PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it instead.');
}
