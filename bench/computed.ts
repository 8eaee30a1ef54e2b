import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds that a server and all of PostgreSQL have computed for. */
export interface Computed {
  readonly server: number;
  readonly postgres: number;
}

/** Linux counts in hundredths of a second. */
const TICK = 10;
const [PARENT, OWN_USER, OWN_SYSTEM, ENDED_USER, ENDED_SYSTEM] = [3, 13, 14, 15, 16] as const;

function fieldsOf(pid: string): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the programme stands in parentheses and may hold anything.
    return [pid, '', ...stat.slice(stat.lastIndexOf(')') + 2).split(' ')];
  } catch {
    return []; // it has ended in this moment
  }
}

const summed = (fields: readonly string[], ...of: readonly number[]): number =>
  of.reduce((sum, at) => sum + Number(fields[at] ?? 0), 0) * TICK;

/** Whatever else the machine does: what one process, and PostgreSQL with all its own, have taken of it so far. */
export function computed(server: number, postmaster: number): Computed {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const backends = all.map(fieldsOf).filter((fields) => fields[PARENT] === String(postmaster));
  const running = backends.reduce((sum, fields) => sum + summed(fields, OWN_USER, OWN_SYSTEM), 0);
  return {
    server: summed(fieldsOf(String(server)), OWN_USER, OWN_SYSTEM),
    postgres: running + summed(fieldsOf(String(postmaster)), ENDED_USER, ENDED_SYSTEM),
  };
}
