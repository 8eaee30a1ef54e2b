import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/kernel/ids.js';
import { FRESH, type Asked, type Drive, type Driven } from './plan.js';
import { Wire } from './wire.js';

/** The load generator: a process of its own, told what to do by messages. */
process.on('message', (drive: Drive) => {
  driven(drive).then(
    (result) => process.send?.(result),
    (fault: unknown) => process.send?.({ fault: String(fault) }),
  );
});

class Log {
  readonly times: number[] = [];
  refusals = 0;
  refused: string | undefined;

  note(ms: number, status: number, body: string): void {
    this.times.push(ms);
    if (status < 300) return;
    this.refusals += 1;
    this.refused ??= `${status} ${body.slice(-400)}`;
  }
}

async function driven({ url, asked, connections, seconds, rate }: Drive): Promise<Driven> {
  const wires = await Promise.all(Array.from({ length: connections }, () => Wire.open(url)));
  const requests = asked.map(textOf);
  const log = new Log();
  const began = performance.now();
  const until = began + seconds * 1000;
  const next = counter(requests);
  await (rate === undefined ? closed(wires, next, until, log) : paced(wires, next, { began, until, rate }, log));
  const took = (performance.now() - began) / 1000;
  wires.forEach((wire) => wire.close());
  const sorted = log.times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const spread = { p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) };
  return {
    answered: sorted.length,
    perSecond: sorted.length / took,
    ...spread,
    refusals: log.refusals,
    refused: log.refused,
  };
}

function counter(requests: readonly string[]): () => string {
  let at = 0;
  return () => {
    const request = requests[at++ % requests.length] ?? '';
    return request.includes(FRESH) ? request.replaceAll(FRESH, newId()) : request;
  };
}

async function closed(wires: readonly Wire[], next: () => string, until: number, log: Log): Promise<void> {
  const run = async (wire: Wire) => {
    while (performance.now() < until) {
      const sent = performance.now();
      const { status, body } = await wire.ask(next());
      log.note(performance.now() - sent, status, body);
    }
  };
  await Promise.all(wires.map(run));
}

interface Pace {
  readonly began: number;
  readonly until: number;
  readonly rate: number;
}

/**
 * Every request has its moment, whether those before it were answered or not: its time is counted from there, so that waiting
 * for a connection counts as well, and it ends only when all that were due have been answered.
 */
async function paced(wires: readonly Wire[], next: () => string, pace: Pace, log: Log): Promise<void> {
  let due = 0;
  const run = async (wire: Wire) => {
    for (;;) {
      const at = pace.began + (due++ / pace.rate) * 1000;
      if (at >= pace.until) return;
      for (let early = at - performance.now(); early > 0; early = at - performance.now()) await pause(early);
      const { status, body } = await wire.ask(next());
      log.note(performance.now() - at, status, body);
    }
  };
  await Promise.all(wires.map(run));
}

function textOf({ method, path, headers, body }: Asked): string {
  const content = body === undefined ? '' : JSON.stringify(body);
  // A fresh id is as long as any.
  const length = Buffer.byteLength(content.replaceAll(FRESH, newId()));
  const lines = [
    ...[`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1'],
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${length}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${content}`;
}
