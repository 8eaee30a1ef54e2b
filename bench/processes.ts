import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Drive, Driven } from './load/plan.js';

/** How `npm start` has Node run the programme: with which flags, and in which environment. */
function asStarted(): { readonly flags: readonly string[]; readonly env: Readonly<Record<string, string>> } {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  const settings = [...scripts.start.matchAll(/\b([A-Z_]+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]);
  return { flags: scripts.start.match(/--\S+/g) ?? [], env: Object.fromEntries(settings) as Record<string, string> };
}

/** A part of the benchmark in a process of its own, by the name of its module. */
class Own {
  protected constructor(protected readonly child: ChildProcess) {}

  protected static fork(module: string, env: Readonly<Record<string, string>> = {}): ChildProcess {
    const path = fileURLToPath(new URL(module, import.meta.url));
    const flags = (process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '');
    const own = module === './programme-server.js' ? asStarted() : { flags: [], env: {} };
    const execArgv = module.startsWith('./load/') ? [] : [...own.flags, ...flags];
    const settings = { PATH: process.env['PATH'], ...own.env, ...env };
    return fork(path, { env: settings, execArgv, serialization: 'advanced' });
  }

  protected answer<T>(): Promise<T> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`A process of the benchmark ended with ${code}.`));
      child.once('exit', ended);
      child.once('message', (message: T | { fault: string }) => {
        child.off('exit', ended);
        if (typeof message === 'object' && message !== null && 'fault' in message) reject(new Error(message.fault));
        else resolve(message);
      });
    });
  }

  stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    const gone = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill('SIGTERM');
    return gone;
  }
}

export class Server extends Own {
  private constructor(
    child: ChildProcess,
    readonly name: string,
  ) {
    super(child);
  }

  private told = '';

  get url(): string {
    return this.told;
  }

  static async start(name: string, module: string, env: Readonly<Record<string, string>>): Promise<Server> {
    const server = new Server(Own.fork(module, env), name);
    server.told = (await server.answer<{ url: string }>()).url;
    return server;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Megabytes: now, and the most there ever was. */
  get memory(): { readonly now: number; readonly most: number } {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    const of = (field: string) => Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
    return { now: of('VmRSS'), most: of('VmHWM') };
  }
}

export class Load extends Own {
  static start(): Load {
    return new Load(Own.fork('./load/driver.js'));
  }

  /** Whatever is answered. */
  press(drive: Drive): Promise<Driven> {
    this.child.send(drive);
    return this.answer<Driven>();
  }

  /** @throws Error with the first answer that was no success */
  async drive(drive: Drive): Promise<Driven> {
    const driven = await this.press(drive);
    if (driven.refused !== undefined) throw new Error(`${drive.asked[0]?.path ?? ''} was answered ${driven.refused}`);
    return driven;
  }
}
