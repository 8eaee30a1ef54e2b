import { createServer } from 'node:net';
import type { Port } from '../platform/config/config.js';
import { StartFault } from './start-fault.js';

const NEXT_ONES = 20;

export interface Wanted {
  /** The environment variable that names it. */
  readonly name: string;
  readonly port: Port;
  readonly host: string;
  /** An occupied default is healed by the next free port. */
  readonly heals: boolean;
}

/** 0 stays 0: the system chooses. @throws StartFault naming the variable to set */
export async function settlePort({ name, port, host, heals }: Wanted): Promise<number> {
  const candidates = heals && !port.given ? NEXT_ONES : 1;
  for (let number = port.number; number < port.number + candidates; number += 1) {
    const fault = await faultOf(number, host);
    if (fault === undefined) return number;
    if (fault !== 'EADDRINUSE') throw new StartFault(unusable(fault, name, number, host));
  }
  throw new StartFault(
    `Port ${port.number} on ${host} is taken by another programme. Stop that one, or set ${name} to a free port.`,
  );
}

function unusable(fault: string, name: string, port: number, host: string): string {
  if (fault === 'EACCES') return `This user may not listen on port ${port}. Set ${name} to one above 1023.`;
  if (fault === 'EADDRNOTAVAIL' || fault === 'ENOTFOUND')
    return `${host} is not an address of this machine. Set HOST to one that is, such as 127.0.0.1.`;
  return `Port ${port} on ${host} cannot be used (${fault}). Set HOST or ${name} to something else.`;
}

function faultOf(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (fault: NodeJS.ErrnoException) => resolve(fault.code ?? fault.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
