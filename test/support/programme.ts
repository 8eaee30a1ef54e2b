import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hash } from '@node-rs/argon2';
import type { Role } from '../../src/access/policy.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { withClient } from '../../src/platform/database/connect.js';
import { roleUrl } from '../../src/platform/database/roles.js';
import { MasterKeys } from '../../src/platform/sealing/master-key.js';
import { codeAt } from './codes.js';
import { ended } from './servers.js';
import { temporary } from './temporary.js';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
/** Milliseconds. */
const PATIENCE = 30_000;

type Environment = Readonly<Record<string, string>>;

/** What the replicas of one installation have in common. */
export function installation(databaseUrl: string): Environment {
  const secret = 'mT4vXq8ZsLr2NwKc6JpB1yHd9GfE3uRa';
  return {
    DATABASE_URL: databaseUrl,
    THROUGHLINE_SECRET: secret,
    MASTER_KEY: MasterKeys.make(),
    LOG_LEVEL: 'error',
    AUDIT_SEALS_FILE: sealsFile(),
  };
}

/** What V8 made of the programme at the first start of the run, which takes longer than all else of a start. */
const COMPILED = join(temporary(), 'compiled');

/** Not in the working folder, which tests share. */
const sealsFile = (): string => join(tmpdir(), 'throughline-seals', `${newId()}.jsonl`);

/** The programme as it is started outside of tests: compiled, a process of its own, answering on a port of its own. */
export class Programme {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly heard: () => string,
    private readonly env: Environment,
  ) {}

  /** @throws Error with what it said when it ends instead of answering */
  static async start(env: Environment, { cwd = tmpdir() } = {}): Promise<Programme> {
    const child = spawn(process.execPath, [MAIN], {
      cwd,
      env: { PATH: process.env['PATH'], PORT: '0', METRICS_PORT: '0', NODE_COMPILE_CACHE: COMPILED, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const listen = (chunk: Buffer) => void (said += chunk.toString());
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    // Until it has said all that it says at first: a line comes alone now and then.
    for (let waited = 0, heard = ''; waited < PATIENCE; waited += 20) {
      const url = /answers at (http:\S+)/.exec(said)?.[1];
      if (url && heard === said) return new Programme(child, url, () => said, env);
      if (child.exitCode !== null) break;
      heard = said;
      await new Promise((wake) => setTimeout(wake, 20));
    }
    const code = await ended(child, 'SIGKILL');
    throw new Error(`It ended with ${code} and said:\n${said}`);
  }

  /** All that it wrote. */
  get said(): string {
    return this.heard();
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await ended(this.child, 'SIGKILL');
  }

  /** Waits for it to end by itself; the exit code. */
  gone(): Promise<number | null> {
    if (this.child.exitCode !== null) return Promise.resolve(this.child.exitCode);
    return new Promise((resolve) => this.child.once('exit', resolve));
  }

  /** As an operator would; the exit code. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    return ended(this.child, signal);
  }

  send(method: string, path: string, { token, body, headers = {} }: Sending = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
  }

  async signIn(account: Account): Promise<{ accessToken: string; refreshToken: string; sessionId: Id }> {
    const answer = await this.send('POST', '/v1/auth/login', {
      body: { email: account.email, password: account.password },
    });
    if (answer.status !== 200) throw new Error(`Sign-in: ${answer.status} ${await answer.text()}`);
    return this.finish(account, (await answer.json()) as FirstHalf);
  }

  /** The second half: sets the second factor up the first time, and later uses its code again, however soon that is. */
  private async finish({ email }: Account, { pendingToken, secret, ...session }: FirstHalf): Promise<FirstHalf> {
    if (pendingToken === undefined) return session;
    if (secret !== undefined) apps.set(email, secret);
    else {
      const her = 'staff_id = (SELECT id FROM staff WHERE email = $1)';
      await asOwner(this.env, (query) =>
        query(`UPDATE second_factor SET last_step = 0 WHERE ${her} AND last_step > 0`, [email]),
      );
    }
    const code = codeAt(apps.get(email) ?? '', new Date().toISOString());
    const answer = await this.send('POST', '/v1/auth/second-factor', { body: { pendingToken, code } });
    if (answer.status !== 200) throw new Error(`Sign-in: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as FirstHalf;
  }
}

/** What the accounts' apps hold, by e-mail address. */
const apps = new Map<string, string>();

interface FirstHalf {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly sessionId: Id;
  readonly pendingToken?: string;
  readonly secret?: string;
}

export interface Sending {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Account {
  readonly email: string;
  readonly password: string;
  readonly membershipId: Id;
  readonly organisationId: Id;
}

/** Somebody who can sign in with a password, planted as the owner of the tables. */
export async function plantAccount(env: Environment, role: Role, organisationId?: Id): Promise<Account> {
  const [staffId, membershipId, at] = [newId(), newId(), organisationId ?? newId()];
  const account = {
    email: `${staffId}@example.org`,
    password: `long enough ${staffId}`,
    membershipId,
    organisationId: at,
  };
  const hashed = await hash(account.password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await asOwner(env, async (query) => {
    if (organisationId === undefined) {
      await query(
        `INSERT INTO organisation (id, name, kind, province, time_zone, languages, created_at, version)
         VALUES ($1, 'A clinic', 'clinic', 'AB', 'America/Edmonton', '{en}', now(), 1)`,
        [at],
      );
    }
    await query(
      `INSERT INTO staff (id, email, display_name, language, created_at, version) VALUES ($1, $2, 'A worker', 'en', now(), 1)`,
      [staffId, account.email],
    );
    await query('INSERT INTO credential (staff_id, password_hash, changed_at) VALUES ($1, $2, now())', [
      staffId,
      hashed,
    ]);
    await query(
      'INSERT INTO membership (id, staff_id, organisation_id, role, started_at, version) VALUES ($1, $2, $3, $4, now(), 1)',
      [membershipId, staffId, at, role],
    );
  });
  return account;
}

type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** Past the programme and past row-level security: to plant and to look. */
export function asOwner<T>(env: Environment, work: (query: Query) => Promise<T>): Promise<T> {
  const url = roleUrl(env['DATABASE_URL'] ?? '', env['THROUGHLINE_SECRET'] ?? '', 'owner');
  return withClient(url, (client) =>
    work(
      async <Row>(sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows as Row[],
    ),
  );
}

/** A folder for programmes that keep something beside them; removed by whoever asked for it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(temporary(), 'throughline-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port that nobody listens on now, for what has to come back under the same address. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
